"""
Where statuses are lost: labelled sentences and reports go in, each wrong one comes out with the stage that lost it.

``python -m citeaudit.training.losses GOLD… [--save DIR] [--against DIR] [--list STAGE]`` (``poe losses``) audits each set. A loss is
*missed* (nobody, or somebody weaker, where the labels have somebody), *too much* (the other way round) or *other* (right, but for the names). Its stage is the first that explains it:

- ``kind``: the sentence is taken for another kind of line;
- ``mention``: the outlet's name is not read as one anywhere, or something is that is none;
- ``cue``: no word of the sentence was heard that says who said it, or one was that does not;
- ``level``: it was found, and taken for an attitude or a deed;
- ``end``: it was found, and its content ends (or begins) too early;
- ``coverage``: it was found whole, and covers under half of the words;
- ``reach``: what an attribution elsewhere reaches, or should not;
- ``reference``: who it is: another name, or another type of source.

Of sets that have *blind* in their name counts alone are printed: their errors are looked at by nobody.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeaudit.api import audit_many, read_reports, write
from citeaudit.claims import STRENGTH, status_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.articles import Article
from citeaudit.model.relations import Level, Reach, SentenceKind, SourceType
from citeaudit.model.reports import ArticleReport, Claim, Status
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.training.gold import records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from citeaudit.model.relations import Attribution

STAGES = ("kind", "mention", "cue", "level", "end", "coverage", "reach", "reference")
WAYS = ("missed", "too much", "other")
BLIND = "blind"
BARELY = 0.75
"""A status that is too strong and rests on a smaller share of the words than this was lost by coverage."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One sentence that was read otherwise than it is labelled."""

    article: str
    start: int
    end: int
    way: str
    stage: str
    wanted: str
    found: str


def losses_of(record: Mapping[str, Any], report: ArticleReport) -> list[Loss]:
    """Return what *report* reads otherwise than the labels of *record*, in order of the text."""
    starts = [sentence.span.start for sentence in report.sentences]
    claims = {claim.sentence.span: claim for claim in report.claims}
    losses: list[Loss] = []
    before: Mapping[str, Any] | None = None
    for label in record["sentences"]:
        middle = (label["start"] + label["end"]) // 2
        sentence = report.sentences[max(0, bisect_right(starts, middle) - 1)] if starts else None
        kind = sentence.kind if sentence else None
        claim = claims.get(sentence.span) if sentence else None
        judged = _judge(label, kind, claim, report, before)
        if judged is not None:
            way, stage = judged
            found = claim.status if claim else str(kind)
            losses.append(Loss(record["id"], label["start"], label["end"], way, stage, label["status"] or label["kind"], found))
        before = label if label["kind"] == SentenceKind.STATEMENT else before
    return losses


def _judge(
    label: Mapping[str, Any],
    kind: SentenceKind | None,
    claim: Claim | None,
    report: ArticleReport,
    before: Mapping[str, Any] | None,
) -> tuple[str, str] | None:
    """Return the way and the stage of the loss, None where *claim* says what *label* says or a second reading of it."""
    also = label.get("also") or {}
    if kind != label["kind"]:
        return None if kind in also.get("kind", ()) else ("too much" if claim else "missed", "kind")
    if claim is None:
        return None
    wanted = label["status"] if claim.status not in also.get("status", ()) else claim.status
    optional = {_key(name) for name in also.get("outlets", ())}
    given = {_key(name) for name in label.get("outlets", ())}
    told = {_key(name) for name in claim.outlets} - (optional - given)
    if given - told or STRENGTH[Status(wanted)] < STRENGTH[claim.status]:
        return "missed", _missed_at(label, claim, report, given - told, before)
    if told - given or STRENGTH[Status(wanted)] > STRENGTH[claim.status]:
        return "too much", _overdone_at(claim, report, told - given, given)
    if not also.get("status") and not _same_names(label.get("sources") or (), claim.sources):
        return "other", "reference"
    return None


def _missed_at(
    label: Mapping[str, Any], claim: Claim, report: ArticleReport, outlets: set[str], before: Mapping[str, Any] | None
) -> str:
    here = [one for one in claim.attributions if one.level is Level.REPORT and not one.is_fill]
    if outlets:
        named = [mention for mention in report.mentions if _key(mention.outlet or mention.name) in outlets]
        credited = [one for one in report.attributions if outlets & _outlets_of(one)]
        if not named and not credited:
            return "mention"
        if any(outlets & _outlets_of(one) for one in here):
            return _short_of(claim, report)
        if any(claim.sentence.span.overlaps(mention.span) for mention in named):
            return "cue"
        if any(not link.is_resolved for one in here for link in one.chain):
            return "reference"
        return "reach" if credited else "cue"
    if here:
        strongest = min(STRENGTH[Status(status)] for status in (claim.status, *(status_of(one.chain) for one in here)))
        if strongest > STRENGTH[Status(label["status"])]:
            return "reference"
        return _short_of(claim, report)
    if any(one.is_fill for one in claim.attributions):
        return "reach"
    if claim.attributions:
        return "level"
    goes_on = before is not None and before.get("sources") and _same_names(before["sources"], label.get("sources") or ())
    return "reach" if goes_on and not _says(report.words(claim.sentence.span)) else "cue"


def _short_of(claim: Claim, report: ArticleReport) -> str:
    """Tell whether the words that are not covered stand right beside a content, so that it ends too early."""
    edges = [offset for one in claim.attributions for span in one.content for offset in (span.start, span.end)]
    text = report.article.text
    for run in claim.uncovered:
        for edge in edges:
            between = text[min(edge, run.start) : max(edge, run.start)] if edge <= run.start else text[run.end : edge]
            if (edge <= run.start or edge >= run.end) and not any(letter.isalnum() for letter in between):
                return "end"
    return "coverage"


def _overdone_at(claim: Claim, report: ArticleReport, outlets: set[str], given: set[str]) -> str:
    reports = [one for one in claim.attributions if one.level is Level.REPORT]
    if outlets and not given:
        behind = [one for one in reports if outlets & _outlets_of(one)]
        if all(one.reach is not Reach.SENTENCE for one in behind):
            return "reach"
        return (
            "mention"
            if any(link.outlet is None for one in behind for link in one.chain if link.type is SourceType.OUTLET)
            else "cue"
        )
    if reports and all(one.reach is not Reach.SENTENCE for one in reports):
        return "reach"
    return "coverage" if claim.share < BARELY else "cue"


def _outlets_of(attribution: Attribution) -> set[str]:
    return {_key(link.outlet or link.name) for link in attribution.chain if link.type is SourceType.OUTLET}


def _key(name: str) -> str:
    """Return what all names of one outlet have in common: the id of whoever owns it, or its own letters."""
    gazetteer = Gazetteer.default()
    named = gazetteer.named(name)
    return gazetteer.top(named[0].id).id if named else _folded(name).removeprefix("the ")


def _folded(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum() or letter == " ").strip()


def _same_names(wanted: Iterable[str], found: Iterable[str]) -> bool:
    """Tell whether each name has a partner: the same last word, or all words of one among those of the other."""
    left = [_folded(name.split(",")[0]).split() for name in wanted]
    for name in found:
        words = _folded(name.split(",")[0]).split()
        partner = next(
            (other for other in left if words[-1:] == other[-1:] or set(words) <= set(other) or set(other) <= set(words)), None
        )
        if partner is None:
            return False
        left.remove(partner)
    return not left


def _says(words: str) -> bool:
    """Tell whether one of *words* is a form of a verb of saying."""
    return not forms_of("say").isdisjoint(words.lower().replace(",", " ").replace(".", " ").split())


def table(counts: Mapping[str, Counter[tuple[str, str]]]) -> list[str]:
    """Return the lines of the table: a stage a line, the sets side by side, missed / too much / other."""
    names = list(counts)
    lines = [f"{'':11s}" + "".join(f"{name[:24]:>26s}" for name in names)]
    for stage in STAGES:
        cells = (" / ".join(f"{counts[name][way, stage]:4d}" for way in WAYS) for name in names)
        lines.append(f"{stage:11s}" + "".join(f"{cell:>26s}" for cell in cells))
    sums = (" / ".join(f"{sum(counts[name][way, stage] for stage in STAGES):4d}" for way in WAYS) for name in names)
    lines.append(f"{'all':11s}" + "".join(f"{cell:>26s}" for cell in sums))
    return lines


def moves(now: Sequence[Loss], then: Sequence[Loss], *, with_names: bool) -> list[str]:
    """Return how many articles gained and lost between two audits of a set, and *with_names* which ones, worst first."""
    after, before = Counter(loss.article for loss in now), Counter(loss.article for loss in then)
    moved = sorted((before[name] - after[name], name) for name in before | after if before[name] != after[name])
    gained, lost = sum(change > 0 for change, _ in moved), sum(change < 0 for change, _ in moved)
    lines = [f"{len(then)} losses then, {len(now)} now: {gained} articles gained, {lost} lost"]
    return lines + ([f"  {change:+4d}  {name}" for change, name in moved] if with_names else [])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of losses, and what moved."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.losses", description="Where statuses are lost, by stage.")
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSONL with id, text and labelled sentences")
    parser.add_argument("--save", type=Path, metavar="DIR", help="write the reports there, to compare with")
    parser.add_argument(
        "--against", type=Path, metavar="DIR", help="list gains and losses against the reports that another commit saved"
    )
    parser.add_argument("--list", choices=STAGES, metavar="STAGE", help="list the losses of a stage, but of blind sets")
    chosen = parser.parse_args(arguments)
    counts: dict[str, Counter[tuple[str, str]]] = {}
    lines: list[str] = []
    for path in chosen.gold:
        records = list(records_of(path, id=str, text=str, sentences=list))
        reports = [one for one in audit_many(map(article_of, records)) if isinstance(one, ArticleReport)]
        found = _all_losses(records, reports)
        is_blind = BLIND in path.stem
        counts[path.stem] = Counter((loss.way, loss.stage) for loss in found)
        if chosen.save:
            chosen.save.mkdir(parents=True, exist_ok=True)
            write(reports, to=chosen.save / path.name)
        if chosen.against:
            then = [one for one in read_reports(chosen.against / path.name) if isinstance(one, ArticleReport)]
            lines += ["", path.stem, *moves(found, _all_losses(records, then), with_names=not is_blind)]
        if chosen.list and not is_blind:
            texts = {record["id"]: record["text"] for record in records}
            lines += ["", path.stem]
            for loss in found:
                if loss.stage == chosen.list:
                    words = " ".join(texts[loss.article][loss.start : loss.end].split())
                    lines.append(f"  {loss.way:8s} {loss.wanted} → {loss.found}  {loss.article}:{loss.start}  {words[:160]}")
    sys.stdout.write("\n".join([f"{'':11s}missed / too much / other", *table(counts), *lines]) + "\n")
    return 0


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article of a gold *record*."""
    return Article(record["text"], id=record["id"], publisher=record.get("publisher"), title=record.get("title"))


def _all_losses(records: Iterable[Mapping[str, Any]], reports: Iterable[ArticleReport]) -> list[Loss]:
    by_id = {report.article.id: report for report in reports}
    return [loss for record in records if record["id"] in by_id for loss in losses_of(record, by_id[record["id"]])]


if __name__ == "__main__":
    sys.exit(main())
