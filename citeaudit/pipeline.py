"""How text becomes a report: the stages in their order, each a plain function from values to values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citeaudit.attributions.bracketed import mentions_in_brackets, with_credits
from citeaudit.attributions.chains import join_chains
from citeaudit.attributions.clause_ends import within_clauses
from citeaudit.attributions.contents import without_dateline
from citeaudit.attributions.levels import tell_levels
from citeaudit.attributions.links import with_handed_on, with_same_hearers
from citeaudit.attributions.manners import tell_manners
from citeaudit.attributions.merging import merge
from citeaudit.attributions.nesting import nest
from citeaudit.attributions.reach import extend_reach
from citeaudit.attributions.settings import with_settings
from citeaudit.attributions.told_inside import with_told_inside
from citeaudit.attributions.whole_sources import with_whole_sources
from citeaudit.claims import judge_claims, roll_up
from citeaudit.confidence.table import with_confidence
from citeaudit.config import Config
from citeaudit.constructions.field import Field, lay_out
from citeaudit.constructions.framing import found_at_outlets
from citeaudit.constructions.matcher import NearMiss, find_at_outlets, find_confirming, find_readings, near_misses_of
from citeaudit.constructions.readings import attributions_of, confirmed
from citeaudit.engine.relations import ALLOWANCE, find_relations, sure_enough
from citeaudit.errors import NotEnglishError
from citeaudit.layout.announcements import find_announcements
from citeaudit.layout.credit_lines import find_credit_lines
from citeaudit.layout.introductions import find_introductions
from citeaudit.layout.quoted_labels import find_quoted_labels
from citeaudit.layout.signatures import find_signatures
from citeaudit.layout.turns import find_turns
from citeaudit.lexicon.language import detect_language
from citeaudit.model.articles import Article
from citeaudit.model.making import replace
from citeaudit.model.relations import Dateline, Mention, Quotation, Sentence
from citeaudit.model.reports import ArticleReport, Claim, Provenance
from citeaudit.outlets.mentions import find_candidates, in_order_of_text
from citeaudit.outlets.references import find_later_references
from citeaudit.provenance import provenance_of
from citeaudit.rules.checking import check_rules
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.datelines import find_datelines
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.sources.memory import Scene
from citeaudit.sources.names import Names, index_names
from citeaudit.sources.outlet_phrases import OutletPhrase, find_outlet_phrases
from citeaudit.sources.published import with_published
from citeaudit.sources.publisher import names_of
from citeaudit.sources.references import resolve_sources
from citeaudit.sources.roles import index_roles
from citeaudit.text.markup import Markup, find_markup, with_borders
from citeaudit.text.paragraphs import paragraph_ranges, without_wraps
from citeaudit.text.quotations import pair_quotations
from citeaudit.text.white_space import with_plain_white_space
from citeaudit.words.tokens import Words, read_words

if TYPE_CHECKING:
    from citeaudit.citations.lifting import Lifted


def audit_article(article: Article, config: Config) -> ArticleReport:
    """
    Read one article.

    :raises NotEnglishError: if it is in another language, unless *config* says not to check.
    """
    plain, left_out = with_plain_white_space(article)
    provenance = provenance_of(article, config)
    report = _read_cited(plain, config, provenance) if config.citations else _read(plain, config, provenance)
    report = left_out.moved(report)
    claims = tuple(_as_it_came(claim, article.text) for claim in report.claims)
    return replace(report, article=article, claims=claims)


def _as_it_came(claim: Claim, text: str) -> Claim:
    """Return *claim* with its words as the article has them: in *text*, with its line ends."""
    words = claim.sentence.span.of(text)
    return claim if words == claim.text else replace(claim, text=words)


def find_near_misses(article: Article, config: Config) -> tuple[NearMiss, ...]:
    """Tell which words of *article* could tell of somebody and are read by no construction, and which came nearest to each."""
    plain, left_out = with_plain_white_space(article)
    return left_out.moved(near_misses_of(_lay_out(plain, config, None).field))


class _Laid(NamedTuple):
    """An article laid out for those who look for attributions: its text without wraps, and what stands where in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    markup: Markup
    datelines: tuple[Dateline, ...]
    quotations: tuple[Quotation, ...]
    words: Words
    names: Names
    mentions: tuple[Mention, ...]
    candidates: tuple[Mention, ...]
    phrases: tuple[OutletPhrase, ...]
    field: Field


def _lay_out(article: Article, config: Config, lifted: Lifted | None) -> _Laid:
    """Cut *article* into sentences and words, and find the quotations, names and outlets in it."""
    text = article.text
    paragraphs = with_borders(paragraph_ranges(text), text, article.blocks)
    text = without_wraps(text, paragraphs)
    article = replace(article, text=text)
    sentences = find_boundaries(text, paragraphs)
    markup = find_markup(text, sentences, article.blocks)
    sentences = tell_kinds(text, sentences, title=article.title, byline=article.byline, markup=markup)
    if lifted is not None:
        from citeaudit.citations.claiming import with_claims  # noqa: PLC0415 - citations are read on request, and their room takes a tenth of the start

        sentences = with_claims(article, sentences, lifted)
    datelines = find_datelines(text, sentences)
    quotations = pair_quotations(text, sentences)
    words = read_words(text, sentences, quotations, config.weights.forms)
    names = index_names(text)
    mentions, candidates = find_candidates(article, sentences, config.gazetteer)
    phrases = with_published(text, find_outlet_phrases(text, sentences, in_order_of_text(mentions, candidates), names))
    field = lay_out(words, sentences, quotations, phrases)
    return _Laid(article, sentences, markup, datelines, quotations, words, names, mentions, candidates, phrases, field)


def _read_cited(article: Article, config: Config, provenance: Provenance) -> ArticleReport:
    """Read one article in plain white space without its citations; its report has them in their places."""
    from citeaudit.citations.lifting import lift  # noqa: PLC0415 - the same
    from citeaudit.citations.putting_back import put_back  # noqa: PLC0415 - the same

    lifted = lift(article, config.gazetteer)
    if not lifted.article.text.strip():
        return _read(article, config, provenance)  # nothing is cited where nothing but marks stands
    return put_back(_read(lifted.article, config, provenance, lifted), lifted, article.text)


def _read(article: Article, config: Config, provenance: Provenance, lifted: Lifted | None = None) -> ArticleReport:
    """
    Read one article in plain white space; its report has the text without wraps, as every stage and rule sees it.

    *lifted* holds the citations that were taken out of it, None where nobody looks for any.
    """
    language = detect_language(article.text)
    if config.check_language and language is not None and language != "en":
        raise NotEnglishError(language, article.id)
    laid = _lay_out(article, config, lifted)
    text, sentences, quotations, markup = laid.article.text, laid.sentences, laid.quotations, laid.markup
    names, mentions, phrases = laid.names, laid.mentions, laid.phrases
    readings = find_readings(laid.field)
    sure = confirmed([*readings, *find_confirming(laid.field)])
    bracketed = mentions_in_brackets(text, sentences, laid.candidates, (*mentions, *sure), config.gazetteer)
    if laid.candidates or bracketed:
        mentions = find_later_references(text, in_order_of_text(mentions, (*sure, *bracketed)), sure, config.gazetteer)
        phrases = with_published(text, find_outlet_phrases(text, sentences, mentions, names, phrases))
    sentences = with_credits(text, sentences, mentions)
    relations = find_relations(laid.words, config.weights, config.minimum_confidence - ALLOWANCE)
    relations = with_whole_sources(laid.words, relations)
    relations = sure_enough(tell_levels(text, relations, quotations), config.minimum_confidence)
    turns = find_turns(text, sentences, names)
    turns += find_quoted_labels(text, sentences, quotations, names)
    turns += find_credit_lines(text, sentences, quotations, phrases, markup)
    turns += find_introductions(text, sentences, quotations, phrases, names, markup)
    turns += find_announcements(text, sentences, quotations, phrases, names)
    turns += find_signatures(text, sentences, markup, phrases, names)
    field = laid.field if phrases is laid.phrases else lay_out(laid.words, sentences, quotations, phrases)
    known = {outlet.span for outlet in sure}
    if any(mention.antecedent in known for mention in mentions):
        readings = find_readings(field)  # a noun that refers back to an outlet is one where a row wants an outlet
    found = found_at_outlets(field, find_at_outlets(field))
    attributions = nest(text, sentences, relations, turns, found)
    attributions = merge(text, attributions, tell_levels(text, attributions_of(laid.field, readings), quotations))
    attributions = with_same_hearers(text, with_handed_on(text, attributions, found))
    attributions = with_told_inside(laid.words, attributions, sentences, quotations, config.weights, config.minimum_confidence)
    attributions = within_clauses(laid.words, attributions)
    attributions = tuple(without_dateline(text, attribution, laid.datelines) for attribution in attributions)
    selves = names_of(article.publisher, config.gazetteer)
    scene = Scene(text, sentences, laid.words, names, phrases, selves, quotations, index_roles(text, names))
    attributions = resolve_sources(attributions, scene)
    attributions = extend_reach(text, attributions, sentences, quotations, names, markup)
    if lifted is not None:
        from citeaudit.citations.crediting import find_credits, nested  # noqa: PLC0415 - the same

        attributions = nested(attributions, find_credits(text, sentences, lifted.marks, config.gazetteer))
    attributions = tell_manners(text, join_chains(attributions), quotations)
    attributions = with_settings(laid.words, attributions, laid.datelines)
    claims = with_confidence(text, roll_up(judge_claims(text, sentences, attributions, laid.datelines), config.gazetteer))
    report = ArticleReport(
        article=laid.article,
        language=language,
        sentences=sentences,
        datelines=laid.datelines,
        quotations=quotations,
        mentions=mentions,
        attributions=attributions,
        claims=claims,
        findings=(),
        provenance=provenance,
    )
    return replace(report, findings=check_rules(report, config.rules_for(laid.article)))
