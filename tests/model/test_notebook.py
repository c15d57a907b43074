"""A notebook as a researcher runs it: reports draw themselves, and the file stays small."""

from __future__ import annotations

import pytest

CELLS = (
    "import citeaudit\nreport = citeaudit.audit('The closure will cost $40 million, Reuters reported, citing two people. ' * 40)\nreport",
    "report.claims[0]",
    "citeaudit.CorpusReport.of_all([report])",
    "repr(report)",
)


@pytest.mark.heavy
def test_the_outputs_of_a_notebook_are_drawings_of_bounded_size():
    """Each value's output has text/html under 50 kB, and plain words under 300 characters beside it."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [cell.outputs[0]["data"] for cell in notebook.cells]

    for data in shown[:3]:
        assert 'class="citeaudit notebook"' in data["text/html"]
        assert len(data["text/html"].encode()) < 50_000
        assert len(data["text/plain"]) < 300
    assert len(shown[3]["text/plain"]) < 310
