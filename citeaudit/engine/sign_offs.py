"""Sign-offs: a text goes in, the quotations that a dash and a name close come out ("“We lost.” — Ana Ruiz", embedded posts).

Readers' letters, epigraphs, pull quotes and posts of social networks name their author so. The training corpus holds too
few of them to learn from, and the line says it without doubt: a whole line of somebody's words, a dash, a name, the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import Attribution, Manner
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = pattern_of(r"\S[^\n\r]*")
"""A line as it is typed, not a paragraph: readers' letters stand line under line."""
NAME = r"\p{Lu}[\p{L}.’'-]*(?:\s(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|al|bin|of)){0,4}"
SPEAKING = "|".join(sorted(form for form in forms_of("lead_verb") if form.endswith("ing")))
"""What may stand behind a name that signs, and what they spoke on."""
SIGNED = pattern_of(
    rf"""
    (?P<dash>[―—–]|--?)\s?                            # the dash
    (?:
      (?P<source>{NAME}),?\s(?:to|on|in)\s(?:the\s)?[\p{{Lu}}“‘][^\n,]{{0,50}}?   # "Ana Ruiz to the Guardian": the frame of a venue reads the rest
    | (?P<source>{NAME})\s(?:{SPEAKING})\s[^\n“”"]{{2,120}}?              # "Ana Ruiz commenting on the vote"
    | (?P<source>{NAME}                                 # "Ana Ruiz"
        (?:,\s[^\n“”"]{{2,60}}?)?(?<!\p{{Ll}}\.))          # ", a baker in Port Ellis"; no full stop of the line
    )
    \.?\s*$
    """,
    regex.VERBOSE,
)
POSTED = pattern_of(
    r"""
    (?P<dash>[―—–]|--?)\s
    (?P<source>[^\n“”"—]{2,50}?\s\(@\w{1,30}\))       # "Ana Ruiz (@anaruiz)"
    (?:\s\p{Lu}\p{L}{2,8}\s\d{1,2},\s\d{4})?          # "July 5, 2016"
    \W*$
    """,
    regex.VERBOSE,
)
LABEL = pattern_of(r"[^“”\".!?:\n]{2,40}:[*_]{0,2}\s(?=[“\"])")
"""What a newsletter prints before the words: "Quote of the day: | “We lost.”"."""
NAMED = re.compile(r"[―—–-](?<![^\s“”\"‘'’-][―—–-])\s?[^\W\d_a-z]")
HANDLE = "(@"
"""What neither can do without: a dash that joins no two words, before a capital; who posted."""
OPENING = "“”\"‘'"
CLOSING = "”\"’'“"
TAIL = 140
"""How far from its end a line is searched for a name."""
FEWEST_WORDS = 4
"""So many words at the least are somebody's, fewer a caption."""
CONFIDENCE = 0.85
SIGN_OFF = "sign_off"
"""The construction of words that a name behind a dash closes."""


def find_sign_offs(text: str) -> tuple[Attribution, ...]:
    """Return the attributions that a name at the end of a line makes, in order."""
    return tuple(_in_lines(text)) if HANDLE in text or NAMED.search(text) else ()


def _in_lines(text: str) -> Iterator[Attribution]:
    before: Span | None = None
    for match in LINE.finditer(text):
        words = match.group().rstrip()
        line = Span(match.start(), match.start() + len(words))
        tail = max(0, len(words) - TAIL)
        posted = POSTED.search(words, tail) if HANDLE in words else None
        signed = posted or (SIGNED.search(words, tail) if NAMED.search(words, tail) else None)
        if signed is not None:
            said = words[: signed.start()].rstrip()
            label = LABEL.match(said)
            start = label.end() if label else 0
            said = said[start:]
            if not said and before is not None and posted is None and _is_quoted(before.of(text)):
                yield _attribution(line, signed, before)
            elif len(said.split()) >= FEWEST_WORDS and (posted is not None or _is_quoted(said)):
                yield _attribution(line, signed, Span(line.start + start, line.start + start + len(said)))
        before = line


def _is_quoted(words: str) -> bool:
    return words[:1] in OPENING and words[-1:] in CLOSING and len(words.split()) >= FEWEST_WORDS


def _attribution(line: Span, signed: regex.Match[str], content: Span) -> Attribution:
    cue = Span(line.start + signed.start("dash"), line.start + signed.end("dash"))
    source = Span(line.start + signed.start("source"), line.start + signed.end("source"))
    return Attribution(
        (source,),
        (cue,),
        (content,),
        construction=SIGN_OFF,
        manner=Manner.DIRECT,
        score=CONFIDENCE,
        evidence=(Evidence("sign_offs", source, "a line of words, a dash, a name"),),
    )
