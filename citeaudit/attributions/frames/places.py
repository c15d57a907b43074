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
