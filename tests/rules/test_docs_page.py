"""docs/rules.md is made of the pages that stand on the checks, so that it cannot drift."""

from __future__ import annotations

from pathlib import Path

from citeaudit.rules import RULES
from citeaudit.rules.pages import page_of

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
HEAD = """\
# Rules

What `citeaudit check` complains of. A rule is a warning only where a standards editor would nod; `citeaudit check` fails on warnings and
above, notes are counted and listed with `--notes`. Codes are stable and never reused. How to choose rules, silence one place and
begin in an archive: [ci.md](ci.md).

(This page is made of the pages that stand on the checks; `pytest tests/rules --update-goldens` rewrites it.)
"""


def document() -> str:
    """Return what docs/rules.md must hold."""
    table = ["| code | name | severity | complains |", "|---|---|---|---|"]
    pages = []
    for rule in RULES:
        severity = rule.severity.value if rule.is_on else f"{rule.severity.value}, off until selected or configured"
        table.append(f"| [{rule.code}](#{rule.name}-{rule.code.lower()}) | {rule.name} | {severity} | {rule.message} |")
        page = page_of(rule).replace("\n## ", "\n### ").replace("```article", "```text")
        pages.append(f"## {rule.name} ({rule.code})\n\n{page}")
    return "\n".join([HEAD, *table, "", "\n\n".join(pages), ""])


def test_the_page_is_what_the_checks_say(pytestconfig):
    """The page holds every rule's page, word for word."""
    if pytestconfig.getoption("--update-goldens"):
        PAGE.write_text(document(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == document()
