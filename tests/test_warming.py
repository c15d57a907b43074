"""What a service does before its first request."""

from __future__ import annotations

import subprocess
import sys

import pytest

import citeaudit

SCRIPT = """
import sys
import citeaudit

citeaudit.warm()
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, details: opened.append(details[0]) if event == "open" else None)
citeaudit.audit("LONDON (Reuters) - The wall is safe, Marta Oliveira told the BBC. “It will stay,” she said. It reportedly cost $4 million.")
print(sorted(set(sys.modules) - before), opened)
"""


def test_after_it_an_audit_loads_nothing():
    """In a fresh interpreter, a first audit after warm() imports no module and opens no file."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)

    assert done.stdout == "[] []\n"


def test_it_takes_the_configuration_that_will_be_used():
    """Whatever it says of languages; what is none is refused."""
    citeaudit.warm(citeaudit.Config(minimum_attributed=0.8))
    with pytest.raises(TypeError, match="a Config"):
        citeaudit.warm({"check_language": False})
