"""Attributions, flat: sentences and quotations go in, source, cue and content of each relation come out, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.attributions.cues import cue_clues, find_candidates
from citeaudit.attributions.drafts import Draft, draft_relation
from citeaudit.attributions.scene import Scene, set_scene
from citeaudit.attributions.scoring import arbitrate, score_drafts
from citeaudit.attributions.weights import Weights, score
from citeaudit.attributions.words import read_words
from citeaudit.model.relations import Attribution, Manner, Quotation, Sentence
from citeaudit.model.spans import Evidence, Span

if TYPE_CHECKING:
    from citeaudit.attributions.drafts import Rows
    from citeaudit.attributions.words import Words

LEAST_LOGIT = -2.0
"""Below this a word does not speak: it is not even drafted."""
LEAST_SCORE = 0.35
"""Below this a draft is no relation."""


def find_relations(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], weights: Weights
) -> tuple[Attribution, ...]:
    """Return the attributions of *text* without chains, in the order of their cues."""
    words = read_words(text, sentences, quotations, weights.form_of)
    scene = set_scene(words)
    drafts = draft_all(scene, weights)
    scores = score_drafts(scene, drafts, weights)
    found = [_attribution(words, drafts[number], scores[number]) for number in arbitrate(drafts, scores, LEAST_SCORE)]
    return tuple(found)


def draft_all(scene: Scene, weights: Weights) -> list[Draft]:
    """Return a draft for each word that may speak, in order."""
    learned = weights.decisions["cue"]
    drafts = []
    for row in find_candidates(scene.words, weights.anchors):
        logit = score(learned, cue_clues(scene, row))
        if logit > LEAST_LOGIT:
            draft = draft_relation(scene, row, logit, weights)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _attribution(words: Words, draft: Draft, certainty: float) -> Attribution:
    cue = _spans(words, draft.cue)
    content = tuple(_span(words, piece) for piece in draft.pieces)
    quoted = any(words.quote[row] >= 0 for first, last in draft.pieces for row in range(first, last))
    direct = quoted and all(words.kind[first] == "OQ" or words.quote[first] >= 0 for first, _ in draft.pieces)
    return Attribution(
        _spans(words, draft.source),
        cue,
        content,
        construction="plain",
        manner=Manner.DIRECT if direct else Manner.MIXED if quoted else Manner.INDIRECT,
        score=round(certainty, 3),
        evidence=(Evidence("relations.cue", cue[0], cue[0].of(words.text)),),
    )


def _span(words: Words, rows: Rows) -> Span:
    return Span(words.start[rows[0]], words.end[rows[1] - 1])


def _spans(words: Words, rows: Rows | None) -> tuple[Span, ...]:
    return (_span(words, rows),) if rows else ()
