"""Whose verb it is: where a verb stands goes in, the noun phrase before it comes out, with its apposition.

No parser is asked: the walk back from the verb ends at the first word that no noun phrase holds.
"""

from __future__ import annotations

from citeaudit.attributions.occasions import TIME
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

ADVERB = (
    r"(?:(?!(?:family|ally|anomaly|assembly|bully|butterfly|fly|folly|homily|lily|monopoly|rally|reply|supply|tally)\b)\p{Ll}+ly|also|first|later|now|then|since|previously|earlier|once|even|further|recently|has|have|had|is|was|in\s\p{Lu}\p{Ll}+|on\s\p{Lu}\p{Ll}+day|"
    r"last\s(?:week|month|year|night|\p{Lu}\p{Ll}+)|this\s(?:week|month|year)|\p{Lu}\p{Ll}+day|yesterday|today|already|just|separately|still|"
    r"subsequently|itself|in\sturn|similarly|meanwhile|each|both)"
)
"""What may stand between an outlet and its verb; a name in -ly (Kelly, Italy) is none, nor are the nouns."""
WINDOW = 400
"""How far around a verb its parts are looked for, in code points: no sentence of a newspaper needs more."""
ADJUNCT_LENGTH = 60
"""The longest adjunct between a source and its verb, in code points: "late on Monday evening"."""
DASHED = pattern_of(r"\s(?:--|–|—)\s[^–—]{3,150}?\s(?:--|–|—)$")
"""An apposition between dashes: "Ana Ruiz -- a nurse --"."""
ADJUNCT = pattern_of(rf"(?:\s|^)(?:{ADVERB}|{TIME})$")
WORD = pattern_of(r"[^\s,;:“”\"()–—]+")
STOP = frozenset(
    """that when while as because if but after before since although though where whether than then so which what how why who whom and or nor is are was were
    be been being has have had do does did will would can could may might must shall should not to says said told adding noting saying claiming arguing including
    yesterday today earlier later also""".split()  # noqa: SIM905
)
DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "its", "their", "my", "our", "your", "no", "any", "every", "each")
)
"""What no source ends with: "denied the | report" has a noun behind it, no verb. "Her" may be whom somebody told."""


def source_before(text: str, start: int, end: int) -> Span | None:
    """Return the noun phrase that ends at *end*, not before *start*, with its apposition: "Ana Ruiz, the mayor,"; None if there is none."""
    start = max(start, end - WINDOW)
    words = text[start:end].rstrip()
    while adjunct := ADJUNCT.search(words, max(0, len(words) - ADJUNCT_LENGTH)):
        words = words[: adjunct.start()].rstrip()
    stop = start + len(words)
    if words.endswith(","):
        comma = words.rfind(",", 0, -1)
        if comma > 0 and len(words) - comma < 160:
            outer = _walk_back(text, start, start + comma)
            return Span(outer.start, stop - 1) if outer else None
        return None
    if dash := DASHED.search(words):
        outer = _walk_back(text, start, start + dash.start())
        return Span(outer.start, stop) if outer else None
    return _walk_back(text, start, stop)


def _walk_back(text: str, start: int, stop: int) -> Span | None:
    first = stop
    for match in reversed(list(WORD.finditer(text, max(start, stop - 120), stop))):
        between = text[match.end() : first]
        if between.strip():
            break
        if not match.group().strip("-"):
            break
        if match.group().casefold() in STOP and not (match.group() in {"and", "who"} and first < stop and text[first].isupper()):
            if match.group() == "who" and first == stop:
                return Span(match.start(), stop)
            break
        first = match.start()
    words = text[first:stop].strip()
    if not words or not words[0].isalnum() or words.rpartition(" ")[2] in DETERMINERS:
        return None
    return Span(first, first + len(text[first:stop].rstrip()))
