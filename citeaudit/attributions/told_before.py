"""Whose a bare quotation is by the sentence before it: the quotation goes in, who spoke, was asked or is told of there comes out.

"Marlow told RTÉ that the dam would hold. “We had no choice.”" is Marlow's, "The BBC asked Marlow why the dam broke. “It was old.”" is Marlow's answer and
not the BBC's, and "Marlow mocked the minister. “He has never seen a dam.”" is what she mocked him with. No outlet reaches such a quotation.
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.attributions.resuming import FIRST_WORDS
from citeaudit.layout.announcements import NOT_HEARD
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Quotation, Reach, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.names import Names, strip_titles, without_possessive
from citeaudit.sources.persons import person_named
from citeaudit.text.placing import sentence_at
from citeaudit.text.quotations import closes_sentence

SPEAKERS = frozenset((SourceType.PERSON, SourceType.ORGANISATION, SourceType.GROUP, SourceType.ANONYMOUS, SourceType.DOCUMENT))
"""Who may go on in words of their own; a letter or a lawsuit may too."""
NO_SPEECH = frozenset(("hedge", "turn", "introduction"))
ASKING = "(?:@ask|@ask.ing)"
WHO = r"\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3}"
WHAT = r"(?:if|which|@question_word)\b"
ASKED = worded(
    rf"\b{ASKING}\s(?P<name>{WHO})(?:,\s[^,“”\"]{{2,60}},)?\s(?:[\p{{Ll}}-]+ly\s)?(?:(?:for|about|on|as\sto|to\s(?:say|explain|tell))\s)?{WHAT}"
)
"""Whom a line says that somebody asked, and what: "The BBC then asked | Ruiz | how she would pay"."""
WHEN_ASKED = worded(
    rf"(?:[Ww]hen\s|[Aa]fter\sbeing\s)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b[^“”\"]{{4,200}}?,\s(?P<name>{WHO})\s\p{{Ll}}"
)
"""Who was asked, where the line goes on with what they did: "Asked whether the port would close, | Ruiz | shook her head."."""
EDGES = ',.;:!?()[]“”‘"'
"""What may stand around a word."""


def line_before(text: str, quotation: Quotation, sentences: tuple[Sentence, ...]) -> Sentence | None:
    """Return the sentence before *quotation*, in its paragraph or at the end of the one before, if nothing but the quotation stands in its own."""
    at = sentence_at(sentences, quotation.span.start)
    lead = text[sentences[at].span.start : quotation.span.start]
    if not at or any(map(str.isalnum, lead)) or not closes_sentence(text, sentences, quotation):
        return None
    line = sentences[at - 1]
    return line if sentences[at].paragraph - line.paragraph <= 1 else None


def told_before(
    text: str, quotation: Quotation, line: Sentence, attributions: list[Attribution], heard: list[tuple[int, int]]
) -> int | None:
    """Return who spoke in the *line* before a bare *quotation*, which is theirs then: it has no name or cue of its own."""
    before = bisect_left(heard, (quotation.span.start,))
    if not before:
        return None
    place = -heard[before - 1][1]
    speech = attributions[place]
    is_right_before = line.span.start <= speech.cue[0].start < line.span.end
    is_speaker = any(link.type in SPEAKERS and link.is_resolved | bool(link.span) for link in speech.chain)
    if not is_right_before or not is_speaker or speech.construction in NO_SPEECH or is_spoken_of(text, quotation, speech.chain):
        return None
    return place


def words_of_another(  # noqa: PLR0917  a quotation and what was found before it
    text: str,
    quotation: Quotation,
    line: Sentence,
    attributions: list[Attribution],
    told: int | None,
    silent: list[tuple[int, int]],
) -> Attribution | None:
    """
    Return a bare *quotation* as the words of whom an outlet heard, or of who is told of in the *line* before it; None if they are only those of who *told* something there.

    *silent* are the cues of what holds no words ("mocked him"), by their start, each with its place's negative.
    """
    chain: tuple[Source, ...]
    if told is None:
        chain = _told_of(text, quotation, line, attributions, silent)
    else:
        speech = attributions[told]
        is_second_hand = speech.within is not None or any(link.type is SourceType.OUTLET for link in speech.chain)
        chain = speech.chain if is_second_hand or not speech.source else ()
    return _alone(quotation, chain) if chain else None


def answer_in(  # noqa: PLR0917  a quotation and what was found around it
    text: str,
    quotation: Quotation,
    line: Sentence,
    names: Names,
    attributions: list[Attribution],
    here: list[int],
) -> Attribution | None:
    """
    Return a bare *quotation* as the answer of whom the *line* before it says that somebody asked; None if it names none, or the quotation asks on.

    Those of *attributions* that are *here*, by which the one who asked says it, are shortened: their question ends before it.
    """
    if quotation.inner.of(text).rstrip().endswith("?"):
        return None
    match = ASKED.search(text, line.span.start, line.span.end) or WHEN_ASKED.match(text, line.span.start, line.span.end)
    if match is None:
        return None
    name = without_possessive(match["name"])
    person = person_named(name, match.start("name") + 1, names) if strip_titles(name.split()) else None
    if person is None:
        return None
    for number in here:
        attribution = attributions[number]
        is_asking = bool(attribution.cue) and line.span.covers(attribution.cue[0])
        kept = tuple(trimmed for span in attribution.content if (trimmed := _up_to(text, span, quotation.span.start)))
        if is_asking and kept:
            attributions[number] = replace(attribution, content=kept)
    span = Span(*match.span("name"))
    return _alone(quotation, (Source(SourceType.PERSON, person.name, span, evidence=(Evidence("reach.answer", span, name),)),))


def _up_to(text: str, span: Span, end: int) -> Span | None:
    """Return *span* as far as it lies before *end*, without the blank at its end."""
    if span.end <= end:
        return span
    words = text[span.start : end].rstrip()
    return Span(span.start, span.start + len(words)) if words else None


def _told_of(
    text: str, quotation: Quotation, line: Sentence, attributions: list[Attribution], silent: list[tuple[int, int]]
) -> tuple[Source, ...]:
    """Return the person with whom the *line* before a quotation begins, and who does there what is done with words but holds none."""
    if line.kind is not SentenceKind.STATEMENT or NOT_HEARD.search(text, line.span.start, line.span.end):
        return ()
    for _, place in silent[bisect_left(silent, (line.span.start,)) : bisect_left(silent, (line.span.end,))]:
        attribution = attributions[-place]
        if line.span.start <= attribution.source[0].start <= line.span.start + FIRST_WORDS:
            persons = tuple(link for link in attribution.chain if link.type is SourceType.PERSON and link.is_resolved)
            if persons and not is_spoken_of(text, quotation, persons):
                return persons
    return ()


def is_spoken_of(text: str, quotation: Quotation, chain: tuple[Source, ...]) -> bool:
    """Tell whether *quotation* names a person of *chain*: who is spoken of does not speak."""
    surnames = {
        link.name.split()[-1] for link in chain if link.type is SourceType.PERSON and link.is_resolved and " " in link.name
    }
    return any(without_possessive(word.strip(EDGES)) in surnames for word in quotation.inner.of(text).split())


def _alone(quotation: Quotation, chain: tuple[Source, ...]) -> Attribution:
    """Return *quotation* as the words of those in *chain*, without the outlets that passed on what they said before."""
    return Attribution(
        (),
        (),
        (quotation.span,),
        chain=tuple(link for link in chain if link.type is not SourceType.OUTLET),
        construction="bare_quotation",
        manner=quotation.manner,
        reach=Reach.CONTINUATION,
        evidence=(Evidence("reach.continuation", quotation.span, chain[0].name),),
    )
