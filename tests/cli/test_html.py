"""Pages by the command line: `report --format html` and `check --format html`."""

from __future__ import annotations

import sys

import pytest
from lxml import html as lxml_html

from citeaudit.cli import main

GOOD = "The harbour will close until March, Bloomberg reported on Monday. Nobody was hurt.\n"
BAD = "Dock workers reportedly fear that the berths will never reopen. Rain fell all night.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Work in a folder with two articles."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(path):
    """Return a page, parsed."""
    return lxml_html.parse(str(path)).getroot()


def test_a_report_is_one_page(folder):
    """One article is drawn alone, several with an index, in order, however many processes work on them."""
    assert main(["report", "a.txt", "--format", "html", "-o", "one.html"]) == 0
    assert main(["report", "a.txt", "b.txt", "--format", "html", "-o", "two.html", "--workers", "2", "--no-progress"]) == 0
    assert main(["report", "a.txt", "b.txt", "--format", "html", "-o", "three.html"]) == 0

    assert page("one.html").xpath("//article")[0].text_content() == GOOD
    assert [article.text_content() for article in page("two.html").xpath("//article")] == [GOOD, BAD]
    assert page("two.html").xpath("//nav//li/a/text()") == []
    assert [link.text_content() for link in page("two.html").xpath("//nav//li/a")] == ["a.txt", "b.txt"]
    assert (folder / "two.html").read_bytes() == (folder / "three.html").read_bytes()


def test_a_check_draws_what_it_lists(folder, capsys):
    """The findings that a check lists stand in the margin, and the exit code is that of any check."""
    assert main(["check", "a.txt", "b.txt", "--format", "html", "--output-file", "x.html"]) == 1
    assert main(["check", "a.txt", "b.txt", "--format", "html", "--output-file", "y.html", "--notes"]) == 1
    first, second = ([code.text_content() for code in page(name).xpath("//*[@class='code']")] for name in ("x.html", "y.html"))

    assert first == ["warning CA203"]
    assert "note CA101" in second
    assert capsys.readouterr().out == ""


def test_what_a_baseline_knows_is_not_drawn(folder):
    """A page of a check against a baseline has only what is new."""
    main(["check", "b.txt", "--baseline", "known.json", "--write-baseline", "-q"])
    assert main(["check", "b.txt", "--baseline", "known.json", "--format", "html:x.html"]) == 0

    assert page("x.html").xpath("//article")
    assert not page("x.html").xpath("//*[@class='code']")


def test_a_page_is_no_article(folder, capsys):
    """A walk that comes upon a page of an earlier run leaves it out: its articles would be counted twice."""
    main(["report", "a.txt", "--format", "html", "-o", "old.html"])
    assert main(["report", ".", "--format", "jsonl", "--no-progress"]) == 0
    told = capsys.readouterr()

    assert told.out.count('"provenance"') == 2
    assert "own-output" in told.out + told.err


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--resume", "-o", "x.html"], "--resume goes with --format jsonl or text"),
        (["--no-text"], "--no-text goes with --format jsonl"),
        (["--explain"], "--explain and --sentence go with --format text"),
    ],
)
def test_what_a_page_cannot_be_is_told(folder, capsys, options, what):
    """Options that a page has no use for are refused in one line, with what they go with."""
    assert main(["report", "a.txt", "--format", "html", *options]) == 2
    assert what in capsys.readouterr().err
    assert not (folder / "x.html").exists()


@pytest.mark.parametrize("command", ["report", "check"])
def test_without_jinja2_nothing_is_read(folder, capsys, monkeypatch, command):
    """A missing library is told at once, in one line, with the remedy."""
    from citeaudit.writers.html import sections  # noqa: PLC0415 - its caches are emptied

    sections.template.cache_clear()
    sections._environment.cache_clear()  # noqa: SLF001
    monkeypatch.setitem(sys.modules, "jinja2", None)
    try:
        assert main([command, "a.txt", "--format", "html"]) == 2
    finally:
        sections.template.cache_clear()
        sections._environment.cache_clear()  # noqa: SLF001
    assert "[html-report]" in capsys.readouterr().err
