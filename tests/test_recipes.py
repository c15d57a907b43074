"""The recipes of the pages that need another library, run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "generated-text.md"


@pytest.mark.heavy
def test_a_langchain_pipeline_stops_at_a_text_without_sources():
    """The chain passes on an answer that names its source, and stops at one that does not."""
    pytest.importorskip("langchain_core")
    block = next(
        block for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL) if "langchain" in block
    )
    names: dict = {}
    exec(compile(block, str(PAGE), "exec"), names)  # noqa: S102 - the page's own example

    assert names["chain"].invoke("What happened?") == "The bank raised its main rate on Tuesday (Reuters)."
    with pytest.raises(ValueError, match="nobody is named"):
        names["must_name_sources"]("The bank raised its main rate on Tuesday.")
