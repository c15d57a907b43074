"""Hedges that name nobody: "reportedly", "it is believed that …", "is accused of …", "there are reports that …".

Sentences and quotations go in, attributions without a source come out; the content is the clause around the hedge, or what
follows it. Quiet inside quotation marks, where the hedge is the speaker's.
"""

from __future__ import annotations

import re

import regex

from citeaudit.attributions.frames.places import clause_around
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.text.quotations import quotation_at
from citeaudit.text.trimming import trimmed

HEDGE = pattern_of(
    r"""
    (?<![\w’'-])(?:
      (?P<adverb>reportedly|allegedly|purportedly|supposedly|Reportedly|Allegedly)                            # "was reportedly seen"
    | (?P<it>(?:[Ii]t|which)\s(?:is|was|has\sbeen|had\sbeen|'s|’s)\s(?:also\s|widely\s|now\s|even\s|then\s|previously\s|often\s|sometimes\s|commonly\s|generally\s|frequently\s)*
        (?:believed|understood|rumou?red|thought|reported|alleged|said|claimed|feared|suspected|revealed\sin\smedia\sreports)
        (?:\sthat|(?=\s(?:the|an?|he|she|they|there|his|her|its|both|two)\s)))                                 # "it is believed that", "it is understood the two"
    | (?P<passive>(?:is|are|was|were|been|being)\s(?:also\s|widely\s|now\s|still\s|long\s|then\s)*
        (?:said|believed|thought|understood|rumou?red|alleged|reported|feared|suspected|considered|expected)\sto\b
        (?!\s(?:the|an?|his|her|its|their|our|my|this|these|those)\s|\s\p{Lu}|(?<=reported\sto)\s(?:police|authorities|officials)\b))                   # "is said to be", not "was reported to the police"
    | (?P<considered>(?:is|are|was|were)\s(?:also\s|widely\s|now\s|still\s|long\s|generally\s)*considered(?=\s(?!(?:by|for|in|at|on|to|when|if|as|and|or)\s)\p{Ll}))   # "is considered unsafe"
    | (?P<accused>(?:is|are|was|were|been|being|stands?)\s(?:also\s|widely\s|now\s|falsely\s)*(?:accused\sof|suspected\sof|rumou?red\s(?:as|to)))          # "is accused of"
    | (?P<bare>(?<=,\s)(?:thought|believed|rumou?red|understood|said)\sto\s(?:have|be)\b)
    | (?P<there>[Tt]here\s(?:are|were|have\sbeen)\s(?:\p{L}+\s){0,2}(?:reports|rumou?rs|claims|allegations|suggestions)\s(?:that|of))                # "there are reports that"
    | (?P<emerged>(?:[Rr]eports|[Rr]umou?rs|[Cc]laims|[Aa]llegations|[Ss]uggestions)\s(?:have|had)\s(?:since\s|also\s)?(?:emerged|surfaced|circulated|spread)\s(?:that|of))   # "reports have emerged that"
    | (?P<dead>(?:is|are|was|were|been|being)\s(?:also\s|now\s|still\s)*(?:feared|presumed|believed|thought|reported)(?=\s(?:dead|drowned|lost|missing|trapped|injured|killed|buried)\b))   # "are feared dead"
    | (?P<trailing>(?<=,\s)it\s(?:is|was)\s(?:understood|believed|thought|claimed|alleged|feared)(?=\.))                             # "…, it is understood."
    | (?P<has>(?:[Rr]umou?r|[Ll]egend|[Ww]ord)\shas\sit(?:\sthat)?)
    )(?![\w’'-])
    """,
    regex.VERBOSE,
)
ADVERBS = ("eportedly", "llegedly", "urportedly", "upposedly")
PHRASE = (
    r" (?:(?:said|believed|thought|understood|rumou?red|alleged|reported|feared|suspected|considered|expected|claimed|revealed) (?:to|that|in|as)\b|"
    r"(?:believed|understood|rumou?red|thought) (?:the|an?|he|she|they|there|his|her|its|both|two)\b|considered \w|(?:accused|suspected) of|has it|(?:feared|presumed|believed|thought|reported) (?:dead|drowned|lost|missing|trapped|injured|killed|buried)\b|"
    r"(?:reports|rumou?rs|claims|allegations|suggestions) (?:that|of)|(?:emerged|surfaced|circulated|spread) (?:that|of)|it (?:is|was) (?:understood|believed|thought|claimed|alleged|feared)(?=\.))"
)
ANCHOR = re.compile(rf"(?:^|(?<=[\s“\"(]))(?:[Rr]eportedly|[Aa]llegedly|[Pp]urportedly|[Ss]upposedly)|{PHRASE}", re.MULTILINE)
"""The plainest word of every hedge."""
PHRASE_ANCHOR = re.compile(PHRASE)
"""The same for a text without an adverb: all begin with a blank, a literal that the scan finds fast."""
REACH = 800
"""How far a hedge reaches in its sentence, in code points."""
AROUND = 60
"""How far around its plainest word a hedge is looked for, in code points."""


def find_hedges(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return the hedges of *text*, each with the clause that it weakens."""
    found = []
    place = 0
    for match in _hedges(text):
        while place < len(sentences) - 1 and sentences[place].span.end <= match.start():
            place += 1
        sentence = sentences[place]
        cue = Span(*match.span())
        if sentence.kind is not SentenceKind.STATEMENT or quotation_at(quotations, cue.start):
            continue
        # No more of it than a newspaper's longest sentence holds, so that a thousand hedges in one do not each reach over all others.
        span = Span(max(sentence.span.start, cue.start - REACH), min(sentence.span.end, cue.end + REACH))
        start, end = clause_around(text, span, cue)
        if match["adverb"]:
            content = trimmed(text, start, cue.start) + trimmed(text, cue.end, end)
        elif match["passive"] or match["dead"] or match["accused"] or match["bare"] or match["considered"]:
            # What one is accused of may be a list that runs to the sentence's end.
            content = trimmed(text, start, cue.start) + trimmed(text, cue.end, span.end)
        elif match["trailing"]:
            content = trimmed(text, span.start, cue.start)
        else:
            content = trimmed(text, cue.end, end)
        if content:
            found.append(
                Attribution(
                    (),
                    (cue,),
                    content,
                    construction="hedge",
                    is_hedged=True,
                    evidence=(Evidence("frames.hedge", cue, match.group()),),
                )
            )
    return tuple(found)


def _hedges(text: str) -> list[regex.Match[str]]:
    """Return the hedges of *text*; the slow pattern looks only where a fast one saw a word of it."""
    found: list[regex.Match[str]] = []
    last = 0
    pattern = ANCHOR if any(adverb in text for adverb in ADVERBS) else PHRASE_ANCHOR
    for anchor in pattern.finditer(text):
        at = anchor.start()
        match = HEDGE.search(text, max(last, at - AROUND), at + AROUND)
        if match and match.end() > last and match.start() <= anchor.end():
            found.append(match)
            last = match.end()
    return found
