"""Who is named in a clause of "as" before what they say: sentences and quotations go in, attributions come out.

"As Ana Ruiz wrote in a column for the Post, the bridge was closed". The content is the main clause, after the comma. Quiet where "as" tells
when or why something was done ("As the mayor said goodbye, …", "As he told the story, the room fell silent").
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import ADVERB, trimmed
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.quotations import quotation_at

AS_CLAUSE = regex.compile(
    rf"""
    (?:(?:And|But|Yet|Still|Or|Indeed|So|Just)\s)?(?:[Aa]s)\s
    (?P<source>(?:(?!(?:and|but|when|if|it|soon|long|far|much|well|many|part|of)\b)[\p{{L}}\d’'.&-]+\s){{1,7}}?)
    (?P<cue>(?:{ADVERB}\s)?(?:wrote|writes|noted|notes|observed|observes|argued|argues|put\sit|puts\sit|pointed\sout|points\sout|reported|reports|explained|explains|warned|warns|
      acknowledged|acknowledges|remarked|tweeted|recalled|stated|documented|(?:has|have)\s(?:{ADVERB}\s)?(?:shown|revealed|reported|noted|pointed\sout|documented|argued|warned)|revealed|reveals))
    (?:\s(?:{ADVERB}|in|on|at|for|to|during|when|after|before|earlier|last|this|of|about|recently)\b[^,;:“”"]{{0,90}})?
    ,\s(?=[\p{{L}}\d“"‘$£€])
    """,
    regex.VERBOSE,
)


def find_as_clauses(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what is said after a clause of "as" that opens the sentence, in order."""
    found = []
    for sentence in sentences:
        span = sentence.span
        if sentence.kind is not SentenceKind.STATEMENT or not _may_open(text, span):
            continue
        match = AS_CLAUSE.match(text, span.start, span.end)
        content = trimmed(text, match.end(), span.end) if match else ()
        if match is None or not content or quotation_at(quotations, match.start()):
            continue
        source, cue = Span(match.start("source"), match.end("source") - 1), Span(*match.span("cue"))
        evidence = (Evidence("frames.as_clause", cue, text[match.start() : cue.end]),)
        found.append(Attribution((source,), (cue,), content, construction="as_clause", score=0.8, evidence=evidence))
    return tuple(found)


def _may_open(text: str, sentence: Span) -> bool:
    """Tell whether "as" is one of the first two words: a literal look-up for the many sentences that begin otherwise."""
    return text.startswith("As ", sentence.start) or text.find(" as ", sentence.start, sentence.start + 10) >= 0
