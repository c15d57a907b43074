"""What the gazetteer knows: rows, parents, states, addresses and private tables."""

from __future__ import annotations

import pickle

import pytest

from citeaudit.errors import ConfigError
from citeaudit.outlets.gazetteer import Gazetteer, _build
from citeaudit.outlets.tables import COLUMNS

GAZETTEER = Gazetteer.default()


def table(tmp_path, *rows):
    """Write a private table and return its path; each row is a dict of the cells that are not empty."""
    path = tmp_path / "ours.tsv"
    lines = ["\t".join(COLUMNS[:-1]), *("\t".join(row.get(column, "") for column in COLUMNS[:-1]) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


GOOD = {
    "id": "springfield-gazette",
    "name": "Springfield Gazette",
    "aliases": "Springfield Gazette",
    "ambiguous_aliases": "Gazette",
    "domains": "springfieldgazette.example",
    "kind": "newspaper",
    "country": "US",
    "takes_article": "yes",
}


def test_rows_are_made_when_asked_for():
    """A row has the cells of its line, lists as tuples and empty cells as None."""
    outlet = GAZETTEER.outlets["bloomberg"]

    assert outlet.name == "Bloomberg News"
    assert outlet.ambiguous_aliases == ("Bloomberg",)
    assert outlet.parent is None
    assert GAZETTEER.outlets["bloomberg"] is outlet


def test_addresses_are_looked_up_without_making_every_row():
    """The first address asked costs one outlet, not all: they take five megabytes."""
    fresh = _build.__wrapped__(())

    assert fresh.of_address("reuters.com").id == "reuters"
    assert len(fresh.outlets._made) < 10  # noqa: SLF001 - what is counted


def test_a_programme_rolls_up_to_its_network():
    """The top of a programme is the news organisation; an outlet without parent is its own."""
    assert GAZETTEER.top("meet-the-press").id == "nbc-news"
    assert GAZETTEER.top("nbc-news").id == "nbc-news"


def test_state_media_are_known():
    """Xinhua is run by China; the BBC by no state."""
    assert GAZETTEER.state_of("xinhua") == "CN"
    assert GAZETTEER.state_of("bbc") is None


ADDRESSES = [
    ("nytimes.com", "the-new-york-times"),
    ("https://www.nytimes.com/2016/05/01/us/story.html?smid=tw", "the-new-york-times"),
    ("HTTP://WWW.BBC.CO.UK/news", "bbc"),
    ("transcripts.cnn.com", "cnn"),
    ("https://www.law.com/texaslawyer/2020/x", "texas-lawyer"),
    ("notnytimes.com", None),
    ("com", None),
    ("", None),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES, ids=[case[0] or "empty" for case in ADDRESSES])
def test_an_address_belongs_to_its_outlet(address, expected):
    """A host belongs to its domain's outlet, a section of its own to that section's."""
    outlet = GAZETTEER.of_address(address)

    assert expected == (outlet.id if outlet else None)


def test_names_are_looked_up_as_people_write_them():
    """An id, a name, a form, with the article or not, in any case; the one that bears the name comes first."""
    assert GAZETTEER.named("The New York Times")[0].id == "the-new-york-times"
    assert GAZETTEER.named("voice of america")[0].id == "voice-of-america"
    assert GAZETTEER.named("the Times")[0].id == "the-times-london"
    assert GAZETTEER.named("bloomberg")[0].id == "bloomberg"
    assert GAZETTEER.named("Nobody's Paper") == ()


def test_pickling_sends_no_tables():
    """A worker process builds its own gazetteer from the shipped tables."""
    sent = pickle.dumps(GAZETTEER)

    assert len(sent) < 500
    assert pickle.loads(sent).outlets["bloomberg"].name == "Bloomberg News"  # noqa: S301 - our own bytes


def test_a_private_table_extends_the_gazetteer(tmp_path):
    """A private outlet is known beside the shipped ones; the default stays as it was."""
    ours = GAZETTEER.extended(table(tmp_path, GOOD))

    assert ours.outlets["springfield-gazette"].name == "Springfield Gazette"
    assert "springfield-gazette" in ours.owners["Gazette"]
    assert ours.of_address("springfieldgazette.example").id == "springfield-gazette"
    assert len(ours.outlets) == len(GAZETTEER.outlets) + 1
    assert "springfield-gazette" not in GAZETTEER.outlets


def test_a_private_clear_form_wins(tmp_path):
    """Whoever writes a form as clear in a private table gets it, even where the shipped table calls it ambiguous."""
    ours = GAZETTEER.extended(table(tmp_path, GOOD | {"aliases": "Springfield Gazette|Times", "ambiguous_aliases": ""}))

    assert ours.owners["Times"] == ("springfield-gazette",)
    assert "Times" in ours.clear


def test_a_private_ambiguous_form_makes_a_shipped_one_ambiguous(tmp_path):
    """A form that a private table calls ambiguous is no longer clear."""
    ours = GAZETTEER.extended(table(tmp_path, GOOD | {"ambiguous_aliases": "Reuters"}))

    assert set(ours.owners["Reuters"]) == {"reuters", "springfield-gazette"}
    assert "Reuters" not in ours.clear


FAULTS = [
    ({"id": "Springfield Gazette"}, "must be a slug"),
    ({"name": ""}, "name is empty"),
    ({"kind": "paper"}, "kind 'paper' must be one of"),
    ({"country": "USA"}, "code of two capitals"),
    ({"language": "english"}, "code of two letters"),
    ({"takes_article": "the"}, "takes_article 'the' must be"),
    ({"parent": "nobody"}, "parent 'nobody' is no other outlet's id"),
    ({"parent": "springfield-gazette"}, "is no other outlet's id"),
    ({"domains": "https://www.x.example"}, "without scheme"),
    ({"aliases": "", "ambiguous_aliases": ""}, "write at least one form"),
    ({"aliases": "The Springfield Gazette"}, "must stand without its article"),
    ({"aliases": "Gazette"}, "both clear and ambiguous"),
    ({"aliases": "Springfield Gazette|"}, "empty or padded"),
    ({"name": " Springfield Gazette"}, "white space"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS, ids=[case[1] for case in FAULTS])
def test_a_bad_row_is_refused_with_its_remedy(tmp_path, change, message):
    """The error names file and line, says what is wrong, and what to do."""
    with pytest.raises(ConfigError) as error:
        GAZETTEER.extended(table(tmp_path, GOOD | change))

    assert message in str(error.value)
    assert "ours.tsv:2: " in str(error.value)


def test_every_bad_row_is_named_at_once(tmp_path):
    """One message names all bad rows."""
    with pytest.raises(ConfigError) as error:
        GAZETTEER.extended(
            table(tmp_path, GOOD | {"kind": "x"}, GOOD | {"id": "b", "country": "y"}, GOOD | {"id": "c", "name": ""})
        )

    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["2", "3", "4"]


def test_parents_that_go_round_are_refused(tmp_path):
    """Two rows that are each other's parent would never end."""
    with pytest.raises(ConfigError, match="go round in a circle"):
        GAZETTEER.extended(table(tmp_path, GOOD | {"id": "a", "parent": "b"}, GOOD | {"id": "b", "parent": "a"}))


def test_unreadable_tables_say_what_to_do(tmp_path):
    """A missing file, a wrong header and a short row are told apart."""
    with pytest.raises(ConfigError, match="cannot be read"):
        GAZETTEER.extended(tmp_path / "missing.tsv")
    (tmp_path / "header.tsv").write_text("id\tname\n")
    with pytest.raises(ConfigError, match="must name the columns"):
        GAZETTEER.extended(tmp_path / "header.tsv")
    (tmp_path / "short.tsv").write_text("\t".join(COLUMNS) + "\na\tb\n")
    with pytest.raises(ConfigError, match="2 cells where 12 are needed"):
        GAZETTEER.extended(tmp_path / "short.tsv")
