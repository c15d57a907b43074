"""The learned weights: a file goes in, the value that the decisions read comes out.

The file is JSON, nested as the engine looks the weights up: the kind of candidate, the facts that a clue looks at, and one level for each of them. To read and check the
115,000 weights that are shipped takes some 90 ms, so what was read is kept for the next process, which has it in a seventh of the time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from citeaudit.engine.clues import LEFT_END, LEFT_START, RIGHT_START, SIDE
from citeaudit.engine.cues import CUE
from citeaudit.engine.end_clues import RIGHT_END
from citeaudit.engine.relation_clues import RELATION
from citeaudit.engine.source_clues import EXTENT, NO_SOURCE, SOURCE_AFTER, SOURCE_BEFORE, SOURCE_LEFT, SOURCE_RIGHT
from citeaudit.engine.templates import Nested, check_nested, interned, place_of
from citeaudit.engine.weighing import Weigher
from citeaudit.errors import ConfigError
from citeaudit.kept import keep, recall
from citeaudit.lexicon.tables import shipped_table
from citeaudit.words.forms import Forms

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from citeaudit.words.tokens import Form

FORMAT: Final = "citeaudit/weights/3"
NAME: Final = "weights.json"
LAYOUT: Final = b"rates, anchors, weighers"
"""What is kept of it for the next process: another word for each change of ``to_keep``."""
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
LARGEST: Final = 1e6
"""No clue weighs more: the heaviest that was learned weighs 2.6."""
STEPS: Final = frozenset("012345")
"""How often a stem speaks, as the file writes it."""
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
        for kind, (_, templates) in CANDIDATES.items():
            check_nested(templates, self.learned.get(kind, {}))
        object.__setattr__(self, "forms", Forms(self.rates))
        weighers = {kind: Weigher.of(templates, self.learned.get(kind, {})) for kind, (_, templates) in CANDIDATES.items()}
        object.__setattr__(self, "weighers", weighers)

    def __reduce__(self) -> tuple[Any, ...]:
        # What is made of the others is made anew where it arrives; the shipped ones are read there.
        if self is _shipped():
            return (_shipped, ())
        return (Weights, (self.learned, self.rates, self.anchors, self.digest))

    @classmethod
    def default(cls) -> Weights:
        """Return the weights that citeaudit ships, read once."""
        return _shipped()

    @classmethod
    def of_kept(cls, kept: Any, place: Path | Traversable, digest: str) -> Weights:
        """Return the weights of the file at *place*, of which *kept* is what ``to_keep`` gave: they were interned and checked when they were read."""
        weights = object.__new__(cls)
        rates, anchors, kept_weighers = kept
        weighers = {kind: Weigher(templates, *kept_weighers[kind]) for kind, (_, templates) in CANDIDATES.items()}
        values = (_Learned(place), rates, anchors, digest, Forms(rates), weighers)
        for one, value in zip(fields(cls), values, strict=True):
            object.__setattr__(weights, one.name, value)
        return weights

    def to_keep(self) -> tuple[Any, ...]:
        """Return what takes long to make of a file and an audit needs, in plain types."""
        return self.rates, self.anchors, {kind: weigher.to_keep() for kind, weigher in self.weighers.items()}

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
            numbers = Numbers().__getitem__
            document = json.loads(content, parse_float=numbers, parse_int=numbers, parse_constant=_refuse)
        except (OSError, ValueError, RecursionError) as error:
            message = f"{place}: cannot be read as a file of weights ({error}); {REMEDY}"
            raise ConfigError(message) from error
        return _checked(document, str(place), _digest(hashlib.sha256(content)))


class _Learned(Mapping[str, Mapping[str, Nested]]):
    """What was learned, in a file that was read before: read again when it is asked for, since an audit looks only at what was made of it."""

    def __init__(self, place: Path | Traversable) -> None:
        self.place = place

    @cached_property
    def read(self) -> Mapping[str, Mapping[str, Nested]]:
        return Weights.read(self.place).learned

    def __getitem__(self, kind: str) -> Mapping[str, Nested]:
        return self.read[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read)


@cache
def _shipped() -> Weights:
    place = shipped_table("citeaudit.engine", NAME)
    found = hashlib.sha256(place.read_bytes())
    kept = recall(NAME, LAYOUT + found.digest())
    if kept is not None:
        return Weights.of_kept(kept, place, _digest(found))
    weights = Weights.read(place)
    keep(NAME, LAYOUT + found.digest(), weights.to_keep())
    return weights


def _digest(found: hashlib._Hash) -> str:
    """Return by what a report's provenance names a file."""
    return found.hexdigest()[:12]


class Numbers(dict[str, float]):
    """Numbers by how they are spelled: there are some thousand of them in all, and each is made once."""

    def __missing__(self, spelled: str) -> float:
        number = float(spelled)
        if not abs(number) <= LARGEST:
            message = f"no clue weighs {spelled[:40]}: a weight is a finite number of at most {LARGEST:,.0f}"
            raise ValueError(message)
        self[spelled] = number
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
        problems += [f"'rates' has no step {step[:40]!r}" for step in rates if step not in STEPS]
        problems += [
            f"the rates of step {step[:40]!r} must be a list of stems" for step, stems in rates.items() if not _are_stems(stems)
        ]
        problems += [] if _are_stems(anchors) else ["'anchors' must be a list of stems"]
        problems += [f"the weights of {kind!r} are missing" for kind in CANDIDATES if not isinstance(learned.get(kind), dict)]
        problems += [f"there is no kind of candidate {kind[:40]!r}" for kind in learned if kind not in CANDIDATES]
    if not problems:
        problems += [
            f"no clue of {kind!r} looks at {facts[:80]!r}"
            for kind, (_, templates) in CANDIDATES.items()
            for facts in learned[kind]
            if place_of(templates, facts) is None
        ]
    if not problems:
        try:
            steps = {stem: step for step, stems in rates.items() for stem in stems}
            return Weights(learned, steps, frozenset(anchors), digest)
        except (TypeError, ValueError, ArithmeticError) as error:
            problems.append(str(error))
        except RecursionError:
            problems.append("the weights are nested too deep")
    message = f"{place}: {'; '.join(sorted(problems)[:20])}; {REMEDY}"
    raise ConfigError(message)


def _are_stems(value: Nested) -> bool:
    return isinstance(value, list) and all(isinstance(stem, str) for stem in value)
