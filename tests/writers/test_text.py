"""The report for people: lines of styled pieces, made from a report that was put together by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

import citeaudit
from citeaudit.model.articles import Article
from citeaudit.model.relations import Attribution, Level, Manner, Role, Sentence, SentenceKind, Source, SourceType, chain_to_words
from citeaudit.model.reports import ArticleReport, Claim, Provenance, Status
from citeaudit.model.spans import Span
from citeaudit.text.shown import shown
from citeaudit.writers.text import lines_to_text, report_to_lines

TEXT = "Rain\nIt rains, Wang said, Reuters reported.\nIt is wet."
WANG = Source(SourceType.PERSON, "Wang Yi", Span(16, 20))
REUTERS = Source(SourceType.OUTLET, "Reuters", Span(27, 34), "reuters", Role.REPORTER)
SENTENCES = (
    Sentence(Span(0, 4), SentenceKind.HEADING),
    Sentence(Span(5, 43), paragraph=1),
    Sentence(Span(44, 54), paragraph=2),
)
INNER = Attribution((Span(16, 20),), (Span(21, 25),), (Span(5, 14),), (WANG, REUTERS), within=1, manner=Manner.DIRECT)
OUTER = Attribution((Span(27, 34),), (Span(35, 43),), (Span(5, 25),), (REUTERS,))


def report(*, text=TEXT):
    """Return a report of three sentences, one of them with an outlet behind it."""
    claims = (
        Claim(SENTENCES[1], Status.OUTLET, Status.SOURCE, ("Reuters",), ("reuters",), ("Wang Yi",), (INNER, OUTER), 1.0),
        Claim(SENTENCES[2], Status.UNATTRIBUTED, Status.UNATTRIBUTED),
    )
    article = Article(text, title="Rain", publisher="The Post")
    return ArticleReport(article, "en", SENTENCES, (), (), (), (INNER, OUTER), claims, (), Provenance("0", "", "", "", ""))


def test_an_editor_sees_status_chain_origin_and_sums():
    """Each statement stands with its status and its chain once, the ranking of outlets and sources at the end."""
    expected = """\
Rain · The Post

   1  heading        Rain
   2  outlet         It rains, Wang said, Reuters reported.
                     Wang Yi ← Reuters  (direct)
                     origin: source
   3  unattributed   It is wet.

2 claims: 1 outlet, 1 unattributed. 50% attributed.
Outlets    1  Reuters
Sources    1  Wang Yi
"""

    assert expected == lines_to_text(report_to_lines(report()))


def test_lines_are_no_wider_than_asked_for():
    """Long sentences wrap under their own beginning."""
    lines = lines_to_text(report_to_lines(report(), width=55)).splitlines()

    assert max(map(len, lines[:-3])) <= 55
    assert "                     reported." in lines


def test_a_text_cannot_steer_the_terminal():
    """Control characters are shown as replacement characters, other marks as they are."""
    lines = lines_to_text(report_to_lines(report(text="R\x1bin" + TEXT[4:].replace(", R", ",\nR"))))

    assert "\x1b" not in lines
    assert "R\N{REPLACEMENT CHARACTER}in" in lines
    assert "Wang said, Reuters reported." in lines, "a line end inside a sentence is white space"
    assert shown("cafe\N{COMBINING ACUTE ACCENT}\N{NO-BREAK SPACE}") == "cafe\N{COMBINING ACUTE ACCENT}\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        pytest.param((), "", id="nobody"),
        pytest.param((WANG, REUTERS), "Wang Yi ← Reuters", id="nearest to the content first"),
        pytest.param((Source(SourceType.PERSON, "he", is_resolved=False),), "he (unresolved)", id="doubt is shown"),
    ],
)
def test_chains_in_words(chain, expected):
    """A chain is told with arrows."""
    assert expected == chain_to_words(chain, with_doubt=True)


def test_outlets_that_report_together_stand_side_by_side():
    """Joint outlets are one step of the chain; one name in a step stands there once."""
    bbc = Source(SourceType.OUTLET, "BBC", beside=True)
    programme = Source(SourceType.OUTLET, "Reuters", outlet="reuters-tv", beside=True)

    assert chain_to_words((WANG, REUTERS, bbc)) == "Wang Yi ← Reuters + BBC"
    assert chain_to_words((REUTERS, programme, WANG)) == "Reuters ← Wang Yi"


def test_attitudes_stand_in_explanations_only():
    """What somebody only wants carries no claim, so the report for people leaves it out."""
    wanted = Attribution((Span(16, 20),), (Span(21, 25),), (Span(5, 14),), chain=(WANG,), level=Level.ATTITUDE)
    claim = Claim(SENTENCES[1], Status.UNATTRIBUTED, Status.UNATTRIBUTED, attributions=(wanted,))

    assert "Wang Yi" not in lines_to_text(report_to_lines(replace(report(), claims=(claim,))))


def test_what_is_least_sure_is_named_first():
    """An editor reads where to look: the doubtful sentences by number, least sure first, and no line where none is."""
    report = ArticleReport.from_dict(
        citeaudit.audit("It rained, officials said. It froze, the mayor said. Nobody was hurt.").to_dict()
    )
    doubtful = replace(
        report, claims=tuple(replace(claim, confidence=sure) for claim, sure in zip(report.claims, (0.7, 0.5, 0.9), strict=True))
    )
    certain = replace(report, claims=tuple(replace(claim, confidence=0.9) for claim in report.claims))

    assert "Look at       2 (50%), 1 (70%): least sure" in lines_to_text(report_to_lines(doubtful))
    assert "Look at" not in lines_to_text(report_to_lines(certain))
