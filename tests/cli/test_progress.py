"""How far a run is, is told in words, on a terminal by a bar, and not at all where it is soon over."""

from __future__ import annotations

import io
import sys

import pytest

from citeaudit.cli.progress import Progress, describe


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        ((1200, 34, 0.25, 60.0), "1,200 articles, 25% done, 20.0 articles/s, 34 findings, about 0:03:00 to go"),
        ((10, 0, None, 5.0), "10 articles, 2.0 articles/s, 0 findings"),
        ((0, 0, 0.0, 1.0), "0 articles, 0% done, 0.0 articles/s, 0 findings"),
        ((9, 1, 1.0, 7.0), "9 articles, 100% done, 1.3 articles/s, 1 finding, about 0:00:00 to go"),
    ],
)
def test_words(sums, words):
    """Articles, share, speed, findings and time to go, as far as they are known."""
    assert words == describe(*sums)


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self):
        """Tell so."""
        return True


def show(monkeypatch, stream, times, **options):
    """Show some sums at those *times*, and return what was written."""
    clock = iter(times)
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(lambda: 0.5, clock=lambda: next(clock), **options) as shown:
        for number in range(len(times) - 1):
            shown.show(number, 0)
    return stream.getvalue()


def test_lines_where_there_is_no_terminal(monkeypatch):
    """A line every ten seconds."""
    written = show(monkeypatch, io.StringIO(), [0.0, 1.0, 9.0, 10.5, 11.0, 21.0])

    assert written.count("\n") == 2
    assert written.startswith("citeaudit: 2 articles, 50% done")


def test_a_bar_on_a_terminal(monkeypatch):
    """A bar with the words, taken away at the end."""
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm")
    written = show(monkeypatch, Terminal(), [0.0, 0.5, 1.5, 2.0, 3.0])

    assert "1 article, 50% done" in written
    assert "citeaudit: " not in written


def test_lines_on_a_terminal_without_rich(monkeypatch):
    """Without rich, a terminal gets lines."""
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    written = show(monkeypatch, Terminal(), [0.0, 0.5, 12.5, 13.0, 14.0])

    assert written.startswith("citeaudit: 1 article")
    assert written.count("\n") == 1


@pytest.mark.parametrize(("times", "options"), [([0.0, 0.1, 0.9], {}), ([0.0, 50.0, 99.0], {"is_wanted": False})])
def test_nothing_where_it_is_soon_over_or_not_wanted(monkeypatch, times, options):
    """A short run shows nothing, nor one that was told to be silent."""
    assert not show(monkeypatch, Terminal(), times, **options)
