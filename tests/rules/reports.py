"""Reports made by hand for tests of rules: a text and its attributions go in, so that a rule is tested apart from the reading."""

from __future__ import annotations

from dataclasses import replace

from citeaudit.claims import judge_claims
from citeaudit.config import Config
from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.relations import Attribution, Manner, Mention, Role, Source, SourceType
from citeaudit.model.reports import ArticleReport, Provenance
from citeaudit.model.spans import Span
from citeaudit.rules import check_rules
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.text.quotations import pair_quotations

PERSON = Source(SourceType.PERSON, "Ana Ruiz")
MINISTRY = Source(SourceType.ORGANISATION, "the ministry")
OFFICIAL = Source(SourceType.ANONYMOUS, "a senior official")
CRITICS = Source(SourceType.GROUP, "critics")
NOBODY = Source(SourceType.VAGUE, "")
BLOOMBERG = Source(SourceType.OUTLET, "Bloomberg News", outlet="bloomberg", role=Role.REPORTER)
XINHUA = Source(SourceType.OUTLET, "Xinhua", outlet="xinhua", role=Role.REPORTER)


def span_in(text: str, words: str, after: int = 0) -> Span:
    """Return the span of the first *words* in *text* from *after* on."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def attribute(text: str, source: str, cue: str, content: str, *chain: Source, **more) -> Attribution:
    """Return the attribution whose roles are the first such words of *text*; an empty string is an empty role."""
    roles = [(span_in(text, words),) if words else () for words in (source, cue, content)]
    first, *rest = chain or (Source(SourceType.PERSON, source),)
    if roles[0] and first.span is None:
        first = Source(
            first.type, first.name, roles[0][0], first.outlet, first.role, first.antecedent, first.is_self, first.is_resolved
        )
    quoted = content.startswith(('"', "“"))
    return Attribution(*roles, chain=(first, *rest), **{"manner": Manner.DIRECT if quoted else Manner.INDIRECT, **more})


def moved(attribution: Attribution, offset: int) -> Attribution:
    """Return *attribution* with every span *offset* further on."""
    roles = {
        role: tuple(Span(span.start + offset, span.end + offset) for span in getattr(attribution, role))
        for role in ("source", "cue", "content")
    }
    first, *rest = attribution.chain
    if roles["source"]:
        first = replace(first, span=roles["source"][0])
    return replace(attribution, **roles, chain=(first, *rest))


def report_of(text: str, *attributions: Attribution, links: dict[str, str] | None = None, mentions=(), **known) -> ArticleReport:
    """Return the report of *text* in which exactly *attributions* were found."""
    hyperlinks = tuple(Hyperlink(span_in(text, words), url) for words, url in (links or {}).items())
    sentences = tell_kinds(text, find_boundaries(text))
    return ArticleReport(
        article=Article(text, hyperlinks=hyperlinks, **known),
        language="en",
        sentences=sentences,
        datelines=(),
        quotations=pair_quotations(text, sentences),
        mentions=tuple(Mention(span_in(text, words), outlet, words) for words, outlet in mentions),
        attributions=attributions,
        claims=judge_claims(text, sentences, attributions, ()),
        findings=(),
        provenance=Provenance("", "", "", "", ""),
    )


def fired(code: str, report: ArticleReport, **settings) -> list[str]:
    """Return the words at which the rule *code* complains of *report*."""
    findings = check_rules(report, Config(select=(code,), **settings).rule_settings)
    return [report.words(finding.span) for finding in findings if finding.code == code]
