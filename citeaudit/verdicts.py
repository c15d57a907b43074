"""The gate's judgement: a report goes in, whether enough of its claims name a source comes out, and what would help the others.

One function for all who ask: ``citeaudit.gate``, ``assert_attributed`` of the pytest plugin, and rule CA501 behind
``citeaudit check --minimum-attributed``.
"""

from __future__ import annotations

from dataclasses import dataclass

from citeaudit.citations.locating import only_locates
from citeaudit.model.relations import Manner, SourceType
from citeaudit.model.reports import ArticleReport, Claim, Status
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.lists import houses_of
from citeaudit.text.shown import shown

NAME_IT = "name who says so, or put a mark behind it: (Reuters), a link, or [1] with its entry in a list of references"


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A claim that names no source, or none that is allowed: its *words*, *why* it does not count, and what would *help*."""

    claim: Claim
    words: str
    why: str
    help: str

    def __str__(self) -> str:
        return f"{shown(self.words)}\n    {self.why}; {self.help}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    Whether a text *passed*: whether the *share* (0.0 to 1.0) of its claims with a source is *at_least* what was asked.

    *claims* counts all of them, *unsourced* are those without a source, in order of the text. A text that claims nothing has
    the share 1.0. A verdict is true if the text passed.
    """

    passed: bool
    share: float
    at_least: float
    claims: int
    unsourced: tuple[Unsourced, ...]

    def __bool__(self) -> bool:
        return self.passed

    def __str__(self) -> str:
        word = "passed" if self.passed else "failed"
        sourced = self.claims - len(self.unsourced)
        head = (
            f"{word}: {sourced} of {self.claims} claims name their source ({self.share:.0%}), at least {self.at_least:.0%} must"
        )
        return "\n".join([head, *(f"  {number}. {each}" for number, each in enumerate(self.unsourced, 1))])


def judge(
    report: ArticleReport,
    *,
    at_least: float,
    allowed: frozenset[str] = frozenset(),
    denied: frozenset[str] = frozenset(),
    gazetteer: Gazetteer | None = None,
) -> Verdict:
    """
    Return whether the share of claims with a source is *at_least* what is asked.

    *allowed* and *denied* are ids of outlets in *gazetteer*: a claim that rests on a denied one, or on one that is not among
    those allowed (where any are), does not count. Hedges and quotations of nobody never do.
    """
    unsourced = []
    for claim in report.claims:
        found = _unnamed(report, claim) or _unwanted(claim, allowed, denied, gazetteer)
        if found:
            unsourced.append(Unsourced(claim, report.words(claim.sentence.span), *found))
    count = len(report.claims)
    share = (count - len(unsourced)) / count if count else 1.0
    return Verdict(share >= at_least, share, at_least, count, tuple(unsourced))


def _unnamed(report: ArticleReport, claim: Claim) -> tuple[str, str] | None:
    """Return why a claim that names nobody does not count, and what would help."""
    if _quotes_nobody(claim):
        return "it quotes nobody", "say whose words these are"
    if claim.is_attributed:
        return None
    if claim.status is Status.VAGUE:
        return "it rests on a hedge that names nobody", "say who reports or believes it"
    if claim.attributions and claim.share == 0.0 and any(link for a in claim.attributions for link in a.chain):
        return "less than half of it names a source", "move the source to the whole sentence, or split it"
    return "nobody is named for it", NAME_IT


def _quotes_nobody(claim: Claim) -> bool:
    """Tell whether a claim quotes words whose speaker is not given; a mark behind them says where they stand, not who spoke."""
    return any(one.is_fill and one.manner is Manner.DIRECT for one in claim.attributions) and all(
        one.is_fill or only_locates(one) for one in claim.attributions
    )


def _unwanted(
    claim: Claim, allowed: frozenset[str], denied: frozenset[str], gazetteer: Gazetteer | None
) -> tuple[str, str] | None:
    """Return why a claim that rests on the wrong outlets does not count, and what would help."""
    if gazetteer is None or not (allowed or denied):
        return None
    named = list(zip(claim.outlets, claim.outlet_ids, strict=True))
    for name, outlet_id in named:
        if houses_of(gazetteer, outlet_id) & denied:
            return f"it rests on {name}, which is on the deny list", "cite another source"
    if allowed:
        sites = [link.name for a in claim.attributions for link in a.chain if _is_site(link.type, link.name, a.construction)]
        strangers = [name for name, outlet_id in named if not houses_of(gazetteer, outlet_id) & allowed]
        if strangers or (not named and sites):
            return f"it rests on {(strangers or sites)[0]}, which is not on the allow list", "cite an outlet of that list"
    return None


def _is_site(kind: SourceType, name: str, construction: str) -> bool:
    """Tell whether a link of a chain is the site that a citation leads to."""
    return construction == "citation" and kind is SourceType.DOCUMENT and "." in name
