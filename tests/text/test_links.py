"""Links are found by their places, whatever lies in what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citeaudit import Hyperlink, Span
from citeaudit.text.links import Links

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(SPANS, max_size=12), SPANS.filter(len))
def test_all_links_that_touch_a_stretch_are_found_in_order(spans, stretch):
    """Those that a look through all of them finds, nested and empty ones too."""
    hyperlinks = [Hyperlink(span, str(number)) for number, span in enumerate(spans)]

    wanted = sorted((link for link in hyperlinks if link.span.overlaps(stretch)), key=lambda link: link.span)

    assert Links(hyperlinks).touching(stretch) == tuple(wanted)


@given(st.lists(SPANS, max_size=12), st.integers(0, 12))
def test_a_mark_that_was_taken_out_has_its_own_links_alone(spans, offset):
    """A place without length, where a mark stood, is touched by the links that were put there, by none around it."""
    hyperlinks = [Hyperlink(span, str(number)) for number, span in enumerate(spans)]
    place = Span(offset, offset)

    assert Links(hyperlinks).touching(place) == tuple(link for link in hyperlinks if link.span == place)


@given(st.lists(SPANS, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_starts_and_ends_are_told_as_a_look_through_all_links_tells_them(spans, start, end):
    """Which link starts at a place, the shortest first, and whether one goes from here to there."""
    links = Links(Hyperlink(span, "https://apnews.com") for span in spans)
    starting = links.starting_at(start)

    assert (starting.span if starting else None) == min((span for span in spans if span.start == start), default=None)
    assert links.has_from_to(start, end) == any(span.start <= start and end <= span.end for span in spans)
