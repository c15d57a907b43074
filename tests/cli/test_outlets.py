"""``citeaudit outlets`` as a user drives it."""

from __future__ import annotations

import json

from citeaudit.cli.main import main
from citeaudit.outlets.tables import COLUMNS

ROW = (
    "springfield-gazette",
    "Springfield Gazette",
    "Springfield Gazette|Gazette",
    "",
    "gazette.example",
    "newspaper",
    "US",
    "en",
    "yes",
    "",
    "",
)


def table(tmp_path, *cells):
    """Write a private table of one row and return its path."""
    path = tmp_path / "ours.tsv"
    path.write_text("\t".join(COLUMNS[:-1]) + "\n" + "\t".join(cells or ROW) + "\n", encoding="utf-8")
    return str(path)


def test_find_says_what_a_name_stands_for(capsys):
    """A name that needs evidence says so; the outlet's line has kind, country and domain."""
    assert main(["outlets", "find", "the Times", "meet-the-press", "xinhua"]) == 0

    printed = capsys.readouterr().out
    assert "the Times may be " in printed
    assert "the-times-london: The Times (newspaper, GB, thetimes.co.uk)" in printed
    assert "more, which --format json lists" in printed
    assert "part of NBC News" in printed
    assert "run by the state (CN)" in printed


def test_find_takes_addresses(capsys):
    """A URL is looked up by its domain."""
    assert main(["outlets", "find", "https://www.nytimes.com/2016/x.html", "--format", "json"]) == 0

    (answer,) = json.loads(capsys.readouterr().out)
    assert [outlet["id"] for outlet in answer["outlets"]] == ["the-new-york-times"]


def test_find_fails_on_a_name_that_nobody_bears(capsys):
    """An unknown name exits with 1 and names what is close."""
    assert main(["outlets", "find", "The Bostn Globe"]) == 1
    assert "did you mean The Boston Globe" in capsys.readouterr().out


def test_find_knows_a_private_table(capsys, tmp_path):
    """--outlets adds a private table."""
    assert main(["outlets", "find", "Springfield Gazette", "--outlets", table(tmp_path)]) == 0
    assert "springfield-gazette: Springfield Gazette (newspaper, US, gazette.example)" in capsys.readouterr().out


def test_check_tells_what_a_private_table_overrides(capsys, tmp_path):
    """A clear form that the shipped table knows as another's is named, since it will always be read as the private one."""
    assert main(["outlets", "check", table(tmp_path)]) == 0

    printed = capsys.readouterr().out
    assert "1 outlets with 2 forms, all well" in printed
    assert "'Gazette' also means " in printed


def test_check_names_every_bad_row(capsys, tmp_path):
    """A bad table exits with 2 and says where and what to do."""
    assert main(["outlets", "check", table(tmp_path, *ROW[:5], "paper", "USA", *ROW[7:])]) == 2

    printed = capsys.readouterr().err
    assert "ours.tsv:2: kind 'paper' must be one of" in printed
    assert "ours.tsv:2: country 'USA'" in printed


def test_list_filters(capsys):
    """Kinds, countries and state-run outlets can be listed, one a line or as JSON."""
    assert main(["outlets", "list", "--state", "--country", "cn", "--kind", "news_agency"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "xinhua\tXinhua News Agency\tnews_agency\tCN\tCN" in lines

    assert main(["outlets", "list", "--kind", "aggregator", "--format", "json"]) == 0
    assert {row["kind"] for row in json.loads(capsys.readouterr().out)} == {"aggregator"}
