"""What every frame looks at: one outlet phrase where it stands, and the words before and after it.

A frame is a function from a Place to what it finds there, or None. A *wrapper* is an attribution of its own ("…, Bloomberg
reported."); a *link* adds an outlet to the chain of the attribution beside it ("told CNN").
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from citeaudit.constructions.framing import Found, FurtherLink
from citeaudit.model.relations import Attribution, Role
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import OutletPhrase

FARTHEST = 300
"""So many letters before a phrase are looked at: what says who stands behind a claim stands near the outlet, and a sentence
that names a thousand outlets must not be read a thousand times."""


@dataclass(frozen=True, slots=True)
class Place:
    """One phrase in its bounds: the sentence, or the stretch of quotation that it stands in."""

    text: str
    bounds: Span
    phrase: OutletPhrase

    @property
    def before(self) -> str:
        """Return the words from the bounds' start to the phrase, or the last of them."""
        return self.text[self._opening : self.phrase.span.start]

    @property
    def after(self) -> str:
        """Return the words from the phrase to the bounds' end."""
        return self.text[self.phrase.span.end : self.bounds.end]

    def left(self, match: regex.Match[str], group: str | int = 0) -> Span:
        """Return the span in the text of what *match* saw in the words before."""
        return Span(self._opening + match.start(group), self._opening + match.end(group))

    @property
    def _opening(self) -> int:
        return max(self.bounds.start, self.phrase.span.start - FARTHEST)

    def right(self, match: regex.Match[str], group: str | int = 0) -> Span:
        """Return the span in the text of what *match* saw in the words after."""
        return Span(self.phrase.span.end + match.start(group), self.phrase.span.end + match.end(group))


def wrap(
    place: Place, construction: str, cue: Span, content: tuple[Span, ...], role: Role = Role.REPORTER, *, score: float = 1.0
) -> Attribution:
    """Return the attribution of *content* to the phrase of *place*."""
    return Attribution(
        (place.phrase.span,),
        (cue,),
        content,
        chain=place.phrase.links(role),
        construction=construction,
        score=score,
        evidence=(Evidence(f"frames.{construction}", cue, cue.of(place.text)),),
    )


def add_link(
    place: Place, construction: str, cue: Span, role: Role, *, is_cue_shared: bool = False, is_first: bool = False
) -> Found:
    """Return the phrase of *place* as a further link, by the words *cue*."""
    links = place.phrase.links(role)
    return Found(links=(FurtherLink(links, cue, place.bounds, place.phrase.span, construction, is_cue_shared, is_first),))


CLAUSE_BREAK = pattern_of(
    r"[;—]|,\s(?:and|but|which|who|while|although|though|as|because|where|when)\s|\s(?:while|although|because|whereas)\s"
)


def clause_around(text: str, sentence: Span, cue: Span) -> tuple[int, int]:
    """Return the bounds of the clause around *cue* in *sentence*."""
    start = sentence.start
    for mark in CLAUSE_BREAK.finditer(text, sentence.start, cue.start):
        start = mark.end()
    mark_ = CLAUSE_BREAK.search(text, cue.end, sentence.end)
    return start, mark_.start() if mark_ else sentence.end


ADVERB = (
    r"(?:(?!(?:family|ally|anomaly|assembly|bully|butterfly|fly|folly|homily|lily|monopoly|rally|reply|supply|tally)\b)\p{Ll}+ly|also|first|later|now|then|since|previously|earlier|once|even|further|recently|has|have|had|is|was|can(?=\s(?:\p{L}+ly\s)?(?:reveal|disclose|report|confirm))|in\s\p{Lu}\p{Ll}+|on\s\p{Lu}\p{Ll}+day|"
    r"last\s(?:week|month|year|night|\p{Lu}\p{Ll}+)|this\s(?:week|month|year)|\p{Lu}\p{Ll}+day|yesterday|today|already|just|separately|still|"
    r"subsequently|itself|in\sturn|similarly|meanwhile|each|both)"
)
"""What may stand between an outlet and its verb; a name in -ly (Kelly, Italy) is none, nor are the nouns."""

TIME = (
    r"(?:(?:on|late|early|earlier|in|at|since|last|this|that|over)\s(?:on\s|in\s|the\s|last\s|this\s|late\s|early\s|a\s)*"
    r"(?:\p{Lu}\p{Ll}+day|week|month|year|night|morning|afternoon|evening|weekend|\p{Lu}[\p{Ll}]+\.?(?:\s\d+)?(?:,?\s\d{4})?|\d{4}|time)"
    r"(?:\s(?:night|morning|afternoon|evening))?|\p{Lu}\p{Ll}+day(?:\s(?:night|morning|afternoon|evening))?|"
    r"in\san?\s(?:\p{L}+\s)?(?:op-ed|editorial|article|report|column|piece|story)|yesterday|(?:just\s)?today|before|earlier|later|recently|previously|first|exclusively|at\sthe\stime|online|separately|months?\sago|years?\sago|weeks?\sago)"
)
"""When it was said: no content."""
