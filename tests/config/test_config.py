"""Settings: which rules run, and what is wrong with a file, all at once."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config
from citeaudit.config import matches
from citeaudit.config_files import KEYS, find_config_file, read_config_file
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Origin
from citeaudit.rules import RULES

DEFAULT = [rule.code for rule in RULES if rule.is_on]
ALL = [rule.code for rule in RULES]


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        pytest.param({}, DEFAULT, id="by default"),
        pytest.param({"select": ("ALL",)}, ALL, id="all"),
        pytest.param({"select": ("CA203", "anonymous-source")}, ["CA201", "CA203"], id="by code and name"),
        pytest.param({"select": ("CA6",)}, [], id="a family leaves out what is off"),
        pytest.param({"select": ("CA601",)}, ["CA601"], id="a code brings in what is off"),
        pytest.param({"select": ("CA2",), "ignore": ("CA203",)}, ["CA201", "CA202", "CA204", "CA205"], id="the exact one wins"),
        pytest.param({"select": ("CA203",), "ignore": ("CA2",)}, ["CA203"], id="the exact one wins, the other way"),
        pytest.param({"select": ("CA2",), "ignore": ("CA2",)}, [], id="equally exact: left out"),
        pytest.param({"select": (), "extend_select": ("CA601",)}, ["CA601"], id="extended"),
        pytest.param({"select": ("CA203",), "minimum_attributed": 0.8}, ["CA203", "CA501"], id="configured"),
        pytest.param({"select": ("CA203",), "denied_outlets": ("infowars",)}, ["CA203", "CA504"], id="denied"),
        pytest.param(
            {"ignore": ("CA5",), "minimum_attributed": 0.8}, [c for c in DEFAULT if c[2] != "5"], id="ignored though configured"
        ),
    ],
)
def test_which_rules_run(settings, codes):
    """The more exact selector wins; a family leaves out its rules that are off; a threshold switches its rule on."""
    assert list(Config(**settings).rule_settings.severities) == codes


def test_severities_are_overridden():
    """A house may find a rule more or less grave than we do."""
    assert Config(severity={"CA101": "error"}).rule_settings.severities["CA101"] == "error"


def test_every_problem_stands_in_one_message():
    """A user mends a configuration once, not problem by problem."""
    with pytest.raises(ConfigError) as caught:
        Config(
            select=("vague-atribution",),
            minimum_attributed=80,
            severity={"CA101": "eror"},
            denied_outlets=("infowar",),
            exclude="x",
        )

    message = str(caught.value)
    assert "did you mean 'vague-attribution'?" in message
    assert "from 0 to 1, not 80" in message
    assert "did you mean 'error'?" in message
    assert "did you mean 'infowars'?" in message
    assert "list of strings" in message


def test_an_ambiguous_outlet_is_no_setting():
    """A name that several outlets share names none; the ids are told."""
    with pytest.raises(ConfigError, match="may be several outlets; give the id of one"):
        Config(denied_outlets=("Herald",))


def test_files_may_be_spared_rules(tmp_path):
    """per-file-ignores leaves rules out of the files that match, and of no others."""
    config = Config(per_file_ignores={"opinion/*": ("CA2",)}, root=tmp_path)
    spared = config.rules_for(Article("x", origin=Origin(str(tmp_path / "opinion" / "a.txt"))))
    other = config.rules_for(Article("x", origin=Origin(str(tmp_path / "news" / "a.txt"))))

    assert [code for code in spared.severities if code.startswith("CA2")] == []
    assert other == config.rule_settings


@pytest.mark.parametrize(
    ("path", "pattern", "is_match"),
    [
        ("drafts/a.txt", "drafts", True),
        ("drafts/a.txt", "drafts/", True),
        ("news/drafts/a.txt", "drafts", True),
        ("news/drafts/a.txt", "news/drafts", True),
        ("news/a.txt", "*.txt", True),
        ("news/a.txt", "news/*.md", False),
        ("news/a.txt", "ews", False),
        ("news/2024/a.txt", "news/*", True),
    ],
)
def test_patterns(tmp_path, path, pattern, is_match):
    """A pattern means a name anywhere, a path from the root, or a folder with all below it."""
    assert matches(str(tmp_path / path), pattern, tmp_path) is is_match


def test_the_fingerprint_follows_what_changes_a_report():
    """Settings that change no report do not change the fingerprint."""
    assert Config().fingerprint == Config(exclude=("x",)).fingerprint
    assert Config().fingerprint != Config(ignore=("CA203",)).fingerprint


def test_the_nearest_file_of_settings_holds(tmp_path):
    """Files of settings are looked for upwards; a pyproject.toml without our table is passed over."""
    below = tmp_path / "news" / "today"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.citeaudit]\nselect = ['CA1']\n", encoding="utf-8")
    (tmp_path / "news" / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert find_config_file(below) == tmp_path / "pyproject.toml"

    (tmp_path / "news" / "citeaudit.toml").write_text("select = ['CA2']\n", encoding="utf-8")
    assert find_config_file(below) == tmp_path / "news" / "citeaudit.toml"


def test_a_file_is_read(tmp_path):
    """Keys are written with hyphens; tables of outlets are found from the file's folder."""
    header = "id name aliases ambiguous_aliases domains kind country language takes_article parent wikidata".replace(" ", "\t")
    row = "our-paper\tOur Paper\tOur Paper\t\tourpaper.example\tnewspaper\tUS\ten\tno\t\t"
    (tmp_path / "ours.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    path = tmp_path / "citeaudit.toml"
    path.write_text(
        "minimum-attributed = 0.8\noutlets = ['ours.tsv']\ndenied-outlets = ['Our Paper']\n"
        "[per-file-ignores]\n'opinion/*' = ['CA104']\n[severity]\nCA101 = 'warning'\n",
        encoding="utf-8",
    )
    config = read_config_file(path)

    assert config.minimum_attributed == 0.8
    assert config.gazetteer.named("Our Paper")[0].id == "our-paper"
    assert config.rule_settings.denied_outlets == {"our-paper"}
    assert config.rule_settings.severities["CA101"] == "warning"
    assert config.root == tmp_path


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("selct = ['CA1']", "unknown key 'selct'; did you mean 'select'?"),
        ("min_attributed = 0.8", "did you mean 'minimum-attributed'?"),
        ("select = 'CA1'", "select: must be a list of strings"),
        ("select = ['CA9']", "unknown rule 'CA9'"),
        ("minimum-attributed = '80%'", "minimum-attributed: must be a share"),
        ("minimum-claims = 0", "minimum-claims: must be a whole number"),
        ("respect-gitignore = 1", "respect-gitignore: must be true or false"),
        ("severity = 'error'", "severity: must be a table"),
        ("severity = {CA2 = 'error'}", "is a family"),
        ("outlets = ['gone.tsv']", "gone.tsv: cannot be read"),
        ("outlets = 'ours.tsv'", "outlets: must be a list of paths"),
        ("fail-on = 'warnings'", "did you mean 'warning'?"),
        ("per-file-ignores = {'a' = ['CA777']}", "'a': unknown rule 'CA777'"),
        ("select = [", "is not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_path(tmp_path, written, said):
    """Each problem names the file, the key and the nearest name."""
    path = tmp_path / "citeaudit.toml"
    path.write_text(written, encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        read_config_file(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_all_problems_of_a_file_are_told_at_once(tmp_path):
    """Two unknown keys and a bad value are three lines."""
    path = tmp_path / "citeaudit.toml"
    path.write_text("selct = []\nignor = []\nminimum-claims = 'x'\n", encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        read_config_file(path)
    assert len(str(caught.value).splitlines()) == 3


def test_keys_are_spelled_one_way():
    """Keys have hyphens, as in every other [tool] table of a Python project."""
    assert not [key for key in KEYS if "_" in key]
