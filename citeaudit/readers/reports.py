"""
Reports read back: a line of ``report --format jsonl`` goes in, the report comes out, without a second audit.

So that a long run need be done once: its reports are counted, put into tables or shown as often as one likes. What the line
holds is the same again; of the first version of the JSON, where a chain's link stands and the evidence of sentences stay behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from citeaudit.contract.reading import outcome_from_json
from citeaudit.errors import InputError
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers.files import InputFile
from citeaudit.readers.jsonl import cut_lines
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode
from citeaudit.readers.settings import ReadSettings


def cut_reports(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the lines of *file* as pieces."""
    return cut_lines(file, settings, name="reports")


def read_report(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the report, or the skip, that one line holds."""
    line = decode(piece.payload, piece, settings)
    if isinstance(line, InputProblem):
        yield line
        return
    try:
        yield outcome_from_json(json.loads(line), piece.origin)
    except (ValueError, RecursionError, InputError) as error:
        what = f"the line is no report of citeaudit ({str(error) or type(error).__name__})"
        remedy = "give what `citeaudit report --format jsonl` writes"
        yield InputProblem(piece.origin.path, what, remedy, record=piece.origin.record, line=piece.origin.line)


READER = Reader("reports", (), cut_reports, read_report)
