"""Who speaks at the end: "…, said several dock workers." A sentence goes in, the attribution to the unnamed who close it comes out.

Nobody says a person, so where a sentence closes with one behind "said" and a comma, what stands before the comma is what was said. The
engine, which knows how often a subject stands before its verb, takes the content's own subject for the source here.
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import attributed, trimmed
from citeaudit.lexicon.people import source_nouns
from citeaudit.model.relations import Attribution, Quotation, SourceType
from citeaudit.model.spans import Span
from citeaudit.sources.types import head_of, tell_type

LONGEST = 200
"""How long a source that closes a sentence may be, in code points."""
CLOSING = regex.compile(r",\s(?P<cue>said|says)\s(?P<source>(?![\p{Lu}“\"‘'])[^;:“”\"]{3,200}?)[.]?$")
ONE_OF = regex.compile(
    r"(?:one|some|two|three|four|five|six|several|many|most|both|another|a\s(?:few|number|handful))\sof\s(?:the|them|his|her|their|its)\s",
    regex.IGNORECASE,
)
DOER = regex.compile(r"(?:[^c]er|or|ist|[ai]an|ee|ant|ent|m[ae]n|people|person|folk)s?$")
"""How nouns end that name people by what they do; the table of sources holds the others."""
SOMEBODY = frozenset((SourceType.PERSON, SourceType.GROUP, SourceType.ANONYMOUS))
FINITE = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|can|cannot|may|might|must|did|does|do|\p{Ll}{2,}ed|\p{L}+n['’]t|said|says|told)\b"
)
ASIDE = regex.compile(r",\s(?:who|whose|which|where|an?|the)\s[^,]*+(?:,|$)")
"""A relative clause or an apposition: its verb is not the sentence's."""
RELATIVE = regex.compile(r"\s(?:who|whose|that|which|where)\b")
LEAST = 3
"""Fewer words before the comma are no clause: "On Monday, said …"."""


def find_closing_speaker(text: str, sentence: Span, quotations: list[Quotation]) -> Attribution | None:
    """Return the attribution of what the *sentence* says to the unnamed who close it; None where nobody does, or it is quoted."""
    if text.find(", sa", max(sentence.start, sentence.end - LONGEST), sentence.end) < 0:
        return None
    match = CLOSING.search(text, max(sentence.start, sentence.end - LONGEST), sentence.end)
    if match is None or any(q.span.overlaps(sentence) for q in quotations) or not _is_somebody(match["source"]):
        return None
    content = trimmed(text, sentence.start, match.start())
    if not content or not _is_clause(content[0].of(text)):
        return None
    return attributed(text, Span(*match.span("source")), Span(*match.span("cue")), content, "closing", "closing")


def _is_somebody(words: str) -> bool:
    """Tell whether *words* are a noun phrase of people and nothing more: no clause of which they are the subject."""
    words = ONE_OF.sub("the ", words)
    head = head_of(words)
    kind = tell_type(words)
    is_known = kind.noun in source_nouns() or kind.noun.removesuffix("s") in source_nouns() or DOER.search(kind.noun) is not None
    own = RELATIVE.split(words[len(head) :], maxsplit=1)[0]
    return is_known and not kind.is_name and kind.type in SOMEBODY and not FINITE.search(own)


def _is_clause(words: str) -> bool:
    """Tell whether *words* can be what was said: a comma inside them may as well set off whose verb "said" is, unless they have a verb themselves."""
    return len(words.split()) >= LEAST and ("," not in words or FINITE.search(ASIDE.sub(" ", words)) is not None)
