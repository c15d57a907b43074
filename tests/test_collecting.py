"""How often Python looks for values that hold each other."""

from __future__ import annotations

import gc

import pytest

from citeaudit.cli import main
from citeaudit.collecting import RARE, collecting_rarely


def test_a_command_looks_rarely_and_leaves_the_process_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command is heard with rare looks; whoever called it from Python has the thresholds of before."""
    seen: list[tuple[int, int, int]] = []
    monkeypatch.setitem(main.__globals__, "run_guarded", lambda *_: seen.append(gc.get_threshold()) or 0)
    before = gc.get_threshold()
    main(["outlets"])
    assert seen == [RARE]
    assert gc.get_threshold() == before


def test_thresholds_come_back_after_an_error() -> None:
    """What goes wrong in the block leaves no trace in the process."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="wrong"), collecting_rarely():
        raise ValueError("wrong")  # noqa: EM101 - the test's own error
    assert gc.get_threshold() == before
