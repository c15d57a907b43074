"""Joint sources: the span of "Nancy Pelosi and Chuck Schumer" goes in, the spans of both come out.

"And" joins two sources only where each could speak alone: two people, a person and "the White House", "senior aides and
other Democrats". What it joins inside one of them stays whole: "the chairman and chief executive", "Johnson and Johnson",
"a lawyer for Ana Ruiz and Tom Lee".
"""

from __future__ import annotations

from citeaudit.lexicon.people import body_words, name_words
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.phrases.noun_phrases import starts_before
from citeaudit.sources.memory import Scene
from citeaudit.sources.names import NAME, strip_titles, without_possessive
from citeaudit.sources.persons import is_personal
from citeaudit.sources.types import tell_type

BESIDE = ("as well as ", "along with ", "together with ")
"""What joins a second source to the first, and no clause: "many of the keepers as well as | other hands | believe"."""
AND = pattern_of(rf"(?P<comma>,)?\s(?P<word>and\s|{'|'.join(BESIDE)})(?:(?:even|also|then)\s)?")
INCLUDING = pattern_of(r",?\s(?:including|among\sthem)\s")
"""What names some of a group: "several senators, | including | Ana Ruiz and Tom Lee"."""
OF_WHERE = (",", " of ", " (")
"""What may stand behind one of their names."""
BOTH = pattern_of(r"[Bb]oth\s")
OFFICE = pattern_of(r"[Tt]he\s(?:\p{Ll}+\s)?\p{Ll}+")
"""Who holds an office, beside whom several others may speak: "the governor and council leaders"."""
BODIES = pattern_of(r"(?:[Tt]he\s)?(?P<name>\p{Lu}[\p{L}’'&-]*(?:\s(?:(?:of|for)\s(?:the\s)?)?\p{Lu}[\p{L}’'&-]*)*)")
"""The whole name of a body, where two of them may speak: "the Harbour Union"."""
COMMA = pattern_of(r",\s")
BEGINS = worded(
    r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?!(?:\p{Ll}+\s)?(?:@colleague|co-\p{Ll}+|collaborators?|group|lab|peers|fellow)\b)"
)
BEGINS_NEW = worded(r"(?i:@begins_new)\b")
"""What begins somebody new: "another classmate", "other Democrats"."""
MANY = pattern_of(r"(?:\p{Ll}+\s){0,2}(?:authorities|police|prosecutors)\b")
"""Who speaks as several though they are a body: "authorities in Tarn"."""
INSIDE = worded(r"\s@joins_inside\s")
APPOSED = pattern_of(r",\s\p{Ll}[^,]*$")
MOST_WORDS = 30


def joint_parts(span: Span, scene: Scene) -> tuple[Span, ...]:
    """Return the spans of the sources that *span* joins, in order; empty if it is one."""
    words = span.of(scene.text)
    may_join = " " in words and ("and" in words or "with" in words or "well" in words or "including" in words)
    if not may_join or len(words.split()) > MOST_WORDS:
        return ()
    if some := INCLUDING.search(words):
        return _group_and_some(span, some.start(), some.end(), scene)
    both = BOTH.match(words)
    first = both.end() if both else 0
    for match in AND.finditer(words):
        left, right = words[: match.start()], words[match.end() :]
        if left and right and _are_bodies(left[first:], right, is_both=first > 0):
            return Span(span.start + first, span.start + match.start()), Span(span.start + match.end(), span.end)
        is_sure = match["word"] in BESIDE and NAME.match(right) is not None and _last_name(left) != ""
        if (left and right) and (
            is_sure or _are_two(left, right, span.start + match.end(), scene, has_comma=match["comma"] is not None)
        ):
            rest = Span(span.start + match.end(), span.end)
            parts = (*_listed(Span(span.start, span.start + match.start()), scene), *(joint_parts(rest, scene) or (rest,)))
            return tuple(_trimmed(part, scene.text) for part in parts)
    return ()


def beside_whom(span: Span, scene: Scene) -> tuple[Span, ...]:
    """Return the first source where *span* is only a second one beside it: "| many of the keepers | as well as other hands believe"."""
    if not scene.text.endswith(BESIDE, 0, span.start):
        return ()
    joiner = next(beside for beside in BESIDE if scene.text.endswith(beside, 0, span.start))
    row = scene.words.row_from(span.start - len(joiner))
    if row == 0 or scene.words.sentence[row] < 0:
        return ()
    end = row - 1 if scene.words.kind[row - 1] == "," else row
    starts = starts_before(scene.words, end, scene.words.bounds[scene.words.sentence[row]][0])
    return (Span(scene.words.start[starts[-1]], scene.words.end[end - 1]),) if starts else ()


def _group_and_some(span: Span, cut: int, behind: int, scene: Scene) -> tuple[Span, ...]:
    """Return the group that *span* tells before *cut*, and those of it whom it names from *behind* on; empty if it is no group."""
    head, rest = Span(span.start, span.start + cut), Span(span.start + behind, span.end)
    if tell_type(head.of(scene.text)).type is not SourceType.GROUP:
        return ()
    named = joint_parts(rest, scene) or (rest,)
    return (head, *(_trimmed(part, scene.text) for part in named if _names_somebody(part, scene)))


def _names_somebody(part: Span, scene: Scene) -> bool:
    """Tell whether *part* is a person's name, with no more than where they are from behind it."""
    name = NAME.match(scene.text, part.start, part.end)
    if name is None or not _is_somebody(without_possessive(name.group()), part.start, scene):
        return False
    return name.end() == part.end or scene.text.startswith(OF_WHERE, name.end())


def _are_two(left: str, right: str, start: int, scene: Scene, *, has_comma: bool) -> bool:
    """Tell whether *left* and *right*, which begins at *start*, are two sources."""
    is_clause_open = INSIDE.search(left) is not None and not has_comma
    is_apposed = APPOSED.search(left) is not None and not has_comma
    if BEGINS_NEW.match(right):
        return not is_apposed and not left.endswith((" of", " by"))
    if BEGINS.match(right):
        return not is_clause_open and not is_apposed
    last = _last_name(left)
    if is_clause_open or is_apposed:
        return False
    name = NAME.match(right)
    kind = tell_type(right)
    if name is not None and kind.type is SourceType.GROUP and not kind.is_name and not INSIDE.search(left):
        person = (
            scene.names.find(last, start + 1) if last else None
        )  # "Ruiz and Norland lawmakers", but "U.S. and Norland lawmakers" are one
        return person is not None and is_personal(person)
    if name is None:
        is_several = kind.type is SourceType.GROUP or MANY.match(right) is not None
        is_office = OFFICE.fullmatch(left) is not None and tell_type(left).type is SourceType.PERSON
        return is_several and (is_office or (bool(last) and _is_somebody(last, start, scene)))
    if not INSIDE.search(left) and "," not in left and tell_type(left).type is SourceType.GROUP and last in {left, ""}:
        return _is_somebody(without_possessive(name.group()), start, scene)
    return (
        bool(last)
        and _is_somebody(without_possessive(name.group()), start, scene)
        and _is_somebody(last, start, scene)
        and last != name.group()
    )


def _are_bodies(left: str, right: str, *, is_both: bool) -> bool:
    """Tell whether two bodies speak: "both Astra and NASA", "the Ports Union and the Rail Union", but not "the Food and Drug Agency"."""
    one, other = BODIES.fullmatch(left), BODIES.fullmatch(right.partition(",")[0])
    if one is None or other is None:
        return False
    return is_both or all(_is_whole_body(match["name"].split()) for match in (one, other))


def _is_whole_body(tokens: list[str]) -> bool:
    """Tell whether *tokens* are a body's name to its end: initials, or two words and more of which the last says what it is."""
    if len(tokens) == 1:
        return len(tokens[0]) > 1 and tokens[0].isupper()
    return tokens[-1].casefold() in body_words() and not {"of", "for"} & set(tokens)


def _listed(span: Span, scene: Scene) -> tuple[Span, ...]:
    """Return the names of a list before "and": "Ruiz, Lee (and Brand)"; the whole span if it is no such list."""
    parts: list[Span] = []
    start = span.start
    for match in [*COMMA.finditer(scene.text, span.start, span.end), None]:
        end = match.start() if match else span.end
        part = scene.text[start:end]
        if not NAME.fullmatch(part) or not _is_somebody(part, start, scene):
            return (span,)
        parts.append(Span(start, end))
        start = match.end() if match else end
    return tuple(parts)


def _last_name(left: str) -> str:
    """Return the name that *left* begins with or ends in, before an apposition: "Ruiz" of "Mayor Ruiz, who left,"."""
    head = left.partition(",")[0]
    names = list(NAME.finditer(head))
    return without_possessive(names[-1].group()) if names and names[-1].end() == len(head) else ""


def _is_somebody(name: str, at: int, scene: Scene) -> bool:
    """Tell whether *name* can speak alone: a person whom the article names, one with a title, a country or its capital."""
    rest = strip_titles(name.split())
    if not rest or any(token.casefold() in body_words() for token in rest):
        return False
    person = scene.names.find(name, at + 1)
    if person is not None:
        return is_personal(person)
    return len(rest) < len(name.split()) or (
        len(rest) == 1 and (rest[0] in country_words() or name_words().get(rest[0]) == "place")
    )


def _trimmed(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    return Span(span.start, span.start + len(words.rstrip(" ,")))
