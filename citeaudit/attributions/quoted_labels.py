"""Names before a quotation: a paragraph "Hollis – “We were second best.”" or "HOLLIS ON THE PENALTY: “…”" goes in, who said it comes out.

Match reports and quote columns are written so, without a verb. The name must be one: somebody whom the article names, or a
word that is nothing else, and the quotation must end its paragraph.
"""

from __future__ import annotations

from bisect import bisect_right

from citeaudit.attributions.frames.labels import is_name
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names

NAME = r"(?P<name>\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3}?)"
DASH = pattern_of(
    rf"(?:[\p{{Ll}}\p{{Lu}}][\p{{Ll}}\p{{L}}-]*\s){{0,3}}?{NAME}(?:,\s[^“”\"\n–—]{{2,60}}|\s\([^()\n]{{2,40}}\))?\s?(?P<mark>[–—]|\s-)\s?(?=[“\"])"
)
COLON = pattern_of(rf"{NAME}(?:\s(?P<on>ON|on)\s[^“”\":\n]{{2,60}})?(?P<mark>:)\s(?=[“\"])")
"""A name, perhaps what it speaks of, and a colon: "HOLLIS ON THE PENALTY:"."""
REST = 2
"""What may stand behind the closing mark at most, in code points."""


def find_quoted_labels(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], names: Names
) -> tuple[Attribution, ...]:
    """Return an attribution for each paragraph of *text* that is a name and a quotation."""
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
        match = DASH.match(text, first.span.start, ends[paragraph]) or COLON.match(text, first.span.start, ends[paragraph])
        quotation = starts.get(match.end()) if match else None
        if (
            match is None
            or quotation is None
            or ends[paragraph] - quotation.span.end > REST
            or not is_name(match["name"], match.end(), names)
        ):
            continue
        name, mark = Span(*match.span("name")), Span(match.end("name"), match.end("mark"))
        found.append(
            Attribution(
                (name,),
                (mark,),
                (quotation.span,),
                construction="turn",
                manner=quotation.manner,
                evidence=(Evidence("frames.quoted_label", name, name.of(text)),),
            )
        )
    return tuple(found)
