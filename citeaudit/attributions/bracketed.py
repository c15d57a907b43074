"""Outlets alone in brackets: "(The Sun)" behind a sentence, as a sentence of its own, or closing one.

The place wants an outlet, so a name that is a word too is one there: with its article wherever the bracket closes a sentence,
and, if it is well known by its short name, without where the bracket is all of a sentence ("(Mirror)"). Such a sentence is a
credit and no claim.
"""

from __future__ import annotations

from bisect import bisect_right

from citeaudit.layout.credit_lines import BRACKET, BRACKET_END, NOTE
from citeaudit.layout.handovers import has_more, shows_text_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Mention, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.context import usual_outlets, words_of
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.places import Places
from citeaudit.patterns import pattern_of

ALONE = pattern_of(
    rf"[(\[](?:[Vv]ia\s|[Pp]er\s|[Ff]rom\s|[Hh]/[Tt]\s|[Ss]ource:\s)?(?P<name>(?:[Tt]he\s)?\p{{Lu}}[\p{{L}}\d.&’' -]{{1,40}}?){NOTE}[)\]]\s?[.;]?"
)
"""A sentence that is nothing but a name in brackets, with a note on the language or on who may read it."""
DASHED = pattern_of(r"[—–-]{1,2}\s?(?P<name>(?:[Tt]he\s)?\p{Lu}[\p{L}\d.&’' -]{1,40}?)\.?")
"""The same behind a dash, as agencies sign a story: "– Reuters"."""
HEADS = worded(r"(?:(?:[^.:!?\n]{0,80}\s)?(?:(?i:@bracket_cue)|Reports|Writes)\s(?:[Tt]he\s)?|The\s)$")
"""What stands before the name on a line of its own that introduces what is under it: "From the | Guardian:", "The | Hill:"."""
LONGEST_OPENING = len("(As first reported by the ")
STEP = "mentions.bracket"


def mentions_in_brackets(
    text: str,
    sentences: tuple[Sentence, ...],
    candidates: tuple[Mention, ...],
    known: tuple[Mention, ...],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return those of the doubtful *candidates*, and the well-known short names, that stand in brackets as outlets do and are not *known*."""
    taken = Places(mention.span for mention in known)
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, Mention] = {}
    for mention in candidates:
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.outlet and _heads(text, sentences, at, mention):
            found[mention.span.start] = replace(
                mention, evidence=(*mention.evidence[1:], Evidence(STEP, mention.span, "it heads a block"))
            )
            continue
        opening = BRACKET.search(text, max(0, mention.span.start - LONGEST_OPENING), mention.span.start)
        # One that no table lists is known by two words, or by its address: "(Calder Gazette)", "(source: caldernews.example)".
        is_named = (
            mention.outlet or " " in mention.name or ("." in mention.name and opening and opening.group() not in {"(", "["})
        )
        if opening and opening.group().endswith(("(the ", "[the ")) and mention.outlet:
            is_named = mention.span.of(text) in words_of("never_body")  # "in the middle (the Sun)" stands a star
        if at >= 0 and is_named and opening and BRACKET_END.match(text, mention.span.end, sentences[at].span.end):
            why = Evidence(STEP, mention.span, "in brackets behind words")
            found[mention.span.start] = replace(mention, evidence=(*mention.evidence[1:], why))
    for number, sentence in enumerate(sentences):
        match = ALONE.fullmatch(text, sentence.span.start, sentence.span.end) if text[sentence.span.start] in "([" else None
        if match is None or not _is_behind(sentences, number):
            continue
        start = match.start("name") + len("the ") * match["name"].lower().startswith("the ")
        outlet = usual_outlets().get(text[start : match.end("name")])
        if outlet is not None and outlet in gazetteer.outlets:
            span = Span(start, match.end("name"))
            why = Evidence(STEP, span, "alone in brackets")
            found.setdefault(start, Mention(span, outlet, gazetteer.shown_as(outlet).name, evidence=(why,)))
    return tuple(found[start] for start in sorted(found) if not taken.touched_by(found[start].span))


def with_credits(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Sentence, ...]:
    """Return *sentences*, those as credits that are nothing but one of the *mentions* in brackets behind a sentence."""
    starts = [sentence.span.start for sentence in sentences]
    result = list(sentences)
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        sentence = sentences[at] if at >= 0 else None
        if sentence is None or sentence.kind is not SentenceKind.STATEMENT or text[sentence.span.start] not in "([—–-":
            continue
        pattern = ALONE if text[sentence.span.start] in "([" else DASHED
        match = pattern.fullmatch(text, sentence.span.start, sentence.span.end)
        if match and mention.span.end == match.end("name") and _is_behind(sentences, at):
            evidence = (*sentence.evidence, Evidence("kinds.bracket", sentence.span, mention.name))
            result[at] = replace(sentence, kind=SentenceKind.CREDIT, evidence=evidence)
    return tuple(result)


def _heads(text: str, sentences: tuple[Sentence, ...], at: int, mention: Mention) -> bool:
    """Tell whether the line *at* introduces what stands under it by the name of *mention* and a colon, or tells that it shows a text of theirs."""
    line = sentences[at].span
    if at + 1 == len(sentences) or sentences[at + 1].paragraph == sentences[at].paragraph or text[line.end - 1] != ":":
        return False
    start = mention.span.start + len("The ") * text.startswith("The ", mention.span.start)
    if text[mention.span.end : line.end].strip() == ":":
        return HEADS.fullmatch(text, line.start, start) is not None
    name = Span(start, mention.span.end)
    return has_more(text, line, name) or shows_text_of(text, line, name)


def _is_behind(sentences: tuple[Sentence, ...], number: int) -> bool:
    """Tell whether a statement of the same paragraph stands before sentence *number*."""
    if not number:
        return False
    before = sentences[number - 1]
    return before.paragraph == sentences[number].paragraph and before.kind is SentenceKind.STATEMENT
