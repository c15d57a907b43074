"""All the rules, in the order of their codes, and how a report is checked by those that are on."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache

from citeaudit.model.reports import ArticleReport, Finding, Severity
from citeaudit.rules import balance, links, references, typography, unattributed, unnamed
from citeaudit.rules.reading import Reading
from citeaudit.rules.rule import Complaint, Rule
from citeaudit.rules.settings import RuleSettings

RULES: tuple[Rule, ...] = (
    unattributed.unattributed_claim,
    unattributed.unattributed_quotation,
    unattributed.unattributed_figure,
    unattributed.unattributed_allegation,
    unnamed.anonymous_source,
    unnamed.anonymous_source_unexplained,
    unnamed.vague_attribution,
    unnamed.vague_outlet,
    unnamed.anonymous_at_second_hand,
    references.second_hand_quotation,
    references.unresolved_source,
    references.ambiguous_outlet,
    references.unknown_outlet,
    references.circular_citation,
    links.unlinked_outlet,
    links.link_mismatch,
    balance.low_attribution,
    balance.single_source,
    balance.outlet_concentration,
    balance.denied_outlet,
    balance.unlabelled_state_media,
    typography.unbalanced_quotation,
)


def check_rules(report: ArticleReport, settings: RuleSettings) -> tuple[Finding, ...]:
    """Return what the rules that are on complain of, in the order of the text; at one place, in the order of the codes."""
    reading = Reading(report)
    found: list[tuple[Rule, Severity, Complaint]] = []
    for rule in RULES:
        severity = settings.severities.get(rule.code)
        if severity is None:
            continue
        seen: set[tuple[int, int]] = set()
        for complaint in rule.check(reading, settings):
            place = (complaint.span.start, complaint.span.end)
            if place not in seen:  # nested attributions may lead to the same words
                seen.add(place)
                found.append((rule, severity, complaint))
    found.sort(key=lambda one: (one[2].span.start, one[2].span.end, one[0].code))
    return _findings(reading, found)


@cache
def rules_by_name() -> dict[str, Rule]:
    """Return the rules by code and by name."""
    return {key: rule for rule in RULES for key in (rule.code, rule.name)}


def _findings(reading: Reading, found: list[tuple[Rule, Severity, Complaint]]) -> tuple[Finding, ...]:
    """
    Return the findings of what was *found*, with names that survive moved text.

    A fingerprint is made of the code, the folded words of the sentence and of the place in it, and a count of those
    alike before it; never of an offset.
    """
    counts: Counter[str] = Counter()
    findings = []
    for rule, severity, complaint in found:
        span = complaint.span
        sentence = reading.sentence_at(span.start)
        around = " ".join(reading.folded(sentence.span)) if sentence else ""
        about = f"{rule.code}\x1f{around}\x1f{' '.join(reading.folded(span))}"
        counts[about] += 1
        digest = hashlib.sha256(f"{about}\x1f{counts[about]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        message = complaint.message or rule.message
        findings.append(Finding(rule.code, rule.name, message, severity, span, digest, complaint.evidence))
    return tuple(findings)
