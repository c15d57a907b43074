"""
Sources from end to end: the engine's relations go in, the same come out with sources that begin where their noun phrase does.

The engine chooses the edges of a source by what stands near them, so it may begin inside the apposition of who speaks ("members of the staff —
| a charming operator — have urged"), behind the paper that speaks ("the letter to | Ruiz says"), or before the clause that ends in front of it
("Ruiz is late, and | the keepers | suggested"). A time is nobody.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from citeaudit.constructions.field import row_behind
from citeaudit.lexicon.classes import forms_of, lemmas_that_report
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.phrases.noun_phrases import DASHES, is_bond, starts_before
from citeaudit.phrases.settings import BREAKS, DETERMINERS, HELPING
from citeaudit.sources.roles import is_person_noun
from citeaudit.sources.types import head_of, tell_type

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution
    from citeaudit.words.tokens import Words

NEXT_CLAUSE = pattern_of(r",\s(?:and|but|while|as)\s")
BEHIND = tuple(f"{word} {the}" for word in ("to", "for", "from", "by", "about", "on") for the in ("", "the "))
"""What a subject never stands right behind: "the letter to | Ruiz"."""
BOUNDARY = pattern_of(r"[.,;:!?—–()“”\"\n]\s?|\s(?:and|but|that|while|as)\s")
LEADS_IN = worded(r"@opens_source\b", regex.IGNORECASE)
LONGEST_LEAD = 100
MOST_WORDS = 9
APPOSED = pattern_of(r"(?:\p{Ll}|\p{Lu}[\p{L}]*['’]s\s)")


def with_whole_sources(words: Words, relations: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *relations*, each with the whole of its source; those whose source is a time or a gathering are left out."""
    return tuple(_mended(words, one) for one in relations if not (_is_time(words.text, one) or _is_gathering(words.text, one)))


def _is_time(text: str, relation: Attribution) -> bool:
    """Tell whether the source of *relation* is when it was: "Weeks before the vote, | asked whether he paid"."""
    if not relation.source:
        return False
    words = relation.source[0].of(text).strip(" ,")
    return "," not in words and _begins_with_time(words)


def _is_gathering(text: str, relation: Attribution) -> bool:
    """Tell whether the source of *relation* is where people spoke: "| a press conference | announcing her return"."""
    if not relation.source:
        return False
    _, _, bare = head_of(relation.source[0].of(text)).lower().partition(" ")
    return bare in forms_of("gathering")


def _begins_with_time(source: str) -> bool:
    units = forms_of("time_unit")
    for word, behind in pairwise(source.lower().split()[:4]):
        if f"{word.removesuffix('s')}s" in units and behind.strip(",") in forms_of("sets_out", "time_lead"):
            return True
    return False


def _mended(words: Words, relation: Attribution) -> Attribution:
    if len(relation.source) != 1 or not relation.cue or relation.source[0].start > relation.cue[0].start:
        return relation
    text, source = words.text, relation.source[0]
    first = words.row_from(source.start)
    last = row_behind(words, source.end)
    if last is None or words.start[first] != source.start:
        return relation
    if _is_turned_round(words, relation, first, last):
        return replace(relation, source=relation.content, content=relation.source, construction="inverted")
    if start := _behind_time(words.text, source) or _behind_clause(words, first, last):
        return replace(relation, source=(Span(start, source.end),))
    start = _paper_before(text, source.start)
    if start is None:
        start = _who_is_told_of(words, relation, first)
    if start is None:
        start = _apposed_to(words, relation, first, last)
    if start is None:
        start = _beside(words, relation, first) or _near_whom(words, relation, first)
    return relation if start is None else replace(relation, source=(Span(start, source.end),))


def _beside(words: Words, relation: Attribution, first: int) -> int | None:
    """Return where the first of two begins who speak together, if the source from row *first* on is only the second: "| The mayor and | the harbour master | said"."""
    kind = words.kind
    if words.lower[first - 1] != "and" or kind[first] not in DETERMINERS or words.sentence[first] < 0:
        return None
    floor = words.bounds[words.sentence[first]][0]
    for at in starts_before(words, words.row_from(relation.cue[0].start), floor):
        other = words.text[words.start[at] : words.end[first - 2]]
        opens = at == floor or kind[at - 1] in BREAKS or kind[at - 1] in ("NP", "DAY", "NUM")
        if at < first - 2 and opens and kind[at] in DETERMINERS and is_person_noun(other.split()[-1].casefold()):
            return words.start[at]
    return None


def _near_whom(words: Words, relation: Attribution, first: int) -> int | None:
    """Return where those begin who speak, if the source from row *first* on is only whom they are near: "| sources close to | the talks | said"."""
    if not is_bond(words, first - 1) or words.sentence[first] < 0:
        return None
    starts = starts_before(words, words.row_from(relation.cue[0].start), words.bounds[words.sentence[first]][0])
    return next((words.start[at] for at in starts if at < first), None)


def _is_turned_round(words: Words, relation: Attribution, first: int, last: int) -> bool:
    """Tell whether the source from row *first* to *last* is what was said, before its verb and speaker: "| The wall is old, | says | a report on it"."""
    cue, content = relation.cue[0], relation.content[0]
    return (
        words.kind[last - 1] == ","
        and len(relation.cue) == len(relation.content) == 1
        and cue.of(words.text).lower() in forms_of("invert")
        and content.start - cue.end == 1
        and words.kind[words.row_from(content.start)] in ("DT", "NP", "NUM")
        and any(words.kind[row] in HELPING for row in range(first, last))
        and not any(words.kind[row] in ("WHO", "THAT") for row in range(first, last))
    )


def _behind_time(text: str, source: Span) -> int | None:
    """Return where *source* begins behind a time: "A few days later, | the director of the yard"."""
    time, comma, rest = source.of(text).partition(", ")
    return source.end - len(rest) if comma and rest.strip() and _begins_with_time(time) else None


def _behind_clause(words: Words, first: int, last: int) -> int | None:
    """Return where the source from row *first* to *last* begins behind a clause that it holds, None if it holds none."""
    text = words.text
    if "," not in text[words.start[first] : words.end[last - 1]]:
        return None
    for match in NEXT_CLAUSE.finditer(text, words.start[first], words.end[last - 1]):
        at = words.row_from(match.end())
        who = next((row for row in range(first, at) if words.kind[row] in ("WHO", "THAT", "OQ")), at)
        if at < last and who == at and any(words.kind[row] in HELPING for row in range(first, at)):
            return match.end()
    return None


def _paper_before(text: str, start: int) -> int | None:
    """Return where the paper begins that speaks, if the source at *start* only hangs on it: "| a letter to | Ruiz"."""
    if not text.endswith(BEHIND, 0, start):
        return None
    before = text[max(0, start - LONGEST_LEAD) : start]
    cut = max((match.end() for match in BOUNDARY.finditer(before)), default=0)
    lead = before[cut:]
    if not lead.strip() or len(lead.split()) > MOST_WORDS or (cut == 0 and start > LONGEST_LEAD) or LEADS_IN.match(lead):
        return None
    return start - len(lead) if tell_type(lead).type is SourceType.DOCUMENT else None


def _who_is_told_of(words: Words, relation: Attribution, first: int) -> int | None:
    """Return where who speaks begins, if the source from row *first* on ends what "who" tells of them: "| three keepers who met | Roe | said"."""
    kind, sentence = words.kind, words.sentence[first]
    cue = words.row_from(relation.cue[0].start)
    floor = words.bounds[sentence][0]
    if sentence < 0 or kind[first] != "NP" or cue < first or "WHO" not in kind[floor:first]:
        return None
    if any(kind[at] != "NP" for at in range(first, cue)):
        return None
    for at in starts_before(words, cue, floor):
        who = next((row for row in range(at, first) if kind[row] == "WHO"), first)
        between = range(who + 1, first)
        is_clause_told = any(kind[row] in ("SC", "THAT", ",", "OQ", "CC") for row in between) or any(
            words.lower[row] in lemmas_that_report() and (kind[row] == "ED" or kind[row - 1] in ("WHO", "RB"))
            for row in between
            if kind[row] not in HELPING
        )
        if at < who and between and not is_clause_told and kind[first - 1] != "WHO":
            return words.start[at]
    return None


def _apposed_to(words: Words, relation: Attribution, first: int, last: int) -> int | None:
    """Return where who is spoken of begins, if the source from row *first* on is only said of them: "| Ana Ruiz, | head of the port, | warned"."""
    text, kind = words.text, words.kind
    is_dashed = kind[first - 1] in DASHES or kind[last - 1] in DASHES
    if not (is_dashed or (kind[first - 1] == "," and (kind[first] == "w" or kind[first - 2] == "NP"))):
        return None
    sentence = words.sentence[first]
    if sentence < 0 or APPOSED.match(text, relation.source[0].start) is None or tell_type(relation.source[0].of(text)).is_name:
        return None
    cue = words.row_from(relation.cue[0].start)
    if any(character.isalnum() for character in text[relation.source[0].end : relation.cue[0].start]) or cue < last:
        return None
    floor = words.bounds[sentence][0]
    at = next((start for start in starts_before(words, cue, floor) if start < first), None)
    return None if at is None else words.start[at]
