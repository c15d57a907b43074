"""
A rule's page: the docstring on its check goes in, its sections and examples come out.

The page is the one place where a rule is explained: ``citeaudit explain``, the help in SARIF and docs/rules.md all come
from it, and the tests run its examples. Under ``python -OO`` docstrings are gone, and the page says so.
"""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.rules.rule import Rule

HEADINGS = ("What", "Why", "Bad", "Better", "When to ignore", "Options")
STRIPPED = "This page was stripped: Python runs with -OO, which drops docstrings. Run `citeaudit explain` without it."

SECTION = pattern_of(r"(?m)^## (.+)$")
EXAMPLE = pattern_of(r"```article(?<options>[^\n]*)\n(?<text>.*?)\n```", regex.DOTALL)
LINK = pattern_of(r"\[(?<words>[^\]\n]+)\]\((?<url>[^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Example:
    """One text that a page shows, and the settings that it is read with."""

    article: Article
    options: Mapping[str, str]


def page_of(rule: Rule) -> str:
    """Return the page of *rule* as Markdown, without its title."""
    return inspect.cleandoc(rule.page) if rule.page else STRIPPED


def summary_of(rule: Rule) -> str:
    """Return the first sentence of the page of *rule*."""
    return page_of(rule).partition("\n")[0]


def sections_of(rule: Rule) -> dict[str, str]:
    """Return the sections of the page of *rule* by heading, in order."""
    pieces = SECTION.split(page_of(rule))
    return {heading: words.strip() for heading, words in zip(pieces[1::2], pieces[2::2], strict=True)}


def examples_of(rule: Rule, heading: str) -> tuple[Example, ...]:
    """Return the examples under *heading* ("Bad", "Better") of the page of *rule*."""
    return tuple(
        _example(found.group("text"), found.group("options")) for found in EXAMPLE.finditer(sections_of(rule).get(heading, ""))
    )


def page_with_title(rule: Rule) -> str:
    """Return the page of *rule* with its title and its facts, as `citeaudit explain` shows it."""
    when = "on by default" if rule.is_on else "off until selected or configured"
    return f"# {rule.name} ({rule.code})\n\nSeverity: {rule.severity}, {when}.\n\n{page_of(rule)}\n"


def _example(words: str, options: str) -> Example:
    """Return the example of *words*, whose links are written as Markdown has them."""
    text, hyperlinks, end = "", [], 0
    for link in LINK.finditer(words):
        text += words[end : link.start()]
        hyperlinks.append(Hyperlink(Span(len(text), len(text) + len(link.group("words"))), link.group("url")))
        text += link.group("words")
        end = link.end()
    given = dict(option.split("=", 1) for option in shlex.split(options))
    return Example(Article(text + words[end:], publisher=given.pop("publisher", None), hyperlinks=tuple(hyperlinks)), given)
