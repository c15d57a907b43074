"""
What a rule is: a code, a name, a severity, a check, and the page that stands on the check as its docstring.

A rule is a value, made by the decorator :func:`rule` and listed in ``RULES``; nothing is registered on import. A check
takes a :class:`~citeaudit.rules.reading.Reading` and the settings, and yields complaints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from citeaudit.model.reports import Severity
from citeaudit.model.spans import Evidence, Span
from citeaudit.rules.reading import Reading
from citeaudit.rules.settings import RuleSettings


@attrs.frozen
class Complaint:
    """One place that a check complains of; without a *message* the rule's own is used."""

    span: Span
    message: str = ""
    evidence: tuple[Evidence, ...] = ()


Check = Callable[[Reading, RuleSettings], Iterable[Complaint]]


@attrs.frozen(kw_only=True)
class Rule:
    """
    One rule.

    *is_on* tells whether it runs unless deselected; one that is off runs when selected by its code, its name or "ALL",
    or when the setting that it needs is given. *is_about_article* marks complaints about the whole article.
    """

    code: str
    name: str
    message: str
    severity: Severity
    is_on: bool
    is_about_article: bool
    check: Check
    page: str = attrs.field(repr=False)

    @property
    def family(self) -> str:
        """Return the first letters of the code that the rule shares with its family: "CA2"."""
        return self.code[:3]


def rule(
    code: str,
    name: str,
    message: str,
    *,
    severity: Severity = Severity.WARNING,
    is_on: bool = True,
    is_about_article: bool = False,
) -> Callable[[Check], Rule]:
    """Return a decorator that makes a check, with its docstring as the page, into the rule *code*."""

    def make(check: Check) -> Rule:
        return Rule(
            code=code,
            name=name,
            message=message,
            severity=severity,
            is_on=is_on,
            is_about_article=is_about_article,
            check=check,
            page=check.__doc__ or "",
        )

    return make
