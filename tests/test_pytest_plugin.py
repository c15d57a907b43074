"""The plugin for pytest, as a test file that uses it."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from citeaudit.pytest_plugin import assert_attributed as check

pytest_plugins = ("pytester",)
PLUGIN = "citeaudit.pytest_plugin"
IS_INSTALLED = any(point.value == PLUGIN for point in entry_points(group="pytest11"))


def test_a_text_without_sources_fails_with_its_claims(pytester):
    """The fixture passes a text whose claims name their source, and lists the claims of one whose do not."""
    pytester.makepyfile(
        """
        def test_good(assert_attributed):
            assert_attributed("The bank raised its rate on Tuesday (Reuters).")

        def test_bad(assert_attributed):
            assert_attributed("The bank raised its rate on Tuesday. Growth has slowed (BBC).", at_least=0.9)
        """
    )
    result = pytester.runpytest_inprocess(*([] if IS_INSTALLED else ["-p", PLUGIN]), "-p", "no:xdist", "-p", "no:cacheprovider")

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*failed: 1 of 2 claims name their source (50%), at least 90% must", "*1. The bank raised its rate on Tuesday."]
    )


def test_the_function_can_be_called_without_the_fixture():
    """It returns the verdict, and takes the settings of the gate."""
    assert check("The bank raised its rate on Tuesday (Reuters).", allow=["reuters"]).share == 1.0
    with pytest.raises(AssertionError, match="on the deny list"):
        check("The bank raised its rate on Tuesday (Reuters).", deny=["reuters.com"])
