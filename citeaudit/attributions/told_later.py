"""Whose a quotation is that says so only in its last paragraph: quotations and what was found go in, out comes who holds each of those left open before.

"“The port must stay open. | “It feeds the town,” Ruiz told the BBC." is all hers: the first paragraph leaves its quotation open, the next one goes on with it, and behind
its words stands who said them. What the last paragraph does not tell, or tells before its words, reaches nothing back.
"""

from __future__ import annotations

from citeaudit.attributions.holding import holder_of
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.told_before import is_spoken_of
from citeaudit.model.relations import Attribution, Quotation, Sentence
from citeaudit.text.placing import sentence_at


def told_later(
    text: str,
    quotations: tuple[Quotation, ...],
    sentences: tuple[Sentence, ...],
    attributions: list[Attribution],
    holders: Neighbours[Attribution],
) -> dict[int, int]:
    """Return, by where a quotation begins that its paragraph leaves open, the place of the attribution that tells at the end of the last one whose it is."""
    found: dict[int, int] = {}
    opened: list[Quotation] = []
    for quotation in quotations:
        if opened and not _goes_on(sentences, opened[-1], quotation):
            opened = []
        if opened:
            holder = holder_of(quotation, attributions, holders)
            if holder is not None and attributions[holder].cue[0].start >= quotation.inner.end:
                for before in reversed(opened):
                    if is_spoken_of(text, before, attributions[holder].chain):
                        break
                    found[before.span.start] = holder
                opened = []
        if not quotation.is_closed:
            opened.append(quotation)
    return found


def _goes_on(sentences: tuple[Sentence, ...], before: Quotation, quotation: Quotation) -> bool:
    """Tell whether *quotation* opens the paragraph behind the one that *before* leaves open."""
    at = sentence_at(sentences, quotation.span.start)
    last = sentence_at(sentences, before.inner.end - 1)
    opens = not at or sentences[at - 1].paragraph != sentences[at].paragraph
    return opens and sentences[at].span.start == quotation.span.start and at == last + 1
