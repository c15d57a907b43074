"""
Who tells something inside what another tells: attributions go in, the same come out with those that stand in their contents.

The engine and the rows read an article flat, as the corpora are: of "Ruiz said Roe had told her that it was late" they hear Ruiz. So what somebody
told is read once more as a text of its own, where it is the main clause that speaks: "Roe had told her that it was late".
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from citeaudit.attributions.clauses_beside import clauses_beside
from citeaudit.attributions.contents import covers
from citeaudit.attributions.levels import tell_levels
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.order import in_order
from citeaudit.attributions.whole_sources import with_whole_sources
from citeaudit.constructions.readings import FIRST_HAND
from citeaudit.engine.relations import ALLOWANCE, relations_among, sure_enough, with_sign_offs
from citeaudit.engine.sign_offs import SIGN_OFF
from citeaudit.lexicon.classes import forms_of, lemmas_that_report
from citeaudit.model.making import replace
from citeaudit.model.relations import Level, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import INSIDE, is_name
from citeaudit.sources.types import PRONOUNS, RELATIVES
from citeaudit.text.quotations import quotation_at
from citeaudit.words.tokens import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from citeaudit.engine.weights import Weights
    from citeaudit.model.relations import Attribution, Quotation, Sentence
    from citeaudit.words.tokens import Words

LEAST_LENGTH = 20
"""A shorter content holds nobody who tells something."""
LOOSE = frozenset(" ,.“”\"'‘’")
FINITE = frozenset(("zero_that", "that_clause", "direct", "infinitive", "object", "noun"))
"""How a main clause tells something: its subject first, its verb right behind, and then what is told."""
HELPING = r"(?:has|have|had|is|are|was|were|will|would)\b"
GOES_ON = pattern_of(rf"[”’\"']*\s{HELPING}")
"""What never stands behind a verb that tells something, or behind what it tells: another verb."""
NAMED_SO = pattern_of(rf"\s[“‘\"'][^“”\"\n]{{1,60}}?[”’\"']\s{HELPING}")
"""What stands behind a participle that only gives a name: "another | called “The Lane” has"."""
TOLD = ("plain_say", "tell")
"""The classes of verbs by which others tell something to whoever speaks: "Ruiz said Roe had told her"."""
SPEAKING = frozenset(("any", "words"))
"""What a verb needs that is said aloud; others may be thought."""
NO_NAMES = RELATIVES.union(PRONOUNS, ("you", "me", "us"))
"""What mostly is the speaker around it again, or the reader."""


def with_told_inside(  # noqa: PLR0917  what the stages before found
    words: Words,
    attributions: tuple[Attribution, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    weights: Weights,
    least: float,
) -> tuple[Attribution, ...]:
    """Return *attributions* with those that their contents hold, innermost first; *least* is how sure one must be."""
    text = words.text
    inner = tuple(_pieces(words, attributions, sentences, quotations))
    beside = clauses_beside(words, attributions, sentences, quotations)
    if not inner and not beside:
        return attributions
    pieces = tuple(sorted((*beside, *(one for one in inner if _holder(beside, one.span) is None)), key=lambda one: one.span))
    spoken = tuple(quotation for quotation in quotations if _holder(pieces, quotation.span) is not None)
    read = read_words(text, pieces, spoken, weights.forms)
    relations = relations_among(read, weights, least - ALLOWANCE)
    if any(attribution.construction == SIGN_OFF for attribution in attributions):
        relations = with_sign_offs(text, relations)  # what is signed is its author's
    relations = with_whole_sources(read, relations)
    relations = sure_enough(tell_levels(text, relations, spoken), least)
    inside = _unknown([relation for relation in relations if _tells(text, relation)], attributions)
    if not inside:
        return attributions
    outer = Neighbours((a, a.content) for a in attributions if a.level is Level.REPORT)
    placed = (
        relation if _holder(beside, relation.cue[0]) else _in_place(words, relation, outer, quotations) for relation in inside
    )
    return in_order([*attributions, *(relation for relation in placed if relation is not None)])


def _pieces(
    words: Words, attributions: tuple[Attribution, ...], sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> Iterable[Sentence]:
    """Yield what of each statement is told by somebody and holds a verb of telling, as a sentence of its own; none overlaps another."""
    saying = forms_of(*TOLD)
    found: dict[Span, Sentence] = {}
    for attribution in attributions:
        if attribution.level is not Level.REPORT or not attribution.cue:
            continue
        is_outlets = _is_outlets(attribution)
        telling, before_that = (lemmas_that_report().keys(), frozenset[str]()) if is_outlets else (saying, _telling())
        for content in attribution.content:
            told = _sentences_with(words, telling, before_that, content)
            spoken = quotation_at(quotations, content.start + 1) if told and not is_outlets else None
            if spoken is not None and content.end <= spoken.span.end:
                continue  # what stands in quotation marks is the speaker's alone
            for sentence in [sentences[number] for number in told]:
                span = _bare(words.text, max(content.start, sentence.span.start), min(content.end, sentence.span.end))
                if sentence.kind is SentenceKind.STATEMENT and len(span) >= LEAST_LENGTH:
                    found[span] = sentence
    # Of two that hold each other the inner one is read: what stands around it in the outer one has been.
    taken: list[Span] = []
    for span in sorted(found, key=lambda span: (-span.start, span.end)):
        if not taken or span.end <= taken[-1].start:
            taken.append(span)
    for span in reversed(taken):
        yield replace(found[span], span=span)


def _sentences_with(words: Words, forms: AbstractSet[str], before_that: AbstractSet[str], span: Span) -> AbstractSet[int]:
    """Return the numbers of the sentences in which one of *forms* begins in *span*, or one of those *before_that* right before that word."""
    first, last = words.row_from(span.start), words.row_from(span.end)
    lower = words.lower
    found: set[int] = set()
    if not forms.isdisjoint(lower[first:last]):
        found.update(words.sentence[row] for row in range(first, last) if lower[row] in forms)
    if before_that and "that" in lower[first + 1 : last]:
        found.update(
            words.sentence[row] for row in range(first, last - 1) if lower[row + 1] == "that" and lower[row] in before_that
        )
    return found


def _is_outlets(attribution: Attribution) -> bool:
    """Tell whether *attribution* is the report of an outlet that nobody else hands on."""
    return attribution.within is None and any(link.role in FIRST_HAND for link in attribution.chain)


def _bare(text: str, start: int, end: int) -> Span:
    """Return the stretch without the marks and "that" around the clause."""
    while start < end and text[start] in LOOSE:
        start += 1
    if text.startswith("that ", start, end):
        start += len("that ")
    while start < end and text[end - 1] in LOOSE:
        end -= 1
    return Span(start, max(start, end))


def _holder(pieces: tuple[Sentence, ...], span: Span) -> Sentence | None:
    """Return the one of *pieces* that holds all of *span*."""
    place = bisect_right(pieces, span.start, key=lambda piece: piece.span.start) - 1
    return pieces[place] if place >= 0 and pieces[place].span.covers(span) else None


def _tells(text: str, relation: Attribution) -> bool:
    """Tell whether *relation* is a main clause in which somebody tells something; a pronoun mostly is the speaker around it again."""
    if relation.level is not Level.REPORT or not relation.source or relation.is_hedged:
        return False
    if relation.source[0].of(text).casefold() in NO_NAMES:
        return False
    behind = (relation.cue[-1].end, max(span.end for span in (*relation.cue, *relation.content)))
    if any(GOES_ON.match(text, place) for place in behind):
        return False  # "the letter Roe wrote was kind"
    if relation.construction == "direct" and NAMED_SO.match(text, relation.cue[-1].end):
        return False  # "another called “The Lane” has 90 members"
    is_right_before = len(relation.source) == 1 and not text[relation.source[0].end : relation.cue[0].start].strip()
    return relation.construction == "according_to" or (is_right_before and relation.construction in FINITE)


def _unknown(relations: list[Attribution], attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """Return those of *relations* whose cue none of *attributions* has already, as a cue or in its source."""
    if not relations:
        return []
    known = Neighbours((a, (*a.source, *a.cue)) for a in attributions)
    return [
        relation
        for relation in relations
        if not any(
            span.overlaps(cue)
            for other in known.near(relation.cue)
            for span in (*other.source, *other.cue)
            for cue in relation.cue
        )
    ]


def _in_place(
    words: Words, relation: Attribution, outer: Neighbours[Attribution], quotations: tuple[Quotation, ...]
) -> Attribution | None:
    """
    Return *relation* where it counts, None elsewhere.

    An outlet hands on whoever speaks in its report. What a speaker tells of others is mostly what they did, so there it
    must be said or found in a clause; and what stands in quotation marks is the speaker's alone.
    """
    around = [a for a in outer.near(relation.cue) if all(covers(a.content, cue) for cue in relation.cue)]
    inner = min(around, key=lambda a: sum(map(len, a.content)), default=None)
    if inner is None:
        return None
    verbs = words.forms_in(relation.cue[-1])
    is_quoted = quotation_at(quotations, relation.cue[0].start) is not None
    is_said = not forms_of("plain_say").isdisjoint(verbs)
    is_clause = relation.construction != "object"
    if _is_outlets(inner):
        may_speak = is_name(relation.source[0].of(words.text)) or (
            not is_quoted and any(needs in SPEAKING for _, needs in filter(None, map(lemmas_that_report().get, verbs)))
        )
        is_heard = may_speak and (is_clause or not (is_said or is_quoted))
        return relation if is_heard or relation.construction == "according_to" else None
    may_tell = _telling() if relation.construction == "that_clause" else forms_of(*TOLD)
    is_told = is_said or not may_tell.isdisjoint(verbs)
    return replace(relation, construction=INSIDE) if is_told and is_clause and not is_quoted else None


@cache
def _telling() -> frozenset[str]:
    """Return the verbs by which others tell or find "that" something is so, not what they think or what things show: "Ruiz said a panel found that it was a rock"."""
    return forms_of(*TOLD, "say", "find", "found_by_people") - forms_of("minds", "bears_out")
