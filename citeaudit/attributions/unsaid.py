"""What has the words of a telling and tells nothing, by how they stand: "the executive order that", "cuts recommended by the board", "it shows that"."""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.attributions import level_signs as signs
from citeaudit.attributions.cue_words import CueWords, read_cue
from citeaudit.lexicon.classes import forms_of, words
from citeaudit.lexicon.people import source_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Attribution, SourceType
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import OPENING

SAME_PAST = 3
"""So many forms has a verb whose past is its base: "put puts putting"; more tell base and past apart."""
NEAR = 16
FAR_BACK = 300
"""So far back a document is looked for that "it" may be."""
NOT_YET = pattern_of(r"(?r)(?:\bnot|n['’]t|\bnever)\s(?:yet|ever|even|so\sfar|(?!only\b)\p{L}+ly)\s")
"""A denial further off than the cue reaches: "has not yet | said | whether"."""
THE_MORE = pattern_of(r"(?r)\b[Tt]he\s(?:more|less|oftener)\s")
"""What is only weighed: "the more | she | stresses | her record, the more"."""
AS_THEY_SAY = pattern_of(r"(?r)\bas\s")
BY = " by "
WHEN = worded(r"(?r)\b(?!as\b)@fronts\s$", regex.IGNORECASE)
"""What opens a clause in front that tells when, why or under which condition something came to be; "as" tells what was said."""
MANY = pattern_of(r"who|that|which|both|many|most|some|few|others|all|half|percent|media|too|also|ever|now|still|\p{L}+ly")
"""With what ends a source that may be several, or an adverb behind it: "those who | claim"."""
POINTED = pattern_of(r"(?:This|That|These|Those|Such)\s\p{Ll}")


def is_unsaid(text: str, attribution: Attribution, cue: str, source: str, content: str) -> bool:
    """Tell whether nothing is told by *cue*, whose words could tell something elsewhere."""
    told = read_cue(cue)
    start, end = attribution.cue[0].start, attribution.cue[-1].end
    return bool(
        told.is_empty
        or (source[:2].casefold() in signs.NOBODY_OPENS and signs.NOBODY.match(source))
        or (cue.endswith("added") and signs.EDITS.fullmatch(source))
        or (cue.endswith(("told", "tells", "tell")) and signs.NOBODY.match(text, end + 1))
        or (attribution.content[-1].end <= start and signs.MADE_KNOWN.fullmatch(source))
        or (told.is_reminder and signs.TELLS_US.match(text, end))
        or (source.endswith(("year", "month", "week", "day")) and signs.HOW_LONG.search(source))
        or (cue.endswith("ing") and signs.FINITE_BEHIND.match(text, end))
        or (told.is_stressed and content and POINTED.match(source) and not signs.CLAUSE_OPENS.match(content))
        or _is_not_yet(text, start)
        or _is_no_clause(told, attribution, content)
        or _is_held_by_others(told, cue, source, content)
        or (" " not in cue and _is_other_word(text, attribution, cue, source, content))
        or (
            attribution.source
            and (
                _is_only_weighed(text, attribution, cue, source)
                or _is_word_meant(text, attribution, cue, source)
                or _is_done_before(text, attribution)
            )
        )
        or (told.is_borne_out and _is_shown_by_nothing(text, attribution, source))
    )


def _is_no_clause(told: CueWords, attribution: Attribution, content: str) -> bool:
    """Tell whether *content* is no clause but a topic, or its "that" a time, a thing behind a preposition, or the subject of what was done."""
    if not content.startswith("that "):
        return told.is_about
    is_beside = attribution.content[0].start - attribution.cue[-1].end == 1
    return (
        (is_beside and told.ends_in_preposition)
        or signs.THAT_LED.match(content) is not None
        or signs.THAT_TIME.match(content) is not None
    )


def _is_held_by_others(told: CueWords, cue: str, source: str, content: str) -> bool:
    """Tell whether others than *source*, or nobody, hold what the cue tells: "once thought to be", "it is sad that", "a word used to describe"."""
    lower = source.casefold()
    return bool(
        (told.is_impersonal and "it" in {lower, cue[:2]})
        or (told.is_judgement and "it" in {lower, cue[:2].casefold()})
        or (told.is_thought and source and signs.TO_BE.match(content))
        or (told.is_plural and signs.SEVERAL.search(source))
        or (told.is_meaning and not signs.AS.search(content))
    )


def _is_word_meant(text: str, attribution: Attribution, cue: str, source: str) -> bool:
    """Tell whether *cue* tells what a word means ("a term that describes"), or what would be so if somebody thought it ("if they feel that")."""
    start = attribution.source[0].start
    is_term = source in {"that", "which"} and signs.MEANT.fullmatch(cue) and signs.TERM.search(text, max(0, start - 24), start)
    return bool(is_term or (read_cue(cue).is_now and signs.IF.search(text, max(0, start - 8), start)))


def _is_other_word(text: str, attribution: Attribution, cue: str, source: str, content: str) -> bool:
    """Tell whether one word is a noun, a participle or an order here, and not what its source says."""
    first, last = attribution.cue[0], attribution.cue[-1]
    if not attribution.source:
        return False
    is_behind = attribution.source[0].start > last.end
    if is_behind and cue[0].isupper() and cue.casefold() in _bases() and "”" not in content and '"' not in content:
        return True  # "Repeat | this | with the dough"
    if attribution.source[-1].end == first.start - 1 and text[last.end : attribution.content[0].start] == BY:
        return cue.endswith("ed")  # "cuts | recommended by | the board would"
    return not is_behind and cue in _bases() and (cue in _nouns() or read_cue(cue).is_noun) and _is_singular(source)


def _is_singular(source: str) -> bool:
    """Tell whether *source* is one thing, of which the base form of a verb is not said: "the executive | order", but "the council | claim" in Britain."""
    last = source.rpartition(" ")[2]
    if " " not in source or " and " in source or last.endswith("s") or not last.islower() or MANY.fullmatch(last):
        return False
    kind = source_nouns().get(last)
    return (kind is None or kind[0] is SourceType.PERSON) and last not in forms_of("plural")


def _is_only_weighed(text: str, attribution: Attribution, cue: str, source: str) -> bool:
    start = attribution.source[0].start
    if source == "they" and cue == "say" and text[attribution.cue[-1].end : attribution.cue[-1].end + 1] in {",", ".", ")"}:
        return AS_THEY_SAY.search(text, max(0, start - NEAR), start) is not None  # "as they say"
    lead = text[max(0, start - NEAR) : start]
    is_likely = "more" in lead or "less" in lead or "oftener" in lead
    return is_likely and THE_MORE.search(text, max(0, start - NEAR), start) is not None


def _is_not_yet(text: str, start: int) -> bool:
    """Tell whether the cue at *start* is denied further off than it reaches."""
    lead = text[max(0, start - NEAR) : start]
    is_likely = "not" in lead or "never" in lead or "n't" in lead or "n’t" in lead
    return is_likely and NOT_YET.search(text, max(0, start - NEAR), start) is not None


def _is_done_before(text: str, attribution: Attribution) -> bool:
    """Tell whether the cue only tells when the main clause behind its comma came to be: "When Ruiz complained, | the clerk left"."""
    behind, begun = attribution.cue[-1].end, attribution.content[0].start
    if not text.startswith(", ", behind) or begun > behind + len(", ") or text[begun] in OPENING:
        return False
    start = attribution.source[0].start
    return WHEN.search(text, max(0, start - NEAR), start) is not None


def _is_shown_by_nothing(text: str, attribution: Attribution, source: str) -> bool:
    """Tell whether "it shows that" is the writer's own reckoning: no paper is near that "it" could be."""
    if source not in {"It", "it"}:
        return False
    start = attribution.cue[0].start
    return signs.DOCUMENT.search(text, max(0, start - FAR_BACK), start) is None


@cache
def _bases() -> frozenset[str]:
    """Return the base forms of verbs whose past is another form."""
    return frozenset(word.word for word in words() if word.kind == "verb" and len(word.forms) > SAME_PAST)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(form for word in words() if word.kind == "noun" or "paper" in word.classes for form in word.forms)
