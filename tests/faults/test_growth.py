"""An audit takes time in proportion to the text, whatever is repeated in it: units come from the tables, time is a ratio."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from timing import cpu_seconds

from citeaudit import Article, Block, BlockKind, Config, Span, audit
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.text.alignment import Alignment

pytestmark = pytest.mark.heavy  # growth is measured on long texts

ANYTHING = Config(check_language=False, select=("ALL",))
KNOWN = (
    "allegedly, ",
    "A'",
    "U.S.",
    "Bloomberg said ",
    "first reported by Axios ",
    "“We left,” he told CNN, “and ran,” ",
    "as Reuters reported, it rained and ",
    "told Ann Moss of CNN that it rained. She told Moss that it did. ",
    "The Post ran an article. The article said so. ",
    "Ruiz said:\n\n• it rained\n\n• it froze\n\n",
    "Ruiz said on Monday:\n\nThe wall is old.\n\n",
    "LIMA, Peru (Reuters) — It rained, he said.\n\n",
)
"""What once took the square of its length."""
MARKS = ("“", "”", '"', "'", "’", "(", ")", "[", "]", ",", ";", ":", "—", "…", "&", "<", "* ", "\n", ". ")
TABLES = (
    ("citeaudit.lexicon", "words.tsv", ("word", "kind", "forms", "classes", "needs", "example")),
    ("citeaudit.lexicon", "vague.tsv", ("phrase", "example")),
    ("citeaudit.lexicon", "anonymous.tsv", ("mark", "example")),
    ("citeaudit.lexicon", "titles.tsv", ("title", "gender", "example")),
    ("citeaudit.lexicon", "abbreviations.tsv", ("form", "kind", "example")),
    ("citeaudit.lexicon", "wires.tsv", ("name", "outlet", "example")),
    ("citeaudit.rules", "wrongdoing.tsv", ("words", "deed", "example")),
)


def units(count: int, seed: int) -> list[str]:
    """Return *count* units: words of a table beside those of another, its examples, outlets and marks."""
    drawn = random.Random(seed)  # noqa: S311 - the same units on every run
    rows = {name: read_table(shipped_table(room, name), columns) for room, name, columns in TABLES}
    outlets = sorted(outlet.name for outlet in Gazetteer.default().outlets.values())
    words = [sorted({row[0] for row in found}) for found in rows.values()]
    examples = sorted({row[-1].replace("⏐", "").replace("|", "") for found in rows.values() for row in found})

    def part() -> str:
        return drawn.choice([*(drawn.choice(table) for table in words), *(drawn.choice(p) for p in (outlets, examples, MARKS))])

    ends = (" ", ", ", ". ", "\n", "\n\n", "” ", "")
    return [
        drawn.choice((" ", "", ", ")).join(part() for _ in range(drawn.randint(1, 4))) + drawn.choice(ends) for _ in range(count)
    ]


def seconds(text: str) -> float:
    """Return the processor time that an audit takes, the least of three."""
    return cpu_seconds(lambda: audit(Article(text), config=ANYTHING), times=3)


def growth(unit: str, short: int, long: int) -> float:
    """Return how many times as long an audit takes for *long* code points of *unit* as for *short* ones."""
    return seconds(unit * (long // len(unit))) / seconds(unit * (short // len(unit)))


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Tables and patterns are made before anything is timed."""
    audit(Article("It rained, Reuters reported on Monday. “It froze,” he said."), config=ANYTHING)


@pytest.mark.parametrize("unit", [*KNOWN, *units(6, seed=16)], ids=repr)
def test_four_times_the_text_takes_about_four_times_the_time(unit):
    """Where the square would take 16 times as long, a text of 16,000 code points takes less than 9 times as long as one of 4,000."""
    assert any(growth(unit, 4_000, 16_000) < 9 for _ in range(2))


@pytest.mark.parametrize("unit", [*KNOWN, *units(4, seed=19)], ids=repr)
def test_a_text_of_a_quarter_of_a_million_takes_in_proportion(unit):
    """From 32,000 to 256,000 code points the time grows by less than sixteen; the square grows by sixty-four."""

    def once(length: int) -> float:
        text = unit * (length // len(unit))
        return cpu_seconds(lambda: audit(Article(text), config=ANYTHING))

    times = [once(32_000 * 2**doubling) for doubling in range(4)]

    assert times[-1] / times[0] < 16 or once(256_000) / once(32_000) < 16


def test_news_of_megabytes_takes_in_proportion():
    """Ten times as many different articles in one text take less than fourteen times as long: what looks back or around looks at what is near."""
    drawn = random.Random(4)  # noqa: S311 - the same text on every run
    names = [
        f"{first} {last}" for first in ("Ana", "Bo", "Cora", "Dev", "Eli") for last in ("Ruiz", "Lund", "Moss", "Okoro", "Hale")
    ]
    things = [
        f"the {word} of {place}" for word in ("wall", "bridge", "poll", "ferry") for place in ("Leeds", "Lima", "Oslo", "Bern")
    ]
    frames = (
        "{0} told Ann Moss of CNN that {1} would close.",
        "“We will mend {1},” {0} said. “It will take years.”",
        "The Post ran a story on {1}. The story said that {0} left.",
        "According to {0}, {1} was sold, Reuters reported.",
        "{0}, the mayor, reportedly saw {1}. The mayor denied it.",
    )

    def seconds_of(articles: int) -> float:
        lines = [drawn.choice(frames).format(drawn.choice(names), drawn.choice(things)) for _ in range(articles * 40)]
        text = "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))
        return cpu_seconds(lambda: audit(Article(text), config=ANYTHING))

    assert any(seconds_of(400) / seconds_of(40) < 14 for _ in range(2))


@pytest.mark.parametrize("is_nested", [True, False], ids=["nested", "side by side"])
@pytest.mark.parametrize("kind", BlockKind)
def test_blocks_are_read_in_proportion(kind, is_nested):
    """However many blocks a record brings, one in the other or each by itself, the time grows with their number."""

    def least(count: int) -> float:
        unit = "It rained in the town.\n\n"
        starts = range(0, count * len(unit), len(unit))
        text = unit * count
        blocks = [Block(Span(start, len(text) if is_nested else start + 22), kind) for start in starts]
        return cpu_seconds(lambda: audit(Article(text + "Roe said it. " * count, blocks=blocks), config=ANYTHING), times=2)

    assert any(least(400) / least(100) < 9 for _ in range(2))


def test_links_and_lists_of_generated_text_are_read_in_proportion():
    """Eight times the lines, each with a link of its own, and eight times the list take less than 14 times as long; once it was 19 times."""
    config = Config(check_language=False, select=("ALL",), citations=True)

    def seconds_of(count: int) -> float:
        told = "".join(f"It rained in town {place} ([BBC](https://www.bbc.com/news/{place})).\n" for place in range(count))
        listed = "".join(f"- [Reuters](https://www.reuters.com/world/{place}), May 3\n" for place in range(count))
        return cpu_seconds(lambda: audit(Article(f"{told}\nSources\n{listed}"), config=config))

    seconds_of(10)

    assert any(seconds_of(2000) / seconds_of(250) < 14 for _ in range(2))


@pytest.mark.parametrize("opening", ["<!--", "<!-- a ", "<a ", "&a", "</a"])
def test_markup_that_is_never_closed_is_matched_in_proportion(opening):
    """The words of a file are found again in time in proportion, however many comments or tags it opens and never closes."""

    def least(count: int) -> float:
        raw = "Some words here. " + opening * count
        return cpu_seconds(lambda: Alignment(raw, "Some words here."), times=3)

    assert any(least(40_000) / least(10_000) < 9 for _ in range(2))


def test_a_sentence_without_end_is_read_in_pieces():
    """What has no full stop for pages is several sentences of at most 2,000 code points, which leave out white space alone."""
    text = "it rained and it froze; " * 1000 + "it ended."

    sentences = audit(Article(text), config=ANYTHING).sentences

    assert max(len(sentence.span) for sentence in sentences) <= 2000
    assert "".join(sentence.span.of(text) for sentence in sentences).replace(" ", "") == text.replace(" ", "")
    assert all(sentence.span.of(text).endswith(";") for sentence in sentences[:-1])


@pytest.mark.parametrize(
    "text", ["a" * 9000, "a," * 4500, "a" + " " * 9000 + "b", "“" * 9000], ids=["word", "commas", "space", "marks"]
)
def test_a_sentence_without_words_is_read_in_pieces_too(text):
    """A page without white space is cut where it must be: the pieces are in order, and nothing but white space is left out."""
    spans = [sentence.span for sentence in audit(Article(text), config=ANYTHING).sentences]

    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
