"""CA4: hyperlinks that an outlet's credit should have, or that lead elsewhere. Inputs without hyperlinks are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.articles import Hyperlink
from citeaudit.model.relations import Attribution, Source
from citeaudit.model.reports import Severity
from citeaudit.model.spans import Evidence
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.rules.reading import Reading, own_outlets, place_of
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings


@rule("CA401", "unlinked-outlet", "An outlet is credited, and nothing links to it", severity=Severity.NOTE)
def unlinked_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A credit without a link.

    ## What
    In an article that has links: an outlet credited with a claim, and no link to that outlet in the paragraph. It
    complains once for each outlet, at the first credit.

    ## Why
    A link lets the reader check, and gives the outlet that did the work its due.

    ## Bad
    ```article
    The mayor will resign, The Boston Globe reported. The council meets on [Monday](https://council.example/agenda).
    ```

    ## Better
    ```article
    The mayor will resign, The Boston Globe [reported](https://www.bostonglobe.com/mayor). The council meets on [Monday](https://council.example/agenda).
    ```

    ## When to ignore
    The story is in print only, or behind a link that would help nobody.

    ## Options
    None.
    """
    if not reading.report.article.hyperlinks:
        return
    seen: set[str] = set()
    for attribution in reading.report.attributions:
        for link in own_outlets(attribution):
            if link.outlet is None or link.outlet not in settings.gazetteer.outlets:
                continue
            house = settings.gazetteer.top(link.outlet).id
            domains = settings.gazetteer.outlets[link.outlet].domains
            if house in seen or not domains:
                continue
            seen.add(house)
            hosts = [outlet for hyperlink in _links_near(reading, attribution) if (outlet := _house(hyperlink.url, settings))]
            if house not in hosts:
                span = link.span or place_of(attribution)
                yield Complaint(span, f"{link.name} is credited without a link to {domains[0]}", link.evidence)


@rule("CA402", "link-mismatch", "The link goes to another outlet than the one credited")
def link_mismatch(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A credit to one outlet, linked to another.

    ## What
    The words that credit an outlet carry a link to the site of a different outlet.

    ## Why
    Either the credit or the link is wrong: usually the text was rewritten from a story that was itself a rewrite.

    ## Bad
    ```article
    The mayor will resign, [The Boston Globe reported](https://www.nytimes.com/2025/05/29/mayor.html).
    ```

    ## Better
    ```article
    The mayor will resign, [The Boston Globe reported](https://www.bostonglobe.com/mayor.html).
    ```

    ## When to ignore
    An agency's story that the link shows on a client's site: the rule leaves news agencies alone.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        outlets = own_outlets(attribution)
        if not outlets:
            continue
        own = (*attribution.source, *attribution.cue)
        known = {settings.gazetteer.top(o.outlet).id for o in outlets if o.outlet and o.outlet in settings.gazetteer.outlets}
        for hyperlink in dict.fromkeys(h for span in own if known for h in reading.hyperlinks_at(span)):
            house = _house(hyperlink.url, settings)
            if house is None or house in known or _is_agency(outlets, settings.gazetteer):
                continue
            named, linked = outlets[0].name, settings.gazetteer.outlets[house].name
            yield Complaint(
                hyperlink.span,
                f"{named} is credited, and the link goes to {linked}",
                (Evidence("links.domain", hyperlink.span, hyperlink.url),),
            )


def _links_near(reading: Reading, attribution: Attribution) -> Iterator[Hyperlink]:
    """Yield the hyperlinks in the paragraph of *attribution*, and those of marks that were taken out between two."""
    for span in dict.fromkeys((*attribution.source, *(link.span for link in attribution.chain if link.span is not None))):
        yield from () if len(span) else reading.hyperlinks_at(span)
    sentence = reading.sentence_at(place_of(attribution).start)
    if sentence is None:
        return
    yield from reading.hyperlinks_at(reading.paragraph_of(sentence))


def _house(url: str, settings: RuleSettings) -> str | None:
    """Return the id of the outlet that *url* belongs to, rolled up to its parent; None where it is no outlet's."""
    outlet = settings.gazetteer.of_address(url)
    return settings.gazetteer.top(outlet.id).id if outlet else None


def _is_agency(outlets: tuple[Source, ...], gazetteer: Gazetteer) -> bool:
    return any(o.outlet in gazetteer.outlets and gazetteer.outlets[o.outlet].kind == "news_agency" for o in outlets if o.outlet)
