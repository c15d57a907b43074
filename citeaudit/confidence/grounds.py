"""
What there is to doubt about a claim: a claim goes in, the names of its grounds come out, those of ``data/confidence.tsv``.

Each stage leaves a trace of how sure it was: the engine its score, reach how far it went, references whether a name was
found, the rows of constructions which of them fitted. Here these traces get names; how much each weighs was measured.
"""

from __future__ import annotations

from citeaudit.model.relations import Attribution, Level, Reach, SourceType
from citeaudit.model.reports import Claim, Status

FAR = 400
"""What reaches a claim from further away than this, in code points, has passed other sentences."""
LEAST_SCORE, BEST_SCORE = 4, 9
"""The steps of a score, in tenths: scores below and above are as these."""
SHARES = ((0.65, "barely"), (0.8, "mostly"), (1.0, "nearly"))
"""What a share of the words below each of these is called."""
LITTLE = 0.75
"""Where more of a sentence than this stays without anybody, little of it was attributed."""


def grounds_of(text: str, claim: Claim) -> tuple[str, ...]:
    """Return the grounds on which *claim*, a claim of the article *text*, may be doubted, the first for its status alone."""
    reports = [one for one in claim.attributions if one.level is Level.REPORT and not one.is_fill] if claim.attributions else []
    if claim.status is Status.UNATTRIBUTED:
        return (_why_nobody(text, claim, reports),)
    if claim.status is Status.VAGUE:
        return ("quotation of nobody" if any(one.is_fill for one in claim.attributions) else "hedge",)
    grounds = [f"status {claim.status.value}"]
    if reports:
        score = int(10 * max([one.score for one in reports]))
        grounds.append(f"score 0.{min(BEST_SCORE, max(LEAST_SCORE, score))}")
    grounds += [f"share {name}" for limit, name in SHARES if claim.share < limit][:1]
    grounds += dict.fromkeys([f"row {one.construction}" for one in reports])
    if further := [one for one in reports if one.reach is not Reach.SENTENCE]:
        grounds += dict.fromkeys([f"reach {one.reach}" for one in further])
        if any(_is_far(one, claim) for one in further):
            grounds.append("reach far")
    return (*grounds, *_doubtful_names(reports))


def _why_nobody(text: str, claim: Claim, reports: list[Attribution]) -> str:
    """Return the ground of a claim that nobody stands behind: what was found in it all the same."""
    span = claim.sentence.span
    if reports:
        uncovered = sum(len(part) for part in claim.uncovered)
        return "nobody, little attributed" if uncovered > LITTLE * len(span) else "nobody, under half attributed"
    if claim.attributions:
        return "nobody, an attitude"
    words = span.of(text)
    return "nobody, quotation marks" if "“" in words or "”" in words or '"' in words else "nobody"


def _is_far(attribution: Attribution, claim: Claim) -> bool:
    if not attribution.cue:
        return False
    return max(claim.sentence.span.start - attribution.cue[0].end, attribution.cue[0].start - claim.sentence.span.end) > FAR


def _doubtful_names(reports: list[Attribution]) -> list[str]:
    is_open = is_unlisted = is_role = False
    for one in reports:
        for link in one.chain:
            if not link.is_resolved:
                is_open = True
            elif link.type is SourceType.PERSON and link.name[:1].islower():
                is_role = True
            if link.outlet is None and link.type is SourceType.OUTLET:
                is_unlisted = True
    found = ["name unresolved"] if is_open else []
    found += ["name of no listed outlet"] if is_unlisted else []
    return [*found, "name of a role alone"] if is_role else found
