"""
A Word file as Word shows it with all changes accepted: its bytes go in, paragraphs with their links come out, notes at the end.

The library ``mammoth`` reads styles, lists, tables, fields and notes. It knows few elements beside those, and one relation that is
missing costs it the document; so it is given a package of the parts with words alone, their markup made plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_STORED, ZipFile

from citeaudit.extras import load_extra
from citeaudit.model.articles import BlockKind, Hyperlink
from citeaudit.readers.blocks import Blocks
from citeaudit.readers.word_markup import Plain, W

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NOTES = frozenset((f"{W}footnotes", f"{W}endnotes"))
STYLES = frozenset((f"{W}styles", f"{W}numbering"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCK_TAGS = HEADINGS | {"p", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote"}
KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.ITEM,
    "p": BlockKind.PARAGRAPH,
    "table": BlockKind.TABLE,
    "tr": BlockKind.ROW,
}
CAPTION = "caption"
STYLES_AS = f"""
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => p.{CAPTION}:fresh
"""
"""What Word's own styles are in HTML, beside those of headings and lists that the library knows."""


class Paragraph(NamedTuple):
    """One paragraph's words, the links in them, and the blocks in which it stands, outer ones first, each with its number."""

    words: str
    links: tuple[Hyperlink, ...] = ()
    within: tuple[tuple[int, BlockKind], ...] = ()


def paragraphs_of(data: bytes) -> tuple[Paragraph, ...]:
    """
    Return the paragraphs of a Word file, in reading order: those of tables and text boxes in their place, notes at the end.

    :raises ForeignPartError: if words stand in a part that cannot be read.
    :raises Exception: of zipfile, lxml or mammoth, if it is no Word file or a damaged one.
    """
    mammoth = load_extra("mammoth", extra="docx")
    options = {"style_map": STYLES_AS}
    try:
        html = mammoth.convert_to_html(BytesIO(_plain_package(data)), **options).value
    except (KeyError, AttributeError, ValueError, TypeError):
        # A defect in a style, a list or a property costs what they say of the words, never the words.
        html = mammoth.convert_to_html(BytesIO(_plain_package(data, is_bare=True)), **options).value
    return tuple(_paragraphs(html))


def properties_of(data: bytes) -> dict[str, str]:
    """Return what the document says of itself (title, creator, created …), nothing where that cannot be read."""
    etree = load_extra("lxml.etree", extra="docx")
    with ZipFile(BytesIO(data)) as package:
        if "docProps/core.xml" not in package.namelist():
            return {}
        try:
            root = etree.fromstring(package.read("docProps/core.xml"), _parser(etree))
        except etree.XMLSyntaxError:
            return {}
    return {etree.QName(item).localname: (item.text or "").strip() for item in root.iterchildren("*")}


def _plain_package(data: bytes, *, is_bare: bool = False) -> bytes:
    """Return the package with its parts of words alone, plain, and *is_bare* with nothing that is said about the words."""
    etree = load_extra("lxml.etree", extra="docx")
    made = BytesIO()
    with ZipFile(BytesIO(data)) as package:
        roots = {name: root for name in package.namelist() if (root := _root(etree, package, name)) is not None}
    notes = frozenset((root.tag, note.get(f"{W}id")) for root in roots.values() if root.tag in NOTES for note in root)
    with ZipFile(made, "w", ZIP_STORED) as plain:
        for name, root in roots.items():
            if root.tag in NOTES or root.tag == f"{W}document":
                related = roots.get(_relations_of(name))
                known = Plain(
                    etree, frozenset() if related is None else frozenset(r.get("Id") for r in related), notes, is_bare=is_bare
                )
                root[:] = [made for child in root.iterchildren("*") for made in known.of(child)]
            elif root.tag in STYLES and is_bare:
                continue
            plain.writestr(name, etree.tostring(root))
    return made.getvalue()


def _root(etree: Any, package: ZipFile, name: str) -> Any:
    """Return the tree of the part *name*, None if it has no part in the words of the document."""
    is_relations = name.endswith(".rels")
    if not name.endswith((".xml", ".rels")) or name.startswith(("docProps/", "customXml/")):
        return None
    try:
        root = etree.fromstring(package.read(name).replace(STRICT.encode(), W[1:-1].encode()), _parser(etree))
    except etree.XMLSyntaxError:
        if name.endswith(("document.xml", "footnotes.xml", "endnotes.xml")):
            raise
        return None
    if is_relations:
        # One that does not say what it relates would cost the library all others.
        root[:] = [relation for relation in root if all(relation.get(said) for said in ("Id", "Target", "Type"))]
    known = is_relations or root.tag in NOTES or root.tag in STYLES or root.tag == f"{W}document" or name.startswith("[Content")
    return root if known else None


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _parser(etree: Any) -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _paragraphs(html: str) -> Iterator[Paragraph]:
    """Return the paragraphs of what the library makes; each element that is a block begins one."""
    etree = load_extra("lxml.etree", extra="docx")
    root = load_extra("lxml.html", extra="docx").fragment_fromstring(html, create_parent="div")
    blocks = Blocks()
    within: list[tuple[int, BlockKind]] = []
    begun = 0
    # Links to notes and back are the library's own marks.
    marks = frozenset(a for a in root.iter("a") if "note-" in (a.get("href") or "") and (a.get("href") or "").startswith("#"))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_mark = element in marks
        if element.tag in BLOCK_TAGS:
            yield from _finished(blocks, within)
            blocks = Blocks()
            kind = BlockKind.CAPTION if element.get("class") == CAPTION else KINDS.get(element.tag)
            if kind is not None and event == "end":
                within.pop()
            elif kind is not None:
                begun += 1
                within.append((begun, kind))
        if event == "start":
            if element.tag == "br":
                blocks.break_line()
            if element.tag == "a" and not is_mark:
                address = element.get("href") or ""
                blocks.begin_link("" if address.startswith("#") else address)
            blocks.add("" if is_mark else element.text or "")
            continue
        if element.tag == "a" and not is_mark:
            blocks.end_link()
        blocks.add(element.tail or "" if element is not root else "")
    yield from _finished(blocks, within)


def _finished(blocks: Blocks, within: list[tuple[int, BlockKind]]) -> Iterator[Paragraph]:
    words, links, _ = blocks.finish()
    if words:
        tables = [place for place, (_, kind) in enumerate(within) if kind is BlockKind.TABLE]
        inner = tables[-1] + 1 if tables else len(within)
        rows = (block for block in within[inner:] if block[1] is BlockKind.ROW)
        yield Paragraph(words, links, (*within[:inner], *rows))
