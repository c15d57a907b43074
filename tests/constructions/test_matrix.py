"""Ways to credit an outlet, crossed with contents, speakers, outlets and tails: the right outlet and speaker in 99 of 100."""

from __future__ import annotations

import itertools
import random

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)
CONTENTS = (
    "the old quay will close in May",
    "work on the tunnel has been stopped",
    "sales fell by nine percent last year",
    "he had never met the treasurer",
    "the two firms are close to a deal",
    "nobody warned them about the storm",
    "prices rose again in spring",
)
SPEAKERS = (
    ("Lund", "Lund"),
    ("Petra Lund", "Petra Lund"),
    ("Petra Lund, the county surveyor,", "Petra Lund"),
    ("the harbour master", "harbour master"),
    ("Mr Adeyemi", "Adeyemi"),
    ("two officials", "officials"),
    ("Energy Minister Tom Hale", "Tom Hale"),
    ("a spokesman for the port", "spokesman"),
    ("the mayor and the coroner", "coroner"),
    ("Sen. Ada Brandt (D-Ohio)", "Ada Brandt"),
)
OUTLETS = (
    ("Reuters", "Reuters"),
    ("the BBC", "BBC"),
    ("CNN", "CNN"),
    ("the Guardian", "The Guardian"),
    ("Sky News", "Sky News"),
    ("The New York Times", "The New York Times"),
    ("Bloomberg", "Bloomberg News"),
    ("the Irish Times", "The Irish Times"),
    ("Fox News", "Fox News"),
    ("Politico", "Politico"),
    ("Al Jazeera", "Al Jazeera"),
    ("AP", "The Associated Press"),
    ("the Calder Gazette", "Calder Gazette"),
    ("the Wall Street Journal", "The Wall Street Journal"),
    ("Ridge FM", "Ridge FM"),
    ("the Norwegian daily Aftenposten", "Aftenposten"),
)
TAILS = ("", " on Friday", " last week", " late on Monday", " this month", " after the vote", " hours after the vote")
SPOKEN = """
{C}, {S} told {O}{T}.
{S} told {O}{T} that {c}.
{S} told {O} {c}.
“{C},” {S} told {O}{T}.
“{C}!” {S} told {O}{T}.
{S} told {O}{T}: “{C}.”
{C}, {S} was quoted as saying by {O}{T}.
{S} was quoted by {O}{T} as saying that {c}.
{O} quoted {S} as saying that {c}.
{C}, {O} quoted {S} as saying.
Speaking to {O}{T}, {S} said {c}.
Speaking to {O} {S} said {c}.
In an interview with {O}{T}, {S} said that {c}.
{S} said in an interview with {O}{T} that {c}.
{C}, {S} said in an interview with {O}{T}.
{C}, {S} said on {O}{T}.
Writing in {O}{T}, {S} argued that {c}.
{S} confirmed to {O}{T} that {c}.
{S} said to {O}{T}: “{C}.”
{S} tells {O} that {c}.
“It was late,” {S} told {O}{T}, “and {c}.”
In a statement to {O}{T}, {S} said {c}.
{C}, {S} said in comments to {O}{T}.
{C}, {S} told a reporter for {O}{T}.
{O} cited {S} as saying that {c}.
In May {S} told {O} that {c}.
Last week, {S} told {O} {c}.
{C}, {S} told {O} by phone.
{S} told {O} in an email that {c}.
{S} exclusively told {O} that {c}.
{S} assured {O}{T} that {c}.
{C}, {S} said in remarks carried by {O}{T}.
Appearing on {O}{T}, {S} claimed that {c}.
“{C},” {S} said, according to {O}.
As {S} told {O}{T}, {c}.
{O} was told by {S}{T} that {c}.
{C}, {O} was told by {S}{T}.
{S} said, according to {O}, that {c}.
{S} said, {O} reported{T}, that {c}.
{S} was quoted in {O}{T} as saying that {c}.
{S} was quoted as saying by {O}{T} that {c}.
{O} quoted {S} as saying{T} that {c}.
{O} cited {S} as saying{T} that {c}.
{O} quoted {S}{T} as telling the board that {c}.
{S} told a journalist from {O}{T} that {c}.
Responding to questions from {O}{T}, {S} said that {c}.
In a reply to {O}{T}, {S} said that {c}.
In an interview that {O} published{T}, {S} warned that {c}.
In response to questions from {O}{T}, {S} said that {c}.
Asked about the storm by {O}{T}, {S} replied that {c}.
{S} to {O}: “{C}.”
The old quay, {S} told {O}{T}, will close in May.
Per {O}, {S} said{T} that {c}.
{O} interviewed {S}{T}, who said that {c}.
{S} denied knowing about the leak in a statement to {O}{T}.
{S} vowed in an interview with {O}{T} to sue the builders.
{C}, {S} said when speaking to {O}{T}.
{S}, appearing on {O}{T}, said that {c}.
{O}, citing {S}, reported{T} that {c}.
{S} said that {c} ({B}).
{S} emailed {O}{T} to say that {c}.
“{C},” {S} texted {O}{T}.
{S} wrote to {O}{T} saying that {c}.
“{C},” reads a statement that {S} gave to {O}{T}.
{S} went on record with {O}{T} to say that {c}.
{S} let slip to {O}{T} that {c}.
{O} has learned from {S}{T} that {c}.
"""
REPORTED = """
{C}, {O} reported{T}.
{C}, said {O}{T}.
{C}, reported {O}{T}.
{O} reported{T} that {c}.
{O} said{T} that {c}.
According to {O}, {c}.
{C}, according to {O}.
{C}, according to a report in {O}{T}.
{C}, it was reported by {O}{T}.
It was reported by {O}{T} that {c}.
{C} ({B}).
As {O} reported{T}, {c}.
{C}, as first reported by {O}{T}.
A report by {O}{T} said {c}.
{O}’s report said that {c}.
A memo obtained by {O} showed that {c}.
A poll by {O} found that {c}.
{O} reported{T}, citing two officials, that {c}.
{C}, per {O}.
{C}, {O}’s website reported{T}.
{C}, {O} has learned.
{C}, two officials told {O} on condition of anonymity.
{C}, {O} said{T}, citing two officials.
{O} has also reported that {c}.
{C}, {O} later reported{T}.
An investigation by {O} found that {c}.
According to an article published by {O}{T}, {c}.
{O} revealed{T} that {c}.
{O}’s front page said {c}.
{C}, sources told {O}{T}.
{C}, {O} reports.
{C} — {O}.
{C}, {O} was reporting{T}.
{C}, as {O} first reported{T}.
{C}, {O} can reveal.
{O} has been told that {c}.
{O} has seen documents showing that {c}.
{O} obtained a memo{T} stating that {c}.
In the words of {O}: “{C}.”
{O} published a story{T} saying {c}.
The old quay, {O} reports, will close in May.
{C} (source: {O}).
{C} (reported by {O}).
From {O}: “{C}.”
Source: {O} — {c}.
{O} ran a report{T} that {c}.
{O} has published evidence that {c}.
{O} put out a story{T} claiming that {c}.
{C}, {O} told its readers{T}.
{C}, so {O} reports.
{C}, it has emerged in {O}.
Reporting by {O} shows that {c}.
"""
WAYS = [(way, True) for way in SPOKEN.strip().split("\n")] + [(way, False) for way in REPORTED.strip().split("\n")]
QUICK, HEAVY = 4, 56


def capital(words):
    """Return *words* with a capital letter."""
    return words[0].upper() + words[1:]


def sentence_of(way, content, speaker, outlet, tail):
    """Return the sentence that *way* makes: C or c the content, S the speaker, O the outlet, B without its article, T the tail."""
    bare = outlet.removeprefix("the ")
    bare = outlet if any(map(str.islower, bare.split())) else bare  # "the Norwegian daily Aftenposten" keeps its article
    parts = {"C": capital(content), "c": content, "S": speaker, "O": outlet, "B": bare, "T": tail}
    return capital(way.format(**parts))


def credited(way, has_speaker, count):
    """Return how many of *count* sentences of *way* are credited rightly, and those that are not."""
    parts = list(itertools.product(CONTENTS, SPEAKERS, OUTLETS, TAILS))
    random.Random(way).shuffle(parts)  # noqa: S311 - the same sentences every time
    sentences = {}
    for content, speaker, outlet, tail in parts:
        sentences.setdefault(sentence_of(way, content, speaker[0], outlet[0], tail), (speaker[1], outlet[1]))
        if len(sentences) == count:
            break
    wrong = []
    for text, (speaker, outlet) in sentences.items():
        claims = audit(text, config=CONFIG).claims
        outlets = {name for claim in claims for name in claim.outlets}
        sources = {name.lower() for claim in claims for name in claim.sources}
        statuses = {str(claim.status) for claim in claims}
        names_speaker = not has_speaker or any(speaker.lower() in name for name in sources)
        if outlets != {outlet} or "outlet" not in statuses or not names_speaker:
            wrong.append((text, outlets, sources, statuses))
    return len(sentences), wrong


@pytest.mark.parametrize(("way", "has_speaker"), WAYS, ids=[way for way, _ in WAYS])
def test_a_way_to_credit_is_heard(way, has_speaker):
    """A few sentences of each way, all right but one at most."""
    count, wrong = credited(way, has_speaker, QUICK)

    assert len(wrong) * QUICK <= count, wrong


@pytest.mark.heavy
def test_the_whole_matrix():
    """Of some five thousand sentences 99 in 100 are credited with the right outlet and speaker, and no way with under 97."""
    total, missed, worst = 0, 0, []
    for way, has_speaker in WAYS:
        count, wrong = credited(way, has_speaker, HEAVY)
        total, missed = total + count, missed + len(wrong)
        if len(wrong) > 0.03 * count:
            worst.append((way, len(wrong), count, wrong[:2]))

    assert total > 4000
    assert not worst
    assert missed <= 0.01 * total
