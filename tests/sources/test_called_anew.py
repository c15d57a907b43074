"""Whom a description, a body's noun, initials or a pronoun mean, each kind both ways: resolved where the article tells, left alone where it does not."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit
from citeaudit.model.relations import SourceType

CONFIG = Config(check_language=False)


def sources_of_last(text):
    """Return the first links of the last attribution of *text*: the names of those who speak."""
    report = audit(Article(text), config=CONFIG)
    last = max(report.attributions, key=lambda a: (a.cue or a.content)[0].start)
    return [link.name for link in last.chain]


EPITHETS = [
    ("Astra CEO Tim Lund said no. The chief executive said it was over.", "Tim Lund", "what a CEO is"),
    ("Tim Lund, chief executive of Astra, said no. The CEO said it was over.", "Tim Lund", "and the other way round"),
    ("Bo Knight said it was over. “He is known,” the coach continued.", "Bo Knight", "a trade"),
    ("Tim Kane said no. The Norland senator said it was over.", "Tim Kane", "an office with a place"),
    ("Mike Pence said no. The governor of Tarn also said that it was over.", "Mike Pence", "an office of a place"),
    ("Mike Berg did not see why Michelle Orr left. The first lady said it was over.", "Michelle Orr", "a gender"),
    ("Ana Ruiz said no, and Tom Lee said yes. The Tarn businessman said it was over.", "Tom Lee", "the only man"),
    ("Wikimills co-founder Julian Holm left. The Wikimills founder said it was over.", "Julian Holm", "a co-founder"),
    (
        "Ana Ruiz's campaign manager said it was over. “We left,” said Rob Mook, Ruiz for Tarn campaign manager.",
        "Rob Mook",
        "later",
    ),
    ("Hollywood legend Tom Lee left. The actor said Bob Kent is done.", "Tom Lee", "no title across a verb"),
]
NO_EPITHETS = [
    ("Ana Ruiz said no. Tom Lee said yes. The singer said it was over.", "The singer", "two spoke"),
    ("Ana Ruiz said no. The mayor said it was over.", "The mayor", "a bare office"),
    ("Ana Ruiz said no. The transport minister said it was over.", "The transport minister", "an office with its field"),
    ("Ana Ruiz said no. The officer said it was over.", "The officer", "a bystander"),
    ("A coach came. Bo Knight said no. The coach said it was over.", "The coach", "somebody else was called so"),
    ("Mayor Bo Knight said no. The Tarn senator said it was over.", "The Tarn senator", "another office"),
    ("Tom Lee said no. The Tarn businesswoman said it was over.", "The Tarn businesswoman", "another gender"),
]
BODIES = [
    ("Yarrow was hacked, and the company said it was over.", "Yarrow", "in its own sentence"),
    ("Massey Stores shut on Monday. The company said it was over.", "Massey Stores", "in the one before"),
    ("Tarnair flew on. “It is late. We left. It is over,” the airline said.", "Tarnair", "behind a quotation"),
    ("It is one of the targets in NARA's search, according to the agency.", "NARA", "an agency by its initials"),
    ("Yarrow's plan to cut waste covers vans and ships, it said.", "Yarrow", "it"),
    ("The report was late. The Harbour Bureau kept it. The agency said it was over.", "Harbour Bureau", "by another word"),
    ("Yarrow left, and Yarrow will sell. Yarrow met Bolt. The company said it was over.", "Yarrow", "named far more often"),
]
NO_BODIES = [
    ("Yarrow met Bolt. The company said it was over.", "The company", "either may be meant"),
    ("Ana Ruiz left. The company said it was over.", "The company", "a person"),
    ("Germany won. The company said it was over.", "The company", "a country"),
    ("Mr. Pellow left. Pellow sang. The company said it was over.", "The company", "a surname"),
    ("The Ports Ministry left. The company said it was over.", "The company", "a ministry"),
    ("Disruptive companies pay little. The company said it was over.", "The company", "several"),
    ("It fell on Dec. 22. It said so, and it was late.", "it", "a month"),
    ("In addition to 30 Boeing jets, it said it was over.", "it", "what the sentence is not about"),
    ("“Yarrow left,” he said. The agency said it was over.", "The agency", "no agency by its name"),
]
NAMES = [
    ("The Office for Budget Order met. The OBO said it was over.", ["Office for Budget Order"], "initials spelled out"),
    ("The Trade Union (TU) met. The TU said it was over.", ["Trade Union"], "two letters in brackets"),
    ("Tom Usher met Trade Unions. The TU said it was over.", ["TU"], "two letters alone"),
    ("The OBO said it was over.", ["OBO"], "initials that nothing spells out"),
    ("Berg -- who rows here -- left. Berg -- editor of Rails -- said it was over.", ["Berg"], "an aside"),
    ("It is over, said another witness, former port adviser Fiona Hill.", ["Fiona Hill"], "a name behind what she is"),
    ("The host, Rivers Council board member Nicole Berg, said it was over.", ["Nicole Berg"], "a body before her"),
    ("A lawyer for Ana Ruiz, Will Lind of Patton Bog, said it was over.", ["Will Lind"], "a firm behind the name"),
    ("A top aide, John Weaver, said it was over.", ["John Weaver"], "a bare apposition"),
    ("WASHINGTON — The mayor said it was over.", ["The mayor"], "a dateline"),
]
JOINT = [
    ("Both Rosmos and NARA said it was over.", ["Rosmos", "NARA"], "both"),
    ("NARA and ESO said it was over.", ["NARA", "ESO"], "initials"),
    ("The United Ports and Harbour Union stressed it was over.", ["United Ports and Harbour Union"], "one body"),
    ("The Harbour Union and Rail Union stressed it was over.", ["Harbour Union", "Rail Union"], "two unions"),
    ("The Food and Drug Administration said it was over.", ["Food and Drug Administration"], "an agency with and"),
    (
        "Some aides, along with many officials and Ana Ruiz, said it was over.",
        ["Some aides", "many officials", "Ana Ruiz"],
        "three",
    ),
    (
        "Ana Ruiz left. Ruiz and authorities from Harbour Security said it was over.",
        ["Ana Ruiz", "authorities from Harbour Security"],
        "authorities",
    ),
    ("The chairman and chief executive said it was over.", ["The chairman and chief executive"], "one with two offices"),
]
PRONOUNS = [
    ("The letter came late, and it says the pier is old.", "The letter", "what opens the sentence"),
    (
        "The ministry welcomed the union in May, but it said the pier would stay shut for good.",
        "The ministry",
        "a body that does",
    ),
    ("Rain fell on the quay, and it says in the file that the pier is old.", "it", "nobody does"),
    ("Tom Lee was sad. “It was late. We're done,” he continued.", "Tom Lee", "a contraction is nobody"),
    ("Asa Lind on Monday released a report. At Tuesday's meeting, he said it was over.", "Asa Lind", "nor is a day"),
    ("Tom Lee left. During the visit, he was seen with Jack Epps. He said it was over.", "Tom Lee", "goes on with him"),
    ("Tom Lee spoke. He also hit Harry Reid, who he said was late.", "Tom Lee", "before the name"),
    ("A day after saying that he was done, Tom Lee left. “It is over,” he said.", "Tom Lee", "a lead-in that tells of him"),
    (
        "Tom Lee said that his nominee, Bob Kent, had told him it was late. He also said that it was over.",
        "Tom Lee",
        "not who is told of",
    ),
    ("Tom Lee spoke. Later he hit Bob Kent over a tape in which he said it was over.", "Bob Kent", "whose tape it is"),
    ("Still, Mr. Troy, as he met Ben Santos, left early. “It is over,” he said.", "Troy", "a surname behind a title"),
    ("Tom Lee, a lawyer, ran after the man said it was late. “It is over,” he added.", "Tom Lee", "a bare description gives way"),
    ("The energy warned of a storm. He said it was over.", "he", "a thing is nobody"),
    ("Chevron is the only firm there. Then he said it was over.", "he", "a firm that is told what it is"),
    ("Kym Lindo, a clerk, said it was late. “It is over,” they said.", "Kym Lindo", "one whose gender nobody tells"),
    ("Ana Ruiz, a clerk, said it was late. They said it was over.", "they", "one who is a woman"),
]


@pytest.mark.parametrize(("text", "name", "why"), [*EPITHETS, *NO_EPITHETS], ids=lambda case: str(case)[:60])
def test_a_description_means_who_spoke(text, name, why):
    """Where one alone spoke before whom the noun fits; bystanders, bare offices and whom the article calls so are others."""
    names = [link.name for a in audit(Article(text), config=CONFIG).attributions for link in a.chain]

    assert name in names, why


@pytest.mark.parametrize(("text", "name", "why"), [*BODIES, *NO_BODIES], ids=lambda case: str(case)[:60])
def test_a_noun_means_the_one_body(text, name, why):
    """Of those that the sentences name the one that fits; no person, place or second body."""
    assert sources_of_last(text) == [name], why


PAIRS = [
    ("Ana Ruiz and Jo Lane were barred in May. The pair said it was over.", ["Ana Ruiz", "Jo Lane"], "two who did not speak"),
    ("Ana Ruiz and Jo Lane left. It rained. The two said it was over.", ["Ana Ruiz", "Jo Lane"], "a sentence further back"),
    ("Ana Ruiz met Jo Lane in May. The pair said it was over.", ["The pair"], "nothing joins them"),
    ("Ana Ruiz and Jo Lane left. Tom Lee came. The pair said it was over.", ["The pair"], "somebody else came"),
    ("Ana Ruiz, Tom Lee and Jo Lane left. The two said it was over.", ["The two"], "three are joined"),
]
WITH_A_PLURAL = [
    ("U.S. and Norland officials said it was over.", ["U.S. and Norland officials"], "one group with two names"),
    ("Oak and Elm Street residents said it was over.", ["Oak and Elm Street residents"], "another"),
    ("Parks and Rivers Board (PRB) inspectors said it was over.", ["Parks and Rivers Board inspectors"], "with initials"),
    ("Roads Agency (RA) officials said it was over.", ["Roads Agency officials"], "of one body"),
    (
        "Ana Ruiz came. Ruiz and Harbour Board officials said it was over.",
        ["Ana Ruiz", "Harbour Board officials"],
        "a person too",
    ),
    ("Ana Ruiz and Norland lawmakers said it was over.", ["Ana Ruiz", "Norland lawmakers"], "the same in full"),
]
STRESSED = [
    ("Ruiz was called “a fool” by no less than Mayor Tom Lee.", ["Tom Lee"], "no less than"),
    ("None other than Mayor Tom Lee said it was over.", ["Tom Lee"], "none other than"),
    (
        "The port left after the Gull ran a Feb. 3 piece in which Tom Lee said it was over.",
        ["Tom Lee", "Gull"],
        "behind in which, and who ran the piece",
    ),
]


@pytest.mark.parametrize(
    ("text", "names", "why"), [*NAMES, *JOINT, *PAIRS, *WITH_A_PLURAL, *STRESSED], ids=lambda case: str(case)[:60]
)
def test_a_name_is_as_long_as_it_is(text, names, why):
    """Neither what stands beside it nor a second source is a part of it."""
    assert sources_of_last(text) == names, why


@pytest.mark.parametrize(("text", "name", "why"), PRONOUNS, ids=lambda case: str(case)[:60])
def test_a_pronoun_means_whom_the_text_is_about(text, name, why):
    """Its subject, not who is named beside it; else nobody."""
    assert sources_of_last(text) == [name], why


def test_one_who_asks_for_it_is_unnamed():
    """A number that opens the sentence is no name."""
    (claim,) = audit(Article("One, who asked not to be named, said: “It is over.”"), config=CONFIG).claims

    assert claim.status == "anonymous"


def test_a_body_by_its_noun_is_an_organisation():
    """The type goes with the name."""
    report = audit(Article("Massey Stores shut on Monday. The company said it was over."), config=CONFIG)

    assert report.attributions[-1].chain[0].type is SourceType.ORGANISATION


BESIDE = [
    ("A group of rowers spoke. The group, Tarn Rowers United, met in May. The group said it was over.", "Tarn Rowers United"),
    ("The union, Harbour Workers United, met. It rained, the union said.", "Harbour Workers United"),
    ("The company, Massey Stores (MS), is small. The company said it was over.", "Massey Stores"),
    ("The group, Ana Ruiz knew, was small. The group said it was over.", "The group"),
    ("The group, led by Ana Ruiz, met in May. The group said it was over.", "The group"),
    ("The group of the Rowers, Tarn, met. The group said it was over.", "The group"),
    ("Magistrate Judge Ana Ruiz agreed. The magistrate said it was over.", "Ana Ruiz"),
    ("District Judge Tom Lee sat in Tarn. It was over, the magistrate said.", "Tom Lee"),
    ("Mayor Ana Ruiz agreed. The magistrate said it was over.", "The magistrate"),
    ("Tarn’s son, filmmaker Bo Knight (“The Pier,” “Dock Talk”), was glad. “It is over,” he said.", "Bo Knight"),
    ("“It is over,” said producer Ana Ruiz (“Dock Talk”).", "Ana Ruiz"),
]


@pytest.mark.parametrize(("text", "name"), BESIDE, ids=lambda case: str(case)[:60])
def test_a_name_beside_a_noun_is_what_the_noun_means(text, name):
    """A group is called by its name where the text gives it, a judge by either title, and a bracket is no part of a name."""
    assert sources_of_last(text) == [name]
