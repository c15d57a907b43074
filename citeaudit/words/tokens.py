"""The words of an article: text, sentences and quotations go in, columns of word facts come out, one row a token.

There is no tagger: a word's *kind* comes from its form alone (a closed list, a suffix, a capital letter), since measured
on the training corpus a learned tagger gave the later decisions nothing for three times the run time. All facts that
depend on the form only stand in one memo, so that an article costs one dictionary look-up a token.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from citeaudit.lexicon.people import name_words
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeaudit.model.relations import Quotation, Sentence
    from citeaudit.model.spans import Span

TOKEN = re.compile(
    r"""
    (?!\ )                                           # to try each branch at the space between two words takes half of the time
    ( [A-Za-z][a-z]*+(?=[ ,;:?!)”"])                 # most words, first: nothing below reads them otherwise
    | [,;:?!()“”"]|\.(?!\.)                          # most marks, likewise
    | ``|''                                          # the marks of wire copy
    | (?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|Rev|Hon|No|vs)\.   # an abbreviation keeps its stop
    | (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=[ ]\d)  # so does a month before its day
    | (?:[A-Za-z]\.){2,}                             # U.S., a.m.
    | [A-Z]\.(?=[ ]?[A-Z])                           # an initial: "J. Smith"
    | ['’](?:s|S|re|ve|ll|d|m)\b(?!['’])             # what hangs on the word before: "he's", "Wang's"
    | n['’]t\b                                       # "didn't" is two words
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|[ap]m|m|bn)?\b  # 1,000  3.5  1990s
    | [@\#]\w+                                       # a handle
    | [^\W\d_]['’][A-Z]\w+                           # O'Brien
    | \w+?(?=n['’]t\b)                               # the "did" of "didn't"
    | \w+(?:[-‐‑]\w+)*                               # a word, hyphenated or not
    | \.\.+|…|--+|[^\w\s]                            # a mark
    )""",
    re.VERBOSE,
)
"""One token, as a group, so that to split by it gives the tokens too; each branch is linear, since none can start inside another's match."""

PADDING = 4
"""Empty rows before the first and after the last token, so that a clue may look around without checking."""


def set_of(line: str) -> frozenset[str]:
    """Return the words of *line* as a set: tables of words read best on one line."""
    return frozenset(line.split())


MONTHS = "january february march april june july august september october november december"
"""All but May, which is no abbreviation and mostly another word."""
KINDS: dict[str, str] = {
    "MD": "will would can could may might shall should must 'll ’ll ca wo ought cannot",
    "BE": "be is are was were been being am 'm ’m 're ’re ai",
    "HV": "have has had having 've ’ve",
    "DO": "do does did done doing",
    "TO": "to",
    "THAT": "that",
    "WHO": "who which whom whose",
    "WH": "what how why whether if when where whatever whoever",
    "PRO": "he she they we i you it one everyone everybody someone nobody those others many most some few several both",
    "PRM": "him them us me himself herself themselves itself myself ourselves",
    "PP": "his her its their our my your",
    "DT": "the a an this these any all each every no another such either neither",
    "CC": "and but or nor yet plus",
    "SC": "because although though while since as after before until unless than once whereas so",
    "IN": "in of on at by for with from about into over against under between during through without among within toward"
    " towards across around behind near upon despite per via amid like including beyond up out off down",
    "NOT": "not n't n’t never no-one",
    "AC": "according",
    "DAY": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later recently"
    f" ago week month year night morning afternoon evening {MONTHS}",
    "RB": "also just only even still then now already again ever too here there very more less much ahead back instead maybe"
    " perhaps soon often always meanwhile however further long well rather quite almost",
}
CLOSED: dict[str, str] = {form: kind for kind, forms in KINDS.items() for form in forms.split()}
SHORT_MONTHS = {f"{full[:letters]}.": full for full in MONTHS.split() for letters in (3, 4)}
"""The months that a date abbreviates, by their abbreviations: "Feb. 6" is read as "February 6" is."""
MONTHS_AND_WORDS = frozenset(("may", "march", "august"))
"""The forms whose capital letter tells the month from the word."""
CLITIC = "'s"
"""What may be possessive; in lower case, with a plain apostrophe."""
IS_AFTER = set_of("he she it that there what who here where how this let")
"""The words after which 's is "is" or "has", not a possessive."""


class Form(NamedTuple):
    """
    What the form of a word alone says; a tuple, so that the rows of an article turn into columns in one call.

    *lower* case, *stem*, *kind*, *rate* (how often its stem speaks, in steps), its cluster of like words, *coarse* and
    *fine*, and *tag*: the word itself if it is a function word or a mark, else its fine cluster or kind.
    """

    lower: str
    stem: str
    kind: str
    rate: str
    coarse: str
    fine: str
    tag: str


NOTHING = Form("", "", "_", "_", "_", "_", "_")


class Edges(dict[tuple[str, str], str]):
    """Two kinds side by side as one fact, told when they are first met; there are some fifty kinds."""

    def __missing__(self, kinds: tuple[str, str]) -> str:
        found = self[kinds] = intern("_".join(kinds))
        return found


EDGES = Edges()


@dataclass(frozen=True, slots=True)
class Words:
    """
    The tokens of an article in columns, all of one length, with *PADDING* empty rows at both ends.

    *edge* holds the kinds of a row and the row before it. *quote* is the number of the quotation a token stands in, its marks included, or -1; *kind* is ``OQ`` and ``CQ`` for
    the marks that open and close one. *sentence* is the number of its sentence (-1 outside all); *bounds* holds the first
    row of each sentence and the row after its last.
    """

    text: str
    start: list[int]
    end: list[int]
    lower: list[str]
    stem: list[str]
    kind: list[str]
    rate: list[str]
    coarse: list[str]
    fine: list[str]
    tag: list[str]
    edge: list[str]
    quote: list[int]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    paragraph: list[int]
    heading: list[bool]

    def row_from(self, offset: int) -> int:
        """Return the first row that begins at *offset* or behind it."""
        return bisect_left(self.start, offset)

    def forms_in(self, span: Span) -> list[str]:
        """Return the words that begin in *span*, in lower case."""
        return self.lower[self.row_from(span.start) : self.row_from(span.end)]


def read_words(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], forms: Mapping[str, Form]) -> Words:
    """Return the words of *text*; *forms* tells what a form alone says (a memo that the weights keep)."""
    start, end, rows = [0] * PADDING, [0] * PADDING, [NOTHING] * PADDING
    sentence_of, bounds = [-1] * PADDING, []
    for number, sentence in enumerate(sentences):
        first = len(start)
        # What stands between two tokens, and each token, in turn: to ask a match for each by itself takes longer.
        parts = TOKEN.split(sentence.span.of(text))
        edges = list(accumulate(map(len, parts), initial=sentence.span.start))
        start += edges[1:-1:2]
        end += edges[2::2]
        rows += map(forms.__getitem__, parts[1::2])
        sentence_of += [number] * (len(start) - first)
        bounds.append((first, len(start)))
    start.extend([len(text)] * PADDING)
    end.extend([len(text)] * PADDING)
    rows.extend([NOTHING] * PADDING)
    sentence_of.extend([-1] * PADDING)
    lower, stem, kind, rate, coarse, fine, tag = map(list, zip(*rows, strict=True))
    _tell_clitics(lower, kind)
    quote = _quote_state(start, end, quotations, kind)
    return Words(
        text,
        start,
        end,
        lower,
        stem,
        kind,
        rate,
        coarse,
        fine,
        tag,
        ["_", *map(EDGES.__getitem__, pairwise(kind))],
        quote,
        sentence_of,
        bounds,
        [sentence.paragraph for sentence in sentences],
        [sentence.kind is SentenceKind.HEADING for sentence in sentences],
    )


def _tell_clitics(lower: list[str], kind: list[str]) -> None:
    """Tell the possessive 's from "is"; forms alone cannot."""
    row = -1
    for _ in range(lower.count(CLITIC)):
        row = lower.index(CLITIC, row + 1)
        kind[row] = "BE" if lower[row - 1] in IS_AFTER else "POS"


def _quote_state(start: list[int], end: list[int], quotations: tuple[Quotation, ...], kind: list[str]) -> list[int]:
    """Return the quotation of each row, and mark the rows that open and close one."""
    quote = [-1] * len(start)
    done, last = PADDING, len(start) - PADDING
    for number, quotation in enumerate(quotations):
        first = bisect_right(end, quotation.span.start, done, last)
        done = bisect_left(start, quotation.span.end, first, last)
        quote[first:done] = [number] * (done - first)
        opened = bisect_left(start, quotation.inner.start, first, done)
        kind[first:opened] = ["OQ"] * (opened - first)
        if quotation.is_closed:
            closing = bisect_left(start, quotation.inner.end, opened, done)
            kind[closing:done] = ["CQ"] * (done - closing)
    return quote


def kind_of(form: str) -> str:
    """Return the kind of word that *form* looks like."""
    if form.isupper() and name_words().get(form) == "body":
        return "NP"  # The WHO is no "who".
    lower = form.lower()
    closed = CLOSED.get(SHORT_MONTHS.get(lower, lower))
    first = form[0]
    if closed is not None and (lower not in MONTHS_AND_WORDS or first.isupper() == (closed == "DAY")):
        return closed
    if first.isdigit():
        return "NUM"
    if not first.isalpha():
        return "NP" if len(form) > 1 and first in "@#" else form[:1] if len(form) == 1 else "..." if first in ".…" else "-"
    if first.isupper():
        return "NP"
    known = irregular_forms().get(lower)
    if known is not None:
        return known[1]
    if lower.endswith("ly"):
        return "ADV"
    if lower.endswith("ing") and len(lower) > 4:
        return "ING"
    if lower.endswith("ed") and len(lower) > 3:
        return "ED"
    return "w"


@cache
def irregular_forms() -> dict[str, tuple[str, str]]:
    """Return stem and kind of the forms that no suffix rule reaches ("told": "tell", past)."""
    table = read_table(shipped_table("citeaudit.words", "irregular.tsv"), ("form", "stem", "kind"))
    return {form: (stem, kind) for form, stem, kind in table}


def stem_of(lower: str) -> str:
    """
    Return what the forms of a word have in common: "argue", "argues", "argued" and "arguing" are all "argu".

    A stem, not a lemma: cheap, and the same for verb and noun ("claim"), which the clues around it tell apart.
    """
    known = irregular_forms().get(lower)
    if known is not None:
        return known[0]
    word = lower
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif len(word) > 5 and word.endswith("ing"):
        word = _undouble(word[:-3])
    elif len(word) > 4 and word.endswith("ed"):
        word = _undouble(word[:-2])
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def ends_in_s(form: str) -> bool:
    """Tell whether *form* ends as a plural does, and a verb in the present: "snaps", not "boss"."""
    return form.endswith("s") and not form.endswith("ss")


def _undouble(word: str) -> str:
    """Return "stop" for "stopp", but leave "call" and "press"."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word
