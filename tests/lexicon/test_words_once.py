"""A form of speech stands in the table of words: code asks for classes, and where it still spells forms out, that is known and may only shrink."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import citeaudit
from citeaudit.lexicon.classes import classes_by_form

ROOT = Path(citeaudit.__file__).parent
SPEECH = frozenset(
    ("ask", "expect", "find", "hedge", "judge", "publish", "quote", "report", "say", "show", "speak", "tell", "write")
)
"""The classes of forms that report, publish, ask, judge, find or hedge."""
LEAST = 5
"""So many forms side by side are a list."""
KNOWN = {
    "rules/phrases.py": 2,
    "rules/unattributed.py": 2,
    "sources/types.py": 1,
    "text/quotations.py": 2,
}
"""Where forms are still spelled out in patterns, and in how many of them; whoever replaces one by a class takes it off here."""


def lists_of(path: Path) -> int:
    """Return how many strings and displays of the module at *path* spell out five forms of speech or more."""
    forms = frozenset(form for form, classes in classes_by_form().items() if not SPEECH.isdisjoint(classes))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, DOCUMENTED) and ast.get_docstring(node)}
    found = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            named = {part.value for part in node.elts if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value and id(node) not in words:
            named = set(re.findall(r"(?<![a-z])[a-z]{3,}(?![a-z])", node.value))
        else:
            continue
        found += len(named & forms) >= LEAST
    return found


DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_further_list_of_forms_of_speech_stands_in_code():
    """Neither as a display nor in a pattern; training code, which names what it counts, aside."""
    paths = [path for path in sorted(ROOT.rglob("*.py")) if "training" not in path.parts]
    found = Counter({path.relative_to(ROOT).as_posix(): count for path in paths if (count := lists_of(path))})

    assert found == KNOWN
