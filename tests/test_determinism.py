"""The same text gives the same report in every process: sets have no order, and no reading may hang on one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TEXT = """The ferry was late, USA TODAY reported. THE WEEKLY STANDARD reported that the ferry was sold.
“It is old,” the minister, Ana Ruiz, told the Boston Globe and CNN. She said that the Globe was right, according to a memo obtained by the Times.
Officials familiar with the plan said the harbour would close. The port reportedly lost $3 million. Reuters and the AP confirmed it.
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Return a report, and the file that it is of."""
    path = tmp_path_factory.mktemp("determinism") / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path, report(path, "0")


def report(path, seed: str) -> str:
    """Return the report of *path* by a process whose sets are ordered by *seed*."""
    command = [sys.executable, "-m", "citeaudit", "report", str(path), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


@pytest.mark.parametrize("seed", ["1", "3", "5", "7", "8"])
def test_a_report_does_not_hang_on_the_order_of_sets(first, seed):
    """Byte for byte the same."""
    path, expected = first

    assert "USA TODAY" in expected
    assert report(path, seed) == expected
