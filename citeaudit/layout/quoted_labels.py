"""Names beside a quotation, without a verb: a paragraph goes in, who said or wrote it comes out.

Match reports and quote columns put the name before it ("Hollis – “We were second best.”", "HOLLIS ON THE PENALTY: “…”"), digests a title and
its author ("“Ferries sold,” by Ana Ruiz: “…”"), and reporters in haste put it behind ("“We were second best,” Ana Hollis, the coach."). The
name must be one: somebody whom the article names, or a word that is nothing else, and nothing else may stand in the paragraph.
"""

from __future__ import annotations

from bisect import bisect_right

from citeaudit.layout.labels import is_name
from citeaudit.lexicon.classes import classes_by_form, forms_of
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names
from citeaudit.text.placing import sentence_at

NAME = r"(?P<name>\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3}?)"
DASH = pattern_of(
    rf"(?:[\p{{Ll}}\p{{Lu}}][\p{{Ll}}\p{{L}}-]*\s){{0,3}}?{NAME}(?:,\s[^“”\"\n–—]{{2,60}}|\s\([^()\n]{{2,40}}\))?\s?(?P<mark>[–—]|\s-)\s?(?=[“\"])"
)
COLON = pattern_of(rf"{NAME}(?:\s(?P<on>ON|on)\s[^“”\":\n]{{2,60}})?(?P<mark>:)\s(?=[“\"])")
"""A name, perhaps what it speaks of, and a colon: "HOLLIS ON THE PENALTY:"."""
MARKS = (":", "–", "—", "-")
"""One of these stands behind such a name."""
WRITER = r"\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]*){1,3}"
BY = pattern_of(
    rf"[”\"]\s(?P<mark>by)\s(?P<name>{WRITER})(?:(?:,\s{WRITER})*\s(?:and|&)\s{WRITER})?(?:\s(?:in|on|at)\s\p{{Lu}}[\p{{L}}.-]*(?:,?\s\p{{Lu}}[\p{{L}}.-]*)*)?:\s(?=[“\"])"
)
"""A title's end, who wrote it, and a colon: "“Ferries sold,” | by Ana Ruiz in Leeds:"."""
BEHIND = pattern_of(
    r"\s(?P<name>(?:(?:\p{Lu}\p{L}+\.?|the)\s){0,3}?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}(?:[\p{L}’'-]+|\.)){1,3})(?:\s\([^()\n]{1,40}\)|,\s[^“”\"\n:]{2,120})?\.?$"
)
"""A name that closes a sentence, perhaps with what they are: "“…,” | Ana Ruiz, the captain."."""
REST = 2
"""What may stand behind the closing mark at most, in code points."""
SPEECH = frozenset(("say", "tell", "report", "judge", "find", "say.ing", "before_quote"))
"""The classes of words that tell a quotation: where one stands behind it, the name is its subject."""


def find_quoted_labels(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], names: Names
) -> tuple[Attribution, ...]:
    """Return an attribution for each paragraph of *text* that is a name and a quotation."""
    if not quotations:
        return ()
    starts = {quotation.span.start: quotation for quotation in quotations}
    opened = sorted(starts)
    ends: dict[int, int] = {}
    firsts: dict[int, Sentence] = {}
    for sentence in sentences:
        firsts.setdefault(sentence.paragraph, sentence)
        ends[sentence.paragraph] = sentence.span.end
    found = []
    for paragraph, first in firsts.items():
        if first.kind not in {SentenceKind.STATEMENT, SentenceKind.FRAGMENT, SentenceKind.QUESTION}:
            continue
        if bisect_right(opened, ends[paragraph]) == bisect_right(opened, first.span.start):
            continue  # no quotation begins behind its first words
        words = text[first.span.start : ends[paragraph]]
        if not any(mark in words for mark in MARKS):
            continue
        match = DASH.match(text, first.span.start, ends[paragraph]) or COLON.match(text, first.span.start, ends[paragraph])
        quotation = starts.get(match.end()) if match else None
        if (
            match is None
            or quotation is None
            or ends[paragraph] - quotation.span.end > REST
            or not is_name(match["name"], match.end(), names)
        ):
            continue
        found.append(_attribution(text, Span(*match.span("name")), Span(match.end("name"), match.end("mark")), quotation))
    found += _written_by(text, starts, names)
    found += _named_behind(text, sentences, quotations, names)
    return tuple(sorted(found, key=lambda attribution: attribution.source[0].start))


def _written_by(text: str, starts: dict[int, Quotation], names: Names) -> list[Attribution]:
    """Return an attribution for each quotation that a title and its author's name stand before."""
    return [
        _attribution(text, Span(*match.span("name")), Span(*match.span("mark")), starts[match.end()])
        for match in BY.finditer(text)
        if match.end() in starts and is_name(match["name"], match.end("name"), names)
    ]


def _named_behind(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], names: Names
) -> list[Attribution]:
    """Return an attribution for each quotation that begins a sentence, ends in a comma, and has nothing but a name behind it."""
    found = []
    for quotation in quotations:
        if (
            sentences[sentence_at(sentences, quotation.span.start)].span.start != quotation.span.start
            or not quotation.is_closed
            or "," not in text[quotation.span.end - 2 : quotation.span.end]
        ):
            continue
        last = sentences[sentence_at(sentences, quotation.span.end - 1)]
        match = BEHIND.match(text, quotation.span.end, last.span.end)
        if match and not _says(match.group()) and is_name(match["name"], match.end("name"), names):
            name = Span(*match.span("name"))
            found.append(_attribution(text, name, name, quotation))
    return found


def _says(words: str) -> bool:
    """Tell whether *words* hold a verb: then they are no name with what they are."""
    return not forms_of("aux").isdisjoint(words.split()) or any(
        not _classes(word).isdisjoint(SPEECH) for word in words.lower().split()
    )


def _classes(word: str) -> frozenset[str]:
    return classes_by_form().get(word.strip(",."), frozenset())


def _attribution(text: str, name: Span, mark: Span, quotation: Quotation) -> Attribution:
    return Attribution(
        (name,),
        (mark,),
        (quotation.span,),
        construction="turn",
        manner=quotation.manner,
        evidence=(Evidence("layout.quoted_label", name, name.of(text)),),
    )
