"""What the words of a cue say by themselves, whoever holds it and whatever follows: a cue goes in, what it can tell comes out.

Most cues of an archive are the same few words, so whatever can be known from them alone is asked once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from citeaudit.attributions import level_signs as signs
from citeaudit.lexicon.classes import lemmas_that_report


class CueWords(NamedTuple):
    """What the words of a cue say by themselves."""

    is_sourceless: bool
    is_noun: bool
    has_noun: bool
    """Whether a noun of telling stands in it: "made a claim"."""
    is_empty: bool
    """Whether it tells nothing, whatever stands beside it: "is the feeling", "took notes", "get a say"."""
    is_impersonal: bool
    is_judgement: bool
    """Whether it judges behind "it": "is disappointing"."""
    is_about: bool
    is_meaning: bool
    """Whether it tells what a word means: "refers to"."""
    is_reminder: bool
    is_thought: bool
    """Whether others think it of whom it is said: "once thought"."""
    is_plural: bool
    """Whether it may be a noun of several: "forecasts"."""
    is_stressed: bool
    is_borne_out: bool
    """Whether it is what a paper does, and "it" seldom: "shows"."""
    is_denied: bool
    is_possible: bool
    is_held_up: bool
    is_present: bool
    is_now: bool
    """Whether it is one word that tells of no past: "feel"."""
    is_ruled_out: bool
    is_believed: bool
    ends_in_preposition: bool
    levels: tuple[tuple[str, str], ...]
    """The verbs in it that the table of levels knows, each with what it needs beside it."""

    @property
    def needs_clause(self) -> bool:
        """Whether one of its verbs reports if a clause follows: "believes", "fears"."""
        return any(needs == "clause" for _, needs in self.levels)


@lru_cache(maxsize=4096)
def read_cue(cue: str) -> CueWords:
    """Return what *cue* says by itself."""
    levels = _levels_of(cue)
    is_sourceless = signs.SOURCELESS.search(cue) is not None
    return CueWords(
        is_sourceless=is_sourceless,
        is_noun=signs.NOUN_CUE.fullmatch(cue) is not None,
        has_noun=signs.NOUN_CUE.search(cue) is not None,
        is_empty=signs.IS_NOUN.match(cue) is not None
        or signs.TAKEN_DOWN.search(cue) is not None
        or signs.ACCUSED.fullmatch(cue) is not None
        or signs.A_SAY.search(cue) is not None
        or signs.BEING_SAID.fullmatch(cue) is not None
        or signs.IS_TO.fullmatch(cue) is not None,
        is_impersonal=signs.IMPERSONAL.match(cue) is not None,
        is_judgement=not levels and not is_sourceless and signs.IT_IS.fullmatch(cue) is not None,
        is_about=signs.NOUN_ABOUT.search(cue) is not None,
        is_meaning=signs.REFERS.fullmatch(cue) is not None or signs.USED_TO_TELL.search(cue) is not None,
        is_reminder=signs.REMINDS.fullmatch(cue) is not None,
        is_thought=signs.THOUGHT.fullmatch(cue) is not None,
        is_plural=signs.PLURAL_NOUN.fullmatch(cue) is not None,
        is_stressed=signs.STRESSED.fullmatch(cue) is not None,
        is_borne_out=signs.IT_SHOWS.fullmatch(cue) is not None,
        is_denied=signs.DENIED.search(cue) is not None and signs.DENIAL.search(cue) is None,
        is_possible=(signs.MODAL.search(cue) is not None and signs.ONLY_SAID.search(cue) is None)
        or signs.NOUN_TO_TELL.search(cue) is not None
        or signs.TRIED.search(cue) is not None,
        is_held_up=signs.HELD_UP.search(cue) is not None,
        is_present=signs.SCENE_TENSE.match(cue) is not None,
        is_now=signs.NOW.fullmatch(cue) is not None,
        is_ruled_out=signs.RULED_OUT.search(cue) is not None,
        is_believed=any(lemma in signs.BELIEVERS for lemma, _ in levels),
        ends_in_preposition=signs.ENDS_IN_PREPOSITION.search(cue) is not None,
        levels=levels,
    )


def _levels_of(cue: str) -> tuple[tuple[str, str], ...]:
    """Return what the table of levels says of the verbs in *cue*; "has" is one only alone: not in "has defended the plan"."""
    told = tuple(known for word in signs.TOKEN.findall(cue.casefold()) if (known := lemmas_that_report().get(word)))
    return tuple(known for known in told if known[0] != "have") if " " in cue else told
