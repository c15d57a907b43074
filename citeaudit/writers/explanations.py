"""Why a sentence has its status: a report and the number of a sentence go in, every step that led there comes out in words.

The steps stand in the order of the pipeline: what the sentence is, which outlets it names, who is found to say what and by
which signs, who each source is, and how the words covered add up to the status. Nothing is worked out anew here: all of
it is evidence that the report carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from citeaudit.constructions.matcher import NearMiss
from citeaudit.errors import ConfigError
from citeaudit.model.relations import Attribution, Source, chain_to_words
from citeaudit.model.reports import ArticleReport, Claim, Status
from citeaudit.model.showing import several
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.shown import shown
from citeaudit.writers.text import Line, Piece

LABEL_WIDTH = 12
LONGEST_QUOTE = 90
COVERED = {
    Status.OUTLET: "in attributions with an outlet in their chain",
    Status.SOURCE: "in attributions to a named source or an outlet",
    Status.ANONYMOUS: "in attributions to somebody, if only to unnamed sources",
    Status.VAGUE: "in attributions, if only in hedges that name nobody",
}


def explain_sentence(report: ArticleReport, number: int, misses: Iterable[NearMiss] = ()) -> Iterator[Line]:
    """
    Yield the lines that explain sentence *number*, counted from 1 as in the text report, with those of the *misses* that stand in it.

    :raises ConfigError: if the article has no such sentence.
    """
    if not 1 <= number <= len(report.sentences):
        message = f"there is no sentence {number}: the article has {len(report.sentences)}, counted from 1"
        raise ConfigError(message)
    sentence = report.sentences[number - 1].span
    near = [_miss(report, miss) for miss in misses if sentence.covers(miss.span)]
    return chain(_explain(report, number), near)


def _explain(report: ArticleReport, number: int) -> Iterator[Line]:
    sentence = report.sentences[number - 1]
    claim = next((claim for claim in report.claims if claim.sentence.span == sentence.span), None)
    label = claim.status.value if claim else sentence.kind.value
    yield (
        Piece(f"{number}  ", "dim"),
        Piece(label, label if claim else "dim"),
        Piece(f"  {_quote(report, sentence.span, 10_000)}"),
    )
    yield _line("kind", f"{sentence.kind.value}, since {_why(sentence.evidence)}" if sentence.evidence else sentence.kind.value)
    for mention in report.mentions:
        if sentence.span.covers(mention.span):
            outlet = mention.name if mention.outlet else f"{mention.name} (no outlet that is known)"
            yield _line("mention", f"{_quote(report, mention.span)} is {outlet}", _why(mention.evidence))
    if claim is None:
        yield _line("status", "none: only statements carry claims")
        return
    for attribution in claim.attributions:
        yield from _attribution(report, attribution)
    yield from _judgement(report, claim)


def _attribution(report: ArticleReport, attribution: Attribution) -> Iterator[Line]:
    name = "quotation without a speaker" if attribution.is_fill else attribution.construction.replace("_", " ") or "attribution"
    notes = [f"{attribution.manner.value}", f"confidence {attribution.score:.2f}"]
    if attribution.is_hedged:
        notes.append("hedged")
    if attribution.reach != "sentence":
        notes.append(f"reached by {attribution.reach.value.replace('_', ' ')}")
    yield _line("attribution", f"{name} ({', '.join(notes)})")
    for role in ("source", "cue", "content"):
        spans = getattr(attribution, role)
        if spans:
            yield _line(f"  {role}", " … ".join(_quote(report, span) for span in spans))
    for evidence in attribution.evidence:
        yield _line("  because", *_parts(evidence))
    if attribution.level == "attitude":
        yield _line("  level", "an attitude, not a report: it does not count for the status")
    for source in attribution.chain:
        yield _line("  link", _link(report, source), _why(source.evidence))
    if attribution.within is not None:
        outer = report.attributions[attribution.within]
        yield _line(
            "  within",
            f"the attribution to {chain_to_words(outer.chain[:1], with_doubt=True) or 'nobody'}, which holds it in its content",
        )


def _link(report: ArticleReport, source: Source) -> str:
    role = f", {source.role.value.replace('_', ' ')}" if source.role else ""
    words = f"{source.name}: {source.type.value}{role}{', beside the one before it' if source.beside else ''}"
    if source.antecedent:
        words += f"; refers back to {_quote(report, source.antecedent)}"
    if not source.is_resolved:
        words += "; refers back to nobody in the article"
    return words + ("; the publisher itself" if source.is_self else "")


def _judgement(report: ArticleReport, claim: Claim) -> Iterator[Line]:
    if claim.status is Status.UNATTRIBUTED:
        reason = "less than half of the words lie in attributions that count" if claim.attributions else "nobody is given for it"
        yield _line("status", f"unattributed: {reason}")
    else:
        yield _line(
            "status", f"{claim.status.value}: {claim.share:.0%} of the words lie {COVERED[claim.status]} (half is enough)"
        )
        yield _line("origin", f"{claim.origin.value}: the first link of the chain alone, who said it before anybody passed it on")
    for span in claim.uncovered:
        yield _line("own voice", _quote(report, span))


def _miss(report: ArticleReport, miss: NearMiss) -> Line:
    """Return the line of a construction that came near: how far it fitted around its word, and what it wanted next."""
    parts = f"{several(miss.matched, 'part')} beside the word fitted"
    return _line("near miss", f"{_quote(report, miss.span)}: {miss.row.replace('_', ' ')}", f"{parts}, {miss.failed} did not")


def _line(label: str, words: str, why: str = "") -> Line:
    pieces = [Piece(f"   {label:<{LABEL_WIDTH}} ", "dim"), Piece(words)]
    return (*pieces, Piece(f"  [{why}]", "dim")) if why else tuple(pieces)


def _quote(report: ArticleReport, span: Span, longest: int = LONGEST_QUOTE) -> str:
    words = " ".join(shown(report.words(span)).split())
    return f"«{words}»" if len(words) <= longest else f"«{words[: longest // 2].rstrip()} … {words[-longest // 2 :].lstrip()}»"


def _why(evidence: Iterable[Evidence]) -> str:
    return "; ".join(": ".join(filter(None, _parts(item)[::-1])) for item in evidence)


def _parts(evidence: Evidence) -> tuple[str, str]:
    """Return what the step saw, in words, and the name of the step."""
    return evidence.detail or evidence.step, evidence.step if evidence.detail else ""
