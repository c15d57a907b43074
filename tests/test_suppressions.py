"""Comments in Markdown and HTML silence a rule where they stand, and say so when they silence nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rules.reports import report_of

from citeaudit.config import Config
from citeaudit.rules import check_rules
from citeaudit.suppressions import suppress

FIRST, SECOND = '"We will never accept what this council has done."', '"Nobody asked us before they closed the bridge."'
BETWEEN = "It rained. The lamps were lit. The streets were wet."
TEXT = f"The hall was full.\n{FIRST}\n{BETWEEN}\n{SECOND}"


def silenced(raw, text=TEXT):
    """Return the words that CA102 still complains of, and what is said of comments that do nothing."""
    report = report_of(text)
    report = replace(report, findings=check_rules(report, Config(select=("CA102", "CA101")).rule_settings))
    left, unused = suppress(report, raw, "a.md")
    return [left.words(finding.span) for finding in left.findings if finding.code == "CA102"], list(map(str, unused))


COMMENT = "<!-- citeaudit: ignore CA102 -->"


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        pytest.param(
            f"The hall was full.\n\n{COMMENT}\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}\n",
            [SECOND],
            id="on its own line, for what follows",
        ),
        pytest.param(
            f"The hall was full.\n\n{FIRST} {COMMENT}\n\n{BETWEEN}\n\n{SECOND}\n", [SECOND], id="at the end of its paragraph"
        ),
        pytest.param(
            f"The hall was full.\n\n{FIRST}\n\n{BETWEEN}\n\n{COMMENT}{SECOND}\n", [FIRST], id="at the start of its paragraph"
        ),
        pytest.param(
            f"<p>The hall was full.</p>{COMMENT}<p>{FIRST}</p><p>{BETWEEN}</p><p>{SECOND}</p>",
            [SECOND],
            id="between HTML paragraphs",
        ),
        pytest.param(
            f"<p>The hall was full.</p><p>{FIRST}{COMMENT}</p><p>{BETWEEN}</p><p>{SECOND}</p>",
            [SECOND],
            id="inside an HTML paragraph",
        ),
        pytest.param(
            f"The hall was full.\n\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}\n\n<!-- citeaudit: ignore-file CA102 -->",
            [],
            id="the whole file",
        ),
        pytest.param(
            f"The hall was full.\n\n<!--citeaudit: ignore unattributed-quotation, CA104-->\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}",
            [SECOND],
            id="by name",
        ),
        pytest.param(
            f"The hall was full.\n\n<!-- citeaudit: ignore CA1 -->\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}", [SECOND], id="a family"
        ),
    ],
)
def test_a_comment_silences_its_paragraph(raw, left):
    """A comment holds for the paragraph that it stands in; alone, for the one after it."""
    assert silenced(raw)[0] == left


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- citeaudit: ignore CA203 -->", "a.md:3: the suppression of CA203 silences nothing; remove it"),
        ("<!-- citeaudit: ignore CA999 -->", "a.md:3: the suppression names no rule: 'CA999'"),
        ("<!-- citeaudit: ignore -->", "a.md:3: a suppression reads"),
        ("<!-- citeaudit: allow CA102 -->", "a.md:3: a suppression reads"),
    ],
)
def test_comments_that_do_nothing_are_told(comment, said):
    """A comment that silences nothing goes with its line, so that it does not outlive its text."""
    left, unused = silenced(f"The hall was full.\n\n{comment}\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}\n")

    assert left == [FIRST, SECOND]
    assert len(unused) == 1
    assert unused[0].startswith(said)


def test_other_comments_are_left_alone():
    """Comments of others are none of ours."""
    assert silenced(f"The hall was full.\n\n<!-- TODO: citeaudit -->\n{FIRST}\n\n{BETWEEN}\n\n{SECOND}\n") == (
        [FIRST, SECOND],
        [],
    )
