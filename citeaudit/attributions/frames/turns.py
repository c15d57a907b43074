"""Turns of a transcript or an interview: sentences go in, one attribution a turn comes out ("RUIZ: The price changed.").

A paragraph that opens with a name and a colon is a turn only where the article has a conversation: two speakers at least,
and one who speaks twice. A label in capitals is enough of a name; one in small letters must be named in full somewhere, so
that "Monday: …", "Verdict: …" and other lists stay the article's own.
"""

from __future__ import annotations

from collections import Counter

import regex

from citeaudit.model.relations import Attribution, Manner, Sentence
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.names import Names

LABEL = regex.compile(
    r"""
    ["“]?\s?+
    (?P<name>
        \p{Lu}[\p{Lu}'’.-]++(?:\ \p{Lu}[\p{Lu}'’.-]*+){0,3}           # RUIZ, CHUCK TODD
      | \p{Lu}[\p{L}'’-]++(?:\ \p{Lu}[\p{L}'’.-]++){0,3}               # Havel, Ines Havel
    )
    (?:\ \([^()\n]{1,40}\))?                                            # RUIZ (on tape)
    (?P<colon>:)\s
    """,
    regex.VERBOSE,
)
LEAST_TURNS = 3
OPENING = '"“'
CLOSING = '"”'


def find_turns(text: str, sentences: tuple[Sentence, ...], names: Names) -> tuple[Attribution, ...]:
    """Return the turns of *text*, in order; nothing where it holds no conversation."""
    paragraphs = _paragraphs(sentences)
    labels = [_label(text, span, names) for span in paragraphs]
    turns = Counter(_speaker(label) for label in labels if label)
    if turns.total() < LEAST_TURNS or len(turns) < 2 or max(turns.values()) < 2:
        return ()
    found = []
    for number, label in enumerate(labels):
        if label is None:
            continue
        content = [Span(label.end(), paragraphs[number].end)]
        for following in range(number + 1, len(paragraphs)):
            if labels[following] or not _runs_on(text, paragraphs[following - 1], paragraphs[following]):
                break
            content.append(paragraphs[following])
        found.append(
            Attribution(
                (Span(*label.span("name")),),
                (Span(*label.span("colon")),),
                tuple(content),
                construction="turn",
                manner=Manner.DIRECT,
                evidence=(Evidence("frames.turn", Span(*label.span("name")), label["name"]),),
            )
        )
    return tuple(found)


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[Span]:
    spans: dict[int, Span] = {}
    for sentence in sentences:
        first = spans.get(sentence.paragraph, sentence.span)
        spans[sentence.paragraph] = Span(first.start, sentence.span.end)
    return list(spans.values())


def _label(text: str, paragraph: Span, names: Names) -> regex.Match[str] | None:
    """Return the speaker's label that opens *paragraph*, None if none does or nothing follows it."""
    label = LABEL.match(text, paragraph.start, paragraph.end)
    if label is None or label.end() >= paragraph.end:
        return None
    if not any(letter.isalpha() for letter in text[label.end() : paragraph.end]):
        return None  # "Ruiz: 1,769." counts delegates.
    name = label["name"]
    return label if name.isupper() or names.find(name, label.end()) is not None else None


def _speaker(label: regex.Match[str]) -> str:
    return str(label["name"]).split()[-1].casefold()


def _runs_on(text: str, before: Span, paragraph: Span) -> bool:
    """Tell whether *paragraph* goes on with the quotation that the one *before* opened and did not close."""
    opened = text[before.start] in OPENING and text[before.end - 1] not in CLOSING
    return opened and text[paragraph.start] in OPENING
