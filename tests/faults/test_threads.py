"""Audits in many threads at once: what each gives does not depend on the others."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from citeaudit import Config, audit
from citeaudit.writers.json import json_line, report_to_json

sys.setswitchinterval(1e-6)
TEXTS = [
    f"The {place} will close in May, the Ministry of Ports said. “We are ready,” {name} told {outlet} on Monday. She added that the pier holds."
    for place, name, outlet in zip(
        ("harbour", "bridge", "school", "mine") * 2,
        ("Ana Ruiz", "Judith Amsel", "Odile Marchand", "Rita Soames") * 2,
        ("Reuters", "BBC NEWS", "the Wall Street Journal", "the daily mail") * 2,
    )
]
READY = Barrier(len(TEXTS))

def line(text):
    READY.wait()
    config = Config(denied_outlets=("Newsmax", "rEUTERS"))
    return json_line(report_to_json(audit(text, config=config)))

with ThreadPoolExecutor(len(TEXTS)) as pool:
    together = list(pool.map(line, TEXTS))
READY = Barrier(1)
print(together == [line(text) for text in TEXTS])
"""


@pytest.mark.heavy
def test_many_threads_give_the_same_bytes():
    """The first audits of a fresh interpreter, when tables and memos are still being filled, in eight threads at once."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=300)

    assert done.stderr == ""
    assert done.stdout == "True\n"
