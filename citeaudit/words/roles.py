"""What a word hardly ever is but: the words of a role go out, for whoever tells a line by its forms alone."""

from __future__ import annotations

from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.words.forms import UNKNOWN, clusters


def has_role(role: str, token: str) -> bool:
    """Tell whether *token*, or the cluster of words that are used like it, is hardly anything but *role*, or that as often as another."""
    forms = with_role(role)
    return token in forms or clusters().get(token, UNKNOWN)[1] in forms


@cache
def with_role(role: str) -> frozenset[str]:
    """Return the words, clusters and endings that the table lists for *role*."""
    rows = read_table(shipped_table("citeaudit.words", "roles.tsv"), ("form", "role", "example"))
    return frozenset(form for form, its_role, _example in rows if its_role == role)
