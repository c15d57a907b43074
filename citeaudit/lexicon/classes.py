"""Tells what kinds of speech a word may be: "told" tells, "interview" is a medium, "claimed" reports and hedges."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from citeaudit.lexicon.tables import read_table, shipped_table

COLUMNS = ("word", "kind", "forms", "classes", "needs", "example")
GERUND = ".ing"
"""What is put behind the class of a verb's form in -ing, which says no sentence: "saying" is @say.ing, not @say."""
PARTICIPLE = ".ed"
"""The same for what may be its past participle, the forms that are neither the base nor end in -s or -ing: "reported" is @hedge.ed."""
FINITE_ONLY = "-"
"""What stands behind a class in the table that the base form of the verb is not in: "state" is a noun, "stated" inverts."""
NONE: frozenset[str] = frozenset()


class Word(NamedTuple):
    """
    One row of the table: a *word*, its *kind* (verb, noun, other), its forms and classes.

    *needs* is what a verb must have beside it to report: "any", "clause", "quote", "words" (of the speaker's own),
    "document" (for a source), or "" if it is no cue.
    """

    word: str
    kind: str
    forms: tuple[str, ...]
    classes: tuple[str, ...]
    needs: str
    example: str


@cache
def words() -> tuple[Word, ...]:
    """Return the rows of ``words.tsv``; forms of several words are joined by "_" there."""
    rows = read_table(shipped_table("citeaudit.lexicon", "words.tsv"), COLUMNS)
    return tuple(
        Word(word, kind, tuple(forms.replace(" ", "|").replace("_", " ").split("|")), tuple(classes.split()), needs, example)
        for word, kind, forms, classes, needs, example in rows
    )


@cache
def lemmas_that_report() -> dict[str, tuple[str, str]]:
    """Return, by each form of a word that may report, the word and what it needs beside it to do so."""
    return {form: (word.word, word.needs) for word in words() if word.needs for form in word.forms}


@cache
def classes_by_form() -> dict[str, frozenset[str]]:
    """Return the classes of each form, in lower case; only those of verbs differ by form."""
    found: dict[str, set[str]] = {}
    for word in words():
        if word.kind != "verb":
            for form in word.forms:
                found.setdefault(form, set()).update(word.classes)
            continue
        for form in word.forms:
            suffix = GERUND if form.endswith("ing") else ""
            told = (name for name in word.classes if not (name.endswith(FINITE_ONLY) and form == word.word))
            classes = {name.removesuffix(FINITE_ONLY) + suffix for name in told}
            found.setdefault(form, set()).update(classes)
            if form != word.word and not form.endswith(("s", "ing")):
                found[form].update(name + PARTICIPLE for name in classes)
    return {form: frozenset(classes) for form, classes in found.items()}


@cache
def _forms_by_class() -> dict[str, frozenset[str]]:
    """Return the forms of each class: the same the other way round, since hundreds of classes are asked for."""
    found: dict[str, set[str]] = {}
    for form, classes in classes_by_form().items():
        for name in classes:
            found.setdefault(name, set()).add(form)
    return {name: frozenset(forms) for name, forms in found.items()}


@cache
def class_names() -> frozenset[str]:
    """Return the names of all classes, so that a row which asks for another is refused."""
    return frozenset(_forms_by_class())


@cache
def forms_of(*names: str) -> frozenset[str]:
    """Return the forms of the classes *names*, so that whoever asks for several need not unite them at each call."""
    return NONE.union(*(_forms_by_class().get(name, NONE) for name in names))
