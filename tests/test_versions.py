"""Patterns run on every Python that is promised: what older ones read wrongly is not written."""

from __future__ import annotations

import importlib
import pkgutil
import re
from contextlib import suppress

import citeaudit
from citeaudit.errors import MissingExtraError

NOT_IMPORTED = {"citeaudit.__main__", "citeaudit.training.__main__"}
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def patterns() -> dict[str, str]:
    """Return the patterns of the standard library's ``re`` that stand in citeaudit's modules, by their names."""
    modules = []
    for module in pkgutil.walk_packages(citeaudit.__path__, "citeaudit."):
        if module.name not in NOT_IMPORTED:
            with suppress(MissingExtraError):
                modules.append(importlib.import_module(module.name))
    return {
        f"{module.__name__}.{name}": value.pattern
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


def test_no_pattern_of_re_holds_a_possessive_group():
    """Before Python 3.11.5 (Debian 12 has 3.11.2), ``re`` loses captures around such a group and raises SystemError; ``regex`` does not."""
    found = patterns()

    assert "citeaudit.sentences.boundaries.CANDIDATE" in found
    assert [name for name, pattern in found.items() if POSSESSIVE_GROUP.search(pattern)] == []
