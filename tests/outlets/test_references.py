"""What "the newspaper" refers back to, what it does not, and outlets that only their form tells."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.articles import Article
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.mentions import find_candidates
from citeaudit.outlets.nouns import COLUMNS, kind_nouns
from citeaudit.outlets.tables import KINDS
from citeaudit.sentences.boundaries import find_boundaries


def found_in(text):
    """Return the mentions of *text*."""
    return find_candidates(Article(text), find_boundaries(text), Gazetteer.default())[0]


REFERENCES = [
    ("The Boston Globe reported it. The newspaper said more.", "newspaper", "the-boston-globe", "a newspaper"),
    ("CNN reported it. The newspaper said more.", "newspaper", None, "a network is no newspaper: unresolved"),
    ("CNN fired him. The network said it was time.", "network", "cnn", "a network that was only a topic"),
    ("CNN was there. Reuters reported it. The network said more.", "network", "cnn", "an agency between is no network"),
    ("Reuters reported it. The news agency quoted a minister.", "news agency", "reuters", "an agency"),
    ("Newsweek reported it. He told the magazine that he left.", "magazine", "newsweek", "told"),
    ("Axios reported it. The news outlet said more.", "news outlet", "axios", "an outlet is any"),
    (
        "The Boston Globe was first. Newsweek followed. The paper said more.",
        "paper",
        "the-boston-globe",
        "a magazine between is no paper",
    ),
    ("The Boston Globe was first. The left-leaning newspaper said more.", "newspaper", "the-boston-globe", "what it leans to"),
    ("Le Monde was first. The influential French newspaper said more.", "newspaper", "le-monde", "its own country"),
    ("The Boston Globe was first. The Boston-based paper insists he left.", "paper", "the-boston-globe", "a verb in the present"),
    (
        "The Boston Globe was first. He told the newspaper the wall was old.",
        "newspaper",
        "the-boston-globe",
        "a clause without that",
    ),
    ("The Boston Globe was first. The paper's reporters found he left.", "paper", "the-boston-globe", "who works for it"),
    ("TMZ was first. According to the gossip site, he left.", "gossip site", "tmz", "a site of a kind"),
    ("Axios was first. A source told the portal that he left.", "portal", "axios", "a portal"),
    ("A newspaper reported it. The newspaper said more.", "newspaper", None, "nothing to refer to: unresolved"),
    ("The Springfield Gazette reported it. The newspaper said more.", "newspaper", None, "an unknown outlet is an antecedent"),
]


@pytest.mark.parametrize(("text", "words", "outlet", "why"), REFERENCES, ids=[case[0] for case in REFERENCES])
def test_a_noun_refers_to_an_outlet_of_its_kind(text, words, outlet, why):
    """A noun of a kind refers to the nearest outlet of that kind, else to none."""
    last = found_in(text)[-1]

    assert (words, outlet) == (last.span.of(text), last.outlet), why
    assert last.evidence[0].step == "mentions.reference"


SILENT = [
    ("The Boston Globe was first. The paper mill insists he left.", "what is made of paper"),
    ("TMZ was first. The building site says he left.", "a site that is none"),
    ("Le Monde was first. The German newspaper said more.", "a newspaper of another country"),
    ("He wrote a newspaper.", "no definite article"),
    ("The Boston Globe reported it. The newspaper industry said more.", "a noun behind it"),
    ("Reuters reported it. The Environmental Protection Agency came. The agency said more.", "another agency between"),
    ("The network of tunnels was long.", "no outlet before, and any network"),
    ("The site was closed, and the show went on.", "no cue, no outlet"),
    ("The New York Times and the Washington Post reported it. The paper said more.", "two that are joined"),
    ("The study came out. The paper found that it was so.", "a paper without an outlet"),
]


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[case[0] for case in SILENT])
def test_a_noun_that_may_be_anything_is_left_alone(text, why):
    """Where nothing tells that an outlet is meant, there is no reference."""
    steps = [mention.evidence[0].step for mention in found_in(text)]

    assert "mentions.reference" not in steps, why


def test_a_reference_points_at_its_antecedent():
    """The antecedent is the mention referred to, and the name is its name."""
    text = "The Boston Globe reported it. The newspaper said more."
    full, noun = found_in(text)

    assert (noun.antecedent, noun.name) == (full.span, "The Boston Globe")


NOUNS = read_table(shipped_table("citeaudit.outlets", "kind_nouns.tsv"), COLUMNS)


@pytest.mark.parametrize(("noun", "kinds", "needs", "example"), NOUNS, ids=[row[0] for row in NOUNS])
def test_every_noun_refers_in_its_example(noun, kinds, needs, example):
    """The example of a row holds an outlet and the noun that refers to it."""
    last = found_in(example)[-1]

    assert last.span.of(example) == noun
    assert last.outlet is not None
    assert set(kinds.split("|")) <= {*KINDS, "any"}
    assert needs in ("", "cue", "unresolved")
    assert noun in kind_nouns()


UNKNOWN = [
    ("The Springfield Gazette reported that he left.", ["Springfield Gazette"], "a paper's last word"),
    ("He told the Daily Haystack that he left.", ["Daily Haystack"], "a paper's first word"),
    ("The Springfield Gazette reported it. The Gazette said more.", ["Springfield Gazette", "Gazette"], "its short name"),
    ("He told local station KXYZ that he left.", ["KXYZ"], "a call sign that is called a station"),
    ("She told Kenya's Coast Herald that it rained.", ["Coast Herald"], "a country's genitive is no part of the name"),
    ("The UK’s Calder Express reported it.", ["Calder Express"], "initials of a country"),
    ("The Springfield Democrat reported that he left.", ["Springfield Democrat"], "a party's word, and a report"),
    ("WQZX-TV reported that he left.", ["WQZX-TV"], "a call sign with its band"),
    ("He left, the Kyiv-based news site Zmina reported.", ["Zmina"], "a noun before it"),
    ("Zmina, a news website, said he left.", ["Zmina"], "a noun in apposition"),
    ("Zmina, a news website, said so. According to Zmina, he left.", ["Zmina", "Zmina"], "named again"),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNKNOWN, ids=[case[0] for case in UNKNOWN])
def test_an_unknown_outlet_is_told_by_its_form(text, expected, why):
    """A name with the form of an outlet's and a cue is a mention without outlet, named as written."""
    found = found_in(text)

    assert expected == [mention.span.of(text) for mention in found], why
    assert {mention.outlet for mention in found} == {None}
    assert {mention.evidence[0].step for mention in found} == {"mentions.unknown"}
    assert found[-1].name == expected[0]


NOT_UNKNOWN = [
    ("The Springfield Gazette building burned.", "no cue"),
    ("In a Facebook Post he said so.", "a post"),
    ("Breaking News said so.", "no name"),
    ("WHO said so, and the WNBA reported a loss.", "bodies with letters like a call sign's"),
    ("He met the newspaper editor Jane Roe.", "a person behind the noun"),
    ("Jane Roe, a newspaper editor, said so.", "a person before the noun"),
    ("Jane Roe, a magazine writer for years, said so.", "a person before the noun"),
    ("He told the newspaper Monday that he left.", "a day behind the noun"),
    ("A Morning Consult poll has him ahead.", "a pollster"),
    ("“A fine speech,” said the Ohio Democrat.", "a member of a party"),
    ("Senate Republican leaders said that he left.", "a party's leaders"),
    ("The Minors Program reported a rise.", "no paper's word"),
]


@pytest.mark.parametrize(("text", "why"), NOT_UNKNOWN, ids=[case[0] for case in NOT_UNKNOWN])
def test_what_only_looks_like_an_unknown_outlet_is_left_alone(text, why):
    """An organisation or person taken for an outlet would change who stands behind a claim."""
    steps = [mention.evidence[0].step for mention in found_in(text)]

    assert "mentions.unknown" not in steps, why
