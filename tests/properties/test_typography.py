"""Typography moves offsets and nothing else: line ends, hard spaces, the shape of quotation marks, an unrelated opening."""

from __future__ import annotations

import pytest
from golden import read_lines
from hypothesis import given
from hypothesis import strategies as st
from strategies import compositions, text_of

from citeaudit import Config, audit

ANY_LANGUAGE = Config(check_language=False)
OPENING = "The weather was mild."
LEAD = "The town by the river, which has had a bridge of one kind or another for four hundred years, is about to get its fifth."
"""Long enough to be the story's first paragraph, above which alone a short line may be a headline."""


def places(report, moved):
    """Return where everything of *report* stands, each offset as *moved* tells."""
    spans = [sentence.span for sentence in report.sentences]
    spans += [span for a in report.attributions for span in (*a.source, *a.cue, *a.content)]
    spans += [mention.span for mention in report.mentions] + [quotation.span for quotation in report.quotations]
    return [(moved(span.start), moved(span.end)) for span in spans]


def same_reading(text, changed, moved=lambda offset: offset):
    """Assert that *changed* reads as *text* does, with its places *moved*."""
    before, after = audit(text, config=ANY_LANGUAGE), audit(changed, config=ANY_LANGUAGE)

    assert read_lines(before) == read_lines(after)
    assert places(before, moved) == places(after, lambda offset: offset)


def straight(text: str) -> str:
    """Return *text* with straight quotation marks."""
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


@given(compositions())
def test_carriage_returns(paragraphs):
    """A text with lines that end in CR LF reads as one with LF."""
    text = text_of(paragraphs)

    same_reading(text, text.replace("\n", "\r\n"), lambda offset: offset + text.count("\n", 0, offset))


@given(compositions())
def test_blank_lines(paragraphs):
    """Paragraphs with an empty line between them read as lines do."""
    text = text_of(paragraphs)

    same_reading(text, text.replace("\n", "\n\n"), lambda offset: offset + text.count("\n", 0, offset))


@given(compositions(), st.data())
def test_hard_spaces(paragraphs, data):
    """A no-break space in place of a space changes nothing."""
    text = text_of(paragraphs)
    spaces = [offset for offset, character in enumerate(text) if character == " "]
    hard = set(data.draw(st.lists(st.sampled_from(spaces), max_size=8)))

    same_reading(text, "".join("\u00a0" if offset in hard else character for offset, character in enumerate(text)))


@given(compositions())
def test_straight_marks(paragraphs):
    """Straight quotation marks read as curly ones do."""
    text = text_of(paragraphs)

    same_reading(text, straight(text))


@given(compositions())
def test_an_unrelated_opening(paragraphs):
    """A paragraph at the start of a story, to which nothing in it refers, moves what follows and changes nothing in it."""
    text = f"{LEAD}\n{text_of(paragraphs)}"
    report, later = audit(text, config=ANY_LANGUAGE), audit(f"{OPENING}\n{text}", config=ANY_LANGUAGE)

    assert read_lines(report) == read_lines(later)[1:]
    assert places(report, lambda offset: offset + len(OPENING) + 1) == places(later, lambda offset: offset)[1:]


@pytest.mark.parametrize("end", ["\n", " ", "\u00a0\n\n"], ids=repr)
@given(paragraphs=compositions())
def test_white_space_at_the_end(end, paragraphs):
    """White space after the last sentence belongs to nothing."""
    text = text_of(paragraphs)

    same_reading(text, text + end)
