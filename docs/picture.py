"""Draw docs/report.svg, the README's picture of a report: ``python docs/picture.py`` (needs the extra ``cli``)."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.text import Text

import citeaudit
from citeaudit.cli.colours import style_of
from citeaudit.writers.text import report_to_lines

DOCS = Path(__file__).parent


def main() -> None:
    """Audit the article of the README and write the picture beside this file."""
    text = (DOCS / "examples" / "harbour.txt").read_text(encoding="utf-8")
    article = citeaudit.Article(text, id="docs/examples/harbour.txt", publisher="The Castellane Post")
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True, highlight=False)
    for line in report_to_lines(citeaudit.audit(article), width=100):
        console.print(Text.assemble(*((piece.words, style_of(piece)) for piece in line)))
    svg = console.export_svg(title="citeaudit report docs/examples/harbour.txt", unique_id="report")
    (DOCS / "report.svg").write_text("".join(f"{line.rstrip()}\n" for line in svg.splitlines()), encoding="utf-8")


if __name__ == "__main__":
    main()
