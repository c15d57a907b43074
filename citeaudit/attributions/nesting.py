"""
What lies within what: flat relations, turns and what was found at outlets go in, one tuple comes out, innermost first.

The engine's relations are flat, so of "Wang said …, Bloomberg reported." it gives one of the two; the rows that begin at
outlets give the outlet's part. Here the same cue found twice becomes one attribution, a content is cut free of the report
around it, and each attribution learns which other's content holds it. Chains are joined last, when every link is known.
"""

from __future__ import annotations

from citeaudit.attributions.according import with_whole_parts
from citeaudit.attributions.contents import freed, tidy, with_rest, without_lead_in
from citeaudit.attributions.links import with_links
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.occasions import is_programme
from citeaudit.attributions.order import in_order
from citeaudit.constructions.framing import Found
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Sentence


def nest(
    text: str,
    sentences: tuple[Sentence, ...],
    relations: tuple[Attribution, ...],
    turns: tuple[Attribution, ...],
    found: Found,
) -> tuple[Attribution, ...]:
    """
    Return all attributions, innermost first.

    *relations* are the engine's; *found* holds the reports of outlets and the links that they add. Each chain holds those outlets only; the own source of an attribution is put before them by the next stage.
    """
    wrappers = found.wrappers
    framed = Neighbours((a, a.cue) for a in wrappers)
    labelled = Neighbours((a, (*a.source, *a.cue)) for a in turns)
    relations = tuple(r for r in relations if not _names_speaker(r, labelled))
    relations = tuple(_with_letters(text, r) for r in relations if not _is_addressee(text, r))
    holders = Neighbours((a, a.content) for a in wrappers)
    engine = tuple(freed(text, r, holders.near(r.cue)) for r in relations if not _is_same_cue(r, framed))
    engine = tuple(without_lead_in(text, r) for r in engine if r.content)
    ends = [sentence.span.end for sentence in sentences]
    names = frozenset((s.span.start, s.span.end) for link in found.links for s in link.links if s.span is not None)
    names |= frozenset((link.place.start, link.place.end) for link in found.links)
    places = sorted(link.place for link in found.links)
    engine = tuple(r for r in engine if r.content and not (_is_outlet_alone(r, names) or is_programme(text, r, places)))
    cues = sorted(cue.start for a in (*engine, *wrappers) if a.level is Level.REPORT for cue in a.cue)
    engine = tuple(with_rest(text, r, ends, cues) for r in engine)
    everything = tuple(with_whole_parts(text, a, ends) for a in (*engine, *wrappers, *turns))
    linked = with_links(text, [tidy(text, a) for a in everything if a.content], [k for k in found.links if not k.is_of_document])
    return in_order([whole for whole in (tidy(text, a) for a in linked) if whole.content])


def _with_letters(text: str, relation: Attribution) -> Attribution:
    """Return *relation* without a source that is only a mark: “…,” counsel to the board, Ana Ruiz, said."""
    is_named = any(letter.isalnum() for span in relation.source for letter in span.of(text))
    return relation if is_named or not relation.source else replace(relation, source=())


def _is_addressee(text: str, relation: Attribution) -> bool:
    """Tell whether *relation* takes whom somebody told for who told it: "told Reuters" is never inverted."""
    return (
        bool(relation.source and relation.cue)
        and relation.source[0].start >= relation.cue[-1].end
        and relation.cue[-1].of(text) == "told"
    )


def _is_outlet_alone(relation: Attribution, names: frozenset[tuple[int, int]]) -> bool:
    """Tell whether *relation* takes an outlet that frames it for what was said: "quoted" <the AP>, of "quoted by the AP"."""
    first = relation.content[0]
    return len(relation.content) == 1 and any((first.start + skipped, first.end) in names for skipped in (0, len("the ")))


def _is_same_cue(relation: Attribution, others: Neighbours[Attribution]) -> bool:
    return any(cue.overlaps(known) for other in others.near(relation.cue) for cue in relation.cue for known in other.cue)


def _names_speaker(relation: Attribution, turns: Neighbours[Attribution]) -> bool:
    """Tell whether *relation* takes a turn's label for its source: the label speaks the whole turn, and nothing else."""
    own = (*relation.source, *relation.cue)
    return any(span.overlaps(label) for turn in turns.near(own) for span in own for label in (*turn.source, *turn.cue))
