"""Labels of speakers: a paragraph goes in, the label that opens it comes out ("RUIZ:", "[00:01:14] JANE ORR:", "Q:", "Ines Havel (laughing):")."""

from __future__ import annotations

from typing import NamedTuple

import regex

from citeaudit.lexicon.people import first_names, name_words, source_nouns
from citeaudit.model.spans import Span
from citeaudit.outlets.ambiguity import common_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names, strip_titles, titles_table
from citeaudit.sources.persons import is_personal, may_be_surname, person_named

LABEL = pattern_of(
    r"""
    (?:[“"]\s?+)?
    (?P<time>[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?\s*+(?:[–—-]\s)?)?+            # [00:01:14]
    (?:\#\d{1,3}\s)?+
    (?P<name>
        (?P<letter>[QA](?=[.:]\s)|Q(?=\s\p{Lu}[^?]*\?))                                # Q:, A., Q Mr. President, when?
      | (?P<part>(?:(?:THE|The)\s)?(?:\p{Lu}[\p{L}-]*\s){0,2}(?:SPEAKER|Speaker|CALLER|Caller|INTERVIEWER|Interviewer|MODERATOR|Moderator|HOST|Host|REPORTER|Reporter|QUESTION|Question|
        ANSWER|Answer|AUDIENCE|Audience|NARRATOR|Narrator|OPERATOR|Operator|ANCHOR|Anchor|PARTICIPANT|Participant|PRESENTER|Presenter|VOICE|Voice|UNIDENTIFIED|Unidentified)(?:\s(?:MALE|FEMALE|MAN|WOMAN|Male|Female|Man|Woman))?(?:\s?\#?\d{1,2})?)
      | (?P<initials>\p{Lu}{2,3}(?!\.)|(?:\p{Lu}\.){2,3})
      | (?P<capitals>(?:THE\s)?\p{Lu}[\p{Lu}'’.-]++(?:\ \p{Lu}[\p{Lu}'’.-]*+){0,3})            # RUIZ, CHUCK TODD, THE PRESIDENT
      | (?P<mixed>\p{Lu}[\p{L}’'.-]*+(?:\ (?:de|da|van|von|bin|al)?\ ?\p{Lu}[\p{L}’'.-]*+){0,3})           # Havel, Ines Havel
      | (?P<small>\p{Ll}[\p{Ll}’'-]++(?:\ \p{Ll}[\p{Ll}’'-]++){0,2})(?=:\s)                              # ines havel
    )
    (?:\s?[(\[](?P<stage>\p{Ll})?[^()\[\]\n]{1,40}[)\]])?                                     # RUIZ (on tape)
    (?:(?P<mark>[:.])\s|(?<=Q)\s)
    """,
    regex.VERBOSE,
)


FARTHEST_LETTER = 12
"""So far at most stands the letter of a label, with a mark and a number before it."""
MOST_PEOPLE = 200
"""Among so many full names initials are looked for."""


class Label(NamedTuple):
    """
    Who speaks by the label of a paragraph: the span of the *name*, that of the *mark* behind it, and where the words begin (*end*).

    *speaker* tells one from another; *is_weak*: it may be any heading ("The Echo:") or abbreviation ("ML:"), of which *is_initials*
    tells the latter; *is_timed*: a time stands before it; *is_script*: a stage direction or a title in capitals is a transcript's. *full* is the name in capitals where the label has it in small letters, or all of it where a number tells who ("SPEAKER #2").
    """

    name: Span
    mark: Span
    end: int
    speaker: str
    is_weak: bool = False
    is_timed: bool = False
    is_initials: bool = False
    is_script: bool = False
    full: str | None = None


def label_of(text: str, paragraph: Span, names: Names) -> Label | None:
    """Return the speaker's label that opens *paragraph*, None if none does or nothing follows it."""
    if ":" not in text[paragraph.start : paragraph.end] and not _may_be_letter(text, paragraph):
        return None  # asked first, since most paragraphs hold no colon
    match = LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() >= paragraph.end or not (match["letter"] or match["mark"] == ":"):
        return None
    if not any(letter.isalpha() for letter in text[match.end() : paragraph.end]):
        return None  # "Ruiz: 1,769." counts delegates.
    name = match["name"]
    is_weak = _is_weak(match, names)
    if is_weak is None:
        return None
    mark = Span(*match.span("mark")) if match["mark"] else Span(*match.span("letter"))
    known = (
        names.find(name.title() if name.isupper() or name.islower() else name, match.end())
        if " " in name or len(name) > 3
        else None
    )
    speaker = known.name.casefold() if known else name.casefold() if match["part"] else name.split()[-1].casefold()
    return Label(
        Span(*match.span("name")),
        mark,
        match.end(),
        speaker,
        is_weak,
        match["time"] is not None,
        match["initials"] is not None,
        match["stage"] is not None or (match["capitals"] is not None and _is_office(name.split())),
        known.name if known and match["small"] else name if match["part"] and name[-1].isdigit() else None,
    )


def _may_be_letter(text: str, paragraph: Span) -> bool:
    """Tell whether *paragraph* opens with "Q" or "A", behind a quotation mark or a number if any."""
    return text[paragraph.start : min(paragraph.end, paragraph.start + FARTHEST_LETTER)].lstrip('“"#0123456789 \n')[:1] in (
        "Q",
        "A",
    )


def _is_weak(match: regex.Match[str], names: Names) -> bool | None:
    """Tell whether a label may as well be a heading; None if it names nobody."""
    name = match["name"]
    if match["letter"] or match["part"] or match["time"]:
        return False
    if match["initials"]:
        return None if name.casefold() in common_words() else not _has_initials(name, names)
    words = name.split()
    is_titled = _is_titled(words)
    if match["small"]:
        return False if len(words) > 1 and person_named(name.title(), match.end(), names) else None
    if match["capitals"]:
        is_word = all(word.casefold().strip(".") in common_words() for word in words) or name.title() in name_words()
        has_word = any(word.casefold().strip(".") in common_words() for word in words) and words[0].title() not in first_names()
        is_named = names.find(name.title(), match.end()) is not None
        return False if _is_office(words) or is_named or not (is_word or (has_word and len(words) > 1)) else None
    person = names.find(name, match.end())
    if person is not None and strip_titles(words):
        return not is_personal(person)
    if is_titled and is_name(name.partition(" ")[2], match.end(), names):
        return False
    # One word may be a part ("Captain:", "Clerk:") or what somebody is called by ("Jo:").
    is_part = name.casefold() in source_nouns() or (name in first_names() and name.casefold() not in common_words())
    return True if is_part or (words[0] == "The" and len(words) > 1) or is_name(name, match.end(), names) else None


def _is_titled(words: list[str]) -> bool:
    return len(words) > 1 and words[0].casefold().strip(".") in titles_table()


def _is_office(words: list[str]) -> bool:
    """Tell whether *words* in capitals are what a transcript calls a speaker by: "THE COURT", "MR. RUIZ"."""
    office = words[-1].casefold()
    return _is_titled(words) or (words[0] == "THE" and (office in titles_table() or office in source_nouns()))


def _has_initials(name: str, names: Names) -> bool:
    letters = name.replace(".", "")
    return any("".join(word[0] for word in person.name.split()) == letters for person in names.people[:MOST_PEOPLE])


def is_name(name: str, at: int, names: Names) -> bool:
    """Tell whether *name*, which ends before *at*, is somebody's: one whom the article names, or no word or place that it could be else."""
    name = name.title() if name.isupper() else name
    person = names.find(name, at)
    if person is not None:
        return is_personal(person)
    words = name.split()
    if len(words) > 1:
        return words[0] in first_names()
    return may_be_surname(name) and name.casefold() not in common_words() and name.casefold() not in source_nouns()
