"""How values show themselves at a prompt and in a notebook."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

import citeaudit
from citeaudit import Article, Config, CorpusReport, read_reports

TEXT = "The closure will cost $40 million, Reuters reported, citing two people familiar with the matter. Nobody was hurt."
HOSTILE = ["\u202e" * 400, "\U000e0001" * 400, "<script>alert(1)</script>\n" * 50, "'\"\\" * 300, "\0\x1b[2J"]


def audited(text, **known):
    """Return the report of *text*, whatever its language."""
    return citeaudit.audit(Article(text, **known), config=Config(check_language=False))


def test_the_words_of_a_prompt_tell_the_sums():
    """A report tells its counts, a claim its words and who stands behind it."""
    report = audited(TEXT, title="Port to close")

    assert repr(report) == "<ArticleReport 'Port to close': 2 claims: 1 outlet, 1 unattributed; 50% attributed; 2 findings>"
    assert repr(report.claims[1]) == "<Claim 'Nobody was hurt.': unattributed>"
    assert "outlet 'Reuters', 'two people familiar with the matter', origin anonymous" in repr(report.claims[0])
    assert repr(CorpusReport.of(report)) == "<CorpusReport 1 article, 2 claims: 1 outlet, 1 unattributed; 50% attributed>"


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_makes_them_long_or_odd(words):
    """The words of a prompt stay under 300 characters, the drawing of a notebook under 50 kB, and no mark of direction is in the first."""
    report = audited(
        f"{words} said that the wall is safe, Reuters reported. {words} told the BBC so.\n\n{words}", title=words, publisher=words
    )
    for value in (report, CorpusReport.of(report), *report.claims):
        assert len(repr(value)) < 300
        assert repr(value).isprintable()
        assert len(value._repr_html_().encode()) < 50_000


def test_a_claim_has_its_words(tmp_path):
    """`claim.text` is the statement as the article has it, typography and white space too, and so it is in reports read back."""
    text = 'He said  "no" ,\r\nReuters   reported. \r\n\r\n  Rain fell\tall night.'
    report = audited(text)
    assert [claim.text for claim in report.claims] == [report.words(claim.sentence.span) for claim in report.claims]
    assert all(claim.text in text for claim in report.claims)

    citeaudit.write(report, to=tmp_path / "a.jsonl")
    (again,) = read_reports(tmp_path / "a.jsonl")
    assert [claim.text for claim in again.claims] == [claim.text for claim in report.claims]
    citeaudit.write(report, to=tmp_path / "b.jsonl", with_text=False)
    (bare,) = read_reports(tmp_path / "b.jsonl")
    assert {claim.text for claim in bare.claims} == {""}


def test_the_drawing_of_a_notebook_is_that_of_the_page():
    """A report, a claim and a corpus are drawn with statuses, chains and counts; nothing in it is fetched or run."""
    report = audited(TEXT, publisher="Gazette")
    drawings = [value._repr_html_() for value in (report, report.claims[0], CorpusReport.of(report))]
    trees = [lxml_html.fromstring(drawing) for drawing in drawings]

    assert trees[0].xpath("//article")[0].text_content() == TEXT
    assert trees[1].xpath("//article")[0].text_content() == report.claims[0].text
    assert [len(tree.xpath("//article//a[contains(@class, 'outlet')]")) for tree in trees] == [1, 1, 0]
    assert "Gazette → Reuters" in trees[2].text_content()
    assert not any("<script" in drawing or "http" in drawing for drawing in drawings)


def test_a_long_article_is_drawn_in_part_and_says_so():
    """A notebook holds the first sentences of a long article, and where all of it can be had."""
    drawn = audited("\n\n".join([TEXT] * 300))._repr_html_()

    assert len(drawn.encode()) < 50_000
    assert "more sentences not drawn here" in drawn


def test_progress_is_told():
    """A function is called with the articles done and their number, where it is known; True draws a bar on standard error."""
    told = []
    assert len(list(citeaudit.audit_many([TEXT, TEXT], progress=lambda *at: told.append(at)))) == 2
    list(citeaudit.audit_many(iter([TEXT]), progress=lambda *at: told.append(at)))

    assert told == [(1, 2), (2, 2), (1, None)]


def test_a_bar_stands_on_standard_error(capsys):
    """`progress=True` shows the number of articles."""
    pytest.importorskip("tqdm")
    list(citeaudit.audit_many([TEXT, TEXT], progress=True))

    assert "2/2" in capsys.readouterr().err
    with pytest.raises(TypeError, match="progress= takes True, False or a function"):
        citeaudit.audit_many([TEXT], progress="yes")
