"""
A plugin for pytest: ``assert_attributed(text)`` fails a test whose text does not say where its claims come from.

It is found by its entry point once citeaudit is installed; the function is a fixture, too, and can be imported from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from citeaudit.config import Config
    from citeaudit.model.articles import Article
    from citeaudit.verdicts import Verdict


def assert_attributed(
    text: Article | str,
    *,
    at_least: float = 0.8,
    allow: Iterable[str] = (),
    deny: Iterable[str] = (),
    config: Config | None = None,
) -> Verdict:
    """
    Return the verdict of ``citeaudit.gate`` on *text*, which takes the same settings.

    :raises AssertionError: if the text does not pass, with the claims that name no source.
    """
    __tracebackhide__ = True
    from citeaudit.api import gate  # noqa: PLC0415 - pytest loads this file before every run, whatever it tests

    verdict = gate(text, at_least=at_least, allow=allow, deny=deny, config=config)
    if not verdict.passed:
        raise AssertionError(str(verdict))
    return verdict


@pytest.fixture(name="assert_attributed")
def _assert_attributed() -> Callable[..., Verdict]:
    """Return the function that fails a test whose text does not say where its claims come from."""
    return assert_attributed
