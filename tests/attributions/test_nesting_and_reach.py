"""What lies within what, and how far an attribution goes beyond its sentence."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def read(text):
    """Return the report of *text*."""
    return audit(Article(text), config=CONFIG)


def statuses(text):
    """Return the status of each claim of *text*."""
    return [claim.status.value for claim in read(text).claims]


class TestNesting:
    """Attributions inside attributions."""

    def test_the_inner_one_stands_first_and_knows_its_wrapper(self):
        """What Ruiz said lies within what Bloomberg reported."""
        report = read("Ana Ruiz said the harbour will close, Bloomberg reported.")
        inner, wrapper = report.attributions

        assert inner.within == 1
        assert wrapper.within is None
        assert [link.name for link in inner.chain] == ["Ana Ruiz", "Bloomberg News"]

    def test_three_links(self):
        """A minister, her ministry and the outlet that reports it make one chain."""
        report = read(
            "Ana Ruiz left. The Fisheries Ministry quoted Ruiz as saying that it was over, the Financial Times reported."
        )
        longest = max((a.chain for a in report.attributions), key=len)

        assert [link.name for link in longest] == ["Ana Ruiz", "Fisheries Ministry", "Financial Times"]

    def test_a_content_is_cut_free_of_the_frame_around_it(self):
        """No content holds the words of the outlet that reports it."""
        text = "Ana Ruiz said the harbour will close in March, Bloomberg reported."
        report = read(text)

        assert not any("Bloomberg" in span.of(text) for attribution in report.attributions for span in attribution.content)

    def test_an_attitude_hands_nothing_on(self):
        """What holds an attribution in its content without saying it is no link of the chain."""
        report = audit(Article("The claim that ministers sat on it was rejected by Ana Ruiz."), config=CONFIG)

        assert [[link.name for link in a.chain] for a in report.attributions if a.level == "report"] == [["Ana Ruiz"]]

    def test_the_origin_is_the_first_link(self):
        """An outlet does not launder an anonymous source."""
        (claim,) = read("People familiar with the matter told Bloomberg that the harbour will close.").claims

        assert (claim.status, claim.origin) == ("outlet", "anonymous")


REACHES = [
    ("“We sail at dawn,” Ana Ruiz told CNN. “I have no fear.”", ["outlet", "outlet"], "resumed in the same paragraph"),
    ("“We sail at dawn,” Ana Ruiz told CNN.\n\n“I have no fear.”", ["outlet", "outlet"], "resumed in the next paragraph"),
    ("“We sail at dawn,” Ana Ruiz told CNN. “I have no fear,” she said.", ["outlet", "source"], "a new cue drops the outlet"),
    ("“We sail at dawn. We have no fear,” the Financial Times reported.", ["outlet", "outlet"], "a quotation that began before"),
    (
        "“We sail at dawn. We have no fear,” the Financial Times reported, quoting an unnamed sailor.",
        ["outlet", "outlet"],
        "a quotation that began before, and whom the outlet quotes",
    ),
    ("“We sail at dawn,” Ana Ruiz said. “I have no fear.", ["source", "source"], "a quotation that runs on"),
    ("The Financial Times reported: “The harbour was sold. Nobody was told.”", ["outlet", "outlet"], "what a line introduces"),
    ("The harbour will close, Bloomberg reported. It added that the ferries would go.", ["outlet", "outlet"], "it added"),
    ("The harbour will close, Bloomberg reported. The ferries are old.", ["outlet", "unattributed"], "mere neighbourhood"),
    (
        "Ana Ruiz said the harbour will close, Bloomberg reported. She added that the ferries would go.",
        ["outlet", "source"],
        "a source at second hand goes on alone",
    ),
    (
        "The Financial Times listed two demands:\n\nNight work should pay double.\n\nThe canteen should open at five.\n\nThe ferries are old.",
        ["outlet", "outlet", "outlet", "unattributed"],
        "a list that is counted",
    ),
    (
        "The harbour led in a CNN poll. The poll found that few cared.",
        ["outlet", "outlet"],
        "a poll that is told on",
    ),
    (
        "The Washington Post published a story about the harbour. The story said that the ferries were old.",
        ["unattributed", "outlet"],
        "a story that is told on",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), REACHES, ids=[case[2] for case in REACHES])
def test_reach(text, expected, why):
    """Speaker and outlet reach as far as the words carry them, and no further."""
    assert statuses(text) == expected, why


def test_a_quotation_that_nobody_claims_is_a_fill():
    """It has neither source nor cue, and rests on nobody."""
    report = read("The boat was late. “We had no fuel and no food on board for the whole of that long week.”")
    (fill,) = [attribution for attribution in report.attributions if attribution.is_fill]

    assert (fill.source, fill.cue) == ((), ())
    assert report.claims[-1].status == "vague"


def test_scare_quotes_are_no_speech():
    """Two words between marks attribute nothing."""
    assert statuses("The “great reset” of the harbour began in March.") == ["unattributed"]
