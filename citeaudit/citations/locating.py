"""Which attributions only say where words are found: an attribution goes in, whether a mark made it comes out."""

from __future__ import annotations

from citeaudit.model.relations import Attribution, SourceType

CONSTRUCTION = "citation"
LABELLED = "citations.label"


def only_locates(attribution: Attribution) -> bool:
    """
    Tell whether *attribution* is a mark that says in which outlet or on which site words are found.

    That names a source for what a text asserts, and nobody for what it quotes: “It is over.” [1] has no speaker.
    """
    return (
        attribution.construction == CONSTRUCTION
        and not any(evidence.step == LABELLED for evidence in attribution.evidence)
        and all(link.type in {SourceType.OUTLET, SourceType.DOCUMENT} for link in attribution.chain)
    )
