"""Small files of every kind that holds articles, made by other programs than ours, and what a user runs on them."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import subprocess
import sys
import zipfile
import zlib

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LEAD = "The ferry to Corran will stop in June, Ada Quill told the Irish Times on Monday, and the slip will be closed to cars."
SECOND = "“Nobody asked the islanders,” said Tom Breck, who has run the kiosk at the slip for more than eleven years now."
ROWS = [{"id": str(number), "text": f"{LEAD} It is the {number}th time."} for number in range(3)]
PAGE = f"<html><head><title>Ferry</title></head><body><article><p>{LEAD}</p><p>{SECOND}</p></article></body></html>".encode()
HTML = [("Content-Type", "text/html; charset=utf-8")]


def run(*arguments, cwd, **options):
    """Return what the installed program does with *arguments*."""
    command = [sys.executable, "-m", "citeaudit", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, **options)


def reported(done):
    """Return the articles of ``report --format jsonl``."""
    return [value for line in done.stdout.splitlines() if "skipped" not in (value := json.loads(line))]


def record(body=PAGE, headers=HTML, *, status="200 OK", number=0, **options):
    """Return one response as warcio writes it."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    head = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
    made = writer.create_warc_record(
        f"https://gazette.example/{number}", "response", payload=io.BytesIO(body), http_headers=head, **options
    )
    writer.write_record(made)
    return stream.getvalue()


def table(write):
    """Return the bytes that *write* puts into a stream."""
    stream = io.BytesIO()
    write(stream)
    return stream.getvalue()


def ipc(kind):
    """Return a file of *kind* ("file" or "stream") with a batch a row."""

    def write(stream):
        rows = pa.Table.from_pylist(ROWS)
        with getattr(pa.ipc, f"new_{kind}")(stream, rows.schema) as writer:
            for batch in rows.to_batches(max_chunksize=1):
                writer.write_batch(batch)

    return table(write)


def lines():
    """Return the rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


def quoted(delimiter):
    """Return the rows as a table in which every cell is quoted."""
    return "".join(
        f'"{row[0]}"{delimiter}"{row[1]}"\r\n' for row in [("id", "text"), *map(tuple, map(dict.values, ROWS))]
    ).encode()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", W),
        ("r", OFFICE),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    )
)


def docx(body, *, links=None, parts=None):
    """Return a Word file with the markup *body*: the least that Word opens, *links* by id, and further *parts* by name."""
    related = {f"rel{number}": (name.removesuffix(".xml"), f"{name}", "") for number, name in enumerate(parts or {})}
    related |= {name: ("hyperlink", url, ' TargetMode="External"') for name, url in (links or {}).items()}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for name, (kind, target, mode) in related.items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="d" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{name}": part for name, part in (parts or {}).items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in files.items():
            package.writestr(name, words)
    return stream.getvalue()


def words(text, tag="t"):
    """Return a run of Word's with *text*."""
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def paragraph(*inner):
    """Return a paragraph of Word's."""
    return f"<w:p>{''.join(inner)}</w:p>"


def zstandard(data):
    """Return *data* compressed by zstandard, whichever library there is."""
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415 - not there before
    else:
        from backports import zstd  # noqa: PLC0415 - the same
    return zstd.compress(data)


def raw_deflate(data):
    """Return *data* as servers mean "deflate" that never read the standard."""
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


SMALL = {
    "a.txt.gz": gzip.compress(LEAD.encode()),
    "a.txt.bz2": bz2.compress(LEAD.encode()),
    "a.txt.zst": zstandard(LEAD.encode()),
    "a.html.gz": gzip.compress(PAGE),
    "a.md.bz2": bz2.compress(LEAD.encode()),
    "a.jsonl": lines(),
    "a.jsonl.gz": gzip.compress(lines()),
    "a.jsonl.bz2": bz2.compress(lines()),
    "a.jsonl.zst": zstandard(lines()),
    "wide.jsonl": lines().decode().encode("utf-16"),
    "a.json": json.dumps(ROWS).encode(),
    "a.csv": quoted(","),
    "wide.csv": quoted(",").decode().encode("utf-16"),
    "a.csv.gz": gzip.compress(quoted(",")),
    "a.tsv": quoted("\t"),
    "a.parquet": table(lambda stream: pyarrow.parquet.write_table(pa.Table.from_pylist(ROWS), stream)),
    "file.arrow": ipc("file"),
    "stream.arrow": ipc("stream"),
    "a.feather": table(lambda stream: pyarrow.feather.write_feather(pa.Table.from_pylist(ROWS), stream)),
    "a.docx": docx(paragraph(words(LEAD))),
    "a.warc": record(number=0) + record(number=1),
    "a.warc.gz": gzip.compress(record(number=0)) + gzip.compress(record(number=1)),
    "whole.warc.gz": gzip.compress(record(number=0) + record(number=1)),
    "a.warc.zst": zstandard(record(number=0) + record(number=1)),
}
"""A small file of every kind whose end can be told."""
