"""Words that tell where sentences end: abbreviations by what their full stop means, and words by what they do beside a stop."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table


class Abbreviation(StrEnum):
    """What the full stop of an abbreviation means, by its kind."""

    TITLE = "title"
    """Stands before a name ("Mr."): not the end."""
    INSIDE = "inside"
    """Stands inside a sentence ("e.g.", "vs."): not the end."""
    NAME = "name"
    """Opens a name ("Mt."): not the end, unless a word follows that opens sentences."""
    NUMBER = "number"
    """Stands before a number ("No."): not the end before a number."""
    MAY_END = "may_end"
    """May end a sentence ("Inc.", "Jr.", "Calif."): the end where a word follows that opens sentences."""
    CLOSES = "closes"
    """Mostly ends what it stands in ("etc.", "Blvd."): the end before a capital letter."""
    DATE = "date"
    """A month or weekday ("Sept."): the end unless a number follows."""
    STREET = "street"
    """"St.", which may be a saint: the end only after a street's name."""
    TIME = "time"
    """"a.m.", "p.m.": the end unless a time zone or a day follows."""


class WordRole(StrEnum):
    """What a word does beside a stop."""

    OPENER = "opener"
    """Written with a capital inside a text, it nearly always opens a sentence ("The")."""
    TIME_FOLLOWER = "time_follower"
    """Follows a time of day ("Eastern", "Monday")."""
    BEFORE_PRONOUN = "before_pronoun"
    """Before a final "I" it shows the pronoun ("you and I.")."""
    STREET_LEAD = "street_lead"
    """Before a capital word and "St." it shows a street ("on Main St.")."""
    SAINT = "saint"
    """After "St." it shows a saint or a town ("St. Louis")."""
    LETTERED = "lettered"
    """Things that are told apart by letters ("plan B.")."""
    MARK_IN_NAME = "mark_in_name"
    """Names that are written with a mark ("Yahoo!")."""
    GOES_ON = "goes_on"
    """In small letters after a capital word and its mark, it goes on ("The show Who Dares! is …")."""
    JOINS = "joins"
    """In small letters it goes on after any mark ("Ready? and willing?")."""
    SITE_END = "site_end"
    """Behind a dot, with a capital, it ends the name of a site or a file ("Harbour.Com")."""
    SITE_END_HERE = "site_end_here"
    """The same where a name stands before the dot and the sentence goes on ("Speaking to Nation.Africa, she said")."""
    SPEECH = "speech"
    """A verb of speech in a form that follows a speaker ("asked")."""


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Return the kinds by form, without the last full stop, as written and, where no other word looks so, in capitals."""
    table: dict[str, Abbreviation] = {}
    for form, kind, _example in read_table(shipped_table("citeaudit.lexicon", "abbreviations.tsv"), ("form", "kind", "example")):
        table[form] = Abbreviation(kind)
    capitals = {
        form.upper(): kind
        for form, kind in table.items()
        if len(form) > 1 and kind not in {Abbreviation.NUMBER, Abbreviation.DATE}
    }
    return capitals | table


@cache
def words_with(role: WordRole) -> frozenset[str]:
    """Return the words that have *role*."""
    rows = read_table(shipped_table("citeaudit.lexicon", "sentence_words.tsv"), ("word", "role", "example"))
    return frozenset(word for word, its_role, _example in rows if its_role == role)
