"""Lists of outlets that a user gives: ids, names and domains go in, ids come out; what names no outlet, or several, is told with the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from citeaudit.outlets.gazetteer import Gazetteer, Outlet


def outlets_of(gazetteer: Gazetteer, name: str) -> tuple[Outlet, ...]:
    """Return the outlets that *name* (an id, a name or a domain) may stand for, best first."""
    found = gazetteer.named(name)
    if not found and "." in name.strip(".") and " " not in name.strip():
        outlet = gazetteer.of_address(name.strip())
        return (outlet,) if outlet else ()
    return found


def ids_of(gazetteer: Gazetteer, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the outlets that *names*, in which there are no problems, stand for."""
    return frozenset(outlets_of(gazetteer, name)[0].id for name in names)


def problems_of(gazetteer: Gazetteer, name: str) -> list[str]:
    """Return what is wrong with *name* in a list of outlets, nothing if it stands for one."""
    found = outlets_of(gazetteer, name)
    if not found:
        close = get_close_matches(name, [key for row in gazetteer.outlets.values() for key in (row.id, row.name)], 1, 0.6)
        return [f"no outlet is called {name!r}" + (f"; did you mean {close[0]!r}?" if close else " (`citeaudit outlets find`)")]
    if len(found) > 1 and found[0].id != name and found[0].name.removeprefix("The ") != name.removeprefix("The "):
        ids = ", ".join(repr(outlet.id) for outlet in found[:4])
        return [f"{name!r} may be several outlets; give the id of one: {ids}"]
    return []


def houses_of(gazetteer: Gazetteer, outlet_id: str | None) -> frozenset[str]:
    """Return the ids of an outlet and of its house, none if the gazetteer does not know it."""
    if outlet_id is None or outlet_id not in gazetteer.outlets:
        return frozenset()
    return frozenset((outlet_id, gazetteer.top(outlet_id).id))
