"""All the rules, in the order of their codes, and how a report is checked by those that are on."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache

from citeaudit.model.reports import ArticleReport, Finding
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.rules import balance, links, references, typography, unattributed, unnamed
from citeaudit.rules.reading import Reading
from citeaudit.rules.rule import Rule
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

WORD = pattern_of(r"\w+")


def check_rules(report: ArticleReport, settings: RuleSettings) -> tuple[Finding, ...]:
    """Return what the rules that are on complain of, in the order of the text; at one place, in the order of the codes."""
    reading = Reading(report)
    found: list[Finding] = []
    for rule in RULES:
        severity = settings.severities.get(rule.code)
        if severity is None:
            continue
        seen: set[Span] = set()
        for complaint in rule.check(reading, settings):
            if complaint.span not in seen:  # nested attributions may lead to the same words
                seen.add(complaint.span)
                message = complaint.message or rule.message
                found.append(Finding(rule.code, rule.name, message, severity, complaint.span, evidence=complaint.evidence))
    found.sort(key=lambda finding: (finding.span, finding.code))
    return _with_fingerprints(reading, found)


@cache
def rules_by_name() -> dict[str, Rule]:
    """Return the rules by code and by name."""
    return {key: rule for rule in RULES for key in (rule.code, rule.name)}


def _with_fingerprints(reading: Reading, findings: list[Finding]) -> tuple[Finding, ...]:
    """
    Return *findings* with names that survive moved text.

    A fingerprint is made of the code, the folded words of the sentence and of the place in it, and a count of those
    alike before it; never of an offset.
    """
    counts: Counter[str] = Counter()
    named = []
    folded: dict[Span, str] = {}
    for finding in findings:
        sentence = reading.sentence_at(finding.span.start)
        spans = (sentence.span, finding.span) if sentence else (finding.span,)
        for span in spans:
            if span not in folded:
                folded[span] = _folded(reading.words(span))
        about = "\x1f".join((finding.code, folded[sentence.span] if sentence else "", folded[finding.span]))
        counts[about] += 1
        digest = hashlib.sha256(f"{about}\x1f{counts[about]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        named.append(
            Finding(finding.code, finding.name, finding.message, finding.severity, finding.span, digest, finding.evidence)
        )
    return tuple(named)


def _folded(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))
