"""The learned weights: a file goes in, the value that the decisions read comes out.

The file is JSON, nested as the engine looks the weights up: the kind of candidate, the facts that a clue looks at, and one level for each of them. Nothing has to
be put together: 115,000 weights are there in some 90 ms, a third of it to intern their facts.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from citeaudit.attributions.clues import LEFT_END, LEFT_START, RIGHT_START, SIDE
from citeaudit.attributions.cues import CUE
from citeaudit.attributions.end_clues import RIGHT_END
from citeaudit.attributions.lexicon import Forms
from citeaudit.attributions.relation_clues import RELATION
from citeaudit.attributions.source_clues import EXTENT, NO_SOURCE, SOURCE_AFTER, SOURCE_BEFORE, SOURCE_LEFT, SOURCE_RIGHT
from citeaudit.attributions.templates import Nested, Weigher, interned, keys
from citeaudit.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from citeaudit.attributions.words import Form

FORMAT: Final = "citeaudit/weights/3"
NAME: Final = "weights.json"
CANDIDATES: Final = {
    "cue": ("cue", CUE),
    "side": ("side", SIDE),
    "right_start": ("right_start", RIGHT_START),
    "right_end": ("right_end", RIGHT_END),
    "left_end": ("left_end", LEFT_END),
    "left_start": ("left_start", LEFT_START),
    "nobody": ("source", NO_SOURCE),
    "source_before": ("source", SOURCE_BEFORE),
    "source_after": ("source", SOURCE_AFTER),
    "source_left": ("source_left", SOURCE_LEFT),
    "source_right": ("source_right", SOURCE_RIGHT),
    "cue_left": ("cue_left", EXTENT),
    "cue_right": ("cue_right", EXTENT),
    "relation": ("relation", RELATION),
}
"""The kinds of candidates: in which decision they stand, and the templates of their clues. Only the source's edge has candidates of three kinds."""
DECISIONS: Final = tuple(dict.fromkeys(decision for decision, _ in CANDIDATES.values()))
"""The decisions in their order."""
REMEDY: Final = "make the file with: citeaudit train GOLD -o DIR"


@dataclass(frozen=True, slots=True)
class Weights:
    """
    What was learned: the weights of each kind of candidates by the facts that they look at, nested, and how often each stem speaks.

    *anchors* are the stems that may be a cue's speaking word. *digest* names the file in a report's provenance. *forms* and
    *weighers* are made of the others: a memo of what forms say, and for each kind of candidates the function that weighs them.
    """

    learned: Mapping[str, Mapping[str, Nested]]
    rates: Mapping[str, str]
    anchors: frozenset[str]
    digest: str = ""
    forms: Mapping[str, Form] = field(init=False, repr=False, compare=False)
    weighers: Mapping[str, Weigher] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "learned", interned(self.learned))
        object.__setattr__(self, "forms", Forms(self.rates))
        weighers = {kind: Weigher.of(templates, self.learned.get(kind, {})) for kind, (_, templates) in CANDIDATES.items()}
        object.__setattr__(self, "weighers", weighers)

    @classmethod
    def default(cls) -> Weights:
        """Return the weights that citeaudit ships, read once."""
        return _shipped()

    @classmethod
    def read(cls, path: Path | Traversable) -> Weights:
        """
        Return the weights of the file at *path*, or of ``weights.json`` in the folder at *path*.

        :raises ConfigError: if the file is missing or is no file of weights; all problems in one message.
        """
        place = path
        try:
            place = path.joinpath(NAME) if path.is_dir() else path
            if not place.is_file() and os.path.exists(str(place)):  # noqa: PTH110 - it may lie in an archive
                message = "it is a pipe or a device"  # which might never end
                raise ValueError(message)  # noqa: TRY301 - told as the others are
            content = place.read_bytes()
            document = json.loads(content, parse_float=Numbers().__getitem__, parse_constant=_refuse)
        except (OSError, ValueError, RecursionError) as error:
            message = f"{place}: cannot be read as a file of weights ({error}); {REMEDY}"
            raise ConfigError(message) from error
        return _checked(document, str(place), hashlib.sha256(content).hexdigest()[:12])


@cache
def _shipped() -> Weights:
    return Weights.read(files("citeaudit.attributions").joinpath("data", NAME))


class Numbers(dict[str, float]):
    """Numbers by how they are spelled: there are some thousand of them in all, and each is made once."""

    def __missing__(self, spelled: str) -> float:
        number = self[spelled] = float(spelled)
        return number


def _refuse(constant: str) -> Nested:
    message = f"{constant} is no number"
    raise ValueError(message)


def _checked(document: Nested, place: str, digest: str) -> Weights:
    """Return the weights that *document* holds; all problems in one message."""
    found = document.get("format") if isinstance(document, dict) else None
    if found != FORMAT:
        message = f"{place}: the format must be {FORMAT!r}, not {str(found)[:60]!r}; {REMEDY}"
        raise ConfigError(message)
    learned, rates, anchors = (document.get(name) for name in ("weights", "rates", "anchors"))
    problems = [
        f"{name!r} must be {what}"
        for name, value, kind, what in (
            ("weights", learned, dict, "an object by kind of candidate"),
            ("rates", rates, dict, "an object of lists of stems by step"),
            ("anchors", anchors, list, "a list of stems"),
        )
        if not isinstance(value, kind) or not value
    ]
    if not problems:
        problems += [f"the weights of {kind!r} are missing" for kind in CANDIDATES if not isinstance(learned.get(kind), dict)]
        problems += [f"there is no kind of candidate {kind[:40]!r}" for kind in learned if kind not in CANDIDATES]
    if not problems:
        problems += [
            f"no clue of {kind!r} looks at {facts[:80]!r}"
            for kind, (_, templates) in CANDIDATES.items()
            for facts in learned[kind].keys() - set(keys(templates))
        ]
    if not problems:
        try:
            steps = {stem: step for step, stems in rates.items() for stem in stems}
            return Weights(learned, steps, frozenset(anchors), digest)
        except (TypeError, ValueError) as error:
            problems.append(str(error))
    message = f"{place}: {'; '.join(sorted(problems)[:20])}; {REMEDY}"
    raise ConfigError(message)
