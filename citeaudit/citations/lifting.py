"""Marks off a text: an article goes in; the same without marks, lists and Markdown, and what the marks say, come out.

The finders are asked in their order, and the first to take a place has it: lists before lines, links before numbers, and
names in brackets last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from citeaudit.citations.brackets import find_brackets, find_dashes
from citeaudit.citations.lines import find_lines, find_tails
from citeaudit.citations.linked import find_links
from citeaudit.citations.marks import Mark, Page
from citeaudit.citations.markup import without_markup
from citeaudit.citations.numbers import find_lenticular, find_numbers
from citeaudit.citations.references import Sheet, find_references
from citeaudit.citations.removing import Taken, Taking, without
from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.text.links import Links


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and its place *at* in the text without marks."""

    mark: Mark
    at: int


@dataclass(frozen=True, slots=True)
class Lifted:
    """
    An article without its marks.

    *marks* are in order; *ways* lead places of its report back to the article as it came, the last taken out first; *credits*
    are the lists and lines that are no claims, in the article before marks were taken out.
    """

    article: Article
    marks: tuple[Placed, ...]
    ways: tuple[Taken, ...]
    credits: tuple[Span, ...]


def lift(article: Article, gazetteer: Gazetteer) -> Lifted:
    """Return *article* without marks, and the marks."""
    plain, markup = without_markup(article)
    links = Links(plain.hyperlinks)
    page = Page(plain, links, find_references(Sheet(plain.text, links, gazetteer)), gazetteer)
    taking = Taking()
    stretches = [_with_gap(plain.text, stretch) for stretch in page.references.stretches]
    for stretch in page.references.stretches:
        taking.take(stretch)
    finders = (find_lines, find_tails, find_links, find_lenticular, find_numbers, find_brackets, find_dashes)
    marks = [mark for mark in chain.from_iterable(find(page) for find in finders) if taking.take(mark.shown)]
    is_sure = bool(page.references.entries) or any(mark.sources and not mark.is_doubtful for mark in marks)
    marks = sorted((mark for mark in marks if is_sure or not mark.is_doubtful), key=lambda mark: mark.shown)
    stretches += [mark.span for mark in marks if not mark.is_in_text]
    bare, taken = without(plain, stretches, _kept(plain, taking, marks))
    placed = tuple(Placed(mark, taken.plain(Span(mark.span.start, mark.span.start)).start) for mark in marks)
    of_marks = (Hyperlink(Span(each.at, each.at), url) for each in placed if not each.mark.is_in_text for url in each.mark.urls)
    bare = replace(bare, hyperlinks=tuple(sorted((*bare.hyperlinks, *of_marks), key=lambda link: link.span)))
    shown: dict[int, Span] = {}
    for each in placed:
        if not each.mark.is_in_text:
            shown.setdefault(each.at, each.mark.shown)
    credit_lines = (*page.references.stretches, *(mark.shown for mark in marks if mark.form == "line"))
    return Lifted(bare, placed, (replace(taken, marks=shown), markup), tuple(sorted(credit_lines)))


def _kept(article: Article, taking: Taking, marks: list[Mark]) -> tuple[Hyperlink, ...]:
    """Return the hyperlinks on words that stay."""
    on_words = {mark.shown for mark in marks if mark.is_in_text}
    return tuple(link for link in article.hyperlinks if link.span in on_words or not taking.holds(link.span.start))


def _with_gap(text: str, stretch: Span) -> Span:
    """Return *stretch* with the white space before it."""
    start = stretch.start
    while start and text[start - 1].isspace():
        start -= 1
    return Span(start, stretch.end)
