"""Every rule's page stands on its check, and its examples hold: Bad fires, Better is quiet."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import citeaudit
from citeaudit import Config
from citeaudit.rules import RULES, balance, links, references, typography, unattributed, unnamed
from citeaudit.rules.pages import HEADINGS, examples_of, sections_of, summary_of
from citeaudit.rules.rule import Rule

FAMILIES = (unattributed, unnamed, references, links, balance, typography)
EXAMPLES = [
    pytest.param(rule, heading, example, id=f"{rule.code}-{heading}-{number}")
    for rule in RULES
    for heading in ("Bad", "Better")
    for number, example in enumerate(examples_of(rule, heading))
]


def config_of(rule: Rule, options: dict[str, str]) -> Config:
    """Return the configuration that selects *rule* and sets the *options* of an example."""
    values = {
        key.replace("-", "_"): (value,) if key.endswith("-outlets") else json.loads(value) for key, value in options.items()
    }
    return Config(select=(rule.code,), **values)


def test_every_rule_is_listed():
    """RULES holds every rule that a family's module makes, once, in the order of the codes."""
    made = [value.code for family in FAMILIES for value in vars(family).values() if isinstance(value, Rule)]

    assert sorted(made) == [rule.code for rule in RULES]


def test_codes_and_names_are_unique():
    """No code and no name is given twice."""
    keys = [key for rule in RULES for key in (rule.code, rule.name)]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_is_complete(rule):
    """A page has a summary of one sentence, every section in order, and an example of each kind."""
    assert list(sections_of(rule)) == list(HEADINGS)
    assert summary_of(rule).endswith(".")
    assert all(sections_of(rule).values())
    assert examples_of(rule, "Bad")
    assert examples_of(rule, "Better")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_name_reads_after_allow(rule):
    """A name is words in small letters with hyphens, so that "allow anonymous-source" reads well."""
    assert rule.name == rule.name.lower().replace(" ", "-")
    assert not rule.name.startswith(("no-", "missing-"))


@pytest.mark.parametrize(("rule", "heading", "example"), EXAMPLES)
def test_examples_hold(rule, heading, example):
    """The rule complains of each bad example and of no better one."""
    report = citeaudit.audit(example.article, config=config_of(rule, example.options))
    fired = {finding.code for finding in report.findings}

    assert fired == ({rule.code} if heading == "Bad" else set())


def test_pages_say_that_they_were_stripped():
    """Under -OO, which drops docstrings, a page says so instead of being empty."""
    script = "from citeaudit.rules import RULES; from citeaudit.rules.pages import page_of; print(page_of(RULES[0]))"
    done = subprocess.run([sys.executable, "-OO", "-c", script], capture_output=True, text=True, check=True)

    assert "-OO" in done.stdout
