"""
Which rules run: selectors go in, codes with severities come out.

A selector is a code ("CA203"), the start of one ("CA2"), a name ("vague-attribution") or "ALL". The more exact one wins,
and where both are equally exact a rule is left out, as ruff has it. A family's selector leaves out its rules that are
off by default; a code, a name or "ALL" brings them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from citeaudit.model.reports import Severity
from citeaudit.rules.checking import RULES, rules_by_name
from citeaudit.rules.rule import Rule

ALL = "ALL"


def select_rules(
    *,
    select: Iterable[str] | None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
    configured: frozenset[str] = frozenset(),
) -> dict[str, Severity]:
    """
    Return the severities of the rules that run, by code in order.

    Without *select* the rules that are on by default run. *configured* are codes whose setting was given, which switches
    them on as well. Every selector must be known (see :func:`unknown_selector`).
    """
    running = {}
    extended, ignored = tuple(extend_select), tuple(ignore)
    severities = {rules_by_name()[key].code: value for key, value in (severity or {}).items()}
    for rule in RULES:
        chosen_by = int(rule.is_on) if select is None else _exactness(rule, select)
        exactness = max(chosen_by, _exactness(rule, extended), int(rule.code in configured))
        if exactness > _exactness(rule, ignored, is_ignored=True):
            running[rule.code] = severities.get(rule.code, rule.severity)
    return running


def unknown_selector(selector: str) -> str | None:
    """Return what is wrong with *selector*, with the nearest that is known; None if it is known."""
    if is_known_selector(selector):
        return None
    known = [ALL, *dict.fromkeys(rule.family for rule in RULES), *rules_by_name()]
    nearest = get_close_matches(selector.upper() if selector[:2].upper() == "CA" else selector.lower(), known, 1, 0.4)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    return f"unknown rule {selector!r}{hint} (`citeaudit rules` lists them)"


def is_known_selector(selector: str) -> bool:
    """Tell whether *selector* selects any rule."""
    return (
        selector == ALL
        or selector in rules_by_name()
        or (selector.startswith("CA") and any(rule.code.startswith(selector) for rule in RULES))
    )


def codes_of(selectors: Iterable[str]) -> frozenset[str]:
    """Return the codes of all rules that *selectors* name, off ones too: what to leave out somewhere."""
    names = tuple(selectors)
    return frozenset(rule.code for rule in RULES if _exactness(rule, names, is_ignored=True))


def _exactness(rule: Rule, selectors: Iterable[str], *, is_ignored: bool = False) -> int:
    """Return how exactly the best of *selectors* names *rule*: the letters of its code that it gives, 0 for not at all."""
    best = 0
    for selector in selectors:
        if selector in {rule.code, rule.name}:
            return len(rule.code) + 1
        if selector == ALL:
            best = max(best, 1)
        elif rule.code.startswith(selector) and (rule.is_on or is_ignored):
            best = max(best, len(selector))
    return best
