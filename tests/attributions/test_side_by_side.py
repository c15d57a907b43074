"""Outlets of one breath stand side by side in the chain, and only programmes go by their parent's name."""

from __future__ import annotations

import pytest

from citeaudit import ArticleReport, audit
from citeaudit.model.articles import Article
from citeaudit.model.relations import chain_to_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry was late, Reuters and the BBC reported.", "Reuters + BBC"),
        ("The mayor told CNN and Fox News that the ferry would sail.", "The mayor ← CNN + Fox News"),
        ("A Washington Post/ABC News poll found that voters want a ferry.", "The Washington Post + ABC News"),
        ("Ana Ruiz told Reuters, the BBC and CNN that the ferry would sail.", "Ana Ruiz ← Reuters + BBC + CNN"),
        (
            "The New York Times, citing the BBC and Reuters, reported that the ferry was late.",
            "BBC + Reuters ← The New York Times",
        ),
        (
            "Officials told the Associated Press that the ferry was late, Reuters reported.",
            "Officials ← The Associated Press ← Reuters",
        ),
        ("Ana Ruiz said on NBC's “Meet the Press” that the ferry was late.", "Ana Ruiz ← NBC News"),
    ],
)
def test_who_reports_together_is_one_step(text, expected):
    """A plus joins who reports together, an arrow leads on to who passed it on; the JSON says so too, and is read back."""
    report = audit(text)
    read = ArticleReport.from_dict(report.to_dict())

    assert expected in {chain_to_words(a.chain) for a in report.attributions}
    assert [[link.beside for link in a.chain] for a in read.attributions] == [
        [link.beside for link in a.chain] for a in report.attributions
    ]


def test_reports_of_before_are_read():
    """A report written before links could stand side by side is read as one in which none does."""
    old = audit("The ferry was late, Reuters and the BBC reported.").to_dict(schema=1)
    for attribution in old["attributions"]:
        for link in attribution["chain"]:
            del link["beside"]

    assert not any(link.beside for a in ArticleReport.from_dict(old).attributions for link in a.chain)


@pytest.mark.parametrize(
    ("named", "outlet"),
    [
        ("the Mail on Sunday", "The Mail on Sunday"),
        ("the Sunday Telegraph", "The Sunday Telegraph"),
        ("The Athletic", "The Athletic"),
        ("BBC Sport", "BBC Sport"),
        ("Scientific Reports", "Scientific Reports"),
        ("the Virginia Mercury", "Virginia Mercury"),
        ("NBC's “Meet the Press”", "NBC News"),
        ("“60 Minutes”", "CBS News"),
        ("“Fox & Friends”", "Fox News"),
    ],
)
def test_a_title_is_named_as_the_article_names_it(named, outlet):
    """Whoever owns it: only a programme goes by the name of whoever makes it."""
    report = audit(f"Ana Ruiz told {named} that the ferry would sail in May.")

    assert [claim.outlets for claim in report.claims] == [(outlet,)]


@pytest.mark.parametrize(("publisher", "named"), [("Daily Mail", "the Mail on Sunday"), ("The Athletic", "the New York Times")])
def test_a_sister_title_is_of_the_house(publisher, named):
    """Two titles of one house are one source, under whatever names: rule CA305 tells."""
    report = audit(Article(f"The ferry was late, {named} reported.", publisher=publisher))

    assert report.claims[0].is_self
    assert "CA305" in {finding.code for finding in report.findings}
