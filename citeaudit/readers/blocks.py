"""One plain text out of marked-up words: blocks a blank line apart, white space run together, links and kinds of blocks as spans of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from citeaudit.model.articles import Block, BlockKind, Hyperlink
from citeaudit.model.spans import Span

BETWEEN_BLOCKS = "\n\n"


class Flow(NamedTuple):
    """What marked-up words come to: the text, the links in it, and what the markup says of its parts, an outer part before those in it."""

    text: str
    links: tuple[Hyperlink, ...] = ()
    blocks: tuple[Block, ...] = ()


class Blocks:
    """Words as they come, put together into one text whose offsets the links and the kinds of blocks keep."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self._links: list[tuple[int | None, str]] = []
        self._found: list[Hyperlink] = []
        self._open: list[tuple[BlockKind, int | None, int]] = []
        self._closed: list[tuple[Block, int]] = []
        self._begun = 0

    def add(self, words: str) -> None:
        """Add words of the present block; any run of their white space is one space, but for a no-break space."""
        if not words:
            return
        if words[0] in _SPACES and not self._pending:
            self._pending = " "
        cut = [word for word in words.translate(_AS_SPACE).split(" ") if word]
        if cut:
            self._put(" ".join(cut))
            self._pending = " " if words[-1] in _SPACES else ""

    def break_line(self) -> None:
        """End the line within the block."""
        if self._pending != BETWEEN_BLOCKS:
            self._pending = "\n"

    def begin_block(self) -> None:
        """Let what comes next stand apart from what came before."""
        self._pending = BETWEEN_BLOCKS

    def open_block(self, kind: BlockKind) -> None:
        """Let what comes next, until it is closed, stand apart and be a block of this *kind*."""
        self.begin_block()
        self._begun += 1
        self._open.append((kind, None, self._begun))

    def close_block(self) -> None:
        """End the block that was opened last; one without words is none."""
        kind, start, order = self._open.pop()
        if start is not None:
            self._closed.append((Block(Span(start, self._length), kind), order))
        self.begin_block()

    def begin_link(self, url: str) -> None:
        """Let the words to come carry a link."""
        self._links.append((None, url))

    def end_link(self) -> None:
        """End the link that was begun last."""
        start, url = self._links.pop()
        if start is not None and url:
            self._found.append(Hyperlink(Span(start, self._length), url))

    def finish(self) -> Flow:
        """Return the text, its links and its blocks."""
        return Flow("".join(self._parts), tuple(sorted(self._found, key=lambda link: link.span)), in_order(self._closed))

    def _put(self, words: str) -> None:
        between = self._pending if self._parts else ""
        start = self._length + len(between)
        self._links = [(start if begun is None else begun, url) for begun, url in self._links]
        if self._open and self._open[-1][1] is None:
            self._open = [(kind, start if begun is None else begun, order) for kind, begun, order in self._open]
        self._parts += [between, words]
        self._length = start + len(words)


def in_order(blocks: Iterable[tuple[Block, int]]) -> tuple[Block, ...]:
    """Return *blocks*, each with the number at which it was opened, in order of the text, an outer one before those inside it."""
    return tuple(block for block, _ in sorted(blocks, key=lambda opened: (opened[0].span.start, -opened[0].span.end, opened[1])))


_SPACES = " \t\n\r\f\v"
_AS_SPACE = str.maketrans(dict.fromkeys(_SPACES, " "))
