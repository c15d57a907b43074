"""How a line ends, whatever hangs behind its stop: the words of a line go in, the mark that ends it comes out.

Quotation marks and brackets close after the stop, and editors hang footnote marks and links on it ("It is unsafe.[1]"). None of
them makes a line without a full stop of a sentence that has one.
"""

from __future__ import annotations

import regex

from citeaudit.patterns import pattern_of

CLOSERS = "\"”’‘')]}»*_ \t"
STOPS = frozenset(".!…:;,—–-")
BARE_ENDS = STOPS | {"?"}
HUNG = pattern_of(
    r"""
    (?<=[.!?…][\"”’')»*_]{0,3})
    (?:\s?(?:
        \[[^\[\]\n]{1,40}\](?:\([^()\s]{0,200}\))?      # [1], [^1], [note 2], [link](https://…)
      | \(\^?\d{1,3}\) | [¹²³⁰⁴-⁹†‡§*](?:,?\s?[¹²³⁰⁴-⁹†‡§*])*+   # (1), ¹, ²,³, †
      | <sup>\W?\d{1,3}\W?</sup>
      | [(\[](?:[Vv]ia|[Hh]/[Tt]|[Hh]at[ ]tip|[Ss]ource:|[Pp]er|[Ff]rom)\s[^()\[\]\n]{2,40}[)\]][.;]?   # (h/t The Sun)
      | [<(\[]?(?:https?://|www\.)[^\s<>]+[>)\]]?       # a link
    ))+\s?$
  | (?<=\p{Ll}{2}[.!?][\"”’']{0,2})\d{1,2}$             # a raised figure that was flattened
    """,
    regex.VERBOSE,
)
TAIL = 300
"""What hangs behind a stop is no longer than this."""


def ending_of(words: str) -> str:
    """Return the mark or letter with which *words* end, without what closes after it and hangs behind it."""
    if (last := words[-1:]) in BARE_ENDS:
        return last  # asked first, since most sentences end so
    tail = words[-TAIL:].rstrip()
    last = tail.rstrip(CLOSERS)[-1:]
    if last in BARE_ENDS:
        return last
    hung = HUNG.search(tail)
    return tail[: hung.start()].rstrip(CLOSERS)[-1:] if hung else last
