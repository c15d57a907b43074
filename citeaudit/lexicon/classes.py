"""Tells what kinds of speech a word may be: "told" tells, "interview" is a medium, "claimed" reports and hedges."""

from __future__ import annotations

from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table

COLUMNS = ("word", "kind", "forms", "classes", "needs", "example")
GERUND = ".ing"
"""What is put behind the class of a verb's form in -ing, which says no sentence: "saying" is @say.ing, not @say."""
FINITE_ONLY = "-"
"""What stands behind a class in the table that the base form of the verb is not in: "state" is a noun, "stated" inverts."""
NONE: frozenset[str] = frozenset()


@cache
def classes_by_form() -> dict[str, frozenset[str]]:
    """Return the classes of each form in ``words.tsv``, in lower case; forms of several words are joined by "_" there."""
    found: dict[str, set[str]] = {}
    for word, kind, forms, classes, _, _ in read_table(shipped_table("citeaudit.lexicon", "words.tsv"), COLUMNS):
        for form in forms.split():
            suffix = GERUND if kind == "verb" and form.endswith("ing") else ""
            told = (name for name in classes.split() if not (name.endswith(FINITE_ONLY) and form == word))
            found.setdefault(form.replace("_", " "), set()).update(name.removesuffix(FINITE_ONLY) + suffix for name in told)
    return {form: frozenset(classes) for form, classes in found.items()}


@cache
def class_names() -> frozenset[str]:
    """Return the names of all classes, so that a row which asks for another is refused."""
    return frozenset(name for classes in classes_by_form().values() for name in classes)


@cache
def forms_of(name: str) -> frozenset[str]:
    """Return the forms of the class *name*."""
    return frozenset(form for form, classes in classes_by_form().items() if name in classes)
