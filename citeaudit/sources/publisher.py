"""The publisher as an outlet: its name goes in, the names and ids by which it would cite itself come out."""

from __future__ import annotations

from citeaudit.outlets.gazetteer import Gazetteer


def names_of(publisher: str | None, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the folded names and ids of *publisher* and of its house, sister titles among them; empty if it is not known."""
    if not publisher:
        return frozenset()
    found = {publisher.casefold().removeprefix("the ")}
    for outlet in gazetteer.named(publisher):
        top = gazetteer.top(outlet.id)
        found.update((*gazetteer.family(outlet.id), top.name.casefold().removeprefix("the ")))
    return frozenset(found)
