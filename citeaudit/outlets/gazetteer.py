"""Which news outlets there are: tables go in, an index by first word comes out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import attrs


@attrs.frozen
class Outlet:
    """One row of the gazetteer."""

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous_aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str
    country: str
    language: str
    takes_article: str
    parent: str | None
    wikidata: str | None


@attrs.frozen
class Gazetteer:
    """The outlets by id."""

    outlets: dict[str, Outlet]
    forms: dict[str, tuple[tuple[str, str, bool], ...]] = attrs.field(repr=False)

    @classmethod
    def default(cls) -> Gazetteer:
        """Return the gazetteer that ships with the package; it is loaded once, on first use."""
        return _default()

    def top(self, outlet_id: str) -> Outlet:
        """Return the outlet at the top of *outlet_id*'s parents: a programme's network, a section's paper."""
        outlet = self.outlets[outlet_id]
        return self.top(outlet.parent) if outlet.parent else outlet


@cache
def _default() -> Gazetteer:
    lines = files("citeaudit.outlets").joinpath("data", "outlets.tsv").read_text(encoding="utf-8").splitlines()
    outlets: dict[str, Outlet] = {}
    forms: dict[str, list[tuple[str, str, bool]]] = {}
    for line in lines[1:]:
        cells: list[Any] = line.split("\t")
        lists: list[Any] = [tuple(cell.split("|")) if cell else () for cell in cells[2:5]]
        outlet = Outlet(*cells[:2], *lists, *cells[5:9], *(cell or None for cell in cells[9:11]))
        outlets[outlet.id] = outlet
        for form in outlet.aliases:
            forms.setdefault(form.split(" ")[0], []).append((form, outlet.id, False))
        for form in outlet.ambiguous_aliases:
            forms.setdefault(form.split(" ")[0], []).append((form, outlet.id, True))
    return Gazetteer(outlets, {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in forms.items()})
