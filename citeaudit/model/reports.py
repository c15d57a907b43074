"""What comes out: claims, findings, the report of an article and of a corpus.

Reports are frozen, slotted standard dataclasses all the way down: dataclasses.asdict, orjson, pydantic, pandas and
pickle take them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citeaudit.model.articles import Article, Origin
from citeaudit.model.relations import Attribution, Dateline, Mention, Quotation, Sentence
from citeaudit.model.spans import Evidence, Span


class Status(StrEnum):
    """Who stands behind a claim, strongest first."""

    OUTLET = "outlet"
    SOURCE = "source"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"
    UNATTRIBUTED = "unattributed"


ATTRIBUTED_STATUSES = frozenset((Status.OUTLET, Status.SOURCE, Status.ANONYMOUS))
"""The statuses that count as attributed; a sourceless hedge does not."""


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What a statement asserts, and who stands behind it.

    *status* reads the whole chain, *origin* its first link alone. *share* (0.0 to 1.0) is the part of the words that
    lies in attributions of the status or a stronger one; *uncovered* are the spans in the article's own voice.
    *outlets* and *sources* are names in full, *outlet_ids* the gazetteer's ids, in the same order as *outlets*; a programme
    stands under its network. *confidence* (0.0 to 1.0) is how often claims like this one had status, outlets and names right in
    labelled news; it falls where the engine was not sure, a reach is long, a name is doubtful or a construction rare.
    """

    sentence: Sentence
    status: Status
    origin: Status
    outlets: tuple[str, ...] = ()
    outlet_ids: tuple[str | None, ...] = ()
    sources: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    share: float = 0.0
    uncovered: tuple[Span, ...] = ()
    is_self: bool = False
    confidence: float = 1.0

    @property
    def is_attributed(self) -> bool:
        """Tell whether anybody stands behind the claim (an outlet, a source, or an anonymous one)."""
        return self.status in ATTRIBUTED_STATUSES


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One rule's complaint about one place.

    *fingerprint* names the finding by its code, the folded words and a count, not by its offset, so that it survives
    text that moves.
    """

    code: str
    name: str
    message: str
    severity: Severity
    span: Span
    fingerprint: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a report: the version, and short hashes of tables, weights and configuration, and of the text (sha256)."""

    version: str
    tables: str
    weights: str
    config: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """
    Everything that an audit says of one article.

    *attributions* stand innermost first; *claims* has one for each statement, in order of the text. *language* is the
    ISO 639-1 code that was found, None where the text was too short to tell.
    """

    article: Article
    language: str | None
    sentences: tuple[Sentence, ...]
    datelines: tuple[Dateline, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    provenance: Provenance

    def words(self, span: Span) -> str:
        """Return the words of the article that *span* covers."""
        return span.of(self.article.text)

    def claims_with(self, status: Status | str) -> tuple[Claim, ...]:
        """Return the claims that have *status*, in order."""
        return tuple(claim for claim in self.claims if claim.status == status)

    @property
    def unattributed(self) -> tuple[Claim, ...]:
        """Return the claims that the article makes in its own voice."""
        return self.claims_with(Status.UNATTRIBUTED)

    @property
    def counts(self) -> dict[str, int]:
        """Return the number of claims by status, strongest first, every status present."""
        return {status.value: len(self.claims_with(status)) for status in Status}

    @property
    def attributed_share(self) -> float:
        """Return the share (0.0 to 1.0) of claims that somebody stands behind; 0.0 where there is no claim."""
        return sum(claim.is_attributed for claim in self.claims) / len(self.claims) if self.claims else 0.0


@dataclass(frozen=True, slots=True)
class Skipped:
    """
    An article that was not audited, and why.

    *reason* is one word ("language", "size"), *detail* what was found ("es").
    """

    id: str | None
    reason: str
    detail: str
    origin: Origin | None = None
