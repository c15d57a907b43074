"""The learned weights: a file goes in, the value that the decisions read comes out.

The file is text: after one line that names the format, a section for each decision begins with its name, and each line of it holds one number,
a tab, and all the clues that weigh so much, with a blank between them and tabs inside. Lines by number, not by clue, make the file small and quick to load.
"""

from __future__ import annotations

import hashlib
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
from citeaudit.attributions.templates import Weigher
from citeaudit.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from citeaudit.attributions.words import Form

FORMAT: Final = "citeaudit/weights/2"
NAME: Final = "weights.tsv"
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
RATES: Final = "rates"
ANCHORS: Final = "anchors"


@dataclass(frozen=True, slots=True)
class Weights:
    """
    What was learned: the weight of each clue of each decision, and how often each stem speaks.

    *anchors* are the stems that may be a cue's speaking word. *digest* names the file in a report's provenance. *forms* and
    *weighers* are made of the others: a memo of what forms say, and for each kind of candidates the function that weighs them.
    """

    decisions: Mapping[str, Mapping[str, float]]
    rates: Mapping[str, str]
    anchors: frozenset[str]
    digest: str = ""
    forms: Mapping[str, Form] = field(init=False, repr=False, compare=False)
    weighers: Mapping[str, Weigher] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", Forms(self.rates))
        weighers = {
            name: Weigher.of(templates, self.decisions.get(decision, {})) for name, (decision, templates) in CANDIDATES.items()
        }
        object.__setattr__(self, "weighers", weighers)

    @classmethod
    def default(cls) -> Weights:
        """Return the weights that citeaudit ships, read once."""
        return _shipped()

    @classmethod
    def read(cls, path: Path | Traversable) -> Weights:
        """
        Return the weights of the file at *path*, or of ``weights.tsv`` in the folder at *path*.

        :raises ConfigError: if the file is missing or is no file of weights; all problems in one message.
        """
        place = path.joinpath(NAME) if path.is_dir() else path
        try:
            content = place.read_bytes()
            lines = content.decode("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            message = f"{place}: cannot be read as a file of weights ({error}); make one with: citeaudit train GOLD -o DIR"
            raise ConfigError(message) from error
        return _parse(lines, str(place), hashlib.sha256(content).hexdigest()[:12])


@cache
def _shipped() -> Weights:
    return Weights.read(files("citeaudit.attributions").joinpath("data", NAME))


def _parse(lines: list[str], place: str, digest: str) -> Weights:  # noqa: C901 - one branch a kind of line
    if lines[0] != FORMAT:
        message = (
            f"{place}: the first line must be {FORMAT!r}, not {lines[0][:60]!r}; make the file with: citeaudit train GOLD -o DIR"
        )
        raise ConfigError(message)
    decisions: dict[str, dict[str, float]] = {}
    rates: dict[str, str] = {}
    anchors: frozenset[str] = frozenset()
    problems = []
    section = ""
    for number, line in enumerate(lines[1:], 2):
        if not line or line[0] == "#":
            continue
        head, tab, clues = line.partition("\t")
        if not tab:
            section = head
            if section in DECISIONS:
                decisions[section] = {}
            elif section not in (RATES, ANCHORS):
                problems.append(f"line {number}: there is no decision {section[:40]!r}")
        elif section == RATES:
            rates.update(dict.fromkeys(clues.split(" "), head))
        elif section == ANCHORS:
            anchors = frozenset(clues.split(" "))
        elif section in decisions:
            try:
                decisions[section].update(dict.fromkeys(clues.split(" "), float(head)))
            except ValueError:
                problems.append(f"line {number}: {head[:40]!r} is no number")
    problems += [f"the decision {name!r} is missing" for name in DECISIONS if name not in decisions]
    problems += [f"the section {name!r} is missing" for name, found in ((RATES, rates), (ANCHORS, anchors)) if not found]
    if problems:
        message = f"{place}: {'; '.join(problems[:20])}; make the file with: citeaudit train GOLD -o DIR"
        raise ConfigError(message)
    try:
        return Weights(decisions, rates, anchors, digest)
    except ValueError as error:
        message = f"{place}: {error}; make the file with: citeaudit train GOLD -o DIR"
        raise ConfigError(message) from error
