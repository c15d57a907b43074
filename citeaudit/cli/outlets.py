"""``citeaudit outlets``: names, private tables or filters go in; what the gazetteer knows of them comes out.

Three verbs: *find* says which outlets a name or address may stand for, *check* reads a private table and names every bad
row, *list* prints the outlets line by line for other tools. Exit code 1: a name that no outlet bears.
"""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from citeaudit.outlets.gazetteer import Gazetteer, Outlet
from citeaudit.outlets.tables import KINDS
from citeaudit.text.shown import json_text, shown

SHOWN = 5
"""How many outlets of one name a person is shown."""


def add_parser(commands: Any) -> None:
    """Add ``outlets`` to *commands*."""
    parser = commands.add_parser(
        "outlets",
        help="look up, list and check news outlets",
        description="What the gazetteer knows.",
        examples=('citeaudit outlets find "the Times" nytimes.com', "citeaudit outlets list --country GB"),
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    find = verbs.add_parser(
        "find",
        help="say which outlets a name, domain or URL may stand for",
        examples=('citeaudit outlets find "the Times" nytimes.com',),
    )
    find.add_argument("names", nargs="+", metavar="NAME", help='such as "the Times", bloomberg, nytimes.com')
    check = verbs.add_parser(
        "check", help="check private tables of outlets, naming every bad row", examples=("citeaudit outlets check ours.tsv",)
    )
    check.add_argument("tables", nargs="+", type=Path, metavar="TABLE", help="a TSV file with the columns of the shipped table")
    listing = verbs.add_parser(
        "list", help="list outlets, one a line", examples=("citeaudit outlets list --country GB --kind newspaper",)
    )
    listing.add_argument("--kind", choices=KINDS, help="only this kind")
    listing.add_argument("--country", type=str.upper, metavar="CODE", help="only this country (ISO 3166-1 alpha-2)")
    listing.add_argument("--state", action="store_true", help="only those that a state runs")
    for verb in (find, listing):
        verb.add_argument("--format", choices=("text", "json"), default="text", help="for people, or JSON for tools")
        verb.add_argument(
            "--outlets", type=Path, action="append", default=[], metavar="TABLE", help="also know this private table"
        )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Find, check or list."""
    if chosen.verb == "check":
        return _check(chosen.tables)
    gazetteer = Gazetteer.default()
    for table in chosen.outlets:
        gazetteer = gazetteer.extended(table)
    if chosen.verb == "find":
        return _find(gazetteer, chosen.names, chosen.format)
    outlets = [outlet for outlet in gazetteer.outlets.values() if _is_wanted(outlet, chosen)]
    if chosen.format == "json":
        _write_json([_record(outlet) for outlet in outlets])
    else:
        sys.stdout.writelines(
            f"{outlet.id}\t{outlet.name}\t{outlet.kind}\t{outlet.country}\t{outlet.state or ''}\n" for outlet in outlets
        )
    return 0


def _is_wanted(outlet: Outlet, chosen: argparse.Namespace) -> bool:
    return (
        (not chosen.kind or outlet.kind == chosen.kind)
        and (not chosen.country or outlet.country == chosen.country)
        and (not chosen.state or outlet.state is not None)
    )


def _find(gazetteer: Gazetteer, names: list[str], form: str) -> int:
    found = {name: _outlets_of(gazetteer, name) for name in names}
    if form == "json":
        _write_json([{"name": name, "outlets": [_record(outlet) for outlet in outlets]} for name, outlets in found.items()])
    else:
        for name, outlets in found.items():
            sys.stdout.write(_answer(gazetteer, shown(name), outlets))
    return 0 if all(found.values()) else 1


def _outlets_of(gazetteer: Gazetteer, name: str) -> tuple[Outlet, ...]:
    by_address = gazetteer.of_address(name) if "." in name and " " not in name else None
    return gazetteer.named(name) or ((by_address,) if by_address else ())


def _answer(gazetteer: Gazetteer, name: str, outlets: tuple[Outlet, ...]) -> str:
    if not outlets:
        close = get_close_matches(name, [outlet.name for outlet in gazetteer.outlets.values()], 3, 0.7)
        return f"{name}: no outlet is known by this name" + (f"; did you mean {', '.join(close)}?" if close else "") + "\n"
    bare = name.removeprefix("The ").removeprefix("the ")
    lines = []
    if bare in gazetteer.owners and bare not in gazetteer.clear:
        many = f"may be {len(outlets)} outlets" if len(outlets) > 1 else "also means something else"
        lines.append(f"{name} {many}: it counts where the words around it, its full name or the publisher tell which\n")
    for outlet in outlets[:SHOWN]:
        details = [outlet.kind.replace("_", " "), outlet.country, *outlet.domains[:1]]
        if outlet.parent:
            details.append(f"part of {gazetteer.top(outlet.id).name}")
        if gazetteer.state_of(outlet.id):
            details.append(f"run by the state ({gazetteer.state_of(outlet.id)})")
        lines.append(f"{outlet.id}: {outlet.name} ({', '.join(details)})\n")
        lines.append(f"    forms: {', '.join(outlet.aliases) or '-'}\n")
        if outlet.ambiguous_aliases:
            lines.append(f"    with evidence: {', '.join(outlet.ambiguous_aliases)}\n")
    if len(outlets) > SHOWN:
        lines.append(f"and {len(outlets) - SHOWN} more, which --format json lists\n")
    return "".join(lines)


def _check(tables: list[Path]) -> int:
    shipped = gazetteer = Gazetteer.default()
    for table in tables:
        before = set(gazetteer.private)
        gazetteer = gazetteer.extended(table)
        added = [line.split("\t") for line in gazetteer.private if line not in before]
        forms = [form for cells in added for form in (*cells[2].split("|"), *cells[3].split("|")) if form]
        sys.stdout.write(f"{shown(str(table))}: {len(added)} outlets with {len(forms)} forms, all well\n")
        for cells in added:
            others = {
                form: [owner for owner in shipped.owners.get(form, ()) if owner != cells[0]]
                for form in cells[2].split("|")
                if form
            }
            sys.stdout.writelines(
                f"    {form!r} also means {', '.join(owners[:3])}: it will always be read as {cells[0]}\n"
                for form, owners in others.items()
                if owners
            )
    return 0


def _record(outlet: Outlet) -> dict[str, Any]:
    return {
        "id": outlet.id,
        "name": outlet.name,
        "aliases": list(outlet.aliases),
        "ambiguous_aliases": list(outlet.ambiguous_aliases),
        "domains": list(outlet.domains),
        "kind": outlet.kind,
        "country": outlet.country,
        "language": outlet.language,
        "parent": outlet.parent,
        "wikidata": outlet.wikidata,
        "state": outlet.state,
    }


def _write_json(rows: list[dict[str, Any]]) -> None:
    sys.stdout.write(json_text(rows, indent=2) + "\n")
