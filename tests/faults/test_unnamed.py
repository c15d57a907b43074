"""Unnamed speakers and orphan quotations: who asks not to be named is anonymous, and what nobody said is nobody's."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import citeaudit
from citeaudit import Config, audit

ROOT = Path(__file__).parents[2]
ANY_LANGUAGE = Config(check_language=False)
ORPHAN = "“They said the same about the old pier, and nobody ever came to mend it.”"


def claims(text):
    """Return the claims of *text*."""
    return audit(text, config=ANY_LANGUAGE).claims


@pytest.mark.parametrize(
    "tail",
    [
        "said a crane operator, who asked not to be named because he was not allowed to speak to the press.",
        "said a crane operator who declined to be identified.",
        "said a nurse at Halden City Hospital, who asked not to be named.",
        "said one of the divers, who spoke on condition of anonymity.",
        "said a welder, who was not authorised to speak to reporters.",
        "said a person familiar with the plan, who asked not to be named.",
    ],
)
def test_who_asks_not_to_be_named_is_anonymous(tail):
    """The relative is the unnamed person before it, wherever in the phrase the mark of anonymity stands."""
    (claim,) = claims(f"“It will not hold for another winter,” {tail}")

    assert (claim.status, claim.origin) == ("anonymous", "anonymous")


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        ("said Ana Ruiz, who asked the court for more time.", "Ana Ruiz"),
        ("said a baker, Ana Ruiz, who asked that the street not be named after her.", "Ana Ruiz"),
        ("said the mayor of Port Ellis, who asked the council to wait.", "mayor"),
    ],
)
def test_who_is_named_or_asks_for_something_else_is_a_source(tail, name):
    """Asking is no mark of anonymity."""
    (claim,) = claims(f"“It will not hold for another winter,” {tail}")

    assert claim.status == "source"
    assert name in " ".join(claim.sources)


def test_the_example_of_the_readme():
    """The crane operator of the example article is anonymous, as a user runs it."""
    command = [sys.executable, "-m", "citeaudit", "report", "docs/examples/harbour.txt", "--format", "jsonl"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    report = json.loads(done.stdout)
    (sentence,) = [s for s in report["sentences"] if "crane operator" in report["text"][s["start"] : s["end"]]]

    assert (sentence["status"], sentence["origin"]) == ("anonymous", "anonymous")


@pytest.mark.parametrize(
    "lead", ["", "The pier opened in 1931. ", "The pier opened in 1931.\n\n", "The Times building is tall.\n"], ids=repr
)
def test_an_orphan_quotation_is_vague_and_nobodys(lead):
    """Nobody in reach: it is not counted as attributed."""
    claim = claims(lead + ORPHAN)[-1]

    assert (claim.status, claim.origin, claim.sources, claim.outlets) == ("vague", "vague", (), ())
    assert not claim.is_attributed


def test_words_quoted_in_the_articles_own_clause_are_its_own():
    """What stands between marks inside a statement of the article attributes nothing."""
    text = "The walkers set off for the mountains with “some bread and tea in a pair of old blankets with a tin cup.”"
    (claim,) = claims(text)

    assert claim.status == "unattributed"


@pytest.mark.parametrize(
    ("text", "status", "sources"),
    [
        ("Ana Ruiz said that the harbour was shut. “We had no choice.”", "source", ("Ana Ruiz",)),
        ("Ana Ruiz said that the harbour was shut.\n\n“We had no choice but to close the gates.”", "source", ("Ana Ruiz",)),
        ("Ana Ruiz said that the harbour was shut. The pier is old. “We had no choice but to close the gates.”", "vague", ()),
        ("Ana Ruiz told CNN that the harbour was shut. “We had no choice but to close the gates.”", "source", ("Ana Ruiz",)),
        ("“We closed the gates,” says Ana Ruiz.\n\nIs the harbour safe?\n\n“It will be safe in May.”", "source", ("Ana Ruiz",)),
    ],
    ids=["same paragraph", "next paragraph", "a fact between", "an outlet between", "a question between"],
)
def test_whoever_spoke_right_before_reaches_a_bare_quotation(text, status, sources):
    """Neighbourhood alone is no reach, and the outlet to which somebody spoke does not reach on."""
    claim = claims(text)[-1]

    assert (claim.status, claim.sources) == (status, sources)


def test_the_gate_on_generated_text_holds(tmp_path):
    """A text of quotations that nobody said does not reach a minimum of attributed claims."""
    facts = ("The pier opened in 1931.", "The road is shut.", "Rain fell for three days.")
    (tmp_path / "made.txt").write_text("\n\n".join(f"{fact} {ORPHAN}" for fact in facts), encoding="utf-8")
    command = [sys.executable, "-m", "citeaudit", "check", "made.txt", "--minimum-attributed", "0.3", "--select", "CA501"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "CA501" in done.stdout
    assert citeaudit.audit((tmp_path / "made.txt").read_text(encoding="utf-8")).attributed_share == 0.0


@pytest.mark.parametrize("body", ["FBI", "CIA", "EPA", "IMF"])
@pytest.mark.parametrize(
    "said",
    ["The {} said the road was closed.", "The road was closed, the {} said.", "On Monday, the {} said that the road was closed."],
)
def test_a_body_behind_an_article_is_an_organisation(body, said):
    """An article is no title, and neither is what opens a sentence."""
    report = audit(said.format(body), config=ANY_LANGUAGE)

    assert [(link.type, link.name) for link in report.attributions[0].chain] == [("organisation", body)]


@pytest.mark.parametrize("said", ["Mr. Brandt said the road was closed.", "Gen. Brandt said the road was closed."])
def test_a_title_tells_a_person(said):
    """A lone surname behind one is nobody's but a person's."""
    assert audit(said, config=ANY_LANGUAGE).attributions[0].chain[0].type == "person"


@pytest.mark.parametrize("said", ["said", "says"])
@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("several dock workers", "several dock workers"),
        ("a senior official", "a senior official"),
        ("one of the divers", "one of the divers"),
        ("a former welder at the mill", "a former welder at the mill"),
        ("people who live nearby", "people who live nearby"),
        ("the mayor", "the mayor"),
    ],
)
@pytest.mark.parametrize(
    "content",
    [
        "Nobody warned them about the tide",
        "The closure will cost exporters $40 million",
        "Few ships came, and none stayed for long",
    ],
)
def test_the_unnamed_who_close_a_sentence_said_it(content, speaker, shown, said):
    """Not the content's own subject."""
    (claim,) = claims(f"{content}, {said} {speaker}.")

    assert claim.sources == (shown,)
    assert claim.is_attributed


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The priest, who knew him well, said the roof leaked.", "The priest"),
        ("The mayor, a former docker, said residents of the port complained.", "mayor"),
        ("Ana Ruiz, a nurse, said a worker at the mill would be hired.", "Ana Ruiz"),
    ],
)
def test_whose_verb_it_is_behind_an_apposition(text, source):
    """A comma before "said" may close an apposition; then who stands before it speaks."""
    (claim,) = claims(text)

    assert source in " ".join(claim.sources)
