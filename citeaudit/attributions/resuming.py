"""What keeps a bare quotation from resuming the one before it: the quotation and its sentences go in, whether nothing speaks against it comes out.

Between the two somebody else may come up ("Her lawyer, Jo Robinson, disagreed."), or the quotation is no speech of its own: words inside a
clause of the article ("Grisham has given “plenty of statements”"), or the title of what comes next ("“Ferries sold,” by Ana Ruiz: …").
"""

from __future__ import annotations

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind, SourceType
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import NAME, Names, strip_titles, without_possessive
from citeaudit.sources.persons import person_named
from citeaudit.text.placing import sentence_at

TITLED = pattern_of(r"\s(?:by|from|via)\s\p{Lu}|:\s[“\"]")
"""What stands behind a title: its author, or a colon and the words themselves."""
UNDER_TITLE = pattern_of(r"[”\"]:$")
"""What stands before the words that have a title."""
ASIDE_FROM = worded(r"(?:^|\s)@joining_word\s$")
"""What makes a name one that the line is not about."""
FIRST_WORDS = 60
"""Whom a line is about stands among its first words, within so many code points."""


def may_resume(text: str, quotation: Quotation, sentences: tuple[Sentence, ...], speech: Attribution, names: Names) -> bool:
    """Tell whether *quotation*, with no speaker of its own, may go on with *speech*, the quotation before it."""
    at = sentence_at(sentences, quotation.span.start)
    line = sentences[at]
    lead = text[line.span.start : quotation.span.start].rstrip()
    if TITLED.match(text, quotation.span.end) or UNDER_TITLE.search(lead):
        return False
    if any(map(str.isalnum, lead)) and not lead.endswith(":"):
        return _holds(line.span, speech) or not _names(lead, speech)
    line = line if any(map(str.isalnum, lead)) else sentences[max(0, at - 1)]
    return not _is_about_another(text, line, speech, names)


def _is_about_another(text: str, line: Sentence, speech: Attribution, names: Names) -> bool:
    """Tell whether *line*, behind what *speech* said, is about somebody else: the first name in it, unless it hangs on other words."""
    if line.kind is not SentenceKind.STATEMENT or line.span.start < speech.content[-1].end or _holds(line.span, speech):
        return False
    for match in NAME.finditer(text, line.span.start, min(line.span.end, line.span.start + FIRST_WORDS)):
        name = match.group()
        if name != without_possessive(name) or ASIDE_FROM.search(text, line.span.start, match.start()):
            continue
        if strip_titles(name.split()) and (person := person_named(name, match.end(), names)):
            return not _names(person.name.split()[-1], speech)
    return False


def _names(words: str, speech: Attribution) -> bool:
    """Tell whether one of *words* is the last name of somebody in the chain of *speech*: who is spoken of does not speak."""
    surnames = {link.name.split()[-1] for link in speech.chain if link.type is SourceType.PERSON and link.name.strip()}
    return any(without_possessive(word.strip(",.;:()")) in surnames for word in words.split())


def _holds(line: Span, speech: Attribution) -> bool:
    """Tell whether *speech* itself is told in *line*."""
    return any(line.overlaps(span) for span in (*speech.source, *speech.cue, *speech.content))
