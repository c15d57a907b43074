"""What holds of every report, whatever the text."""

from __future__ import annotations

import json

import pytest
from golden import BLOCK
from hypothesis import given
from invariants import check_report
from strategies import compositions, noise, surrogates, text_of

from citeaudit import Article, Config, audit
from citeaudit.writers.json import json_line, report_to_json

ANY_LANGUAGE = Config(check_language=False)


def read(text: str):
    """Audit *text*, whatever its language."""
    return audit(Article(text, publisher="The Guardian"), config=ANY_LANGUAGE)


@given(noise())
def test_noise_is_read_without_a_crash(text):
    """Any Unicode text gets a report whose places lie inside it, in order, and say what they claim."""
    check_report(read(text))


@given(compositions())
def test_news_is_read_whole(paragraphs):
    """No word of a news text is lost between its sentences."""
    check_report(read(text_of(paragraphs)))


@given(surrogates())
def test_lone_surrogates_are_read_and_written(text):
    """A text with lone surrogates is read like any other, and its line of JSON is UTF-8 that reads back the same."""
    report = read(text)

    check_report(report)
    assert json.loads(json_line(report_to_json(report)).decode("utf-8"))["text"] == text


@given(compositions().map(text_of) | noise())
def test_the_same_text_gives_the_same_bytes(text):
    """Two audits of one text write the same line."""
    assert json_line(report_to_json(read(text))) == json_line(report_to_json(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\ufeff",
        "“",
        ".",
        "\x00",
        "a" * 5000,
        "“" * 500,
        "said " * 500,
        "according to according to The Times reportedly reportedly “",
    ],
    ids=repr,
)
def test_odd_texts(text):
    """Nothing, one mark, or one word over and over: a report like any other."""
    check_report(read(text))


def test_goldens_keep_the_invariants(request):
    """The golden articles, known failures too, get reports whose places hold."""
    for path in sorted((request.config.rootpath / "tests" / "golden").glob("*/*.md")):
        blocks = dict(BLOCK.findall(path.read_text(encoding="utf-8")))

        check_report(read(blocks["article"]))
