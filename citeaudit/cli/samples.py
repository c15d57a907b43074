"""A sample of an archive: unread pieces go in, a fair draw of articles comes out, in the order of the archive.

Drawn in one pass (a reservoir), so that standard input can be sampled and the memory holds no more than the sample.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers import ReadSettings, holds_one, read_piece
from citeaudit.readers.pieces import Piece

Unread = Piece | InputProblem | Skipped


@dataclass(frozen=True, slots=True)
class Draw:
    """A piece to read, and which of the articles it holds are meant, counted from 0; None for all."""

    piece: Unread
    chosen: tuple[int, ...] | None = None


def draw_all(pieces: Iterable[Unread]) -> Iterator[Draw]:
    """Return every piece, with all that it holds."""
    return map(Draw, pieces)


def draw_sample(pieces: Iterable[Unread], settings: ReadSettings, *, number: int, seed: int) -> list[Draw]:
    """
    Return *number* articles drawn with *seed*, or all if there are no more; what could not even be cut stays in its place.

    A piece that may hold several articles is read to count them, so that each has the same chance.
    """
    random = Random(seed)  # noqa: S311 - a sample that can be drawn again, no secret
    reservoir: list[tuple[int, int, Piece]] = []
    failed: list[tuple[int, int, Unread]] = []
    seen = 0
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Piece):
            failed.append((place, 0, piece))
            continue
        for ordinal in range(1 if holds_one(piece) else sum(1 for _ in read_piece(piece, settings))):
            seen += 1
            slot = len(reservoir) if seen <= number else random.randrange(seen)
            if slot < number:
                reservoir[slot : slot + 1] = [(place, ordinal, piece)]
    draws: dict[int, Draw] = {}
    for place, ordinal, unread in sorted([*reservoir, *failed], key=lambda row: row[:2]):
        before = draws[place].chosen or () if place in draws else ()
        draws[place] = Draw(unread, (*before, ordinal))
    return list(draws.values())


def hash_of(draw: Draw) -> bytes:
    """Return a hash of what is in the piece that is drawn: of what was cut out, or of its file."""
    piece = draw.piece
    held = hashlib.blake2b(repr(draw.chosen).encode(), digest_size=16)
    if not isinstance(piece, Piece):
        held.update(str(piece).encode("utf-8", "surrogatepass"))
    elif piece.payload is None:
        # A pipe would be emptied by looking into it, and cannot be read a second time anyway.
        with suppress(OSError, ValueError):
            path = Path(piece.origin.path)
            if path.is_file():
                with path.open("rb") as stream:
                    while block := stream.read(1 << 20):
                        held.update(block)
    elif isinstance(piece.payload, bytes):
        held.update(piece.payload)
    else:
        with suppress(RecursionError):  # one that is nested too deeply to be written out will not be read either
            held.update(repr(piece.payload).encode("utf-8", "surrogatepass"))
    return held.digest()
