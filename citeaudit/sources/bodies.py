"""What body a noun of its kind names again: "the company", "the organisation" go in, the one body that spoke before comes out.

Only where a single body can be meant: no country, and none whose own name says that it is something else ("the Ports
Ministry" is no company).
"""

from __future__ import annotations

from dataclasses import replace

from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import Memory
from citeaudit.sources.persons import is_place_or_thing
from citeaudit.sources.types import ORGANISATION_WORD

AGAIN = pattern_of(r"[Tt]he\s(?P<noun>\p{Ll}+)")
ANY = "any_body"
"""The class of nouns that any body of people can be called by."""
FIRM = "firm"
"""The class of nouns that a business can be called by."""


def body_again(words: str, span: Span, memory: Memory) -> Source | None:
    """Return the body that *words* at *span* name again, None if none spoke before or several did."""
    match = AGAIN.fullmatch(words)
    noun = match["noun"] if match else ""
    if noun not in forms_of(ANY) | forms_of(FIRM):
        return None
    spoke = {source.name: source for _, source in memory.recent if _may_be(source, noun)}
    if len(spoke) != 1:
        return None
    source = next(iter(spoke.values()))
    antecedent = source.antecedent or source.span
    return replace(source, span=span, antecedent=antecedent, evidence=(Evidence("references.body", antecedent, noun),))


def _may_be(source: Source, noun: str) -> bool:
    """Tell whether *source* is a body with a name that *noun* does not contradict."""
    words = source.name.split()
    if source.type is not SourceType.ORGANISATION or not words[0][:1].isupper() or is_place_or_thing(words):
        return False
    kinds = ORGANISATION_WORD.intersection(word.casefold() for word in words)
    return not kinds or noun in kinds or noun in forms_of(ANY)
