"""CA5: whom an article rests on as a whole: how much is attributed, to how few, and to whom it should not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citeaudit.lexicon.worded import worded
from citeaudit.model.reports import Severity, Status
from citeaudit.model.spans import Evidence
from citeaudit.outlets.lists import houses_of
from citeaudit.rules.reading import Reading, own_outlets, place_of
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings
from citeaudit.verdicts import judge

STATE_LABEL = worded(
    r"""(?ix)
    \b@state_is[-\ ]@state_does\b
  | \bstate[-\ ]@state_outlet\b
  | \bofficial\ (?:news\ agency|government\ newspaper|newspaper|broadcaster|media)\b
  | \b(?:public|national)\ broadcaster\b | \b(?:mouthpiece|organ)\ of\b | \bgovernment[’']s\ (?:news\ agency|newspaper|broadcaster)\b
  | \bsemi-?official\b
    """
)


@rule("CA501", "low-attribution", "Too few of the claims are attributed", is_on=False, is_about_article=True)
def low_attribution(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An article whose attributed share is under the least that was set.

    ## What
    Fewer of the article's claims are attributed to somebody (an outlet, a source, or an unnamed one) than
    `minimum-attributed` asks for. Articles with fewer claims than `minimum-claims` are left alone.

    ## Why
    Makers of generated summaries promise that each statement goes back to a source; this is the gate for that promise.

    ## Bad
    ```article minimum-attributed=0.8
    The company hid its losses. The auditors noticed nothing. The board met in March. The chairman left in June. Prices fell, the ministry said.
    ```

    ## Better
    ```article minimum-attributed=0.8
    The company hid its losses, the auditor said. The auditors noticed nothing, the auditor said. The board met in March, the ministry said. The chairman left in June, the ministry said. Prices fell, the ministry said.
    ```

    ## When to ignore
    Eyewitness reports and columns, which speak in their own voice by right.

    ## Options
    `minimum-attributed`: a share from 0 to 1; the rule runs when it is set. `minimum-claims` (5).
    """
    report = reading.report
    least = settings.minimum_attributed
    if least is None or len(report.claims) < settings.minimum_claims:
        return
    verdict = judge(report, at_least=least)
    if verdict.passed:
        return
    counts = ", ".join(f"{count} {status}" for status, count in report.counts.items() if count)
    yield Complaint(
        report.claims[0].sentence.span,
        f"{verdict.share:.0%} of {verdict.claims} claims are attributed, at least {least:.0%} must be",
        (Evidence("balance.attributed_share", None, counts),),
    )


@rule("CA502", "single-source", "Everything attributed rests on one source", severity=Severity.NOTE, is_about_article=True)
def single_source(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An article that rests on one source or one outlet.

    ## What
    At least `minimum-claims` attributed claims, all of which go back to the same source, or to the same outlet.

    ## Why
    One side of a story is not the story. A second source is the oldest rule of the trade.

    ## Bad
    ```article
    The bridge is closed, the ministry said. Repairs will take a year, the ministry said. Traffic is sent round the lake, the ministry said. The cost is not known, the ministry said. Shops will be paid, the ministry said.
    ```

    ## Better
    ```article
    The bridge is closed, the ministry said. Repairs will take a year, the ministry said. Traffic is sent round the lake, the police said. The cost is not known, Ana Ruiz said. Shops will be paid, the council said.
    ```

    ## When to ignore
    Reports of one speech, one ruling or one interview.

    ## Options
    `minimum-claims` (5): articles with fewer attributed claims are left alone.
    """
    attributed = [claim for claim in reading.report.claims if claim.is_attributed and (claim.outlets or claim.sources)]
    if len(attributed) < settings.minimum_claims:
        return
    for kind, names_of in (("outlet", [set(c.outlets) for c in attributed]), ("source", [set(c.sources) for c in attributed])):
        common = set.intersection(*names_of)
        if len(common) == 1 and (kind == "outlet" or not any(c.outlets for c in attributed)):
            name = common.pop()
            yield Complaint(
                attributed[0].sentence.span,
                f"all {len(attributed)} attributed claims rest on {name}",
                (Evidence("balance.single", attributed[0].sentence.span, name),),
            )
            return


@rule("CA503", "outlet-concentration", "One outlet carries too much", is_on=False, is_about_article=True)
def outlet_concentration(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    One outlet behind more of the outlet claims than was allowed.

    ## What
    Of the claims that rest on outlets, one outlet carries more than `maximum-outlet-share`. Articles with fewer outlet
    claims than `minimum-claims` are left alone.

    ## Why
    An article that leans on one competitor's work is a rewrite of it, with its mistakes.

    ## Bad
    ```article maximum-outlet-share=0.6
    The mayor will resign, CNN reported. The council knew, CNN reported. The vote is on Monday, CNN reported. The lawyer denied it, CNN reported. The budget is lost, CNN reported.
    ```

    ## Better
    ```article maximum-outlet-share=0.6
    The mayor will resign, CNN reported. The council knew, The Boston Globe reported. The vote is on Monday, CNN reported. The lawyer denied it, The Boston Globe reported. The budget is lost, The New York Times reported.
    ```

    ## When to ignore
    A story about one outlet's investigation.

    ## Options
    `maximum-outlet-share`: a share from 0 to 1; the rule runs when it is set. `minimum-claims` (5).
    """
    most = settings.maximum_outlet_share
    claims = [claim for claim in reading.report.claims if claim.status is Status.OUTLET]
    if most is None or len(claims) < settings.minimum_claims:
        return
    carried = Counter(name for claim in claims for name in dict.fromkeys(claim.outlets))
    name, count = min(carried.items(), key=lambda item: (-item[1], item[0]))
    if count > most * len(claims):
        first = next(claim for claim in claims if name in claim.outlets)
        yield Complaint(
            first.sentence.span,
            f"{name} carries {count / len(claims):.0%} of {len(claims)} outlet claims, at most {most:.0%} may",
            (Evidence("balance.concentration", first.sentence.span, name),),
        )


@rule("CA504", "denied-outlet", "An outlet that was ruled out is relied on", is_on=False)
def denied_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An outlet on your deny list, or not on your allow list.

    ## What
    A claim rests on an outlet that the configuration rules out. A programme or section counts as its parent.

    ## Why
    Houses keep such lists: outlets that made stories up, or the few that generated text may cite.

    ## Bad
    ```article denied-outlets="infowars"
    The mayor will resign, InfoWars reported.
    ```

    ## Better
    ```article denied-outlets="infowars"
    The mayor will resign, The Boston Globe reported.
    ```

    ## When to ignore
    A story about the outlet itself.

    ## Options
    `denied-outlets`, `allowed-outlets`: ids or names of outlets; the rule runs when either is set.
    """
    for attribution in reading.report.attributions:
        for link in own_outlets(attribution):
            if attribution.within is not None and link.span not in attribution.source:
                continue  # its wrapper says it
            houses = houses_of(settings.gazetteer, link.outlet)
            is_denied = bool(houses & settings.denied_outlets)
            is_stranger = bool(settings.allowed_outlets) and not houses & settings.allowed_outlets
            if is_denied or is_stranger:
                why = "is on the deny list" if is_denied else "is not on the allow list"
                span = link.span or place_of(attribution)
                yield Complaint(span, f"{link.name} {why}", (Evidence("balance.denied", span, link.name),))


@rule("CA505", "unlabelled-state-media", "A state-run outlet is cited without saying so", severity=Severity.NOTE)
def unlabelled_state_media(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An outlet of a state, cited like any other.

    ## What
    A claim rests on an outlet that a state runs (the shipped table, or your own list), and the article nowhere says so. It
    complains once for each outlet.

    ## Why
    Agencies write "the state news agency Xinhua" for a reason: readers should know whose voice it is.

    ## Bad
    ```article
    The talks will continue in May, Xinhua reported.
    ```

    ## Better
    ```article
    The talks will continue in May, the state news agency Xinhua reported.
    ```

    ## When to ignore
    Where every reader knows.

    ## Options
    `state-outlets`: ids or names of outlets that count as state-run beside the shipped table.
    """
    seen: set[str] = set()
    for attribution in reading.report.attributions:
        for link in own_outlets(attribution):
            houses = houses_of(settings.gazetteer, link.outlet)
            if not houses or link.name in seen or not _is_state_run(houses, settings):
                continue
            seen.add(link.name)
            if not _is_labelled(reading, houses):
                span = link.span or place_of(attribution)
                yield Complaint(span, f"{link.name} is run by a state", (Evidence("balance.state_media", span, link.name),))


def _is_state_run(houses: frozenset[str], settings: RuleSettings) -> bool:
    return bool(houses & settings.state_outlets) or any(settings.gazetteer.state_of(house) for house in houses)


def _is_labelled(reading: Reading, houses: frozenset[str]) -> bool:
    """Tell whether a sentence that names the outlet says whose it is."""
    for mention in reading.report.mentions:
        sentence = reading.sentence_at(mention.span.start)
        if mention.outlet in houses and sentence and STATE_LABEL.search(reading.text, sentence.span.start, sentence.span.end):
            return True
    return False
