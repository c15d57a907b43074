"""What comes out: claims, findings, the report of an article and of a corpus.

Reports are frozen, slotted standard dataclasses all the way down: dataclasses.asdict, orjson, pydantic, pandas and
pickle take them as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from citeaudit.model.articles import Article, Origin
from citeaudit.model.making import made_fast
from citeaudit.model.relations import Attribution, Dateline, Mention, Quotation, Sentence
from citeaudit.model.showing import brief, cut, drawn, several
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


@made_fast
@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """
    What a statement asserts, and who stands behind it.

    *status* reads the whole chain, *origin* its first link alone. *share* (0.0 to 1.0) is the part of the words that
    lies in attributions of the status or a stronger one; *uncovered* are the spans in the article's own voice.
    *outlets* and *sources* are names in full, *outlet_ids* the gazetteer's ids, in the same order as *outlets*; a programme
    stands under its network. *text* is the statement as the article has it, empty where a report came without its article's text.
    *confidence* (0.0 to 1.0) is how often claims like this one had status, outlets and names right in
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
    text: str = ""
    confidence: float = 1.0

    def __repr__(self) -> str:
        behind = (*self.outlets, *self.sources)
        names = (
            f" {', '.join(map(brief, behind[:2]))}{f' and {len(behind) - 2} more' if len(behind) > 2 else ''}" if behind else ""
        )
        origin = f", origin {self.origin.value}" if self.origin is not self.status else ""
        return cut(f"<Claim {brief(self.text, 100)}: {self.status.value}{names}{origin}>")

    def _repr_html_(self) -> str:
        return drawn(self)

    @property
    def is_attributed(self) -> bool:
        """Tell whether anybody stands behind the claim (an outlet, a source, or an anonymous one)."""
        return self.status in ATTRIBUTED_STATUSES


@made_fast
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


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        name = self.article.title or self.article.id or self.article.text
        found = ", ".join(f"{count:,} {status}" for status, count in self.counts.items() if count) or "none"
        share = f"; {self.attributed_share:.0%} attributed" if self.claims else ""
        claims, findings = several(len(self.claims), "claim"), several(len(self.findings), "finding")
        return cut(f"<ArticleReport {brief(name)}: {claims}: {found}{share}; {findings}>")

    def _repr_html_(self) -> str:
        return drawn(self)

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

    def to_dict(
        self, *, schema: int = 2, with_text: bool = True, with_words: bool = False, offsets: str = "codepoints"
    ) -> dict[str, Any]:
        """
        Return the report as the command line writes it, in dicts, lists and plain values: what JSON takes.

        *schema* is the version of the shape (docs/json.md); without text only offsets and hashes remain; *with_words* each
        place has its words beside its offsets; *offsets* count "codepoints", or "utf16" units, so that a browser can slice.

        :raises ConfigError: if one of these is none that there is, or two do not go together.
        """
        from citeaudit.contract.writing import report_to_json  # noqa: PLC0415 - the shape is made of this class

        return report_to_json(self, schema=schema, with_text=with_text, with_words=with_words, offsets=offsets)

    def to_json(self, *, schema: int = 2, with_text: bool = True, with_words: bool = False, offsets: str = "codepoints") -> str:
        """
        Return :meth:`to_dict` as one line of JSON, the same that ``citeaudit report --format jsonl`` writes.

        :raises ConfigError: as :meth:`to_dict`.
        """
        from citeaudit.text.shown import json_text  # noqa: PLC0415 - the same

        return json_text(self.to_dict(schema=schema, with_text=with_text, with_words=with_words, offsets=offsets))

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> ArticleReport:
        """
        Return the report that :meth:`to_dict` gave, or a line of JSON, of whichever version: equal to the one that it was.

        :raises InputError: if *value* is none, with what is wrong.
        """
        from citeaudit.contract.reading import report_from_json  # noqa: PLC0415 - the same

        return report_from_json(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Tell pydantic, and so FastAPI, that a report in a response or a request is what :meth:`to_dict` returns."""
        from citeaudit.contract.responses import core_schema_of  # noqa: PLC0415 - the same

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Tell pydantic, and so OpenAPI, the JSON Schema of that."""
        from citeaudit.contract.responses import inlined_schema  # noqa: PLC0415 - the same

        return inlined_schema()


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
