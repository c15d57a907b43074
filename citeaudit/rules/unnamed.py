"""CA2: sources without a name, and outlets without one."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.relations import Attribution, Manner, Sentence, Source, SourceType
from citeaudit.model.reports import Status
from citeaudit.model.spans import Evidence, Span
from citeaudit.rules.hedging import hedge_of, names_someone
from citeaudit.rules.phrases import (
    EVERYBODY,
    FOREIGN_PRESS,
    FULL_NAME,
    INSIDER,
    MARK,
    MARK_AFTER,
    NO_OUTLET,
    NO_STATEMENT,
    OFFICE_VOICE,
    REPORTS,
    SAME_SOURCE,
    SCENE,
    SECRET,
    SUPPOSED,
    TEASER,
    THE_SOURCE,
    VENUE,
)
from citeaudit.rules.reading import PROSE, UNNAMED, Reading, own_outlets, place_of
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
    for attribution in _unnamed_origins(reading):
        if not _heard_by(reading, attribution):
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
        (a for a in _unnamed_origins(reading) if not _heard_by(reading, a) and not _speaks_for_office(reading, a)), None
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
        is_nameless = NO_OUTLET.fullmatch(words) and not FOREIGN_PRESS.search(words)
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
    for attribution in _unnamed_origins(reading):
        outlets = _heard_by(reading, attribution)
        if outlets:
            yield _at(
                attribution, reading, f"{_quoted(reading, attribution)} is unnamed and known only through {outlets[0].name}"
            )


OPENING = len("According to the ")
"""Code points of a sentence within which its opening names an outlet."""
HEARD_WITHIN = 4
"""Sentences after an unnamed source in which it may be named again, with the outlet that heard it."""


def _speaks_for_office(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether a plain official speaks for an office whose officials the article hears together: "the officials said"."""
    return OFFICE_VOICE.fullmatch(reading.words(attribution.source[0])) is not None and reading.is_office_heard


def _heard_by(reading: Reading, attribution: Attribution) -> tuple[Source, ...]:
    """
    Return the outlets that heard the source of *attribution*: those of its chain, else those of the sentences around it.

    "Three sources told Fox News" goes on with "one source said": no outlet is in the second chain, and the source is still Fox's.
    """
    outlets = own_outlets(attribution)
    sentence = reading.sentence_at(place_of(attribution).start)
    if outlets or not attribution.source or sentence is None:
        return outlets
    words = reading.words(attribution.source[0])
    if same := SAME_SOURCE.match(words):
        for earlier in reversed(reading.neighbours(sentence, 2, 0)[:-1]):
            for called, other in _unnamed_in(reading, earlier):
                if same["noun"].lower() in called.lower():
                    return own_outlets(other)
    return _hears_again(reading, words, sentence)


def _hears_again(reading: Reading, words: str, sentence: Sentence) -> tuple[Source, ...]:
    """Return the outlets that heard the source called *words* by a sentence further on: "a source said. … The source told Reuters"."""
    for later in reading.neighbours(sentence, 0, HEARD_WITHIN)[1:]:
        for called, other in _unnamed_in(reading, later):
            again = THE_SOURCE.match(called)
            if again and again["noun"].lower() in words.lower():
                return own_outlets(other)
    return ()


def _unnamed_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, Attribution]]:
    """Yield what stands for each unnamed source that says something in *sentence*, and what it says."""
    for attribution in reading.cues_in(sentence):
        if attribution.source and attribution.chain and attribution.chain[0].type is SourceType.ANONYMOUS:
            yield reading.words(attribution.source[0]), attribution


def _unnamed_origins(reading: Reading) -> Iterator[Attribution]:
    """Yield the attributions of claims whose own source is unnamed by intent, with nobody else but outlets behind it."""
    for attribution in reading.report.attributions:
        chain = attribution.chain
        if not attribution.source or not chain or chain[0].type is not SourceType.ANONYMOUS:
            continue
        if any(link.type not in UNNAMED and link.type is not SourceType.OUTLET for link in chain):
            continue
        sentence = reading.sentence_at(place_of(attribution).start)
        claim = reading.claim_of(sentence) if sentence else None
        if claim is None or claim.origin is not Status.ANONYMOUS or not reading.is_own_words(place_of(attribution)):
            continue
        if _is_insider(reading, attribution) and not _is_supposed(reading, attribution, claim.sentence):
            yield attribution


def _is_supposed(reading: Reading, attribution: Attribution, sentence: Sentence) -> bool:
    """Tell whether the telling itself is a thought ("imagine that he was told by a source"), and not what the source tells."""
    found = SUPPOSED.search(reading.text, sentence.span.start, attribution.source[0].start)
    return found is not None and not any(span.start <= found.start() < span.end for span in attribution.content)


def _is_insider(reading: Reading, attribution: Attribution) -> bool:
    """
    Tell whether the source is one whom a newsroom keeps unnamed: an official, an aide, somebody close to the matter.

    A passer-by, a user or a reader without a name is no promise of anonymity; neither is a newcomer ("a lawmaker") whose name
    follows in the next sentences.
    """
    words = " ".join(reading.words(span) for span in attribution.source)
    verb = reading.text[attribution.source[-1].end : attribution.source[-1].end + 24]
    if NO_STATEMENT.match(verb) or (attribution.cue and NO_STATEMENT.search(reading.words(attribution.cue[0]))):
        return False
    first = attribution.source[0].start
    if attribution.cue and attribution.cue[0].start > first and reading.text.endswith(" by ", 0, first):
        return False  # "a group started by a former aide has reported": the group is the one who says so
    if not own_outlets(attribution) and _spoke_elsewhere(reading, attribution):
        return False
    if NO_OUTLET.fullmatch(words) or EVERYBODY.search(words):
        return False
    if MARK.search(words) or SECRET.search(words) or MARK_AFTER.match(reading.text, attribution.source[-1].end):
        return True
    sentence = reading.sentence_at(place_of(attribution).start)
    if sentence is None or _speaks_in_a_scene(reading, attribution):
        return False
    if _is_named_next(reading, sentence):
        return False
    if INSIDER.search(words):
        return True
    return bool(TEASER.search(words)) and not any(s.span in reading.named_sentences for s in reading.neighbours(sentence, 0, 3))


def _speaks_in_a_scene(reading: Reading, attribution: Attribution) -> bool:
    """
    Tell whether the words were spoken to somebody else, where the article tells what went on: "“Hands up!” an officer shouted".

    Whoever is met so stays in the scene: "an officer said" in the same article is the same nobody, no source of the reporter's.
    Officials and aides have other things to say as well, so of theirs only the shout itself is left out.
    """
    words = reading.words(attribution.source[0])
    if attribution.manner is not Manner.DIRECT or words.casefold() not in reading.heard_in_scenes:
        return False
    return INSIDER.search(words) is None or (bool(attribution.cue) and SCENE.match(reading.words(attribution.cue[0])) is not None)


def _spoke_elsewhere(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the words after the source say that it spoke to an outlet, which the reading did not take into the chain."""
    end = attribution.source[-1].end
    mention = reading.next_mention(end)
    if mention is None or VENUE.fullmatch(reading.text, end, min(mention.span.start, end + 60)) is None:
        return False
    publisher = (reading.report.article.publisher or "").casefold()
    return not publisher or (publisher not in mention.name.casefold() and mention.name.casefold() not in publisher)


def _is_named_next(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether somebody new is named in the next two sentences: the one whom *sentence* announced."""
    return any(
        reading.text.find(name) >= sentence.span.end
        for following in reading.neighbours(sentence, 0, 2)[1:]
        for name in _names_in(reading, following)
    )


def _names_in(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield the full names of the persons who speak in *sentence* or open it."""
    for attribution in reading.cues_in(sentence):
        yield from (link.name for link in attribution.chain if link.type is SourceType.PERSON and FULL_NAME.search(link.name))
    opening = FULL_NAME.match(reading.text, sentence.span.start)
    if opening:
        yield opening.group()


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
