"""Abbreviations: the table of words whose full stop may belong to the word, by what it takes for a sentence to end there."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table


class Abbreviation(StrEnum):
    """What the full stop of an abbreviation means, by its kind."""

    TITLE = "title"
    """Stands before a name ("Mr."): never the end."""
    INSIDE = "inside"
    """Stands inside a sentence ("e.g.", "vs."): never the end."""
    NAME = "name"
    """Opens a name ("Mt."): not the end before a capital letter."""
    NUMBER = "number"
    """Stands before a number ("No."): not the end before a number."""
    COMPANY = "company"
    """May end a sentence ("Inc.", "Jr.", "etc."): the end where a word follows that opens sentences."""
    PLACE = "place"
    """A state ("Calif."): as a company."""
    MONTH = "month"
    """A month or weekday ("Sept."): the end unless a number follows."""
    STREET = "street"
    """A street ("Ave."), and "St.", which may be a saint: the end only after a street's name."""
    TIME = "time"
    """"a.m.", "p.m.": the end unless a time zone or a day follows."""


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Return the kinds by form, without the last full stop, as written and in capitals."""
    table: dict[str, Abbreviation] = {}
    for form, kind, _example in read_table(shipped_table("citeaudit.lexicon", "abbreviations.tsv"), ("form", "kind", "example")):
        table[form] = Abbreviation(kind)
        if len(form) > 1 and kind not in {"number", "month"}:
            table.setdefault(form.upper(), Abbreviation(kind))
    return table
