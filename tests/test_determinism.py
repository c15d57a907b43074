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


PROGRAM = "import sys, citeaudit; report = citeaudit.audit(sys.stdin.read()); print(report.mentions, report.claims, report.findings, sep='\\n')"


def read(seed: str) -> str:
    """Return the reading of the text, evidence and all, by a process whose sets are ordered by *seed*."""
    command = [sys.executable, "-c", PROGRAM]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, check=True, capture_output=True, input=TEXT, encoding="utf-8", env=environment).stdout


@pytest.mark.heavy
def test_a_reading_does_not_hang_on_the_order_of_sets():
    """Byte for byte the same."""
    first, *others = [read(seed) for seed in "01358"]

    assert "USA TODAY" in first
    assert others == [first] * 4
