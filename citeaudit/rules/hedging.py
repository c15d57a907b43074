"""
Words that attribute to nobody, and whether a reader sees who says so all the same: what CA203 asks.

"Reportedly" passes on what somebody reported; where the sentences around it tell who that is, an editor has nothing to ask.
"""

from __future__ import annotations

import regex

from citeaudit.model.relations import Attribution, Level, Sentence, SourceType
from citeaudit.model.spans import Span
from citeaudit.rules.phrases import (
    ACCORDING,
    ALLEGED,
    ALSO,
    CHARGED,
    CITED_WORK,
    CRIME,
    GOES_ON,
    GROUPS,
    HEDGE,
    OPINION,
    SOME,
    SOMEBODY_SAYS,
    SPEECH,
)
from citeaudit.rules.reading import Reading, is_named, place_of

NEAR = 1000
"""How far around a hedge its sentence is read, in code points: no sentence of a newspaper is longer."""
HEARD_AFTER = 3
"""Sentences after "experts say" in which one of them may be heard."""


def hedge_of(reading: Reading, attribution: Attribution) -> Span | None:
    """Return the words of *attribution* that attribute to nobody, None if it does not."""
    if not attribution.chain or attribution.chain[0].type is SourceType.VAGUE:
        for span in attribution.cue:
            if found := HEDGE.search(reading.text, span.start, span.end):
                return Span(*found.span())
    if not attribution.source or not attribution.cue:
        return None
    source, cue = attribution.source[0], attribution.cue[0]
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    words = reading.words(source)
    is_group = words.casefold().endswith(GROUPS) and SOME.fullmatch(words) and SPEECH.search(reading.words(cue))
    if not is_group and (not _somebody_says(reading.text, start, end) or _is_about_themselves(reading, attribution)):
        return None
    return Span(start, end) if end - start < 60 else source


def _somebody_says(text: str, start: int, end: int) -> bool:
    """Tell whether *text* says from *start* to *end* that some say so, and no more."""
    return text.startswith(("some", "many"), start) and SOMEBODY_SAYS.fullmatch(text, start, end) is not None


def names_someone(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether somebody is named near enough that a reader knows who says so."""
    at = place_of(attribution).start
    sentence = reading.sentence_at(at)
    if sentence is None or sentence.span in reading.named_sentences:
        return True
    if not any(HEDGE.search(reading.words(span)) for span in attribution.cue):  # a group: "critics say"
        return _is_heard_after(reading, sentence, at)
    if ALLEGED.search(reading.text, max(sentence.span.start, at - NEAR), min(sentence.span.end, at + NEAR)):
        return (
            reading.holds(CRIME, sentence)
            or any(reading.holds(CHARGED, s) for s in reading.neighbours(sentence, 3, 3))
            or any(s.span in reading.heard_sentences for s in reading.neighbours(sentence, 2, 2))
        )
    return _is_told_before(reading, sentence) or _is_told_after(reading, sentence) or _leads(reading, sentence)


def _is_about_themselves(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the content goes on with "they": "some say they hear echoes" tells of people met before."""
    return any(OPINION.match(reading.text, span.start) for span in attribution.content)


def _is_heard_after(reading: Reading, sentence: Sentence, group: int) -> bool:
    """Tell whether somebody of the group at offset *group* is named: further on, as articles do, or as a work in brackets."""
    if reading.is_summary(sentence) or CITED_WORK.search(reading.text, group, min(sentence.span.end, group + NEAR)):
        return True
    following = reading.neighbours(sentence, 0, HEARD_AFTER)
    return sentence.paragraph in reading.named_paragraphs or any(s.span in reading.named_sentences for s in following)


def _is_told_before(reading: Reading, sentence: Sentence) -> bool:
    """
    Tell whether a sentence before *sentence* says whose account it goes on with.

    "The Hill reported. He was asked to leave. He reportedly refused." is The Hill's; so it is with the police or a group, but
    not with a person: "Ruiz said she was glad. She reportedly left in May." is no account of hers.
    """
    earlier = reading.neighbours(sentence, 2, 0)[:-1]
    if any(other.paragraph == sentence.paragraph and other.span in reading.named_sentences for other in earlier[-1:]):
        return True
    goes_on = GOES_ON.match(reading.text, sentence.span.start)
    return any(
        other.span in reading.outlet_sentences or (goes_on is not None and _is_account(reading, other, goes_on))
        for other in earlier
        if other.paragraph == sentence.paragraph or (goes_on and other.paragraph == sentence.paragraph - 1)
    )


def _is_account(reading: Reading, sentence: Sentence, goes_on: regex.Match[str]) -> bool:
    """
    Tell whether *sentence* is told by a body, a document or a group, of the one with whom the next goes on by *goes_on*.

    "They" may be the group itself, and "the boy" was told of only where a boy is.
    """
    noun = goes_on["noun"]
    if not (goes_on["pronoun"] or (noun and noun in reading.words(sentence.span))):
        return False
    tellers = {SourceType.ORGANISATION, SourceType.DOCUMENT} | (set() if goes_on["pronoun"] == "They" else {SourceType.GROUP})
    return any(
        link.type in tellers and link.is_resolved
        for attribution in reading.cues_in(sentence)
        if attribution.level is Level.REPORT
        for link in attribution.chain
    )


def _is_told_after(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence after *sentence* says whose report it is: of the same paragraph, by "according to" or by "also"."""
    for other in reading.neighbours(sentence, 0, 1)[1:]:
        if other.span in reading.outlet_sentences and (other.paragraph == sentence.paragraph or reading.holds(ALSO, other)):
            return True  # "He reportedly fled. The Globe also reports that he sold his house."
        if other.span in reading.named_sentences and ACCORDING.match(reading.text, other.span.start):
            return True
    return False


def _leads(reading: Reading, sentence: Sentence) -> bool:
    """
    Tell whether *sentence* sums up, at the head of the article, what somebody else tells in the next two sentences.

    Whoever the hedge itself is about is nobody else: "Vance has reportedly quit. Vance denied it."
    """
    if sentence.span.start > reading.lead_end:
        return False
    about = reading.words(sentence.span)
    return any(
        attribution.level is Level.REPORT and is_named(link) and link.name.rpartition(" ")[2] not in about
        for following in reading.neighbours(sentence, 0, 2)[1:]
        for attribution in reading.cues_in(following)
        for link in attribution.chain
    )
