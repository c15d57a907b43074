"""White space sets type and says nothing: line ends, wraps and runs of blanks move offsets and change no reading."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import textwrap

import pytest
from golden import BLOCK, read_lines
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from invariants import check_report
from strategies import compositions, noise, text_of

import citeaudit
from citeaudit import Article, Config, Hyperlink, Span, audit

ANY_LANGUAGE = Config(check_language=False)
ENDS = {"CR LF": "\r\n", "CR": "\r", "NEL": "\x85", "line separator": "\u2028", "CR CR LF": "\r\r\n", "blank and CR LF": " \r\n"}
STORY = (
    "The bridge will close in May and the ferry will run, the Ministry of Foreign Affairs said. Repairs will take a year, it added, "
    "and the road to the lake will be shut, the Wall Street Journal reported. “We had no choice in the matter,” Ana Ruiz told the "
    "Financial Times on Monday."
)
NAMES = {"Ministry of Foreign Affairs", "The Wall Street Journal", "Ana Ruiz", "Financial Times"}
WIDTHS = (36, 38, 46, 50, 61, 70, 77)
"""At each of them a name stands over a line end."""
WRAPPED = textwrap.fill(STORY, 50)


def reading(text, **known):
    """Return what is read in *text*: each sentence on one line, what stands behind it, and every name."""
    report = audit(Article(text, **known), config=ANY_LANGUAGE)
    check_report(report)
    words = [" ".join(report.words(sentence.span).split()) for sentence in report.sentences]
    names = [link.name for attribution in report.attributions for link in attribution.chain]
    findings = [(found.code, found.fingerprint, " ".join(report.words(found.span).split())) for found in report.findings]
    return words, [str(line) for line in read_lines(report)], names, [mention.name for mention in report.mentions], findings


def wrapped_at(text, width):
    """Return *text* with each of its lines wrapped, an empty line between two."""
    lines = (
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n") if line.strip()
    )
    return "\n\n".join("\n".join(line) for line in lines)


def golden_articles(root):
    """Return the texts of all golden articles."""
    paths = sorted((root / "tests" / "golden").glob("*/*.md"))
    texts = [dict(BLOCK.findall(path.read_text(encoding="utf-8")))["article"] for path in paths]
    assert texts
    return texts


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_wrapped_text_reads_as_it_does_on_one_line(width, end):
    """With every line end, and names over one included: the Wall Street Journal, the Ministry of Foreign Affairs, Ana Ruiz."""
    wrapped = textwrap.fill(STORY, width)

    assert set(reading(STORY)[2]) == NAMES
    assert reading(wrapped) == reading(STORY) == reading(wrapped.replace("\n", end))


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_offsets_are_those_of_the_text_as_it_came(end):
    """Each span covers the words that it covered, with the line ends that stand among them."""
    before, after = (audit(text, config=ANY_LANGUAGE) for text in (WRAPPED, WRAPPED.replace("\n", end)))
    for one, other in zip(before.attributions, after.attributions, strict=True):
        for role in ("source", "cue", "content"):
            words = [before.words(span).replace("\n", end) for span in getattr(one, role)]
            assert words == [after.words(span) for span in getattr(other, role)]
    assert [before.words(m.span).replace("\n", end) for m in before.mentions] == [after.words(m.span) for m in after.mentions]


@pytest.mark.heavy
def test_golden_articles_read_the_same_wrapped_and_with_carriage_returns(request):
    """Every golden, as it is, wrapped at 70 columns, and both with CR LF."""
    for text in golden_articles(request.config.rootpath):
        whole = re.sub(r"\n+", "\n\n", text.strip())
        wrapped = wrapped_at(text, 70)
        assert reading(whole) == reading(whole.replace("\n", "\r\n"))
        assert reading(wrapped) == reading(wrapped.replace("\n", "\r\n"))


@given(compositions(), st.integers(40, 100), st.sampled_from(tuple(ENDS.values())))
def test_generated_wrapped_text_reads_the_same_with_every_line_end(paragraphs, width, end):
    """Whatever the width and the line end."""
    text = wrapped_at(text_of(paragraphs), width)

    assert reading(text) == reading(text.replace("\n", end))


@given(compositions(), st.randoms(use_true_random=False))
def test_runs_of_blanks_read_as_one(paragraphs, chance):
    """Two spaces behind a full stop, tabs, padded lines: as many blanks as there may be."""
    text = text_of(paragraphs)
    padded = re.sub(r" ", lambda _: chance.choice((" ", " ", "  ", "\t", " \t ", "\u00a0 ")), text).replace("\n", " \n  ")

    assert reading(text) == reading(padded)


@pytest.mark.parametrize("blank", ["\n", "\r\n", "  ", "\t", " \n ", "\u00a0\u00a0"], ids=repr)
def test_names_stand_on_one_line(blank):
    """A ministry over two lines counts as the ministry on one, in reports, JSON, tables and sums; its span is exact."""
    text = f"The dam broke on Monday after days of heavy rain in the valley, the Ministry of{blank}Foreign Affairs said."
    report = audit(text)
    (edge,) = citeaudit.CorpusReport.of(report).sources

    assert report.claims[0].sources == ("Ministry of Foreign Affairs",)
    assert edge.source == "Ministry of Foreign Affairs"
    assert report.words(report.attributions[0].source[0]) == f"the Ministry of{blank}Foreign Affairs"


def test_names_of_golden_articles_stand_on_one_line(request):
    """With blanks doubled and lines wrapped at random."""
    chance = random.Random(5)  # noqa: S311 - no secret
    for text in golden_articles(request.config.rootpath)[::3]:
        odd = re.sub(r"(?<=\w) (?=\w)", lambda _: chance.choice((" ", " ", "  ", "\r\n")), text)
        report = audit(odd, config=ANY_LANGUAGE)
        names = [link.name for attribution in report.attributions for link in attribution.chain]
        names += [name for claim in report.claims for name in (*claim.sources, *claim.outlets)]
        names += [mention.name for mention in report.mentions] + [dateline.place for dateline in report.datelines]
        assert [name for name in names if name != " ".join(name.split())] == []


@pytest.mark.parametrize(("address", "codes"), [("https://www.reuters.com/1", []), ("https://example.org/1", ["CA401"])])
def test_links_keep_their_places(address, codes):
    """A link's span is in the text as it came, and the rules find it on its outlet."""
    text = "The bridge is\r\nshut,  Reuters reported.\r\n\r\nThe road to the lake is open."
    start = text.index("Reuters")
    link = Hyperlink(Span(start, start + len("Reuters")), address)
    report = audit(Article(text, hyperlinks=(link,)), config=ANY_LANGUAGE)

    assert report.article.hyperlinks == (link,)
    assert [found.code for found in report.findings if found.code.startswith("CA4")] == codes


def test_a_line_too_wide_for_any_wrap_is_a_paragraph():
    """A few short lines that go on in small letters do not make one paragraph of a page of long ones."""
    line = "“It was a long winter and the ferry did not run for many weeks, so that nobody could reach the town by the lake or leave it.” ― {}"
    text = "\n".join(
        ["A short line that goes", "on in small letters", *(line.format(name) for name in ("Ana Ruiz", "Kofi Mensah"))]
    )
    report = audit(text, config=ANY_LANGUAGE)

    assert [report.words(s.span).endswith(("Ruiz", "Mensah")) for s in report.sentences[-2:]] == [True, True]


def test_carriage_returns_by_the_thousand_take_linear_time():
    """Ten times the text does not take fifty times as long."""
    from timeit import repeat  # noqa: PLC0415 - of this test alone

    from citeaudit.text.white_space import plain_white_space  # noqa: PLC0415 - the same

    short, long = (
        min(repeat(lambda text=blank * count: plain_white_space(text), number=1, repeat=3))
        for blank, count in (("\r \t", 20_000), ("\r \t", 200_000))
    )
    assert long < 50 * short
    assert plain_white_space("\r" * 200_000)[0] == "\n" * 200_000


@pytest.mark.parametrize("number", range(4))
def test_no_span_begins_or_ends_with_white_space(number):
    """Whatever the text, and whichever examples are drawn."""

    @seed(number)
    @settings(max_examples=60)
    @given(noise())
    def read(text):
        check_report(audit(text, config=ANY_LANGUAGE))

    read()


@pytest.mark.parametrize(
    "text", ["“ “ ” according to ‘ .", "“ \r\n said ‘ \u2028 he", "‘ said\t “ a ” \x85 according to “ \u00a0"], ids=repr
)
def test_marks_among_blanks(text):
    """A source or content that is hardly more than a mark is one without the blanks beside it."""
    check_report(audit(text, config=ANY_LANGUAGE))


def test_the_command_line_reads_carriage_returns_as_line_feeds(tmp_path):
    """As a user runs it, from a file and from a pipe."""
    command = [sys.executable, "-m", "citeaudit", "report", "--format", "text"]
    (tmp_path / "a.txt").write_bytes(WRAPPED.encode())
    plain = subprocess.run([*command, "a.txt"], cwd=tmp_path, capture_output=True, check=True).stdout
    (tmp_path / "a.txt").write_bytes(WRAPPED.replace("\n", "\r\n").encode())
    returned = subprocess.run([*command, "a.txt"], cwd=tmp_path, capture_output=True, check=True).stdout

    assert b"Ministry of Foreign Affairs" in plain
    assert returned.split() == plain.split()
