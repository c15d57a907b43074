"""How far an outlet's words run behind its name and a colon: attributions go in, the same come out, each over what its paragraph goes on with.

"According to Politico: The bill was written in a night. It has 400 pages." and "The Guardian: The town is without a leader. Her party knew." give all of the
paragraph to the outlet, up to a sentence that names it again, that another outlet stands behind, or in which the article speaks as "we" or to "you".
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.layout.extracts import SAID_KINDS, names_source, own_voice
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Quotation, Reach, Sentence, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.marks import OPENING
from citeaudit.text.placing import sentence_at

LONGEST_LEAD = 80
"""So far behind the start of its paragraph, in code points, the words behind a colon begin at most, if anything stands between it and the verb."""

BLANKS = 4
"""So many code points may stand between the colon and the words, its own included."""
MOST_SENTENCES = 40
"""No paragraph goes on for longer."""


def with_runs(
    text: str, attributions: list[Attribution], sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> list[Attribution]:
    """Return *attributions*, those that open a paragraph with an outlet and a colon reaching over the rest of it; what is said there is said in them."""
    result = list(attributions)
    cues = sorted((a.cue[0].start, number) for number, a in enumerate(attributions) if a.cue)
    reports = sorted(cue.start for a in attributions if a.level is Level.REPORT and _outlets(a) for cue in a.cue)
    for number, attribution in enumerate(attributions):
        if not _opens(text, attribution, sentences):
            continue
        spans = _rest_of_paragraph(text, attribution, sentences, quotations, reports)
        if not spans:
            continue
        why = Evidence(f"reach.{Reach.BLOCK_QUOTATION.value}", spans[0], f"{len(spans)} sentences after the colon")
        evidence = (*attribution.evidence, why)
        content = (*attribution.content, *spans)
        result[number] = replace(attribution, content=content, reach=Reach.BLOCK_QUOTATION, evidence=evidence)
        for _, inner in cues[bisect_left(cues, (spans[0].start,)) : bisect_left(cues, (spans[-1].end,))]:
            if result[inner].within is None:
                result[inner] = replace(result[inner], within=number)
    return result


def _opens(text: str, attribution: Attribution, sentences: tuple[Sentence, ...]) -> bool:
    """Tell whether *attribution* opens its paragraph with an outlet and a colon, and holds all of the sentence behind them, bare of marks."""
    if attribution.level is not Level.REPORT or not attribution.cue or not attribution.source or not _outlets(attribution):
        return False
    content = attribution.content
    if (
        len(content) != 1
        or text[content[0].start] in OPENING
        or not text[max(0, content[0].start - BLANKS) : content[0].start].rstrip().endswith(":")
    ):
        return False
    at = sentence_at(sentences, content[0].start)
    line = sentences[at].span
    is_first = not at or sentences[at - 1].paragraph != sentences[at].paragraph
    lead = Span(line.start, content[0].start)
    is_close = len(lead) <= LONGEST_LEAD or content[0].start - attribution.cue[-1].end <= BLANKS
    is_led = all(lead.covers(span) for span in (*attribution.source, *attribution.cue)) and is_close
    return is_first and is_led and content[0].end >= line.end - 1


def _rest_of_paragraph(
    text: str, attribution: Attribution, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], reports: list[int]
) -> list[Span]:
    """Return the sentences behind that of *attribution* with which its paragraph goes on; *reports* are where outlets are said to say something."""
    at = sentence_at(sentences, attribution.content[0].start)
    name = _outlets(attribution)[0]
    spans: list[Span] = []
    for sentence in sentences[at + 1 : at + 1 + MOST_SENTENCES]:
        span = sentence.span
        is_told = bisect_left(reports, span.start) < bisect_left(reports, span.end)
        if sentence.paragraph != sentences[at].paragraph or sentence.kind not in SAID_KINDS or is_told:
            break
        if names_source(text, span, name) or own_voice(text, span, quotations):
            break
        spans.append(span)
    return spans


def _outlets(attribution: Attribution) -> list[str]:
    return [link.name for link in attribution.chain if link.type is SourceType.OUTLET]
