"""Lines that introduce what stands under them: sentences go in, one attribution a line comes out, its content the block that follows.

"From PA Media:", "Here is more from Politico:", "This is what Marlow says …", "According to the Daily Mail," and "He wrote:"
give the next paragraphs to somebody, with quotation marks or without. How far they reach is told with the blocks.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import regex

from citeaudit.layout.adverts import without_adverts
from citeaudit.layout.blocks import begins_voice, block_under, speech_under
from citeaudit.layout.extracts import SELF
from citeaudit.layout.handovers import handed_over
from citeaudit.layout.introduction_forms import (
    ACCORDING,
    APPEARED_ON,
    ASIDE,
    EXTRACT,
    FROM_PAPER,
    GOES_ON,
    HERE,
    LONGEST_LINE,
    MORE,
    NOBODY,
    OWNED_BEFORE,
    PLAIN,
    SELVES,
    SUBJECT,
    TEXT_OF,
    TRAILS_OFF,
    VENUE_BEFORE,
    WHAT,
    WHOEVER,
)
from citeaudit.layout.tellers import find_teller
from citeaudit.lexicon.classes import classes_by_form, forms_of
from citeaudit.lexicon.people import body_words, source_nouns
from citeaudit.model.making import replace
from citeaudit.model.relations import (
    Attribution,
    Manner,
    Quotation,
    Reach,
    Role,
    Sentence,
    SentenceKind,
    Source,
    SourceType,
)
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.names import NAME as NAMED
from citeaudit.sources.names import Names, strip_titles, titles_table, without_possessive
from citeaudit.sources.outlet_phrases import SPOKEN_OF, Head, OutletPhrase
from citeaudit.sources.persons import is_personal, is_source_noun, person_named
from citeaudit.sources.types import singular
from citeaudit.text.marks import DOUBLE_OPENING, OPENING
from citeaudit.text.markup import Markup
from citeaudit.text.trimming import trimmed

SPEAK_FOR_THEMSELVES = frozenset((SourceType.PERSON, SourceType.GROUP, SourceType.ORGANISATION))
NO_SOURCE = (SourceType.DOCUMENT, SourceType.DOCUMENT)


class _Line(NamedTuple):
    """A line that introduces: who, by which words, and whether a whole text of theirs follows, not only a paragraph."""

    source: Span
    cue: tuple[Span, ...]
    is_text: bool = False
    is_from: bool = False
    needs_voice: bool = False
    """Only what says "I" or "we" is theirs: the line says nothing of speech."""


def find_introductions(  # noqa: PLR0917  what the stages before found
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    phrases: tuple[OutletPhrase, ...],
    names: Names,
    markup: Markup = (),
) -> tuple[Attribution, ...]:
    """Return an attribution for each line of *text* that introduces a block, in order; *markup* may say where a block begins and ends."""
    sentences, markup = without_adverts(text, sentences, markup)
    found: list[Attribution] = []
    lines: dict[int, _Line | None] = {}
    for number, sentence in enumerate(sentences[:-1]):
        if sentences[number + 1].paragraph == sentence.paragraph:
            continue
        line = _read(text, sentences, number, phrases, names, markup)
        if line and (not line.needs_voice or _speaks_under(text, sentences, quotations, number, line.source.of(text))):
            lines[number] = line
        elif text[sentence.span.end - 1] == ":" and GOES_ON.fullmatch(text, sentence.span.start, sentence.span.end):
            lines[number] = None
    last = -1
    for number, line in lines.items():
        if line is None:
            if found and last == number - 1:
                found[-1] = _going_on(text, sentences, quotations, number, found[-1], frozenset(lines), markup)
                last = _last_of(sentences, number, found[-1].content)
            continue
        name = line.source.of(text).removesuffix("’s").removesuffix("'s")
        near = _near(phrases, sentences[number].span)
        is_outlet = any(p.span.overlaps(line.source) and p.head is Head.OUTLET for p in near)
        is_extract = name.rpartition(" ")[2] in forms_of("extract")  # "that Bloomberg quote" is one paragraph
        content = block_under(
            text,
            sentences,
            quotations,
            number,
            name,
            frozenset(lines),
            markup,
            is_text=not is_extract and (line.is_text or (is_outlet and _is_news(sentences, number))),
            is_outlets=line.is_from and any(p.span.overlaps(line.source) and p.head not in SPOKEN_OF for p in near),
            is_written=is_outlet,
        )
        if not content:
            continue
        last = _last_of(sentences, number, content)
        is_quoted = _is_quoted(text, content[0])
        found.append(
            Attribution(
                (line.source,),
                line.cue,
                content,
                chain=_chain(text, line, sentences[number].span, near, names),
                construction="introduction",
                manner=Manner.DIRECT if is_quoted else Manner.INDIRECT,
                reach=Reach.BLOCK_QUOTATION,
                evidence=(Evidence("layout.introduction", sentences[number].span, line.cue[0].of(text)),),
            )
        )
    return tuple(found)


def _going_on(  # noqa: PLR0917  a line, its place and what surrounds it
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    number: int,
    above: Attribution,
    introductions: frozenset[int],
    markup: Markup,
) -> Attribution:
    """Return the block *above* the line *number*, which says that it goes on, with the block under it; as it is, if only one of them is quoted."""
    if _is_quoted(text, above.content[-1]) != _is_quoted(text, sentences[number + 1].span):
        return above
    source = above.source[0].of(text)
    content = block_under(text, sentences, quotations, number, source, introductions, markup, is_text=False)
    return replace(above, cue=(*above.cue, sentences[number].span), content=(*above.content, *content))


def _is_quoted(text: str, span: Span) -> bool:
    return text[span.start] in OPENING


def _last_of(sentences: tuple[Sentence, ...], number: int, content: tuple[Span, ...]) -> int:
    """Return the number of the sentence with which the block *content* under sentence *number* ends; a block that ends inside one ends with none."""
    return next((n for n in range(number + 1, len(sentences)) if sentences[n].span.end == content[-1].end), -1)


def _read(  # noqa: PLR0917  a line, its place and what surrounds it
    text: str, sentences: tuple[Sentence, ...], number: int, phrases: tuple[OutletPhrase, ...], names: Names, markup: Markup
) -> _Line | None:
    """Return who the line *number* introduces, None if it introduces nobody."""
    span = sentences[number].span
    words = span.of(text)
    words = words[:-1] + ":" if words[-1] in "—–" else TRAILS_OFF.sub(":", words) if words.endswith(("...", "…")) else words
    if (
        len(words) > LONGEST_LINE
        or words[-1] not in ":,.…"
        or (words[-1] != ":" and sentences[number].kind in {SentenceKind.BYLINE, SentenceKind.CREDIT})
    ):
        return None
    phrases = _near(phrases, sentences[max(0, number - 1)].span, span)
    if words.startswith(("Here", "here")) and EXTRACT.fullmatch(words):
        return _extract(words, sentences, number, phrases)
    if line := _presented(text, words, span, phrases, names):
        return line
    is_marked = begins_voice(markup, number + 1)
    if (
        words[-1] == ","
        and words[0] not in OPENING
        and not is_marked
        and text[sentences[number + 1].span.start] in DOUBLE_OPENING
    ):
        return _spoken(f"{words[:-1]}:", span) or _subject(text, span, names) or _about(text, span, names)
    if words[-1] in ",." and not words.endswith("..."):
        is_written = is_marked and any("document" in classes_by_form().get(word, ()) for word in regex.findall(r"\p{Ll}+", words))
        return _about(text, span, names) if is_written else None
    if line := _spoken(words, span):
        return line
    if handed := handed_over(text, span, phrases):
        phrase, is_whole = handed
        return _Line(phrase.span, _rest(text, span, phrase.span), is_text=is_whole, is_from=True)
    if is_marked and (
        named := next(
            (p for p in phrases if p.head is Head.OUTLET and span.start <= p.span.start <= span.start + len("The ")), None
        )
    ):
        return _line(text, span, named.span)
    if is_marked and (line := _subject(text, span, names)):
        return line
    return _by_colon(text, span, sentences[number + 1].span, names, is_marked=is_marked) if words[-1] == ":" else None


def _by_colon(text: str, span: Span, under: Span, names: Names, *, is_marked: bool) -> _Line | None:
    """Return whom the line *span* is about that a colon ends, whatever it says of them: what is *under* it must be quoted, or speak for itself."""
    is_quoted = is_marked or text[under.start] in OPENING
    if is_quoted and (line := _about(text, span, names)):
        return line
    line = None if SELF.search(text, span.start, span.end) else _whoever(text, span, names)
    return line and line._replace(needs_voice=text[under.start] not in DOUBLE_OPENING)


def _presented(text: str, words: str, span: Span, phrases: tuple[OutletPhrase, ...], names: Names) -> _Line | None:
    """Return who a line presents without a verb of theirs: "From PA Media:", "Here’s AFP on the vote:"."""
    match = TEXT_OF.fullmatch(words) if words[-1] == ":" else None
    if match and _may_write(match["source"], span.start + match.end("source"), names):
        source = _moved(match.span("source"), span.start)
        return _Line(source, (_moved(match.span("cue"), span.start),), is_text=True)
    for pattern in (PLAIN, MORE, HERE, WHAT, ACCORDING):
        if words[-1] != "." and (match := pattern.fullmatch(words)):
            source = _moved(match.span("source"), span.start)
            if NOBODY.fullmatch(match["source"]) or (pattern is HERE and not _may_speak(source, phrases, names)):
                return None
            if pattern is PLAIN and not _may_be_from(match["source"]):
                return None
            is_from = pattern in {PLAIN, MORE}
            return _Line(source, _rest(text, span, source), is_text=is_from or pattern is HERE, is_from=is_from)
    return None


def _may_be_from(source: str) -> bool:
    """Tell whether a line can be from *source*: a name, a pronoun, who speaks or a document; "From the archive:" and "By the numbers:" name nobody."""
    noun = source.rpartition(" ")[2]
    return " " not in source or not noun.islower() or is_source_noun(noun) or "document" in classes_by_form().get(noun, ())


def _is_news(sentences: tuple[Sentence, ...], number: int) -> bool:
    """Tell whether the paragraph behind sentence *number* is one sentence, as agencies and papers write: then more of them follow."""
    return number + 2 >= len(sentences) or sentences[number + 2].paragraph != sentences[number + 1].paragraph


def _may_speak(source: Span, phrases: tuple[OutletPhrase, ...], names: Names) -> bool:
    """Tell whether what follows "Here is" speaks: an outlet or a person does, "the pledge" and "Google" are shown."""
    is_outlet = any(phrase.span.overlaps(source) and phrase.head is not Head.ASIDE for phrase in phrases)
    return is_outlet or any(is_personal(person) for person in names.between(source.start, source.end))


def _may_write(source: str, end: int, names: Names) -> bool:
    """Tell whether *source*, which ends before *end*, can have written a text: somebody named, those who speak, a body of two words or more; "Leeds" has written none."""
    words = source.removeprefix("the ").removeprefix("The ").split()
    if words[-1].islower():
        return is_source_noun(words[-1])
    return person_named(source, end, names) is not None or len(words) > 1 or words[0].isupper()


def _spoken(words: str, span: Span) -> _Line | None:
    """Return who says, writes or tweets at the end of a line: "Puzder wrote:", "The letter reads:", "his reply was:"."""
    found = find_teller(words)
    return _Line(_moved(found.span("source"), span.start), (Span(span.start + found.start("cue"), span.end),)) if found else None


def _speaks_under(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], number: int, name: str) -> bool:
    """Tell whether the paragraph under the line *number* says "I" or "we" outside quotation marks, in a text that does not say so itself."""
    speech = speech_under(text, sentences, quotations, number, name)
    return any(
        SELF.search(text, sentence.span.start, sentence.span.end)
        for sentence in speech
        if sentence.paragraph == speech[0].paragraph
    )


def _whoever(text: str, span: Span, names: Names) -> _Line | None:
    """Return whom a line is about by its first words, whatever it says of them: "The mayor", "she", "Ana Ruiz", "The Corran Water Board"."""
    found = WHOEVER.match(text, span.start, span.end)
    if found is None:
        return None
    source = Span(*found.span("source"))
    words = source.of(text)
    if found["noun"]:
        is_somebody = source_nouns().get(singular(found["noun"]), NO_SOURCE)[0] in SPEAK_FOR_THEMSELVES
    elif found["name"]:
        is_somebody = person_named(words, source.end, names) is not None or words.rpartition(" ")[2].lower() in body_words()
    else:
        is_somebody = True
    return _line(text, span, source) if is_somebody else None


def _about(text: str, span: Span, names: Names) -> _Line | None:
    """Return whom a line before a quotation is about, the first whom it names but as owner or behind a preposition or a verb: "Mary Colbert for one is certain of this:"."""
    for match in NAMED.finditer(text, span.start, span.end):
        name = without_possessive(match.group())
        if strip_titles(name.split()) and person_named(name, match.start() + 1, names):
            is_subject = name == match.group() and ASIDE.search(text, span.start, match.start()) is None
            return _line(text, span, Span(match.start(), match.end())) if is_subject else None
    return None


def _subject(text: str, span: Span, names: Names) -> _Line | None:
    """Return who the line is about before a block of the markup, by its first words: "The president reacted on Friday:"."""
    found = SUBJECT.match(text, span.start, span.end)
    if found is None or text[span.end - 1] not in ":,":
        return None
    if found["name"]:
        end = found.end("name")
        is_person = person_named(without_possessive(found["name"]), end, names) is not None
        return _line(text, span, Span(span.start, end)) if is_person else None
    end = found.start("nouns")
    for word in found["nouns"].split():
        end = text.index(word, end) + len(word)
        if (
            SELVES.match(text, end)
            or singular(word) in source_nouns()
            or (word in titles_table() and not text.startswith((" minister", " president"), end))
        ):
            return _line(text, span, Span(span.start, end))
    return None


def _line(text: str, span: Span, source: Span) -> _Line:
    """Return the line *span* as one that introduces *source* by whatever it says behind it."""
    return _Line(source, (_behind(text, source, span),))


def _extract(words: str, sentences: tuple[Sentence, ...], number: int, phrases: tuple[OutletPhrase, ...]) -> _Line | None:
    """Return whose an extract is: the outlet that the line or the one before it names, else the paper that it is from."""
    spans = [sentence.span for sentence in sentences[max(0, number - 1) : number + 1]]
    named = [p for p in phrases if any(span.covers(p.span) for span in spans) and p.head not in SPOKEN_OF]
    if named:
        return _Line(named[-1].span, (spans[-1],))
    paper = FROM_PAPER.search(words)
    if paper is None:
        return None
    return _Line(_moved(paper.span("source"), spans[-1].start), (_moved(paper.span("cue"), spans[-1].start),), is_text=True)


def _chain(text: str, line: _Line, span: Span, phrases: tuple[OutletPhrase, ...], names: Names) -> tuple[Source, ...]:
    """Return the outlets that *line* names beside its source: where it was said, or a source from which more comes that no table knows."""
    links: list[Source] = []
    own = next((p for p in phrases if p.span.overlaps(line.source) and p.head not in SPOKEN_OF), None)
    is_own = own is not None and (line.is_from or _is_thing_of(text, own, line.source))
    if own and is_own and own.head is Head.OUTLET and own.span.start <= line.source.start + len("that "):
        links.extend(own.links(Role.REPORTER))
    if line.is_from and not any(phrase.span.overlaps(line.source) for phrase in phrases):
        name = line.source.of(text)
        if name.removeprefix("the ")[:1].isupper() and person_named(name, line.source.end, names) is None:
            evidence = (Evidence("sources.from", line.source, name),)
            return (Source(SourceType.OUTLET, name.removeprefix("the "), line.source, role=Role.REPORTER, evidence=evidence),)
    for phrase in phrases:
        if span.covers(phrase.span) and not phrase.span.overlaps(line.source) and phrase.head is not Head.COMPANY:
            # Who "appeared on" a network spoke there, if a quotation follows.
            before = {Head.ASIDE: APPEARED_ON, Head.INTERVIEW: OWNED_BEFORE}.get(phrase.head, VENUE_BEFORE)
            if before.search(text, max(span.start, phrase.span.start - 40), phrase.span.start):
                links.extend(phrase.links(Role.VENUE))
    return tuple(links)


def _is_thing_of(text: str, outlet: OutletPhrase, source: Span) -> bool:
    """Tell whether *source* is a part of what *outlet* published, by the noun behind its name: "that Reuters | quote"; "that CNN guest" speaks for himself."""
    return text[outlet.span.end : source.end].strip() in forms_of("extract", "piece")


def _near(phrases: tuple[OutletPhrase, ...], first: Span, last: Span | None = None) -> tuple[OutletPhrase, ...]:
    """Return the phrases that begin from the start of *first* to the end of *last*, a blank before them included."""
    low = bisect_left(phrases, first.start, key=lambda phrase: phrase.span.start)
    return phrases[low : bisect_left(phrases, (last or first).end, key=lambda phrase: phrase.span.start)]


def _moved(place: tuple[int, int], by: int) -> Span:
    return Span(place[0] + by, place[1] + by)


def _rest(text: str, line: Span, source: Span) -> tuple[Span, ...]:
    """Return the words of *line* before and behind its source: what says that something comes from there."""
    behind = _behind(text, source, line)
    has_words = any(map(str.isalnum, behind.of(text)))
    before = trimmed(text, line.start, source.start)
    return (*before, behind) if has_words or not before else before


def _behind(text: str, source: Span, line: Span) -> Span:
    """Return what *line* says behind its source, the possessive ending too, without the blank between them."""
    return Span(source.end + len(text[source.end : line.end]) - len(text[source.end : line.end].lstrip()), line.end)
