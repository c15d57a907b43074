"""Words with a noun for their verb: "put out a statement denying that …", "“…,” came the reply from Downing Street", "in the words of its founder".

Sentences and quotations go in, attributions come out. What carries the words is named (a statement, a letter, a reply), and whose it is stands
beside it; without one of these nouns the same verbs only do things ("sent a car waiting for …").
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import attributed, clause_around, trimmed
from citeaudit.attributions.frames.subjects import source_before
from citeaudit.lexicon.alternations import any_of
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.text.quotations import quotation_at

PAPER = """statement letter memo message note email e-mail tweet post release complaint petition notice reply response denial
    advisory bulletin communique""".split()  # noqa: SIM905
"""What is issued and holds words: a sentence that names none needs no closer look."""
SAYING = any_of(
    """saying denying claiming alleging confirming accusing calling warning insisting announcing stating demanding urging condemning
    criticising criticizing blaming arguing explaining acknowledging admitting rejecting promising expressing declaring""".split()  # noqa: SIM905
)
ISSUED = regex.compile(
    rf"\s(?P<cue>(?:put\sout|issue[ds]|release[ds]|published|posted|sent|made|gave|circulated)\s(?:an?|the|his|her|its|their|another)\s"
    rf"(?:\p{{Ll}}[\p{{Ll}}-]*\s){{0,2}}?{any_of(PAPER)}(?:\s[^,.;:“”\"]{{2,60}}?)?,?\s{SAYING})\s"
)
"""Who issued it stands before, what it says behind."""
REPLIED = regex.compile(
    r"\s(?P<cue>(?:came|was|comes|is)\s(?:the|a|an|one)\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}?(?:reply|response|answer|retort|verdict|message|denial|assessment)\s(?:from|of))"
    r"\s(?P<source>[^,.;:“”\"]{2,80}?)(?=,\s|[.;:]|\s(?:when|as|after|on|at|in|to)\s|$)"
)
"""Behind a quotation: "“Never,” was the reply from the palace"."""
IN_WORDS = regex.compile(
    r"(?<![\w’'-])(?:(?P<cue>[Ii]n\sthe\swords\sof)\s(?P<source>[^,.;:“”\"]{2,80}?)(?=,\s|[.;:]|\s?[“\"]|$)|"
    r"(?P<cue>[Ii]n)\s(?P<source>(?:the\s)?(?:\p{L}[\w.’'-]*\s){0,3}?(?:\p{L}[\w-]*['’]s?|his|her|their))\s(?:own\s)?words(?=,))"
)
"""Whose words the clause around it holds."""


def find_statements(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what is said by statements that somebody issued, in somebody's words, and by replies that came."""
    found = []
    papers = [paper for paper in PAPER if paper in text]
    for sentence in sentences:
        if sentence.kind is not SentenceKind.STATEMENT:
            continue
        words = sentence.span.of(text)
        if any(paper in words for paper in papers) and (issued := _issued(text, sentence.span)):
            found.append(issued)
        if " words" in words and (worded := _in_words(text, sentence.span)):
            found.append(worded)
    said = [attribution for attribution in found if not quotation_at(quotations, attribution.cue[0].start)]
    said += (reply for quotation in quotations if (reply := _reply(text, quotation)))
    return tuple(said)


def _issued(text: str, sentence: Span) -> Attribution | None:
    match = ISSUED.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    source, content = source_before(text, sentence.start, match.start()), trimmed(text, match.end(), sentence.end)
    return attributed(text, source, Span(*match.span("cue")), content, "statement", "statement") if source and content else None


def _in_words(text: str, sentence: Span) -> Attribution | None:
    match = IN_WORDS.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = clause_around(text, sentence, Span(*match.span()))
    # "Word came that Lind was, in the words of …": the innermost clause.
    that = text.rfind(" that ", start, match.start())
    start = that + len(" that ") if that >= 0 else start
    content = (*trimmed(text, start, match.start()), *trimmed(text, match.end(), end))
    if not content:
        return None
    return attributed(text, Span(*match.span("source")), Span(*match.span("cue")), content, "statement", "statement")


def _reply(text: str, quotation: Quotation) -> Attribution | None:
    match = REPLIED.match(text, quotation.span.end)
    if match is None:
        return None
    return attributed(text, Span(*match.span("source")), Span(*match.span("cue")), (quotation.span,), "statement", "statement")
