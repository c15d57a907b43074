"""One plain text out of marked-up words: blocks a blank line apart, white space run together, links as spans of it."""

from __future__ import annotations

from citeaudit.model.articles import Hyperlink
from citeaudit.model.spans import Span

BETWEEN_BLOCKS = "\n\n"


class Blocks:
    """Words as they come, put together into one text whose offsets the links keep."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self._links: list[tuple[int | None, str]] = []
        self._found: list[Hyperlink] = []

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

    def begin_link(self, url: str) -> None:
        """Let the words to come carry a link."""
        self._links.append((None, url))

    def end_link(self) -> None:
        """End the link that was begun last."""
        start, url = self._links.pop()
        if start is not None and url:
            self._found.append(Hyperlink(Span(start, self._length), url))

    def finish(self) -> tuple[str, tuple[Hyperlink, ...]]:
        """Return the text and its links."""
        return "".join(self._parts), tuple(sorted(self._found, key=lambda link: link.span))

    def _put(self, words: str) -> None:
        between = self._pending if self._parts else ""
        start = self._length + len(between)
        self._links = [(start if begun is None else begun, url) for begun, url in self._links]
        self._parts += [between, words]
        self._length = start + len(words)


_SPACES = " \t\n\r\f\v"
_AS_SPACE = str.maketrans(dict.fromkeys(_SPACES, " "))
