"""How text becomes a report: the stages in their order, each a plain function from values to values."""

from __future__ import annotations

from dataclasses import replace

from citeaudit.attributions.relations import find_relations
from citeaudit.claims import judge_claims
from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.model.reports import ArticleReport
from citeaudit.outlets.mentions import find_mentions
from citeaudit.provenance import provenance_of
from citeaudit.rules.checking import check_rules
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import find_datelines, tell_kinds
from citeaudit.text.quotations import pair_quotations


def audit_article(article: Article, config: Config) -> ArticleReport:
    """Read one article."""
    sentences = tell_kinds(article.text, find_boundaries(article.text))
    datelines = find_datelines(article.text, sentences)
    quotations = pair_quotations(article.text, sentences)
    mentions = find_mentions(article, sentences, config.gazetteer)
    attributions = find_relations(article.text, sentences, quotations)
    claims = judge_claims(article.text, sentences, attributions, datelines)
    report = ArticleReport(
        article=article,
        language="en",
        sentences=sentences,
        datelines=datelines,
        quotations=quotations,
        mentions=mentions,
        attributions=attributions,
        claims=claims,
        findings=(),
        provenance=provenance_of(article, config),
    )
    return replace(report, findings=check_rules(report, config.rules_for(article)))
