"""What a line is by the lines around it: a text with its paragraphs goes in, those that form alone cannot tell come out with their kinds.

A line without a full stop is a heading, unless its place says otherwise: several in a row are a list or a table, the one above
"— Ana Hale (@anahale) May 3, 2026" is a post, and a long one in running language in the midst of the story is a statement
whose full stop is missing.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from citeaudit.lexicon.people import first_names
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.deeds import tells_deed
from citeaudit.sentences.endings import STOPS, ending_of
from citeaudit.sentences.headlines import FINITE, RUNNING, count_words, is_title_case
from citeaudit.words.tokens import irregular_forms

Told = tuple[SentenceKind, str, str]
"""A kind, the step that told it, and why in words for a person."""

BULLETS = frozenset("•▪●◦‣⁃*»→►✔✓❖·—–―-")
SIGNED = pattern_of(r"[.!?](?:[”\"’'] ?[—–―-]|\s[—–―-]{1,2}\s?@\w{2,30}$)")
"""A quotation and the dash before who said it, or a sentence and the account that it is from: "It has sunk. — @harbour"."""
ITEM_MARKS = frozenset("•▪●◦‣⁃*►")
ASKED = pattern_of(r"\S\s(?:What|How|Why|Where|Who|When|Which|That|Whether)\b")
CREDITED = pattern_of(
    r"\s(?:[—–-]\s(?:[Tt]he\s)?\p{Lu}[\w&.’'-]*(?:\s\p{Lu}[\w&.’'-]*){0,3}|\((?:via\s)?(?:[Tt]he\s)?\p{Lu}[\w&.’' -]{1,40}\))$"
)
"""Who says so, behind an item: "• The ferry will stop in May — Politico", "• Two were hurt (via the Sun)"."""
LINK = r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+"
ACCOUNT = r"@[\w.-]{1,40}(?:@[\w.-]{1,40})?"
"""A handle as the networks write it: "@janeroe", "@roe.example", "@roe@news.example"."""
POST_DATE = (
    r"(?:\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\.?,?\s\d{4}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)"
    r"(?:,?(?:\sat)?\s\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)?"
)
HANDLE = rf"[—–-]{{1,2}}\s?[^—–]{{1,60}}\({ACCOUNT}\)(?:\s{POST_DATE})?"
HANDLE_LINE = pattern_of(rf"{HANDLE}\W*$")
POSTED = pattern_of(rf"{LINK}|[#@]\w+|{HANDLE}")
"""What a post holds that is no word of it: links, tags, handles, and who posted it when."""
POST_END = pattern_of(rf"(?:(?:pic\.twitter\.com/|(?:https?://)?t\.co/)\S+|{HANDLE})\W*$")
LINK_END = pattern_of(rf"{LINK}$")
POST_TAIL = 240
POST_WORDS = 3
TAG = pattern_of(r"\*?#\w{3,60}\*?")
TAG_EDGE = pattern_of(
    r"^\W{0,3}#\w{3,60}\*?\s|(?<!\b(?:about|of|on|in|at|to|for|with|by|from|the|a|an|is|and))\s#\w{3,60}\W{0,3}$"
)
"""A tag before or behind a line, and no word of it."""
TAGGED_WORDS = 4
ASKING = ("How ", "Why ", "What ", "Who ", "When ", "Where ")
SPEAKS = worded(r"\b(?:@subject|I|we|you|@aux)\b")
FIGURE = pattern_of(r"[(\[$£€+–—-]{0,2}\d[\d.,:/–-]*(?:%|th|st|nd|rd|pts?|\*)?[)\]]?")
TEAM = r"\p{Lu}[\p{L}.’'-]*(?: (?:of|the|and|\p{Lu}[\p{L}.’'-]*)){0,3}"
SCORE = pattern_of(
    rf"{TEAM} (?:\d{{1,3}}(?:,? (?:at )?{TEAM} \d{{1,3}}| ?[–—-] ?\d{{1,3}} {TEAM})|d\. {TEAM} \d{{1,3}}[–-]\d{{1,3}})(?: \([^()]{{1,12}}\))?$"
)
LEAST_FIGURES = 3
MOST_SMALL = 2
FIGURE_SHARE = 0.34
ENUMERATOR = pattern_of(r"(?:No\.? ?|#)?\d{1,3}(?:[.):]|\s[–—-])\s?")
VALUE = pattern_of(r"[^:]{1,40}:\s+\S")
ITEM_WORDS = 12
LEAST_RUN = 3
"""So many lines in a row without a full stop are a list."""
LEAST_REPEATED = 3
"""A line that comes so often is the credit of pictures or a label: no heading is printed three times."""
TOP_RUN = 6
"""Above the story, only so many: title, deck, byline and date stand there."""
TOP = 2
PROSE_WORDS = 14
EXPLAINS = ("How ", "Why ")
"""How a heading begins that says what it is about, however long it is."""
NO_HEADLINE_WORDS = 20
"""No heading in the midst of a story is as long as that and tells of a deed."""
SPOKEN_WORDS = 8
STORY_WORDS = 12
PRONOUN = pattern_of(r"[\"“‘'(]?(?:He|She|They|We|I|You)\b")
PARTICIPLE = pattern_of(
    r"(?<!\b(?:have|has|had|been|be|were|was|are|is|not|those|of|as)\s)\b\p{Ll}{3,}ed\b(?!\s(?:by|in|at|with)\b)"
)
NOTHING = ("", "")
CONNECTS = worded(r"(?i:@line_opener)\b")
"""What joins a sentence to the one before: headings do not begin like that."""
AFTER_WHO = pattern_of(r"\b(?:who|which|that)(?:\s(?:have|has|had|is|are|was|were|been|be))*+\s\p{L}+\b|\bsaid\sto\b")
"""Verbs that are not the line's own: those of a relative clause, and a headline's "said to"."""
SIGN_OFF = pattern_of(
    r"(?:[—–-]{1,2}\s?|[Ss]ource: |[Vv]ia |[Pp]ost(?:ed)? by )(?:[Tt]he )?[\p{Lu}@](?:[^.!?]|\.(?=\w)){1,80}\.?$|A post shared by .{2,80}$|by u/[\w-]{2,30}\b.{0,40}$"
    rf"|(?:[^.!?]{{1,60}}\()?{ACCOUNT}\)?[^.!?]{{0,30}}$"
)
"""What stands under somebody's words and says whose they are."""
NAME = pattern_of(r"\p{Lu}[\p{L}’'-]+(?: (?:\(?\p{Lu}\.?[\p{L}.’'-]*\)?|de|van|von|bin|al)){1,3}$")


class _Line(NamedTuple):
    """A paragraph of one piece that no stop ends."""

    number: int
    words: str
    length: int
    shape: tuple[bool, ...]


def tell_lines(text: str, paragraphs: list[list[Sentence]]) -> dict[int, Told]:
    """Return what is known by their neighbours of those paragraphs that are lines without a full stop, by their numbers."""
    lines = _bare_lines(text, paragraphs)
    if not lines:
        return {}
    top = next((number for number in range(len(paragraphs)) if number not in lines), 0)
    told: dict[int, Told] = {}
    for number, line in lines.items():
        kind = (
            _post(line, lines.get(number + 1))
            or (_byline(line) if 0 < number < top else None)
            or (_tagged(line) if number > top else None)
            or (_prose(line, text, paragraphs) if number > top else None)
        )
        if kind is not None:
            told[number] = kind
    times = Counter(line.words for line in lines.values())
    for number, line in lines.items():
        if line.length <= ITEM_WORDS and times[line.words] >= LEAST_REPEATED:
            told.setdefault(number, (SentenceKind.FRAGMENT, "repeated", "a line that comes again and again"))
    for run in _runs(list(lines.values())):
        for number in _items(run, text, paragraphs):
            told.setdefault(number, (SentenceKind.FRAGMENT, "list", "one of several lines without a full stop"))
    return told


def is_bare_post(words: str) -> bool:
    """Tell whether *words* are only the links, tags and handles of a post, or who posted it when."""
    if len(words) > POST_TAIL or not ("(@" in words or "/" in words or words[0] in "#@."):
        return False
    rest = POSTED.sub(" ", words)
    return rest != words and count_words(rest) < (POST_WORDS if HANDLE_LINE.search(words) else 1)


def is_stated_item(words: str) -> bool:
    """Tell whether *words* are an item of a list that states something: in running language, or with the credit of who says so behind it."""
    if words[0] not in ITEM_MARKS or not words[1:2].isspace() or ASKED.match(words) or is_title_case(words):
        return False
    if not FINITE.search(words[:600]):
        return False
    return RUNNING.search(words[:600]) is not None or CREDITED.search(words[-POST_TAIL:]) is not None


def is_sign_off(words: str) -> bool:
    """Tell whether the line *words* under somebody's words only says whose they are: a dash and a name, a post's author and date."""
    return HANDLE_LINE.match(words) is not None or SIGN_OFF.match(words) is not None


def tell_row(words: str) -> Told | None:
    """Tell a row of a table, or a score, which no stop ends."""
    tokens = words[:600].split()
    figures = sum(FIGURE.fullmatch(token) is not None for token in tokens)
    small = sum(token[0].islower() for token in tokens)
    is_table = figures >= LEAST_FIGURES and figures >= FIGURE_SHARE * len(tokens) and small <= MOST_SMALL
    if is_table or SCORE.match(words):
        return SentenceKind.FRAGMENT, "row", "a row of figures"
    return None


def _bare_lines(text: str, paragraphs: list[list[Sentence]]) -> dict[int, _Line]:
    lines = {}
    for number, paragraph in enumerate(paragraphs):
        if len(paragraph) > 1:
            continue
        words = paragraph[0].span.of(text)
        ending = ending_of(words)
        if ending and ending not in STOPS and ending != "?":
            shape = (
                ENUMERATOR.match(words) is not None,
                VALUE.match(words) is not None,
                "," in words,
                words[0].islower(),
                words[0] in '“"',
            )
            lines[number] = _Line(number, words, count_words(words), shape)
    return lines


def _post(line: _Line, following: _Line | None) -> Told | None:
    """Tell a post of a network, which its links and the line under it give away."""
    is_signed = following is not None and HANDLE_LINE.match(following.words) is not None
    if HANDLE_LINE.match(line.words) or not (is_signed or POST_END.search(line.words[-POST_TAIL:])):
        return None
    if count_words(POSTED.sub(" ", line.words[:600])) < POST_WORDS:
        return SentenceKind.FRAGMENT, "post", "a post without words of its own"
    return SentenceKind.STATEMENT, "post", "a post, and who posted it"


def _tagged(line: _Line) -> Told | None:
    """Tell a post by the tag before or behind what it says: "but she sails better than Tam #CorvellCup", not "#CorvellCup is here to stay"."""
    tag = TAG_EDGE.search(line.words) if "#" in line.words and not line.words.startswith(ASKING) else None
    if tag is None or is_title_case(line.words):
        return None
    said = TAG.sub("", line.words).strip()
    if (
        count_words(said) < TAGGED_WORDS
        or (line.words[0] == "#" and FINITE.match(said))
        or not (FINITE.search(said) or SPEAKS.search(said))
    ):
        return None
    return SentenceKind.STATEMENT, "tagged", "a post with its tags"


def _byline(line: _Line) -> Told | None:
    """Tell a name by itself above the story."""
    name = line.words.split()[0].capitalize()
    if NAME.match(line.words) and name in first_names():
        return SentenceKind.BYLINE, "name", "a name by itself above the story"
    return None


def _prose(line: _Line, text: str, paragraphs: list[list[Sentence]]) -> Told | None:
    """Tell a statement whose full stop is missing: long, in running language, in the midst of the story."""
    if line.words[0] in BULLETS or line.words.startswith(EXPLAINS):
        return None
    if line.length >= SPOKEN_WORDS and tells_deed(line.words) and not is_title_case(line.words):
        return SentenceKind.STATEMENT, "deed", "it tells a past deed, the full stop is missing"
    least = SPOKEN_WORDS if PRONOUN.match(line.words) or LINK_END.search(line.words[-POST_TAIL:]) else PROSE_WORDS
    introduced = _ends_with_colon(text, paragraphs[line.number - 1])
    if introduced:
        least = POST_WORDS
    if line.length < least or is_title_case(line.words):
        return None
    main = AFTER_WHO.sub(" ", line.words[:600])
    running = len(RUNNING.findall(main)) + bool(CONNECTS.match(main))
    is_verbal = FINITE.search(main) or (line.length >= PROSE_WORDS and (PARTICIPLE.search(main) or _tells_past(main)))
    if is_verbal and running > (0 if introduced or least == SPOKEN_WORDS or line.length >= NO_HEADLINE_WORDS else 1):
        return SentenceKind.STATEMENT, "unstopped", "running language, the full stop is missing"
    return None


def _tells_past(words: str) -> bool:
    """Tell whether *words* have a past that no "-ed" tells: "gave", "told"."""
    return any(irregular_forms().get(word, NOTHING)[1] == "ED" for word in words.split())


def _ends_with_colon(text: str, paragraph: list[Sentence]) -> bool:
    return paragraph[-1].span.of(text).rstrip('"”’ *_').endswith(":")


def _runs(lines: list[_Line]) -> list[list[_Line]]:
    """Return the runs of short lines of which each follows the one before."""
    runs: list[list[_Line]] = []
    for line in lines:
        if line.length > ITEM_WORDS or is_stated_item(line.words) or SIGNED.search(line.words):
            continue
        if runs and runs[-1][-1].number == line.number - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _items(run: list[_Line], text: str, paragraphs: list[list[Sentence]]) -> list[int]:
    """Return the numbers of those lines of a *run* that are items of a list: not the heading above, nor the one below."""
    if run[0].number == 0:
        if len(run) < TOP_RUN:
            return []
        run = run[TOP:]
    elif len(run) == 2 and run[0].shape[:2] == run[1].shape[:2] and any(run[0].shape[:2]):
        return [line.number for line in run]
    if len(run) < LEAST_RUN:
        return []
    numbered = [place for place, line in enumerate(run) if line.shape[0]]
    if len(numbered) == 1:  # "7. The Old Bridge" heads what follows, and more headings may stand above it
        run = run[numbered[0] + 1 :]
        return [line.number for line in run] if len(run) > 1 else []
    items = [line.number for line in run]
    is_introduced = run[0].number > 0 and _ends_with_colon(text, paragraphs[run[0].number - 1])
    if not is_introduced and run[0].shape != run[1].shape == run[-1].shape:
        del items[0]
    last, after = run[-1], run[-1].number + 1
    is_above_story = after < len(paragraphs) and count_words(_words(text, paragraphs[after])) >= STORY_WORDS
    if is_above_story and (last.shape != run[-2].shape or not any(last.shape)):
        del items[-1]
    return items


def _words(text: str, paragraph: list[Sentence]) -> str:
    return text[paragraph[0].span.start : paragraph[-1].span.end]
