"""What of a source's words is the source: the words go in, the same without dateline, asides, times and what is only said of it come out.

"TARN -- Lavrov early last week" is Lavrov, and so is "Lavrov, speaking after the draw".
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.outlets.not_outlets import DAYS, MONTHS
from citeaudit.patterns import pattern_of
from citeaudit.words.tokens import kind_of

TIMES = sorted(forms_of("time_last"))
TIME_TAIL = worded(
    r"(?:,?\s@before_time)*,?\s"
    rf"(?:{'|'.join((*TIMES, *DAYS))}|(?<=\s(?:in|on)\s)(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?:\s\d{{1,2}})?)(?:\s(?:night|morning|afternoon|evening))?$"
)
"""When it was said, where the engine took it for a part of the source: "Lavrov early last week"."""
LAST_OF_TIME = frozenset((*TIMES, *DAYS, *MONTHS))
"""With one of these, or a number, ends when it was said."""
DATELINE = pattern_of(r"\s(?:--|—|–)\s")
ASIDE = pattern_of(r"\s(?:--|—|–)\s(?:(?!\s(?:--|—|–)(?:\s|$)).)+\s?(?:--|—|–)$", regex.DOTALL)
"""What stands between two dashes behind a source: "Berg | -- who has rowed for years --"."""
DIVISION = pattern_of(r"^[^()]*\([^()]*\)\s(?=\p{Lu}[\p{L}.’'-]*\s\p{Lu})")
"""What ends with a bracket before a name: the field of an office, a dateline: "DCP (Crimes) | Ana Ruiz", "Tarn (CNN) | Mayor Ana Ruiz"."""
BRACKET_TAIL = pattern_of(r"(?<=\p{L})\s\([^()]*\),?$")
"""What a bracket adds behind a name: "filmmaker Ana Ruiz | (“The Lane”, “Dock Talk”)"."""
INITIALS = pattern_of(r"(?<=\p{L})\s\(\p{Lu}[\p{L}&.]*\)(?=\s\p{Ll})")
"""How a body is called for short, between its name and whoever is of it: "Roads Agency | (RA) | officials"."""
SELF = pattern_of(r"\s(?:him|her|it|them)sel(?:f|ves)$")
"""What only stresses who it is: "the mayor | himself"."""
NO_LESS = pattern_of(r"^no(?:ne)?\s(?:less|other)\sthan\s", regex.IGNORECASE)
"""What only stresses it in front: "no less than | the mayor"."""
DASHES = ("--", "—", "–")
"""One of these stands in a source with a dateline or an aside."""
SUBJECTS = frozenset(("he", "she"))
"""Pronouns that are the source whatever stands before them: "asked if the guards would take over | he"."""
RELATIVE_TAIL = pattern_of(r",\s(?:who|which)\s.*$", regex.DOTALL)
"""What is only said of a source: "The commissioner|, who spoke through her aide"; a name in it is another's."""
PARTICIPLE_TAIL = worded(
    r",\s(?:\p{Ll}+ly\s)?(?P<verb>(?!(?:known|@goes_by)\b)\p{Ll}{3,})(?:\s(?:(?:by|in|on|at|from|with|to|for|after|before|as|during|of|about|under|through|via|near|outside|inside|"
    r"the|an?|his|her|its|their|last|late|early|earlier)\s|\d)[^,]*)?$"
)
"""The same with a participle alone: "The coach|, speaking after the draw", "The firm|, owned by tycoon Dan Moss"."""
UNNAMED_RELATIVE = pattern_of(r",?\s(?:who|which)\s.*$", regex.DOTALL)
"""The same of an unnamed one, with a comma or not: "A source | who pleaded anonymity"."""


def bare_words(words: str, span: Span, text: str) -> tuple[str, Span]:
    """Return the *words* of a source at *span* without dateline, asides and times; of "whether the guards would take over he", the pronoun alone."""
    words = " ".join(words.split())
    if " " not in words:  # most are a pronoun or a lone name
        return words.strip(" ,."), span
    if " than " in words:
        words = NO_LESS.sub("", words)
    has_dash = any(dash in words for dash in DASHES)
    if has_dash:
        words = ASIDE.sub("", words)
    if "(" in words:
        words = INITIALS.sub("", BRACKET_TAIL.sub("", DIVISION.sub("", words)))
    if has_dash:
        words = _without_dateline(words)
    words = words.strip(" ,.")
    last = words.rpartition(" ")[2]
    if last in LAST_OF_TIME or last[-1:].isdecimal():
        words = TIME_TAIL.sub("", words)
    if words.endswith(("self", "selves")):
        words = SELF.sub("", words)
    rest, _, last = words.rpartition(" ")
    if not rest or last.casefold() not in SUBJECTS:
        return words, span
    at = text.rfind(last, span.start, span.end)
    return last, Span(at, at + len(last))


def _without_dateline(words: str) -> str:
    """Return *words* behind a dateline, or before what a dash adds to them: "Berg | -- who has rowed for years"."""
    before, *behind = DATELINE.split(words)
    return before if behind and behind[-1][:1].islower() and before.strip() else [before, *behind][-1]


def without_what_is_said_of(words: str, *, is_unnamed: bool) -> str:
    """Return *words* without what a relative or a participle behind a comma says of the source; of one who *is_unnamed* any relative."""
    if " wh" in words:
        return (UNNAMED_RELATIVE if is_unnamed else RELATIVE_TAIL).sub("", words)
    tail = PARTICIPLE_TAIL.search(words) if "," in words else None
    return words[: tail.start()] if tail and kind_of(tail["verb"]) in ("ED", "ING") else words
