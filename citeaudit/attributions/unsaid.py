"""What has the words of a telling and tells nothing, by how they stand: "the executive order that", "cuts recommended by the board", "it shows that"."""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.attributions import level_signs as signs
from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of, words
from citeaudit.lexicon.people import source_nouns
from citeaudit.model.relations import Attribution, SourceType
from citeaudit.patterns import pattern_of

SAME_PAST = 3
"""So many forms has a verb whose past is its base: "put puts putting"; more tell base and past apart."""
NEAR = 16
FAR_BACK = 300
"""So far back a document is looked for that "it" may be."""
NOT_YET = pattern_of(r"(?r)(?:\bnot|n['’]t|\bnever)\s(?:yet|ever|even|so\sfar|(?!only\b)\p{L}+ly)\s")
"""A denial further off than the cue reaches: "has not yet | said | whether"."""
IS_TO = pattern_of(r"(?:is|are|was|were)\sto\s\p{Ll}+$")
"""What is still to be said, or is a way of saying: "a common mistake | is to think | that"."""
THE_MORE = pattern_of(r"(?r)\b[Tt]he\s(?:more|less|oftener)\s")
"""What is only weighed: "the more | she | stresses | her record, the more"."""
AS_THEY_SAY = pattern_of(r"(?r)\bas\s")
BY = " by "
MANY = pattern_of(r"who|that|which|both|many|most|some|few|others|all|half|percent|media|too|also|ever|now|still|\p{L}+ly")
"""With what ends a source that may be several, or an adverb behind it: "those who | claim"."""
IT_SHOWS = pattern_of(rf"(?:(?:does|did|\p{{L}}+ly|also|just)\s)*{longest_of(forms_of('bears_out'))}$", regex.IGNORECASE)
POINTED = pattern_of(r"(?:This|That|These|Those|Such)\s\p{Ll}")
STRESSED = pattern_of(rf"(?:\p{{L}}+\s)?{longest_of(forms_of('stresses'))}$")


def is_unsaid(text: str, attribution: Attribution, cue: str, source: str, content: str) -> bool:
    """Tell whether nothing is told by *cue*, whose words could tell something elsewhere."""
    start = attribution.cue[0].start
    return bool(
        NOT_YET.search(text, max(0, start - NEAR), start)
        or IS_TO.fullmatch(cue)
        or (" " not in cue and _is_other_word(text, attribution, cue, source, content))
        or (attribution.source and _is_only_weighed(text, attribution, cue, source))
        or (content and not signs.CLAUSE_OPENS.match(content) and POINTED.match(source) and STRESSED.fullmatch(cue))
        or _is_shown_by_nothing(text, attribution, cue, source)
    )


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
    return (
        not is_behind
        and cue in _bases()
        and (cue in _nouns() or signs.NOUN_CUE.fullmatch(cue) is not None)
        and _is_singular(source)
    )


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
    return THE_MORE.search(text, max(0, start - NEAR), start) is not None


def _is_shown_by_nothing(text: str, attribution: Attribution, cue: str, source: str) -> bool:
    """Tell whether "it shows that" is the writer's own reckoning: no paper is near that "it" could be."""
    if source not in {"It", "it"} or not IT_SHOWS.fullmatch(cue):
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
