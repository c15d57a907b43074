"""How far "according to" goes: its whole source, and no more content than is its own."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CASES = [
    (
        "The bridge carries 100 lorries a day, according to Ana Ruiz, a baker who counts them every morning.",
        "Ana Ruiz, a baker who counts them every morning",
        "The bridge carries 100 lorries a day",
        "an apposition that ends the sentence",
    ),
    (
        "The council wants a second bridge, according to two members who were at the meeting.",
        "two members who were at the meeting",
        "The council wants a second bridge",
        "a relative clause without a comma",
    ),
    (
        "The ferry lost money, according to a declaration filed in court by John F. Hale, director of the port.",
        "a declaration filed in court by John F. Hale, director of the port",
        "The ferry lost money",
        "an initial ends no source",
    ),
    (
        "The town has grown, according to the council, and the bridge was closed.",
        "the council",
        "The town has grown",
        "what goes on is another's, or the article's",
    ),
    (
        "The mayor spoke of a third of all voters (the number is closer to a tenth, according to the registry).",
        "the registry",
        "the number is closer to a tenth",
        "inside brackets",
    ),
    (
        "In addition, according to the ministry, nine million more workers will be protected by the new law.",
        "the ministry",
        "nine million more workers will be protected by the new law",
        "a lead-in of two words",
    ),
    (
        "She told him that it was not so simple, according to an account she gave to The Boston Globe.",
        "an account she gave to The Boston Globe",
        "She told him that it was not so simple",
        "an outlet's name ends the source",
    ),
    (
        "Fundraising for the bridge, according to the council, has surged in the same weeks.",
        "the council",
        "Fundraising for the bridge",
        "subject and verb on either side",
    ),
    (
        "The mayor will speak at the fair in May, according to a report on Tuesday from WKOW, the ABC affiliate in Madison, Wisconsin.",
        "a report on Tuesday from WKOW, the ABC affiliate in Madison, Wisconsin",
        "The mayor will speak at the fair in May",
        "no clause follows an outlet",
    ),
    (
        "According to Ana Ruiz, a baker on the quay who counts lorries, the bridge has carried 100 a day since May.",
        "Ana Ruiz, a baker on the quay who counts lorries",
        "the bridge has carried 100 a day since May",
        "an apposition before the clause",
    ),
    (
        "According to police, a man in his forties, a baker, was hurt on the bridge on Monday.",
        "police",
        "a man in his forties, a baker, was hurt on the bridge on Monday",
        "a clause that begins like an apposition",
    ),
    (
        "The new code would add — according to the notes of the bill — “a duty to protect the sources of the press”.",
        "the notes of the bill",
        "The new code would add",
        "quoted words behind a dash",
    ),
    (
        "The bill, according to the notes of the ministry, protects “the confidentiality of sources”.",
        "the notes of the ministry",
        "protects “the confidentiality of sources”",
        "a verb and quoted words",
    ),
    (
        "The town will pay for the film, according to Ana Ruiz, the author of “Sources of Fire”.",
        "Ana Ruiz, the author of “Sources of Fire”",
        "The town will pay for the film",
        "a title that is the source's",
    ),
    ("That's according to filings through Jan. 31 that the campaign has made.", "filings through Jan. 31 that the campaign has made", "That", "that is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "why"), CASES, ids=[case[3] for case in CASES])
def test_according_to_takes_its_whole_source_and_its_own_content(text, source, content, why):
    """Source and content, word for word."""
    report = audit(text, config=Config(check_language=False))
    (attribution,) = (a for a in report.attributions if a.construction.startswith("according"))

    assert report.words(attribution.source[0]).rstrip(",") == source, why
    assert report.words(attribution.content[0]) == content, why
