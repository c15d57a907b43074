"""``citeaudit explain``: the code or name of a rule goes in, its page comes out."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from citeaudit.errors import ConfigError
from citeaudit.rules import RULES, rules_by_name
from citeaudit.rules.pages import page_with_title
from citeaudit.rules.selection import unknown_selector


def add_parser(commands: Any) -> None:
    """Add ``explain`` to *commands*."""
    parser = commands.add_parser(
        "explain",
        help="tell what a rule wants and why",
        description="Show the page of a rule.",
        examples=("citeaudit explain CA203",),
    )
    parser.add_argument("rule", metavar="RULE", help="a code (CA203), a name (vague-attribution), or ALL")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show the page of the rule that was *chosen*."""
    if chosen.rule == "ALL":
        rules = RULES
    elif chosen.rule in rules_by_name():
        rules = (rules_by_name()[chosen.rule],)
    else:
        family = tuple(rule for rule in RULES if rule.code.startswith(chosen.rule))
        if not family:
            raise ConfigError(unknown_selector(chosen.rule) or f"unknown rule {chosen.rule!r}")
        rules = family
    sys.stdout.write("\n".join(page_with_title(rule) for rule in rules))
    return 0
