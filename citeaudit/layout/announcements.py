"""Lines that say somebody is about to speak, without a cue: sentences go in, an attribution of the bare quotation behind each comes out.

"The chief of police spoke to reporters on Friday. | “It is rare …”", "Her lawyer, Jo Robinson, had a shorter statement. | “We are glad.”" and
"The pilot picks up the story: | “We had no light.”" name the speaker of what follows, and no other does. A line that names an outlet is left alone: it
may tell where the words were said, or who asked.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import regex

from citeaudit.layout.introduction_forms import GIVEN, GIVES, LEAST, LONGEST_LINE, SPEAKER
from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import classes_by_form, forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Attribution, Quotation, Reach, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.names import NAME, Names, strip_titles
from citeaudit.sources.outlet_phrases import OutletPhrase
from citeaudit.sources.persons import is_source_noun, person_named
from citeaudit.text.marks import DOUBLE_OPENING
from citeaudit.text.placing import sentence_at
from citeaudit.text.quotations import closes_sentence, quotation_at

LEAD = r"(?:(?=\p{Lu})(?i:@line_opener),?\s|(?:On|In|At|After|During|Outside|Before)\s[^,“”\"]{2,60},\s)?"
"""What may stand before whom a line is about: "But", "On Friday,"."""
SUBJECT = rf"(?:(?P<owned>\p{{Lu}}[\p{{L}}.-]*(?:\s\p{{Lu}}[\p{{L}}.-]*){{0,3}}[’']s?\s(?:[\p{{Ll}}-]+\s){{0,3}}?[\p{{Ll}}-]{{3,}})|(?:(?P<role>[\p{{Ll}}-]{{3,}})\s)?(?P<plain>{SPEAKER})(?:\s(?:of|for|at|from|in)\s[^,:“”\"]{{2,40}}?(?=,))?)"
"""Whom a line is about: somebody told by whose they are ("Ruiz’s lawyer"), a name behind what they are ("neighbour Ana Ruiz"), or any speaker of a line."""
WHO = rf"{LEAD}{SUBJECT}(?:,\s(?P<apart>[^,:“”\"]{{2,80}}),)?\s(?:(?:@also_then|\p{{Ll}}+ly)\s){{0,2}}"
"""The same with what stands behind it, up to the verb: "Her lawyer, Jo Robinson, then"."""
NOT_HEARD = worded(r"\b@says_nothing\b|n[’']t\b")
"""What makes a line say that somebody did not speak."""
FARTHER = worded(r"\sto\s(?!(?:@det|\p{Lu}|[\p{Ll}-]+s\b))")
"""What makes "went on" and "agreed" lead to a deed: "went on | to win", "agreed | to sell"; not "to reporters"."""


def find_announcements(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], phrases: tuple[OutletPhrase, ...], names: Names
) -> tuple[Attribution, ...]:
    """Return an attribution for each quotation of *text* that stands alone behind a line which says who is about to speak, in order."""
    found = []
    for quotation in quotations:
        if text[quotation.span.start] not in DOUBLE_OPENING or not closes_sentence(text, sentences, quotation):
            continue
        line = _line_before(text, sentences, quotation)
        if (
            line is None
            or len(line) > LONGEST_LINE
            or quotation_at(quotations, line.end - 1) is not None
            or _names_outlet(phrases, line)
        ):
            continue
        if spoken := _announced(text, line, names):
            source, cue = spoken
            found.append(
                Attribution(
                    (source,),
                    (cue,),
                    (quotation.span,),
                    construction="introduction",
                    manner=quotation.manner,
                    reach=Reach.CONTINUATION,
                    evidence=(Evidence("layout.announcement", line, cue.of(text)),),
                )
            )
    return tuple(found)


def _line_before(text: str, sentences: tuple[Sentence, ...], quotation: Quotation) -> Span | None:
    """Return the line before *quotation*: the words up to a colon in its own sentence, or the sentence before; None if neither may announce it."""
    at = sentence_at(sentences, quotation.span.start)
    own = sentences[at].span
    lead = text[own.start : quotation.span.start].rstrip()
    if lead.endswith(":"):
        return Span(own.start, own.start + len(lead))
    line = sentences[at - 1] if at else None
    is_near = line is not None and line.kind is SentenceKind.STATEMENT and sentences[at].paragraph - line.paragraph <= 1
    if line is None or not is_near or any(map(str.isalnum, lead)) or text[line.span.end - 1] != ".":
        return None
    return line.span


def _names_outlet(phrases: tuple[OutletPhrase, ...], line: Span) -> bool:
    first = bisect_left(phrases, line.start, key=lambda phrase: phrase.span.start)
    return first < len(phrases) and phrases[first].span.start < line.end


def _announced(text: str, line: Span, names: Names) -> tuple[Span, Span] | None:
    """Return who speaks after *line* and the words that say so, None if it announces nobody."""
    speaks, has = _patterns()
    found = speaks.match(text, line.start, line.end) or has.match(text, line.start, line.end)
    if found is None or NOT_HEARD.search(text, found.start("cue"), line.end) or FARTHER.match(text, found.end("cue"), line.end):
        return None
    if text[line.end - 1] == ":" and "say" in classes_by_form().get(found["cue"], ()):
        return None  # a cue, which the engine reads
    source = _speaker(text, found, names)
    return (source, Span(*found.span("cue"))) if source else None


def _speaker(text: str, found: regex.Match[str], names: Names) -> Span | None:
    """Return who speaks by the first words of a line: the name in the apposition, the name itself, a person's noun, "he"."""
    apart = NAME.match(found["apart"]) if found["apart"] else None
    if apart and apart.group() == found["apart"] and person_named(apart.group(), found.end("apart"), names):
        return Span(*found.span("apart"))
    if found["owned"]:
        noun = found["owned"].rpartition(" ")[2]
        return Span(*found.span("owned")) if is_source_noun(noun) else None
    if found["role"] and not is_source_noun(found["role"]):
        return None
    plain = Span(*found.span("plain"))
    if found["noun"]:
        return plain if is_source_noun(found["noun"]) else None
    words = plain.of(text)
    if words.casefold() in {"he", "she", "they"}:
        return plain
    return plain if strip_titles(words.split()) and person_named(words, plain.end, names) else None


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return what a line looks like that says somebody speaks, and one that says they have something to say."""
    speaks = longest_of(forms_of("before_quote"))
    return (
        worded(rf"{WHO}(?P<cue>{speaks})(?![\w’'-])[^:;“”\"]*[.:]$"),
        worded(
            rf"{WHO}(?P<cue>(?:{GIVES}\s{LEAST}|[\p{{L}}]+\s[^,:;“”\"]{{0,40}}?\bin\s{LEAST}){GIVEN})(?![\w’'-])[^:;“”\"]*[.:]$"
        ),
    )
