"""What a report says of citations: roles, places, credits among its sentences; and nothing while the setting is off."""

from __future__ import annotations

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invariants import check_report
from labelled import CONFIG

from citeaudit import Article, Config, Hyperlink, Role, SentenceKind, Span, audit, read
from citeaudit.citations.words import WordKind, phrases_of

TEXT = "The bank raised its rate on Tuesday.[1] Growth has slowed.\n\nSource: BBC News\n\nReferences\n[1] Reuters, 4 March 2026\n"
SIGNS = [
    "[1]",
    "[^1]",
    "【Reuters†L1】",
    "(Reuters)",
    "Source: Reuters",
    "— Reuters",
    "https://reuters.com/a",
    "[a](https://bbc.com/b)",
]
PIECES = [
    *SIGNS,
    "The bank rose. ",
    "\n",
    "\n\n",
    "- ",
    "**",
    "> ",
    "[1] Reuters\n",
    "References\n",
    "(",
    "[",
    "Reuters: ",
    "Dette er ",
]


def test_a_mark_is_the_source_and_the_cue_and_its_role_is_citation():
    """The words of the mark are where the report says; the chain names the outlet with the role citation."""
    report = audit(TEXT, config=CONFIG)
    (first,) = report.claims[0].attributions

    assert [report.words(span) for span in first.cue] == ["[1]"]
    assert [(link.name, link.role) for link in first.chain] == [("Reuters", Role.CITATION)]
    assert report.words(report.claims[0].sentence.span) == "The bank raised its rate on Tuesday.[1]"


def test_lists_and_lines_are_credits_and_no_claims():
    """A source line and a list of references are sentences of the kind credit."""
    report = audit(TEXT, config=CONFIG)
    credits_ = [report.words(sentence.span) for sentence in report.sentences if sentence.kind is SentenceKind.CREDIT]

    assert credits_ == ["Source: BBC News", "References\n[1] Reuters, 4 March 2026"]
    assert len(report.claims) == 2


def test_nothing_is_read_while_the_setting_is_off():
    """Without the setting no link has the role citation, and marks stay words."""
    for config in (Config(), Config(citations=False)):
        report = audit(TEXT, config=config)

        assert report.claims[0].status == "unattributed"
        assert not any(link.role is Role.CITATION for a in report.attributions for link in a.chain)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor will resign ([Reuters](https://www.bbc.com/mayor)).",
        "The mayor will resign.[1]\n\nReferences\n[1] CNN: Mayor resigns. https://www.bbc.com/mayor",
    ],
)
def test_a_link_to_another_outlet_is_told(text):
    """The outlet is the one that is named, and rule CA402 complains of a link elsewhere, but for agencies."""
    report = audit(text.replace("Reuters", "CNN"), config=CONFIG)

    assert report.claims[0].outlets == ("CNN",)
    assert [finding.message for finding in report.findings if finding.code == "CA402"] == [
        "CNN is credited, and the link goes to BBC"
    ]


def test_who_said_it_stays_the_first_link():
    """What a person said and a mark passes on has both in its chain."""
    report = audit("Governor Anne Brekke said that the rate would rise (BBC, 4 March).", config=CONFIG)

    assert [link.name for link in report.claims[0].attributions[0].chain] == ["Anne Brekke", "BBC"]
    assert (report.claims[0].status, report.claims[0].origin) == ("outlet", "source")


def test_what_readers_found_as_links_counts_too():
    """An article whose links a reader has taken off its words reads as one in Markdown."""
    text = "The bank raised its rate on Tuesday (Reuters). Growth has slowed."
    start = text.index("Reuters")
    article = Article(text, hyperlinks=(Hyperlink(Span(start, start + 7), "https://www.reuters.com/a"),))

    assert [claim.status for claim in audit(article, config=CONFIG).claims] == ["outlet", "unattributed"]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_heap_of_marks_gives_a_sound_report(text):
    """Whatever marks stand in whatever order, places lie in the text and no word is lost."""
    check_report(audit(text, config=CONFIG))


def test_no_phrase_has_two_meanings_that_contradict():
    """What names nobody leads to nobody."""
    assert not phrases_of(WordKind.NOBODY) & phrases_of(WordKind.LEAD)


TABLE = [("Claim", "When", "Source"), ("The bank raised its rate.", "", "Reuters"), ("Growth has slowed since May", "May", "BBC")]


def _markdown(path):
    rows = ["| " + " | ".join(row) + " |" for row in TABLE]
    path.write_text("\n".join([rows[0], "|---|---|---|", *rows[1:]]) + "\n\nPrices rise.* It rains.†\n\n\\* CNN\n† AP\n", "utf-8")


def _page(path):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    text = "The bank met on Tuesday in its old house by the river. " * 4
    path.write_text(f"<article><h1>The bank</h1><p>{text}</p><table>{rows}</table><p>{text}</p></article>", "utf-8")


def _document(path):
    document = docx.Document()
    table = document.add_table(0, len(TABLE[0]))
    for row in TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(path)


@pytest.mark.parametrize(("name", "written"), [("a.md", _markdown), ("a.html", _page), ("a.docx", _document)])
def test_tables_are_read_from_files_too(tmp_path, name, written):
    """A cell of sources reaches its row in Markdown files, pages and Word files, whatever other cells are empty."""
    written(tmp_path / name)
    (article,) = read(tmp_path / name)
    found = {claim.text.partition("\n")[0]: claim.outlets for claim in audit(article, config=CONFIG).claims}

    assert found.pop("The bank raised its rate.") == ("Reuters",)
    assert found.pop("Growth has slowed since May") == ("BBC",)
    if name == "a.md":
        assert found == {"Prices rise.*": ("CNN",), "It rains.†": ("The Associated Press",)}


def test_a_quotation_with_a_mark_and_no_speaker_is_complained_of():
    """A mark says where words stand, not who spoke: rule CA102 asks; with a speaker it does not."""
    words = "The vote came at midnight. “We will never accept what this council has done to us.” [1] It snowed.\n\n[1] Reuters"

    assert "CA102" in [finding.code for finding in audit(words, config=CONFIG).findings]
    assert "CA102" not in [
        finding.code for finding in audit(words.replace("us.” [1]", "us,” said Ana Ruiz. [1]"), config=CONFIG).findings
    ]


@pytest.mark.parametrize(("url", "codes"), [("https://www.cnn.com/rate", []), ("https://www.bbc.com/rate", ["CA401", "CA402"])])
def test_links_in_cells_are_compared(url, codes):
    """The link in a cell of sources is the one of its row, whatever cells stand between."""
    text = f"| Claim | When | Source |\n|---|---|---|\n| The bank raised its rate on Tuesday. | in May | [CNN]({url}) |"

    assert [finding.code for finding in audit(text, config=CONFIG).findings] == codes
