"""Who asked for anonymity, and who heard them: a reading goes in, its unnamed sources come out, each with the outlets that they spoke to.

A newsroom keeps officials, aides and those close to a matter unnamed; passers-by, newcomers whose name follows and voices in a scene
are only not named. What is wrong with an unnamed source is for the rules (``unnamed``).
"""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.relations import Attribution, Manner, Sentence, Source, SourceType
from citeaudit.model.reports import Status
from citeaudit.rules.phrases import (
    EVERYBODY,
    FULL_NAME,
    INSIDER,
    MARK,
    MARK_AFTER,
    NO_STATEMENT,
    OFFICE_VOICE,
    SAME_SOURCE,
    SCENE,
    SECRET,
    SUPPOSED,
    TEASER,
    THE_SOURCE,
    VENUE,
    names_no_outlet,
)
from citeaudit.rules.reading import UNNAMED, Reading, own_outlets, place_of

HEARD_WITHIN = 4
"""Sentences after an unnamed source in which it may be named again, with the outlet that heard it."""


def unnamed_origins(reading: Reading) -> Iterator[Attribution]:
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


def heard_by(reading: Reading, attribution: Attribution) -> tuple[Source, ...]:
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


def speaks_for_office(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether a plain official speaks for an office whose officials the article hears together: "the officials said"."""
    return OFFICE_VOICE.fullmatch(reading.words(attribution.source[0])) is not None and reading.is_office_heard


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
    if names_no_outlet(words) or EVERYBODY.search(words):
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
