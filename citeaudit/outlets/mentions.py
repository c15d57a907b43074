"""Where a text names outlets: an article, its sentences and the gazetteer go in, mentions come out in order.

Forms and the phrases that look like them are found in one scan, the longest first. An unambiguous form is a mention as it
stands; an ambiguous one is decided by what is around it (``ambiguity``). What a mention rests on is its evidence, first the
step that decided it:

- ``mentions.form``: an unambiguous form; ``mentions.address``: a domain or URL;
- ``mentions.context``, ``mentions.full_name``, ``mentions.publisher``, ``mentions.country``: an ambiguous form, by the words
  beside it, the full name in the article (the antecedent), the publisher's own title, the publisher's country;
- ``mentions.ambiguous``: a short name that may be several outlets and is spelled out nowhere: outlet None (rule CA303);
- ``mentions.unknown``: named like an outlet, and not in the gazetteer: outlet None, name as written (rule CA304);
- ``mentions.reference``: a noun that refers back ("the newspaper"), with its antecedent; without one, outlet None (CA302).

A second piece of evidence may follow, for the frames to heed:

- ``mentions.topic``: the outlet is spoken of, not cited ("sued CNN", "the Times building", "a former Fox News host", a
  photo credit): **no source**, whatever verb stands near;
- ``mentions.staff``: a journalist's noun follows ("CNN anchor", "Times columnist"): the person speaks, so that the outlet is a
  link (role journalist) at most. Where no name and reporting verb follow, it is a ``mentions.topic`` instead.

Spans leave out the article ("the"), the possessive and quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

import regex

from citeaudit.lexicon.phrases import find_phrases
from citeaudit.model.articles import Article
from citeaudit.model.relations import Mention, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.ambiguity import Known, Name, choose
from citeaudit.outlets.context import Context, is_on_air, read_context
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.not_outlets import belongs_to_longer_name, listed_phrases

ADDRESS = regex.compile(r"(?<![\w@.-])(?:https?://)?(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,12}(?![\w@-])(?:/[^\s<>\"”)\]]{0,300})?")
OPENING = regex.compile(r"[\W_]*(?:[Tt]he\s+)?")
SPEECH = regex.compile(
    r"(?<!\w)(?:said|says|asked|told|tells|reported|reports|wrote|writes|tweeted|noted|notes|added|explained|pressed|according)(?!\w)"
)


def find_mentions(article: Article, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the mentions of outlets in *article*, in order."""
    text = article.text
    known = Known.of(article, gazetteer)
    starts = [sentence.span.start for sentence in sentences]
    hits = list(find_phrases(text, gazetteer.searched))
    known.later = frozenset(gazetteer.owners[form][0] for _, _, form in hits if form in gazetteer.clear)
    mentions: list[Mention] = []
    for start, end, form in hits:
        if text[start - 1 : start] in ("@", "#"):
            continue
        at = max(bisect_right(starts, start) - 1, 0)
        low, high, kind = (
            (sentences[at].span.start, sentences[at].span.end, sentences[at].kind)
            if sentences
            else (0, len(text), SentenceKind.STATEMENT)
        )
        owners = gazetteer.owners.get(form)
        if owners is None:
            if listed_phrases()[form] == "person":
                known.persons.add(form.rpartition(" ")[2])
            continue
        span = Span(start, end)
        context = read_context(text, start, end, low, max(high, end))
        if form in gazetteer.clear:
            if belongs_to_longer_name(context, is_ambiguous=False):
                continue
            known.full.setdefault(owners[0], []).append(span)
            mention = Mention(span, owners[0], gazetteer.top(owners[0]).name, evidence=(Evidence("mentions.form", span, form),))
        else:
            is_start = OPENING.fullmatch(text, low, start) is not None if start - low < 16 else False
            name = Name(form, owners, context, is_start or kind is SentenceKind.HEADING, is_on_air(text, start, low))
            choice = choose(name, known)
            if choice is None:
                continue
            if choice.outlet:
                known.full.setdefault(choice.outlet, []).append(span)
            shown = gazetteer.top(choice.outlet).name if choice.outlet else form
            mention = Mention(span, choice.outlet, shown, choice.antecedent, (Evidence(choice.step, span, choice.detail),))
        mentions.append(_with_use(mention, text, context, low, high))
    return _with_addresses(tuple(mentions), text, gazetteer)


def _with_use(mention: Mention, text: str, context: Context, low: int, high: int) -> Mention:
    """Return *mention* with evidence of a use that is no citation: the outlet as topic, or a journalist as speaker."""
    span = mention.span
    step = detail = ""
    if context.staff and (context.topic or not SPEECH.search(text, span.end, min(high, span.end + 200))):
        step, detail = "mentions.topic", context.staff
    elif context.staff:
        step, detail = "mentions.staff", context.staff
    elif context.topic and not (context.topic.startswith("appear") and SPEECH.search(text, low, min(high, low + 1000))):
        step, detail = "mentions.topic", context.topic
    elif (text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] in (")", "/")) or text.startswith(
        " Photo", span.end
    ):
        step, detail = "mentions.topic", "credit"
    return replace(mention, evidence=(*mention.evidence, Evidence(step, span, detail))) if step else mention


def _with_addresses(mentions: tuple[Mention, ...], text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return *mentions* with those by domain or URL; an address goes before the forms inside it."""
    if "." not in text:
        return mentions
    found: list[Mention] = []
    for address in ADDRESS.finditer(text):
        outlet = gazetteer.of_address(address.group())
        if outlet:
            span = Span(*address.span())
            found.append(
                Mention(
                    span,
                    outlet.id,
                    gazetteer.top(outlet.id).name,
                    evidence=(Evidence("mentions.address", span, address.group()),),
                )
            )
    if not found:
        return mentions
    free = [mention for mention in mentions if not any(mention.span.overlaps(other.span) for other in found)]
    return tuple(sorted(free + found, key=lambda mention: mention.span))
