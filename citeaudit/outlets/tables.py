"""Private tables of outlets: a TSV file goes in, its checked lines come out, or one error that names every bad row.

A private row is checked at the door for all that the shipped table is tested for, since nobody else will: columns, slug,
kind, country, parent, forms. What may be left empty is left empty: language, domains, Wikidata.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import regex

from citeaudit.errors import ConfigError
from citeaudit.patterns import pattern_of
from citeaudit.text.shown import hidden_in

COLUMNS = (
    "id",
    "name",
    "aliases",
    "ambiguous_aliases",
    "domains",
    "kind",
    "country",
    "language",
    "takes_article",
    "parent",
    "wikidata",
    "source",
)
PROGRAMME = "programme"
"""The kind that reports name by its parent; every other title stands on its own masthead."""
KINDS = (
    "newspaper",
    "broadcaster",
    "digital",
    "news_agency",
    "magazine",
    "trade",
    "fact_checker",
    "aggregator",
    "newsletter",
    PROGRAMME,
    "journal",
)
ARTICLES = ("yes", "no", "either")
LONGEST = 200
"""No name, id or domain of an outlet has so many characters; a list of forms may."""
LISTS = frozenset(("aliases", "ambiguous_aliases", "domains", "source"))
SEPARATOR = "|"
SLUG = pattern_of(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOMAIN = pattern_of(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w.~&-]+)*")


def read_private_rows(path: Path, known: Container[str]) -> list[str]:
    """
    Return the lines of the private table at *path*, each with all the columns; *known* holds the ids of other outlets.

    :raises ConfigError: if the file cannot be read or any row is bad; one message names them all.
    """
    try:
        if path.exists() and not path.is_file():
            message = "it is a directory, a pipe or a device"  # which might never end
            raise ValueError(message)  # noqa: TRY301 - told as the others are
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        message = (
            f"{path}: cannot be read as a table of outlets: {error}. Give the path of a UTF-8 file with tab-separated columns."
        )
        raise ConfigError(message) from error
    lines = [line.removesuffix("\r") for line in text.split("\n")]  # other line breaks are faults of their row
    header = tuple(lines[0].split("\t")) if lines else ()
    if header not in (COLUMNS, COLUMNS[:-1]):
        message = (
            f"{path}:1: the first line must name the columns, separated by tabs: {' '.join(COLUMNS)} (source may be left out)"
        )
        raise ConfigError(message)
    rows = [(number, line.split("\t")) for number, line in enumerate(lines[1:], 2) if line.strip() and not line.startswith("#")]
    ids = {cells[0] for _, cells in rows}
    seen: set[str] = set()
    faults: list[str] = []
    for number, cells in rows:
        if len(cells) != len(header):
            faults.append(f"{path}:{number}: {len(cells)} cells where {len(header)} are needed; separate cells by one tab each")
            continue
        faults += [f"{path}:{number}: {fault}" for fault in _faults(cells, known, ids, seen)]
        seen.add(cells[0])
    faults += [] if faults else _circles(path, rows)
    if faults:
        raise ConfigError("\n".join(faults))
    return ["\t".join([*cells, "private"][: len(COLUMNS)]) for _, cells in rows]


def _circles(path: Path, rows: list[tuple[int, list[str]]]) -> list[str]:
    """Return a fault for each row whose parents, followed within the table, lead back to it; each is followed once."""
    parents = {cells[0]: cells[9] for _, cells in rows}
    leads_out: dict[str, bool] = {}
    for start in parents:
        way: dict[str, None] = {}
        above = start
        while above in parents and above not in leads_out and above not in way:
            way[above] = None
            above = parents[above]
        is_out = leads_out.get(above, above not in way)
        leads_out.update(dict.fromkeys(way, is_out))
    return [
        f"{path}:{number}: parents of {cells[0]!r} go round in a circle; leave one of them empty"
        for number, cells in rows
        if not leads_out[cells[0]]
    ]


def _faults(cells: list[str], known: Container[str], ids: set[str], seen: set[str]) -> list[str]:
    row = dict(zip(COLUMNS, cells, strict=False))
    faults = [f"{column}: remove the white space around {cell!r}" for column, cell in row.items() if cell != cell.strip()]
    faults += _cell_faults(row)
    if not SLUG.fullmatch(row["id"]):
        faults.append(f"id {row['id']!r} must be a slug of lower-case letters, digits and hyphens, such as 'springfield-gazette'")
    if row["id"] in seen:
        faults.append(f"id {row['id']!r} stands twice; give each outlet an id of its own")
    if not row["name"]:
        faults.append("name is empty; write the outlet's name as a report should show it")
    if row["kind"] not in KINDS:
        faults.append(f"kind {row['kind']!r} must be one of {', '.join(KINDS)}")
    if not regex.fullmatch("[A-Z]{2}", row["country"]):
        faults.append(f"country {row['country']!r} must be a code of two capitals (ISO 3166-1 alpha-2), such as US")
    if row["language"] and not regex.fullmatch("[a-z]{2}", row["language"]):
        faults.append(f"language {row['language']!r} must be a code of two letters (ISO 639-1), such as en, or empty")
    if row["takes_article"] not in ARTICLES:
        faults.append(f"takes_article {row['takes_article']!r} must be yes (the Guardian), no (CNN) or either")
    if row["parent"] and (row["parent"] == row["id"] or (row["parent"] not in known and row["parent"] not in ids)):
        faults.append(f"parent {row['parent']!r} is no other outlet's id; leave it empty or see `citeaudit outlets list`")
    faults += [
        f"domain {domain!r} must stand without scheme and www., such as example.com"
        for domain in filter(None, row["domains"].split("|"))
        if not DOMAIN.fullmatch(domain) or domain.startswith("www.")
    ]
    return faults + _form_faults(row)


def _cell_faults(row: dict[str, str]) -> list[str]:
    """Return what would break a table, a list of names or the line of a report that shows one."""
    faults = []
    for column, cell in row.items():
        if hidden := hidden_in(cell):
            faults.append(f"{column}: {cell!r} holds {hidden}, which cannot be seen; write it without")
        if column not in LISTS and SEPARATOR in cell:
            faults.append(f"{column}: {cell!r} holds {SEPARATOR}, which parts names in tables; write it without")
        if any(len(part) > LONGEST for part in (cell.split(SEPARATOR) if column in LISTS else [cell])):
            faults.append(f"{column}: {cell[:40]!r}… has over {LONGEST} characters; write what articles use")
    return faults


def _form_faults(row: dict[str, str]) -> list[str]:
    clear, ambiguous = (row[column].split("|") if row[column] else [] for column in ("aliases", "ambiguous_aliases"))
    if not clear and not ambiguous:
        return ["aliases and ambiguous_aliases are both empty; write at least one form that articles use"]
    faults = []
    for form in dict.fromkeys(clear + ambiguous):
        if not regex.search(r"\w", form) or form != form.strip():
            faults.append(f"form {form!r} is empty or padded; separate forms by a single |")
        elif form.startswith(("The ", "the ")):
            faults.append(f"form {form!r} must stand without its article: {form[4:]!r}")
        if form in clear and form in ambiguous:
            faults.append(f"form {form!r} is both clear and ambiguous; keep it in one column")
        if (clear + ambiguous).count(form) > 1 and not (form in clear and form in ambiguous):
            faults.append(f"form {form!r} stands twice")
    return faults
