"""Doubtful names that are joined with a sure one: "told Rolling Stone and Vice", "Le Temps and RTS reported".

What reports or is told in one breath with an outlet is one too, though the words beside it would not tell. Of several
outlets of one name the one of its partner's country is meant, where there is just one. Names, the places they stand at and
the mentions found so far go in; the mentions with those that this makes sure come out.
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.model.making import replace
from citeaudit.model.relations import Mention
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.ambiguity import POSSESSIVES, Known, Name, choose_joined
from citeaudit.outlets.context import usual_outlets, words_of
from citeaudit.outlets.not_outlets import belongs_to_longer_name
from citeaudit.patterns import pattern_of

AND = pattern_of(
    r"(?:\s\d{1,2})?,?\s(?:and|or|as\swell\sas)\s(?:(?:later|also|then)\s)?(?:to\s)?(?:[Tt]he\s(?:\p{Ll}[\p{Ll}-]+\s){0,2})?"
)
IN_A_LIST = pattern_of(r",\s(?:[Tt]he\s)?")
LIST_ENDS = pattern_of(r",?\s(?:and|or)\s")
SURE = frozenset(("mentions.form", "mentions.address", "mentions.full_name", "mentions.publisher"))
"""The steps that leave no doubt of what is named."""
LONGEST_GAP = 40
POSSESSION = frozenset(("'s ", "’s "))


def with_joined(mentions: tuple[Mention, ...], doubtful: list[tuple[Name, Span]], text: str, known: Known) -> tuple[Mention, ...]:
    """Return *mentions*, with the *doubtful* names among them that stand beside a sure one, and those of several outlets decided by it."""
    sure = [mention for mention in mentions if _is_sure(mention, text, known)]
    if not sure:
        return mentions
    starts = [mention.span.start for mention in sure]
    found: dict[Span, Mention] = {}
    for name, span in doubtful:
        at = bisect_left(starts, span.start)
        is_owner = at < len(sure) and text[span.end : sure[at].span.start] in POSSESSION  # "Reuters and ABC's | WMTW"
        partner = None if is_owner else _partner(sure, starts, span, text)
        if partner and _may_be_joined(name, known) and (outlet := choose_joined(name, known, _country(partner, known))):
            found[span] = _mention(span, outlet, partner, known)
    decided = [_decided(mention, sure, starts, text, known) for mention in mentions]
    for mention in decided:
        found.pop(mention.span, None)
    return tuple(sorted((*decided, *found.values()), key=lambda mention: mention.span))


def _decided(mention: Mention, sure: list[Mention], starts: list[int], text: str, known: Known) -> Mention:
    """Return *mention*; a short name of several outlets as the only one of its partner's country."""
    if mention.outlet is not None or mention.evidence[0].step != "mentions.ambiguous":
        return mention
    partner, form = _partner(sure, starts, mention.span, text), mention.span.of(text)
    outlet = known.only_bearer(form, known.gazetteer.owners.get(form, ()), _country(partner, known)) if partner else None
    if partner is None or outlet is None:
        return mention
    evidence = (*_why(mention.span, partner), *mention.evidence[1:])
    return replace(_mention(mention.span, outlet, partner, known), evidence=evidence)


def with_unlisted_beside(
    mentions: tuple[Mention, ...], unlisted: tuple[Mention, ...], text: str, known: Known
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return *mentions* with those of the *unlisted* names, built like an outlet's, that stand beside a sure one ("KOIN and FOX 12"), and the rest of these."""
    sure = [mention for mention in mentions if _is_sure(mention, text, known)] if unlisted else []
    starts = [mention.span.start for mention in sure]
    whole = (mention for mention in unlisted if not text[mention.span.end : mention.span.end + 2].strip().istitle())
    beside = {mention.span: mention for mention in whole if _partner(sure, starts, mention.span, text)}
    if not beside:
        return mentions, unlisted
    named = (replace(mention, evidence=mention.evidence[1:]) for mention in beside.values())
    rest = tuple(mention for mention in unlisted if mention.span not in beside)
    return tuple(sorted((*mentions, *named), key=lambda mention: mention.span)), rest


def _is_sure(mention: Mention, text: str, known: Known) -> bool:
    """Tell whether *mention* is cited, as far as is known, and names the one outlet that it can."""
    if mention.outlet is None or len(mention.evidence) > 1:
        return False
    form = mention.span.of(text)
    is_only = mention.evidence[0].step == "mentions.context" and (
        form in usual_outlets() or len(known.gazetteer.owners.get(form, ())) == 1
    )
    return is_only or mention.evidence[0].step in SURE


def _mention(span: Span, outlet: str, partner: Mention, known: Known) -> Mention:
    return Mention(span, outlet, known.gazetteer.shown_as(outlet).name, evidence=_why(span, partner))


def _why(span: Span, partner: Mention) -> tuple[Evidence]:
    return (Evidence("mentions.context", span, f"beside {partner.name}"),)


def _country(partner: Mention, known: Known) -> str:
    return known.gazetteer.outlets[partner.outlet].country if partner.outlet else ""


def _partner(sure: list[Mention], starts: list[int], span: Span, text: str) -> Mention | None:
    """Return the sure mention that stands right beside *span*, joined by "and" or in a list that ends so."""
    at = bisect_left(starts, span.start)
    for mention in sure[max(0, at - 1) : at + 1]:
        first, last = (mention.span, span) if mention.span < span else (span, mention.span)
        if not 0 < last.start - first.end <= LONGEST_GAP:
            continue
        if AND.fullmatch(text, first.end, last.start) or (
            IN_A_LIST.fullmatch(text, first.end, last.start) and LIST_ENDS.match(text, last.end)
        ):
            return mention
    return None


def _may_be_joined(name: Name, known: Known) -> bool:
    """Tell whether nothing but its neighbour speaks of *name*: no title, no longer name, no possessor, no place or day, no person in a manner of speaking."""
    context = name.context
    if (
        name.form in known.persons
        or context.title
        or context.work
        or context.article.lower() in ("a", "an", *POSSESSIVES)
        or (name.is_bare_start and name.form in words_of("personified"))
        or (name.form in words_of("proper") and not context.article)
        or context.topic
        or context.staff
    ):
        return False
    longer = belongs_to_longer_name(context, is_ambiguous=True)
    if longer and longer != context.joined:
        return False
    takes = [known.gazetteer.outlets[owner].takes_article for owner in name.owners[:12]]
    return (takes.count("no") if context.article else takes.count("yes")) * 2 <= len(takes) or name.is_initials
