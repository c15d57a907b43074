"""
The markup of a Word document as Word shows it with all changes accepted: an element goes in, plain ones come out.

What Word hides is left out, what only wraps words is unwrapped, text boxes stand behind the paragraph that they are anchored in,
and links and notes that lead nowhere are words.
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
PROPERTIES = frozenset(("pPr", "rPr", "tblPr", "trPr", "tcPr"))
KEPT = frozenset((
    "body", "br", "endnote", "endnoteReference", "fldChar", "footnote", "footnoteReference", "hyperlink", "instrText", "noBreakHyphen",
    "p", "r", "softHyphen", "sym", "t", "tab", "tbl", "tc", "tr",
))  # fmt: skip
"""The elements that the library knows; the words in any other are put in its place."""

FRAGILE = frozenset(("fldChar", "instrText", "sym"))
"""Those that the library reads more into than words."""

OTHERWISE = {f"{W}cr": f"{W}br", f"{W}ptab": f"{W}tab", f"{MATH}r": f"{W}r", f"{MATH}t": f"{W}t"}
"""Elements that show what one of those does."""

DROPPED = frozenset(
    ("del", "moveFrom", "delText", "rt", "sdtPr", "sdtEndPr", "numberingChange", "pPrChange", "rPrChange", "fldData")
)
"""What Word does not show: what was taken out or moved away, the reading beside a word, and what is said about words."""

FOREIGN = frozenset(("altChunk", "subDoc"))
"""Words that stand in another file, which Word takes in when it opens this one."""

REFERENCES = frozenset(("footnoteReference", "endnoteReference"))
DEEPEST = 200
"""Elements within one another, beyond which no writer's document goes and the library's recursion ends."""


class ForeignPartError(ValueError):
    """A document whose words stand in a part that is no Word document."""


class Plain:
    """The plain form of one part's elements; text boxes wait in *boxes* for the end of the paragraph that they are anchored in."""

    def __init__(self, etree: Any, relations: frozenset[str], notes: frozenset[tuple[str, str | None]], *, is_bare: bool) -> None:
        self._etree = etree
        self._relations = relations
        self._notes = notes
        self._is_bare = is_bare
        self._boxes: list[Any] = []

    def of(self, element: Any, depth: int = 0) -> list[Any]:
        """Return what stands for *element*: itself, what it wraps, or nothing."""
        if depth > DEEPEST:
            message = "its elements stand too deep within one another"
            raise ValueError(message)
        element.tag = OTHERWISE.get(element.tag, element.tag)
        name = element.tag.removeprefix(W) if element.tag.startswith(W) else ""
        if name in PROPERTIES:
            return [] if self._is_bare else [element]
        if name in KEPT and not (self._is_bare and name in FRAGILE):
            return [] if self._is_nothing(element, name) else self._kept(element, name, depth)
        return [] if name in DROPPED else self._unwrapped(element, name, depth)

    def _is_nothing(self, element: Any, name: str) -> bool:
        """Tell whether an element that the library knows shows nothing here, or would only trouble it."""
        if name in REFERENCES:
            return (f"{W}{name.removesuffix('Reference')}s", element.get(f"{W}id")) not in self._notes
        taken_out = {"tc": f"{W}tcPr/{W}cellDel", "tr": f"{W}trPr/{W}del"}.get(name)
        return (name == "r" and _is_hidden(element)) or (taken_out is not None and element.find(taken_out) is not None)

    def _kept(self, element: Any, name: str, depth: int) -> list[Any]:
        if name == "hyperlink":
            for attribute in RELATIONS:
                if element.get(attribute) is not None and element.get(attribute) not in self._relations:
                    del element.attrib[attribute]
        outer, self._boxes = self._boxes, []
        element[:] = self._inside(element, depth)
        inner, self._boxes = self._boxes, outer
        if name == "p":
            _keep_last(element, inner)
            return [element, *inner]
        self._boxes += inner
        return [element]

    def _unwrapped(self, element: Any, name: str, depth: int) -> list[Any]:
        """Return the words in an element that the library does not know, where they are shown."""
        if name in FOREIGN:
            message = f"words stand in a part of another kind ({name})"
            raise ForeignPartError(message)
        if name == "txbxContent":
            self._boxes += self._inside(element, depth)
            return []
        if name == "fldSimple":
            return self._field(element, depth)
        if element.tag == CHOICES:
            # Several ways to show the same: the first that has words.
            worded = (branch for branch in element.iterchildren("*") if next(branch.iter(f"{W}t"), None) is not None)
            return next((self._inside(branch, depth) for branch in worded), [])
        return self._inside(element, depth)

    def _inside(self, element: Any, depth: int) -> list[Any]:
        return [made for child in element.iterchildren("*") for made in self.of(child, depth + 1)]

    def _field(self, element: Any, depth: int) -> list[Any]:
        """Return a field that is one element as the runs that the library knows it by."""
        runs = [self._etree.Element(f"{W}r") for _ in range(4)]
        for run, kind in zip((runs[0], runs[2], runs[3]), ("begin", "separate", "end"), strict=True):
            self._etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
        self._etree.SubElement(runs[1], f"{W}instrText").text = element.get(f"{W}instr") or ""
        return [*runs[:3], *self._inside(element, depth), runs[3]]


def _keep_last(paragraph: Any, boxes: list[Any]) -> None:
    """Keep the end of a *paragraph* that was taken out, where no other follows that its words could go to."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
    following = paragraph.getnext()
    if mark is not None and (boxes or following is None or following.tag != f"{W}p"):
        mark.getparent().remove(mark)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in ("0", "false", "off")
