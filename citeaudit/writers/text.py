"""The report that one would show to an editor: an article's report goes in, lines of styled pieces come out.

Each sentence stands with its status, the chain of those who stand behind it with arrows, and the manner of the
quotation; who speaks, the words that say so and what is said are told apart by their styles; the sums and the outlets ranked close it. A line is a tuple of pieces, each words and a style by name, so
that the same lines print plain, in colour on a terminal, or in a test.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from citeaudit.model.relations import Attribution, Level, Manner, Reach, Sentence, chain_to_words
from citeaudit.model.reports import ATTRIBUTED_STATUSES, ArticleReport, Claim, Status
from citeaudit.model.spans import Span
from citeaudit.text.shown import shown

LABEL_WIDTH = 14
NUMBER_WIDTH = 4
SURE = 0.75
"""On news that was labelled, claims under it were wrong twice as often as all."""
MOST_LOOKS = 5
INDENT = " " * (NUMBER_WIDTH + LABEL_WIDTH + 3)


CONTENT, CUE, SPEAKER = 1, 2, 3
"""What a character of a statement is painted as; 0 is the article's own voice."""
PAINTS = {CONTENT: "{}", CUE: "{} cue", SPEAKER: "{} speaker"}


class Piece(NamedTuple):
    """
    Words, the names of their styles (a status, "dim", "strong", "plain", or two as in "outlet cue"), and the file they lead to.

    *link* is the path of a file, for terminals that can open one.
    """

    words: str
    style: str = "plain"
    link: str = ""


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
        first, *rest = _wrapped(report, sentence, claim, room)
        yield (Piece(f"{number:>{NUMBER_WIDTH}}  ", "dim"), Piece(f"{label:<{LABEL_WIDTH}} ", style), *first)
        for pieces in rest:
            yield (Piece(INDENT, "dim"), *pieces)
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
    return tuple(piece._replace(words=whole[end - len(piece.words) : end]) for piece, end in zip(line, ends, strict=True))


def _headline(report: ArticleReport) -> Line:
    article = report.article
    name = article.title or article.id or (article.origin.path if article.origin else None) or "article"
    known = [Piece(name, "strong", article.origin.path if article.origin else "")]
    known.extend(Piece(f" · {words}", "dim") for words in (article.publisher, article.byline, article.date) if words)
    return tuple(known)


def _wrapped(report: ArticleReport, sentence: Sentence, claim: Claim | None, room: int) -> list[Line]:
    """Return the words of *sentence* in lines of *room* columns, those of a claim in its colour where somebody stands behind them."""
    words = shown(report.words(sentence.span))
    paint = _painted(claim, sentence.span) if claim else bytes(len(words))
    own = "plain" if claim else "dim"
    status = claim.status.value if claim else ""
    lines, start = [], 0
    for line in textwrap.wrap(words, room) or [""]:
        start = words.index(line, start)
        end = start + len(line)
        pieces = []
        for colour, places in groupby(range(start, end), paint.__getitem__):
            run = list(places)
            pieces.append(Piece(words[run[0] : run[-1] + 1], PAINTS[colour].format(status) if colour else own))
        lines.append(tuple(pieces))
        start = end
    return lines


def _painted(claim: Claim, span: Span) -> bytearray:
    """Return for each character of the statement at *span* whether it is content, cue or source of what counts for its status."""
    paint = bytearray(len(span))
    reports = [attribution for attribution in claim.attributions if attribution.level is Level.REPORT]
    for colour, role in ((CONTENT, "content"), (CUE, "cue"), (SPEAKER, "source")):
        for attribution in reports:
            for part in getattr(attribution, role):
                start, end = max(part.start, span.start) - span.start, min(part.end, span.end) - span.start
                if start < end:
                    paint[start:end] = bytes((colour,)) * (end - start)
    return paint


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
    yield from _unsure(report)


def _unsure(report: ArticleReport) -> Iterator[Line]:
    """Yield the line of what an editor should look at first: the sentences whose reading is least sure, with how often such ones were right."""
    numbers = {sentence.span: number for number, sentence in enumerate(report.sentences, 1)}
    unsure = sorted((claim for claim in report.claims if claim.confidence < SURE), key=lambda claim: claim.confidence)
    if unsure:
        looks = ", ".join(f"{numbers[claim.sentence.span]} ({claim.confidence:.0%})" for claim in unsure[:MOST_LOOKS])
        more = f" and {len(unsure) - MOST_LOOKS} more" if len(unsure) > MOST_LOOKS else ""
        yield (Piece(f"{'Look at':<9}", "strong"), Piece(f"     {looks}{more}: least sure"))
