"""Every pattern comes through one door, and each is compiled when it is first asked."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
import regex

import citeaudit
from citeaudit.patterns import QUESTIONS, LatePattern, pattern_of

ROOT = Path(citeaudit.__file__).parent
EXTRAS = ("citeaudit.batches", "citeaudit.training", "citeaudit.__main__")


def shipped_patterns() -> list[tuple[str, LatePattern]]:
    """Return the patterns that modules hold, with their names."""
    found = []
    for module in pkgutil.walk_packages([str(ROOT)], "citeaudit."):
        if not module.name.startswith(EXTRAS):
            held = vars(importlib.import_module(module.name))
            found += [(f"{module.name}.{name}", value) for name, value in held.items() if isinstance(value, LatePattern)]
    return found


def test_every_pattern_that_is_shipped_can_be_compiled():
    """What is wrong with a pattern is told here, since it is not told when its module is imported."""
    patterns = shipped_patterns()

    assert len(patterns) > 300
    assert [name for name, pattern in patterns if pattern.search("") is False] == []


def test_no_module_compiles_a_pattern_when_it_is_imported():
    """A new pattern is `pattern_of(…)`: one that an import compiles is paid for by everybody, whether it is asked or not."""
    at_once = []
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for part in ast.walk(node)}
        at_once += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func) == "regex.compile"
            and id(node) not in inside
            and not (isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, bytes))
        ]

    assert at_once == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_pattern_answers_as_the_library_does(question):
    """The first time it is asked and every time after."""
    expression, text = r"(?<first>\w)\w+", "said the mayor"
    late, known = pattern_of(expression), regex.compile(expression)
    arguments = ("x", text) if question in {"sub", "subn"} else (text,)

    for _ in range(2):
        answer, wanted = getattr(late, question)(*arguments), getattr(known, question)(*arguments)
        if question in {"search", "match", "fullmatch"}:
            answer, wanted = answer and answer.span(), wanted and wanted.span()
        elif question == "finditer":
            answer, wanted = [match["first"] for match in answer], [match["first"] for match in wanted]
        elif question == "splititer":
            answer, wanted = list(answer), list(wanted)
        assert answer == wanted


def test_a_pattern_knows_its_named_lists_and_flags():
    """They are part of what it is made of."""
    named = pattern_of(r"\L<words>", regex.IGNORECASE, words=["said", "told"])

    assert named.findall("He SAID so and told her") == ["SAID", "told"]
    assert named.pattern == r"\L<words>"


def test_a_pattern_that_is_wrong_says_so_when_it_is_asked():
    """With the library's own error."""
    with pytest.raises(regex.error):
        pattern_of("(").search("")
