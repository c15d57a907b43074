"""CA2: sources without a name, and outlets without one."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Evidence, Span
from citeaudit.rules.anonymity import heard_by, speaks_for_office, unnamed_origins
from citeaudit.rules.hedging import hedge_of, names_someone
from citeaudit.rules.phrases import (
    FOREIGN_PRESS,
    REPORTS,
    names_no_outlet,
)
from citeaudit.rules.reading import PROSE, Reading, own_outlets, place_of
from citeaudit.rules.reasons import gives_reason
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings


@rule("CA201", "anonymous-source", "An unnamed source stands behind this alone")
def anonymous_source(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A claim that rests on unnamed sources alone.

    ## What
    A statement whose origin is a source without a name (an official, an aide, people familiar with the matter), with no
    other outlet between it and the article. What an unnamed source told the publisher itself counts as well. Passers-by,
    users and readers without a name are left alone, and so are words that an officer shouts in a scene, somebody whose name
    comes next, and what the article only supposes that a source said.

    ## Why
    Stylebooks allow an unnamed source only for information, not opinion, that is vital, that no named source will give,
    and that an editor has approved who knows the name. Each place deserves that question.

    ## Bad
    ```article
    The minister will leave the cabinet on Friday, a senior official said.
    ```

    ## Better
    ```article
    The minister will leave the cabinet on Friday, said Ana Ruiz, the deputy minister.
    ```

    ## When to ignore
    Where the editor has approved it: say `<!-- citeaudit: ignore CA201 -->`, or take the article into the baseline.

    ## Options
    None.
    """
    for attribution in unnamed_origins(reading):
        if not heard_by(reading, attribution):
            yield _at(attribution, reading, f"{_quoted(reading, attribution)} is unnamed, and nobody else stands behind this")


@rule("CA202", "anonymous-source-unexplained", "The article does not say why the source is unnamed")
def anonymous_source_unexplained(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An unnamed source, and no word on why.

    ## What
    The article rests on an unnamed source of its own and gives no reason for the anonymity anywhere. It complains once an
    article, at the first such source. An official through whom an office speaks ("a hospital official", where "the officials
    said" stands too) asked for no anonymity.

    ## Why
    Stylebooks ask to tell readers why a source needs to stay unnamed, and how the source knows. "On condition of
    anonymity" alone says neither.

    ## Bad
    ```article
    The minister will leave the cabinet on Friday, a senior official said.
    ```

    ## Better
    ```article
    The minister will leave the cabinet on Friday, said a senior official, who spoke on condition of anonymity because the decision had not been announced.
    ```

    ## When to ignore
    Where the reason itself would give the source away.

    ## Options
    None.
    """
    unexplained = next(
        (a for a in unnamed_origins(reading) if not heard_by(reading, a) and not speaks_for_office(reading, a)), None
    )
    if unexplained and not gives_reason(reading.text):
        yield _at(unexplained, reading, f"Nothing says why {_quoted(reading, unexplained)} is unnamed")


@rule("CA203", "vague-attribution", "Somebody says so, and nothing tells who")
def vague_attribution(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    Words that attribute to nobody: "reportedly", "it is believed", "critics say".

    ## What
    A hedge without a source, or a group that nobody could ask ("some say", "experts say"), with no one named in reach. For a
    hedge that is: beside it in the paragraph; in the paragraph before, an outlet, the police or a group from whose account it
    goes on ("He reportedly …"); next, the outlet that "also reports", or whoever tells what a lead sums up. For a group: in
    the paragraph and the three sentences after it, or a work in brackets ("(Vance, 2019)"). "Allegedly" is left alone in
    criminal cases and where police, prosecutors or a court stand nearby, since readers see whose allegation it is.

    ## Why
    "Reportedly" passes on what others said without saying who they were, and "critics say" is often the reporter. Name
    the report, or the critic.

    ## Bad
    ```article
    The singer reportedly left the band in March.
    ```

    ## Better
    ```article
    The singer left the band in March, her manager, Lena Strand, said.
    ```

    ## When to ignore
    Where it is a summary and the people who say so follow further down.

    ## Options
    None.
    """
    for sentence in reading.report.sentences:
        if sentence.kind not in PROSE:
            continue
        for attribution in reading.cues_in(sentence):
            hedge = hedge_of(reading, attribution)
            if (
                hedge
                and reading.is_own_words((*attribution.source, *attribution.cue)[0])
                and not names_someone(reading, attribution)
            ):
                words = reading.words(hedge)
                yield Complaint(
                    hedge, f"“{words}” does not say who", (Evidence("unnamed.hedge", hedge, words), *attribution.evidence)
                )


@rule("CA204", "vague-outlet", "News organisations are cited without a name")
def vague_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    "Media reports" and "local press" in the place of a name.

    ## What
    A claim credited to news organisations in general, none of them named in the sentence or at the
    beginning of the next one.

    ## Why
    The reader cannot look it up, and the outlet that did the work gets no credit.

    ## Bad
    ```article
    The bridge was closed after cracks were found, according to media reports.
    ```

    ## Better
    ```article
    The bridge was closed after cracks were found, The Boston Globe reported.
    ```

    ## When to ignore
    Where the breadth of the coverage is the point.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        if not attribution.source or own_outlets(attribution):
            continue
        span = attribution.source[0]
        words = reading.words(span)
        is_nameless = names_no_outlet(words) and not FOREIGN_PRESS.search(words)
        if is_nameless and reading.is_own_words(span) and _reports(reading, attribution) and not _is_told_next(reading, span):
            yield Complaint(span, f"“{words}” names no outlet", (Evidence("unnamed.outlet", span, words), *attribution.evidence))


@rule("CA205", "anonymous-at-second-hand", "An unnamed source, known only through another outlet")
def anonymous_at_second_hand(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    Another outlet's unnamed source.

    ## What
    A claim whose origin is an unnamed source that spoke to another outlet, not to this one: by its own sentence, by one
    of the two before it, which it goes on from ("one source said" after "three sources told Fox News"), or by one of the four
    after it, where the same source is named again ("the source told Reuters").

    ## Why
    The publisher does not know who it is and cannot vouch for it: an outlet in the chain does not make an unnamed source
    a known one. Confirm it with sources of your own, or say plainly that you could not.

    ## Bad
    ```article
    People familiar with the matter told Bloomberg News that the merger had failed.
    ```

    ## Better
    ```article
    The chief executive, Ana Ruiz, told Bloomberg News that the merger had failed.
    ```

    ## When to ignore
    A round-up of what others report that says so.

    ## Options
    None.
    """
    for attribution in unnamed_origins(reading):
        outlets = heard_by(reading, attribution)
        if outlets:
            yield _at(
                attribution, reading, f"{_quoted(reading, attribution)} is unnamed and known only through {outlets[0].name}"
            )


OPENING = len("According to the ")
"""Code points of a sentence within which its opening names an outlet."""


def _reports(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the cue is one of news reports, not of a deed of the press ("asked", "covered")."""
    return bool(attribution.cue) and REPORTS.search(reading.words(attribution.cue[0])) is not None


def _is_told_next(reading: Reading, reports: Span) -> bool:
    """Tell whether the sentence after that of *reports* begins with an outlet that does: "…, multiple reports say. Politico reported …"."""
    sentence = reading.sentence_at(reports.start)
    return sentence is not None and any(
        mention is not None
        and mention.span.start - following.span.start <= OPENING
        and following.span in reading.outlet_sentences
        for following in reading.neighbours(sentence, 0, 1)[1:]
        for mention in (reading.next_mention(following.span.start),)
    )


def _at(attribution: Attribution, reading: Reading, message: str) -> Complaint:
    place = place_of(attribution)
    return Complaint(place, message, (Evidence("unnamed.origin", place, reading.words(place)), *attribution.evidence))


def _quoted(reading: Reading, attribution: Attribution) -> str:
    words = " ".join(reading.words(place_of(attribution)).split())
    return f"“{words if len(words) <= 60 else words[:57] + '…'}”"
