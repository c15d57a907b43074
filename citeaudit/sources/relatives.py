"""Which words before "who", "which" or "that" it means: the nearest noun that can speak, with what hangs on it."""

from __future__ import annotations

from citeaudit.lexicon.people import source_nouns
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.phrases.relative_clauses import antecedent_starts, begin_of_noun
from citeaudit.phrases.settings import DETERMINERS
from citeaudit.sources.memory import Scene
from citeaudit.sources.names import NAME, strip_titles
from citeaudit.sources.persons import is_place_or_thing, person_named
from citeaudit.sources.types import Kind, head_of, singular, tell_type

PEOPLE = frozenset((SourceType.PERSON, SourceType.GROUP, SourceType.ANONYMOUS, SourceType.VAGUE))
"""What "who" asks for; an office may be meant too where nobody else stands there."""

PLACING = (" in ", " near ")
"""What stands before a name that only tells where something is."""


def antecedent_of(pronoun: Span, scene: Scene) -> Span | None:
    """Return the words that the relative *pronoun* means, None if no noun stands before it."""
    starts, end = antecedent_starts(scene.words, pronoun)
    spans = [Span(start, end) for start in starts]
    wants_person = pronoun.of(scene.text).casefold().startswith("who")
    fitting = (span for span in spans if _fits(span, scene, wants_person=wants_person))
    found = next(fitting, spans[0] if spans else None)
    is_aside = scene.text.endswith(", ", 0, pronoun.start)
    return (_whose_apposition(found, scene, wants_person=wants_person) if found and is_aside else None) or found


def _whose_apposition(span: Span, scene: Scene, *, wants_person: bool) -> Span | None:
    """Return the name that *span* only says more of: "Eva Roe|, a keeper in Tarn's Ninth Ward, who"; None if it says it of none."""
    kind = scene.words.kind
    row = scene.words.row_from(span.start)
    number = scene.words.sentence[row]
    floor = scene.words.bounds[number][0] if number >= 0 else row
    if row - 2 < floor or kind[row] not in DETERMINERS or kind[row - 1] != "," or kind[row - 2] != "NP":
        return None
    name = Span(scene.words.start[begin_of_noun(scene.words, row - 1, floor)], scene.words.end[row - 2])
    return name if _fits(name, scene, wants_person=wants_person) else None


def _fits(span: Span, scene: Scene, *, wants_person: bool) -> bool:
    """Tell whether the noun that *span* begins with is known as one that speaks, and as a person where one is wanted."""
    words = span.of(scene.text)
    kind = tell_type(words)
    if kind.is_name and not wants_person and scene.text.endswith(PLACING, 0, span.start):
        return False  # "a ruling in San Marlo, which had found"
    is_known = _is_known_name(head_of(words), span, scene) if kind.is_name else _is_known_noun(kind)
    return is_known and (not wants_person or kind.type in PEOPLE)


def _is_known_name(head: str, span: Span, scene: Scene) -> bool:
    name = NAME.search(head)
    rest = strip_titles(name.group().split()) if name else []
    if not rest or is_place_or_thing(rest):
        return False
    return len(rest) < len(head.split()) or person_named(" ".join(rest), span.start + 1, scene.names) is not None


def _is_known_noun(kind: Kind) -> bool:
    return (
        kind.type in {SourceType.ANONYMOUS, SourceType.VAGUE}
        or kind.noun in source_nouns()
        or singular(kind.noun) in source_nouns()
    )
