"""The report that one would show to an editor: an article's report goes in, lines of styled pieces come out.

Each sentence stands with its status, the chain of those who stand behind it with arrows, and the manner of the
quotation; the sums and the outlets ranked close it. A line is a tuple of pieces, each words and a style by name, so
that the same lines print plain, in colour on a terminal, or in a test.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from citeaudit.model.relations import Attribution, Level, Manner, Reach, chain_to_words
from citeaudit.model.reports import ATTRIBUTED_STATUSES, ArticleReport, Claim, Status
from citeaudit.text.shown import shown

LABEL_WIDTH = 14
NUMBER_WIDTH = 4
INDENT = " " * (NUMBER_WIDTH + LABEL_WIDTH + 3)


class Piece(NamedTuple):
    """Words and the name of their style: a status, "dim", "strong" or "plain"."""

    words: str
    style: str = "plain"


Line = tuple[Piece, ...]


def report_to_lines(report: ArticleReport, *, width: int = 100) -> Iterator[Line]:
    """Yield the lines of *report*, words wrapped at *width* columns."""
    yield _headline(report)
    yield ()
    claims = {claim.sentence.span: claim for claim in report.claims}
    room = max(30, width - len(INDENT))
    for number, sentence in enumerate(report.sentences, 1):
        claim = claims.get(sentence.span)
        label = claim.status.value if claim else sentence.kind.value
        style = label if claim else "dim"
        first, *rest = textwrap.wrap(shown(report.words(sentence.span)), room) or [""]
        yield (
            Piece(f"{number:>{NUMBER_WIDTH}}  ", "dim"),
            Piece(f"{label:<{LABEL_WIDTH}} ", style),
            Piece(first, "plain" if claim else "dim"),
        )
        for words in rest:
            yield (Piece(INDENT, "dim"), Piece(words, "plain" if claim else "dim"))
        if claim:
            yield from _standing(claim)
    yield ()
    yield from _sums(report)


def lines_to_text(lines: Iterable[Line]) -> str:
    """Return *lines* as plain text."""
    return "".join(shown("".join(piece.words for piece in line)).rstrip() + "\n" for line in lines)


def shown_pieces(line: Line) -> Line:
    """Return *line* as it can be shown: what would be hidden or obeyed may begin in one piece and end in the next."""
    whole = shown("".join(piece.words for piece in line))
    ends = accumulate(len(piece.words) for piece in line)
    return tuple(Piece(whole[end - len(piece.words) : end], piece.style) for piece, end in zip(line, ends, strict=True))


def _headline(report: ArticleReport) -> Line:
    article = report.article
    name = article.title or article.id or (article.origin.path if article.origin else None) or "article"
    known = [Piece(name, "strong")]
    known.extend(Piece(f" · {words}", "dim") for words in (article.publisher, article.byline, article.date) if words)
    return tuple(known)


def _standing(claim: Claim) -> Iterator[Line]:
    """Yield a line for each chain behind the claim, those alike told once; attitudes carry no claim and stand in explanations only."""
    shown = dict.fromkeys(_standing_words(attribution) for attribution in outermost(claim))
    for words, notes in shown:
        if words:
            yield (Piece(INDENT), Piece(words, claim.status.value), Piece(notes, "dim"))
    if claim.origin is not claim.status and claim.origin is not Status.UNATTRIBUTED:
        yield (Piece(INDENT), Piece(f"origin: {claim.origin.value}", claim.origin.value))


def outermost(claim: Claim) -> tuple[Attribution, ...]:
    """Return the attributions whose chain is not the tail of another's: the nested one already names its wrappers."""
    reports = [attribution for attribution in claim.attributions if attribution.level is Level.REPORT]
    chains = [attribution.chain for attribution in reports]
    return tuple(
        attribution
        for attribution in reports
        if not any(
            len(chain) > len(attribution.chain) and chain[-len(attribution.chain) :] == attribution.chain for chain in chains
        )
    )


def _standing_words(attribution: Attribution) -> tuple[str, str]:
    chain = attribution.chain
    notes = [attribution.manner.value] if attribution.manner is not Manner.INDIRECT else []
    notes.extend(source.role.value.replace("_", " ") for source in chain if source.role and source.role != "reporter")
    if attribution.is_hedged:
        notes.append("hedged")
    if attribution.reach is not Reach.SENTENCE:
        notes.append(attribution.reach.value.replace("_", " "))
    if any(source.is_self for source in chain):
        notes.append("self")
    words = "quotation, speaker not found" if attribution.is_fill and not chain else chain_to_words(chain, with_doubt=True)
    return words, f"  ({', '.join(notes)})" if notes else ""


def _sums(report: ArticleReport) -> Iterator[Line]:
    total = len(report.claims)
    if not total:
        yield (Piece("No claims: nothing in this text asserts anything."),)
        return
    parts: list[Piece] = [Piece(f"{total} {'claim' if total == 1 else 'claims'}: ", "strong")]
    for status, count in report.counts.items():
        if count:
            parts.append(Piece(f"{count} {status}", status))
            parts.append(Piece(", "))
    parts[-1] = Piece(".")
    parts.append(Piece(f" {report.attributed_share:.0%} attributed.", "strong"))
    yield tuple(parts)
    for title, ranked in (
        ("Outlets", Counter(name for claim in report.claims_with(Status.OUTLET) for name in claim.outlets)),
        ("Sources", Counter(name for claim in report.claims if claim.status in ATTRIBUTED_STATUSES for name in claim.sources)),
    ):
        for place, (name, count) in enumerate(sorted(ranked.items(), key=lambda item: (-item[1], item[0]))[:10]):
            yield (Piece(f"{title if place == 0 else '':<9}", "strong"), Piece(f"{count:>3}  {name}"))
