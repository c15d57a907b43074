"""Status and share of a statement, by the rule of halves."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit
from citeaudit.claims import judge_claims, origin_of, status_of
from citeaudit.model.relations import Attribution, Dateline, Level, Sentence, Source, SourceType
from citeaudit.model.spans import Span

TEXT = "one two three four five six seven eight nine ten"
OUTLET = Source(SourceType.OUTLET, "Bloomberg News", outlet="bloomberg")
PERSON = Source(SourceType.PERSON, "Ana Ruiz")
ANONYMOUS = Source(SourceType.ANONYMOUS, "an official")
NOBODY = Source(SourceType.VAGUE, "reportedly")


def words(first, last):
    """Return the span from the word *first* to the word *last* of TEXT, counted from 1."""
    starts = [0] + [i + 1 for i, letter in enumerate(TEXT) if letter == " "]
    return Span(starts[first - 1], starts[last] - 1 if last < len(starts) else len(TEXT))


def held(first, last, *chain, level=Level.REPORT):
    """Return an attribution of the words from *first* to *last*."""
    return Attribution((), (), (words(first, last),), chain=chain, level=level)


def judge(*attributions, datelines=()):
    """Return the claim of TEXT."""
    (claim,) = judge_claims(TEXT, (Sentence(Span(0, len(TEXT))),), attributions, datelines)
    return claim


CASES = [
    ((), "unattributed", 0.0, "nobody"),
    ((held(1, 5, OUTLET),), "outlet", 0.5, "half of the words"),
    ((held(1, 4, OUTLET),), "unattributed", 0.0, "less than half"),
    ((held(1, 3, OUTLET), held(4, 8, PERSON)), "source", 0.8, "the stronger one counts for the weaker"),
    ((held(1, 3, PERSON), held(4, 5, PERSON)), "source", 0.5, "two halves of one strength"),
    ((held(1, 9, ANONYMOUS),), "anonymous", 0.9, "only unnamed"),
    ((held(1, 9, NOBODY),), "vague", 0.9, "a hedge"),
    ((held(1, 10, PERSON, level=Level.ATTITUDE),), "unattributed", 0.0, "an attitude carries nothing"),
    ((held(1, 10, PERSON, OUTLET),), "outlet", 1.0, "some link is an outlet"),
]


@pytest.mark.parametrize(("attributions", "status", "share", "why"), CASES, ids=[case[3] for case in CASES])
def test_status_by_halves(attributions, status, share, why):
    """The strongest status at which half of the words lie in attributions as strong."""
    claim = judge(*attributions)

    assert (claim.status, claim.share) == (status, share), why


def test_what_nobody_covers_is_told():
    """The words in the article's own voice are the uncovered spans."""
    claim = judge(held(3, 8, PERSON))

    assert claim.uncovered == (words(1, 2), words(9, 10))


def test_a_dateline_counts_neither_way():
    """Its words are not counted."""
    claim = judge(held(6, 8, PERSON), datelines=(Dateline(words(1, 5), "ONE"),))

    assert (claim.status, claim.share) == ("source", 0.6)


def test_outlets_stand_with_their_ids():
    """Names and ids go together."""
    claim = judge(held(1, 9, PERSON, OUTLET))

    assert (claim.outlets, claim.outlet_ids, claim.sources) == (("Bloomberg News",), ("bloomberg",), ("Ana Ruiz",))


@pytest.mark.parametrize(
    ("chain", "status", "origin"),
    [
        ((PERSON, OUTLET), "outlet", "source"),
        ((ANONYMOUS, OUTLET), "outlet", "anonymous"),
        ((OUTLET,), "outlet", "outlet"),
        ((NOBODY, OUTLET), "outlet", "outlet"),
        ((NOBODY,), "vague", "vague"),
        ((ANONYMOUS, PERSON), "source", "anonymous"),
    ],
    ids=["person", "anonymous", "outlet", "hedge inside an outlet", "hedge", "unnamed, told by a person"],
)
def test_status_and_origin_of_a_chain(chain, status, origin):
    """The status reads the whole chain, the origin its first link alone."""
    assert (status_of(chain), origin_of(chain)) == (status, origin)


SETTINGS = [
    ("“I am a sailor,” Ana Ruiz said during a debate in the old town hall last week.", "source", "where it was said"),
    (
        "“I am a sailor,” Ana Ruiz said when asked whether she would leave the town before the end of the year.",
        "source",
        "what was asked",
    ),
    (
        "Ana Ruiz denied any wrongdoing when she was called for comment at her home in the old town.",
        "source",
        "when she was asked",
    ),
    ("“I am a sailor,” Ana Ruiz said, as the ferry left the harbour with two hundred people on board.", "unattributed", "a deed"),
    (
        "“It is over,” he said, speaking on condition of anonymity because he may not talk to reporters about it.",
        "source",
        "why he is not named",
    ),
]


@pytest.mark.parametrize(("text", "status", "why"), SETTINGS, ids=[case[2] for case in SETTINGS])
def test_a_setting_counts_with_the_cue(text, status, why):
    """Where or to what question a quotation was said asserts nothing of its own; a deed beside it does."""
    (claim,) = audit(Article(text), config=Config(check_language=False)).claims

    assert claim.status == status, why


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“We met,” said Moss, who owns a bakery near the square and went on to see the second show at the old hall.", "source"),
        (
            "“We met,” said Moss, who owns a bakery, while the council closed the old road and sold the ferry to the harbour.",
            "unattributed",
        ),
    ],
)
def test_what_is_told_of_who_spoke_counts(text, status):
    """A relative clause behind a speaker behind a quotation is a part of the source, a clause of its own is not."""
    (claim,) = audit(text, config=Config(check_language=False)).claims

    assert claim.status == status
