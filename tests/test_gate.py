"""The gate: whether enough claims of a text name their source, and what it says of the others."""

from __future__ import annotations

import dataclasses

import pytest

from citeaudit import Article, Config, ConfigError, NotEnglishError, gate

TEXT = "The bank raised its rate on Tuesday.[1] Growth has slowed since May (BBC). Prices rise.\n\n[1] Reuters\n"

GERMAN = (
    "Die Bank hat am Dienstag ihren Leitzins angehoben. Das Wachstum hat sich seit Mai verlangsamt, und die Preise sind gestiegen. "
    "Der Minister sagte, dass er mit einer Erholung im Herbst rechne. Die Opposition ist nicht dieser Meinung. Sie will, dass der "
    "Staat mehr für die Menschen tut, die in den letzten Jahren ihre Arbeit verloren haben, und dass er nicht nur auf die Bank "
    "wartet. In den Städten ist die Lage besser als auf dem Land, wo viele Betriebe noch in diesem Jahr schließen werden."
)


def test_a_verdict_counts_the_claims_with_a_source():
    """Two of three claims name their source; the third is told with its words and what would help."""
    verdict = gate(TEXT)

    assert not verdict.passed
    assert not verdict
    assert (verdict.claims, round(verdict.share, 2), verdict.at_least) == (3, 0.67, 0.8)
    assert [(each.words, each.why) for each in verdict.unsourced] == [("Prices rise.", "nobody is named for it")]
    assert "Prices rise." in str(verdict)
    assert verdict.unsourced[0].help in str(verdict)


def test_the_least_share_is_asked():
    """What passes and what fails is for the caller to say; a text that claims nothing passes."""
    assert gate(TEXT, at_least=0.6).passed
    assert gate(Article(TEXT), at_least=2 / 3).passed
    assert gate("", at_least=1).passed


def test_a_verdict_is_frozen():
    """Nobody changes a verdict afterwards."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        gate(TEXT).passed = True


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("“Nobody in this town should ever panic about the state of the bridge.”", "it quotes nobody"),
        ("It is believed that the bridge will be closed in March.", "it rests on a hedge that names nobody"),
        ("The bridge will reportedly be closed in March.", "it rests on a hedge that names nobody"),
        ("The bridge will be closed in March.\n\nSource: various sources", "nobody is named for it"),
        ("“It is over.” [1]\n\n[1] Reuters", "it quotes nobody"),
        ("“We had no choice but to close the bridge.” (Reuters)", "it quotes nobody"),
        ("“We had no choice but to close the bridge.” https://www.bbc.com/bridge", "it quotes nobody"),
        ("- “We had no choice but to close it.” ([statement](https://bridge-fans.net/a))", "it quotes nobody"),
        ("| Words | Source |\n|---|---|\n| “We had no choice but to close it.” | Reuters |", "it quotes nobody"),
    ],
)
def test_quotations_and_hedges_of_nobody_never_pass(text, why):
    """Vague counts as not attributed."""
    (claim,) = gate(text, at_least=0.1).unsourced

    assert claim.why == why


@pytest.mark.parametrize(
    "text",
    [
        "“We had no choice,” Ana Ruiz said. [1]\n\n[1] Reuters",
        "“We had no choice but to close it.” — Ana Ruiz [1]\n\n[1] Reuters",
        "“We had no choice but to close it.” [1]\n\n[1] Ministry of Transport, statement, 3 May",
        "Reuters: “We had no choice but to close it.”",
        "Ana Ruiz called the bridge “a danger to us all” [1].\n\n[1] Reuters",
        "A banner on the bridge read “It is over” for weeks (Reuters).",
    ],
)
def test_quotations_of_somebody_pass(text):
    """Who speaks may stand in the sentence, behind a dash, before a colon or in the entry of the mark; quoted words in a claim are its own."""
    assert gate(text, at_least=1).passed


@pytest.mark.parametrize("name", ["reuters", "Reuters", "reuters.com", "https://www.reuters.com/world"])
def test_outlets_are_listed_by_id_name_or_domain(name):
    """A claim that rests on a denied outlet, or on one that is not allowed, does not count."""
    assert [each.why for each in gate(TEXT, deny=[name]).unsourced][:1] == ["it rests on Reuters, which is on the deny list"]
    assert [each.words for each in gate(TEXT, allow=[name]).unsourced] == [
        "Growth has slowed since May (BBC).",
        "Prices rise.",
    ]


def test_a_house_is_listed_with_its_parts():
    """Who allows the BBC allows BBC Sport; sites that are no outlets are not on a list of outlets."""
    assert gate("Rovers won the cup (BBC Sport).", allow=["bbc"], at_least=1).passed
    assert not gate("Rovers won the cup ([report](https://rovers-fans.net/cup)).", allow=["bbc"], at_least=1).passed
    assert gate("Rovers won the cup, the mayor said.", allow=["bbc"], at_least=1).passed


@pytest.mark.parametrize(
    ("settings", "error", "words"),
    [
        ({"allow": ["Rooters"]}, ConfigError, "gate(allow=…): no outlet is called 'Rooters'; did you mean 'Reuters'?"),
        ({"deny": ["nobody.example"]}, ConfigError, "gate(deny=…): no outlet is called 'nobody.example'"),
        ({"allow": "reuters"}, TypeError, "allow= takes a list of outlets, not str; give ['reuters']"),
        ({"deny": [3]}, TypeError, "deny= takes ids, names or domains of outlets, as strings"),
        ({"at_least": 80}, ConfigError, "gate(at_least=…): must be a share from 0 to 1, not 80"),
        ({"at_least": "0.8"}, TypeError, "at_least= takes a share"),
        ({"config": {}}, TypeError, "config= takes a Config"),
    ],
)
def test_what_cannot_be_meant_is_a_clear_error(settings, error, words):
    """One line tells what is wrong and what to give."""
    with pytest.raises(error) as caught:
        gate(TEXT, **settings)

    assert words in str(caught.value)


def test_the_gate_reads_citations_unless_told_not_to():
    """A configuration that does not speak of citations leaves them on."""
    assert gate(TEXT, config=Config(minimum_claims=2)).claims == 3
    assert gate(TEXT, at_least=0.6, config=Config(minimum_claims=2)).passed
    assert not gate(TEXT, at_least=0.6, config=Config(citations=False)).passed


def test_other_languages_and_other_things_are_refused():
    """What is not English is not judged; a path is no text."""
    with pytest.raises(NotEnglishError):
        gate(GERMAN)
    with pytest.raises(TypeError, match=r"gate\(\) takes a text or an Article"):
        gate(b"bytes")
