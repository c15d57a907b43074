"""Rules: what may be wrong with the sourcing of an article, one family a module; a report goes in, findings come out."""

from citeaudit.rules.checking import RULES, check_rules, rules_by_name
from citeaudit.rules.rule import Rule
from citeaudit.rules.settings import RuleSettings

__all__ = ["RULES", "Rule", "RuleSettings", "check_rules", "rules_by_name"]
