"""The JSON Schema of the settings: a citeaudit.toml, or ``[tool.citeaudit]`` in a pyproject.toml, for editors that complete and check TOML."""

from __future__ import annotations

from citeaudit.contract.schema_words import COUNT, SHARE, STRING, TRUTH, Schema, array, one_of, said, whole
from citeaudit.model.reports import Severity
from citeaudit.rules.checking import RULES, rules_by_name
from citeaudit.rules.selection import ALL

DESCRIPTION = "The settings of a citeaudit.toml, or of [tool.citeaudit] in a pyproject.toml; each may be left out."


def config_schema() -> Schema:
    """Return the schema of a file of settings."""
    families = dict.fromkeys(rule.family for rule in RULES)
    selectors = array({"anyOf": [one_of([ALL, *families, *rules_by_name()]), {"type": "string", "pattern": "^CA[0-9]{0,3}$"}]})
    severities = {"type": "object", "propertyNames": one_of(rules_by_name()), "additionalProperties": one_of(Severity)}
    outlets = said(array(STRING), "ids or names of outlets")
    properties = {
        "allowed-outlets": outlets,
        "check-language": said(TRUTH, "refuse what is not English"),
        "citations": said(TRUTH, "read marks, links, footnotes and lists of references"),
        "denied-outlets": outlets,
        "exclude": said(array(STRING), "patterns that a walk leaves out"),
        "extend-select": said(selectors, "rules to run beside those that are on"),
        "fail-on": said(one_of(Severity), "the least severity that fails a check"),
        "ignore": said(selectors, "rules to leave out"),
        "maximum-outlet-share": SHARE,
        "minimum-attributed": SHARE,
        "minimum-claims": COUNT,
        "minimum-confidence": SHARE,
        "minimum-quotation-words": COUNT,
        "outlets": said(array(STRING), "paths of tables of outlets, beside the one that ships"),
        "per-file-ignores": {"type": "object", "additionalProperties": selectors},
        "publisher": said(STRING, "the publisher of articles that name none"),
        "respect-gitignore": TRUTH,
        "select": said(selectors, "the rules to run"),
        "severity": said(severities, "severities by rule"),
        "state-outlets": outlets,
        "weights": said(STRING, "a folder of weights, or default"),
    }
    return whole("config", "citeaudit settings", DESCRIPTION, type="object", properties=properties, additionalProperties=False)
