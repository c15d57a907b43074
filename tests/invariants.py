"""What holds of every report, whatever the text: places lie inside it, stand in order and say what they claim."""

from __future__ import annotations

from itertools import pairwise

from citeaudit.model.relations import SentenceKind
from citeaudit.model.reports import ATTRIBUTED_STATUSES, Status


def check_report(report):
    """Assert all that must hold of *report*."""
    text = report.article.text
    _check_ends(text, report)
    _check_sentences(text, report.sentences)
    _check_places(text, report)
    _check_attributions(text, report)
    _check_claims(report)


def _check_ends(text, report):
    """Assert that no place of the report but a quotation's inside and evidence begins or ends with white space."""
    spans = [sentence.span for sentence in report.sentences]
    spans += [place.span for name in ("datelines", "quotations", "mentions", "findings") for place in getattr(report, name)]
    spans += [span for a in report.attributions for span in (*a.source, *a.cue, *a.content)]
    spans += [link.span for a in report.attributions for link in a.chain if link.span is not None]
    spans += [span for claim in report.claims for span in claim.uncovered]
    for span in spans:
        words = span.of(text)
        assert words == words.strip(), f"white space around {words!r} at {span}"
    for attribution in report.attributions:
        for link in attribution.chain:
            assert link.name == " ".join(link.name.split()), f"a name over two lines, or with a run of blanks: {link.name!r}"


def _check_sentences(text, sentences):
    for sentence in sentences:
        words = sentence.span.of(text)
        assert words, f"an empty sentence at {sentence.span}"
        assert words == words.strip(), f"white space around {words!r}"
    for before, after in pairwise(sentences):
        assert before.span.end <= after.span.start, f"{before.span} and {after.span} overlap or stand out of order"
        assert before.paragraph <= after.paragraph, f"paragraph {after.paragraph} after {before.paragraph}"
    covered = "".join(sentence.span.of(text) for sentence in sentences)
    assert "".join(covered.split()) == "".join(text.split()), "a word is lost between the sentences, or stands in two"


def _check_places(text, report):
    for name in ("datelines", "quotations", "mentions"):
        places = getattr(report, name)
        assert all(0 <= place.span.start < place.span.end <= len(text) for place in places), (
            f"{name}: an empty place or one outside"
        )
        assert list(places) == sorted(places, key=lambda place: place.span), f"{name} stand out of order"
    for quotation in report.quotations:
        assert quotation.span.covers(quotation.inner), f"{quotation.inner} is not inside {quotation.span}"
    for before, after in pairwise(report.mentions):
        assert before.span.end <= after.span.start, f"mentions {before.span} and {after.span} overlap"


def _check_attributions(text, report):
    for index, attribution in enumerate(report.attributions):
        roles = (attribution.source, attribution.cue, attribution.content)
        for role in roles:
            assert all(0 <= span.start < span.end <= len(text) for span in role), f"{role}: an empty span or one outside the text"
            assert all(span.of(text) == span.of(text).strip() for span in role), (
                f"white space around {[span.of(text) for span in role]}"
            )
            assert all(a.end <= b.start for a, b in pairwise(role)), (
                f"the spans of one role overlap or stand out of order: {role}"
            )
        assert attribution.content, "an attribution without content"
        assert 0.0 <= attribution.score <= 1.0, f"the score is {attribution.score}"
        if attribution.within is not None:
            assert index < attribution.within < len(report.attributions), (
                f"{index} lies within {attribution.within}: not innermost first"
            )
        for link in attribution.chain:
            assert link.name, f"a source without a name in {attribution.chain}"
            assert link.span is None or link.span.end <= len(text), f"{link.span} lies outside the text"
            assert (link.role is not None) <= (link.type == "outlet"), f"{link.name} is no outlet, and has a role"
        if attribution.is_fill:
            assert not attribution.source, "a fill has no source"
            assert not attribution.cue, "a fill has no cue"


def _check_claims(report):
    statements = [sentence for sentence in report.sentences if sentence.kind is SentenceKind.STATEMENT]
    assert [claim.sentence for claim in report.claims] == statements, "one claim a statement, in order"
    for claim in report.claims:
        assert 0.0 <= claim.share <= 1.0, f"the share is {claim.share}"
        assert len(claim.outlets) == len(claim.outlet_ids), "a name for each id"
        assert all(claim.sentence.span.covers(span) for span in claim.uncovered), (
            f"{claim.uncovered} leaves {claim.sentence.span}"
        )
        assert all(any(a is b for b in report.attributions) for a in claim.attributions), (
            "an attribution that the report does not hold"
        )
        assert (claim.status is Status.OUTLET) <= bool(claim.outlets), "the status is outlet, and no outlet is named"
        assert claim.is_attributed == (claim.status in ATTRIBUTED_STATUSES)
    assert sum(report.counts.values()) == len(report.claims)
    assert 0.0 <= report.attributed_share <= 1.0
