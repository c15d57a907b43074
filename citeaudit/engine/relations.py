"""Finds attributions by learned weights: source, cue and content of each, flat, from the words of an article."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from math import exp
from typing import TYPE_CHECKING

from citeaudit.engine.arbitration import arbitrate, score_drafts
from citeaudit.engine.cues import MEANINGS, cue_facts, find_candidates
from citeaudit.engine.drafts import Draft, draft_relations
from citeaudit.engine.shapes import read_draft
from citeaudit.engine.sign_offs import find_sign_offs
from citeaudit.engine.weights import Weights
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.leads import is_lead
from citeaudit.model.relations import Attribution, Level
from citeaudit.model.spans import Evidence, Span
from citeaudit.words.surroundings import Scene, set_scene

if TYPE_CHECKING:
    from citeaudit.engine.drafts import Rows
    from citeaudit.engine.templates import Facts
    from citeaudit.words.tokens import Words

LEAST_LOGIT = -0.75
"""Below this a word does not speak: it is not even drafted."""
LEAST_SCORE = 0.30
"""Below this a draft is no relation: the best F1 on held-back training articles lies between 0.30 and 0.40."""
LEAST_REPORT = 0.40
"""Below this a report is left out: a false attribution costs an editor more than a missed one."""
ALLOWANCE = LEAST_REPORT - LEAST_SCORE
"""How much less sure an attitude may be than a report, since it carries no claim."""

CHOICES = ("side", "start", "end", "left end", "left start", "source", "source end")
"""The names of a draft's choices, as evidence spells them."""
MOST_CLUES = 4
SECOND_READING = "; likelier as a whole than the likeliest choices one by one"


def find_relations(words: Words, weights: Weights, least: float = LEAST_SCORE) -> tuple[Attribution, ...]:
    """
    Return the attributions that the *weights* find among *words*, and the sign-offs of their text, without chains, in the order of their cues.

    *least* is the confidence (0.0 to 1.0) below which a relation is left out.
    """
    return with_sign_offs(words.text, relations_among(words, weights, least))


def relations_among(words: Words, weights: Weights, least: float) -> tuple[Attribution, ...]:
    """Return what the *weights* find among *words*; who signs a line is not asked."""
    scene = set_scene(words)
    told = _tell_candidates(scene, weights)
    drafted = _draft(scene, told, weights)
    drafts = list(chain.from_iterable(drafted))
    scores = score_drafts(scene, drafted, weights)
    likeliest = set(accumulate((len(drafts_of_cue) for drafts_of_cue in drafted), initial=0))
    found = [
        _attribution(
            words,
            drafts[number],
            scores[number],
            _why_it_speaks(weights, drafts[number], told[drafts[number].anchor]),
            is_likeliest=number in likeliest,
        )
        for number in arbitrate(drafts, scores, least)
    ]
    return tuple(one for one in found if not (_is_of_a_label(words.text, one) or _asks_in_lead(words.text, one)))


def sure_enough(attributions: tuple[Attribution, ...], least: float) -> tuple[Attribution, ...]:
    """
    Return the *attributions* whose confidence is at least *least*, or a little less for attitudes.

    So too for "according to": it attributes whatever stands beside it, and only how far it goes is in doubt.
    """
    lower = least - ALLOWANCE
    return tuple(
        one
        for one in attributions
        if one.score >= (lower if one.level is Level.ATTITUDE or one.construction == "according_to" else least)
    )


def with_sign_offs(text: str, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *found* with the sign-offs of *text*, in order; what was found inside a signed quotation is its author's."""
    signed = find_sign_offs(text)
    if not signed:
        return found
    starts = [attribution.content[0].start for attribution in signed]
    free = []
    for attribution in found:
        place = bisect_right(starts, attribution.cue[0].start) - 1
        if place < 0 or signed[place].source[0].end <= attribution.cue[0].start:
            free.append(attribution)
    return tuple(sorted((*free, *signed), key=lambda attribution: attribution.cue[0]))


def _is_of_a_label(text: str, attribution: Attribution) -> bool:
    """Tell whether what stands before a colon is a time or a page's label, which says nothing ("12.30pm: “…”")."""
    return attribution.construction == "colon" and all(is_lead(span.of(text)) for span in attribution.source)


def _asks_in_lead(text: str, attribution: Attribution) -> bool:
    """Tell whether a sentence opens with who asks before it tells who answers: "Questioned by Roe about the money, she replied"."""
    cue = attribution.cue[0].of(text).partition(" ")[0]
    is_behind = bool(attribution.source) and text.endswith(" by ", 0, attribution.source[0].start)
    return is_behind and cue[:1].isupper() and cue.lower() in forms_of("ask")


def draft_all(scene: Scene, weights: Weights) -> list[list[Draft]]:
    """Return the drafts of each word that may speak, the likeliest first; words in order, none without a draft."""
    return _draft(scene, _tell_candidates(scene, weights), weights)


def _tell_candidates(scene: Scene, weights: Weights) -> dict[int, Facts]:
    """Return the words that may speak by their rows, each with the facts for and against it."""
    return {row: cue_facts(scene, row) for row in find_candidates(scene.words, weights.anchors)}


def _draft(scene: Scene, told: dict[int, Facts], weights: Weights) -> list[list[Draft]]:
    logits = weights.weighers["cue"].weigh(((), list(told.values())))
    return draft_relations(scene, [cue for cue in zip(told, logits, strict=True) if cue[1] > LEAST_LOGIT], weights)


def _attribution(words: Words, draft: Draft, certainty: float, why: str, *, is_likeliest: bool) -> Attribution:
    cue = _spans(words, draft.cue)
    content = tuple(_span(words, piece) for piece in draft.pieces)
    reading = read_draft(words, draft)
    return Attribution(
        _spans(words, draft.source),
        cue,
        content,
        construction=reading.construction,
        score=round(certainty, 3),
        is_hedged=reading.is_hedged,
        evidence=(
            Evidence("relations.cue", _span(words, (draft.anchor, draft.anchor + 1)), why),
            Evidence(f"relations.{reading.construction}", content[0], _how_sure(draft, is_likeliest=is_likeliest)),
        ),
    )


def _why_it_speaks(weights: Weights, draft: Draft, facts: Facts) -> str:
    """Return how likely the cue speaks, by its logit, and the clues of its *facts* that weighed most for it."""
    weighed = weights.weighers["cue"].explain(facts, MOST_CLUES)
    clues = "; ".join([f"{_meaning(template, saw)} {weight:+.1f}" for weight, template, saw in weighed])
    return f"{draft.logit:+.1f}: {clues}"


def _how_sure(draft: Draft, *, is_likeliest: bool) -> str:
    """Return how sure each choice was, and whether the whole spoke against the likeliest."""
    sure = " ".join([f"{name} {exp(value):.2f}" for name, value in zip(CHOICES, draft.sure, strict=True) if value < 0])
    return sure if is_likeliest else sure + SECOND_READING


def _meaning(template: str, saw: list[str]) -> str:
    """Return a clue in words: what it looks at, and what it saw there."""
    return f"{MEANINGS[template]} [{'_'.join(saw)}]" if saw else MEANINGS[template]


def _span(words: Words, rows: Rows) -> Span:
    return Span(words.start[rows[0]], words.end[rows[1] - 1])


def _spans(words: Words, rows: Rows | None) -> tuple[Span, ...]:
    return (_span(words, rows),) if rows else ()
