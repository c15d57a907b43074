"""What each sentence is: a text with its sentences goes in, the same sentences with their kinds and evidence come out.

Form tells (no full stop, a question mark, the phrases of boilerplate, credits and bylines), and so does place: a line by
itself, the first paragraph, an item of a list. What nothing tells otherwise is a statement.
"""

from __future__ import annotations

from itertools import groupby

from citeaudit.lexicon.people import first_names
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.spans import Evidence
from citeaudit.patterns import pattern_of
from citeaudit.sentences.authors import find_author_notes
from citeaudit.sentences.datelines import opens_story
from citeaudit.sentences.endings import STOPS, ending_of
from citeaudit.sentences.furniture import tell_furniture
from citeaudit.sentences.headlines import (
    FINITE,
    FUNCTION_WORDS,
    HEADLINE_WORDS,
    LEAD_WORDS,
    MOST_HEADLINES,
    RUNNING,
    WORD,
    count_words,
    find_headlines,
    has_more_words,
    is_title_case,
)
from citeaudit.sentences.lines import BULLETS, SIGNED, Told, is_bare_post, is_sign_off, is_stated_item, tell_lines
from citeaudit.sentences.listings import tell_listing
from citeaudit.sentences.marked import tell_by_markup
from citeaudit.sentences.phrases import OPENERS, Signed, find_signs, tell_by_phrase
from citeaudit.sentences.questions import says_who_asks
from citeaudit.sentences.quoted import CLOSING, OPENING, Quoted, find_quoted, holds_turns, is_within, opens_single
from citeaudit.sentences.subheadings import with_subheadings
from citeaudit.sentences.verbless import is_bare_link, tell_verbless
from citeaudit.text.markup import NOWHERE, Markup, Place

STAGE = pattern_of(
    r"[\"“]?[\[(]\s?\p{Lu}[\p{Lu} ,.-]{2,40}\s?[\])][\"”.]*$|(?:(?:[Pp]artial|[Ff]ull|[Rr]ush) )?[Tt]ranscript (?:as )?follows:$"
)
STAGED = frozenset('"“[(<')
"""What such lines begin with, if they do not say that something follows."""
NAMED = pattern_of(r"\p{Lu}\p{Ll}[\p{L}.’-]*(?:,(?=.*,))?(?: (?:(?:and|of|for|the|at) )*\p{Lu}[\p{L}.’-]*,?)+\.$")
BRACKETED = pattern_of(r"\[[^\[\]]{1,30}\][.”\"]?$")
MARKUP = pattern_of(r"(?:<[^<>]++>\s*+)+\.?")
CLOCK = pattern_of(
    r"(?:(?:Updated?|UPDATED?)[,:]? )?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?|[AP]\.?M\.?)(?: \p{Lu}{2,4})?[.:]{0,2}$|\d{1,2}:\d\d$"
)
FOOTNOTED = pattern_of(r"\s?(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]|\p{Ll}\.\d{1,2})+$")
"""A line that bears the mark of a note states something: headings have none."""
FOOTNOTED_WORDS = 5
DESCRIBED = pattern_of(
    r"(?P<first>\p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}.’'-]*){1,3}(?P<age>, \d{1,3})?, (?:the |an? )?\p{Ll}[\p{L}’'-]*(?: [\p{L}’'-]+){0,6}$"
)
"""A name and what they are, as captions have it: "Ana Hale, 34, engineer"."""
CAPTION = pattern_of(r"(?:Figure|Fig\.|Table|Chart|Map) \d+")
HEADING_WORDS = 45
LEAD_LENGTH = 200
"""No headline with a stop is longer, in code points."""
SHORT_WORDS = 12
LABEL_WORDS = 3
NAME_WORDS = 6
STOPPED = 0.4
STOPPED_BY = frozenset(".!?…:")
CREDITED = 2
"""So many sentences has a paragraph that is a caption and its credit."""
LONGEST_CREDIT = 80
LONGEST_CAPITALS = 48
"""No line of a page in capitals is longer, in code points, but for headlines."""
MOST_CARRIED = 4
"""No paragraph of more sentences is boilerplate for how it begins: some pages have all of their text in one line."""
TITLE_WORDS = 4
VERBLESS = 90
QUOTES = frozenset("\"“‘'(")
ASKED = frozenset("?\"”’'‘")


def tell_kinds(
    text: str, sentences: tuple[Sentence, ...], *, title: str | None = None, byline: str | None = None, markup: Markup = ()
) -> tuple[Sentence, ...]:
    """
    Return *sentences* with their kinds, each with the evidence.

    *title* and *byline* are those that came with the article: lines that repeat them are known by them. *markup* says where each
    sentence stands in its page.
    """
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    stopped = [_is_stopped(text, paragraph[-1]) for paragraph in paragraphs]
    is_printed = sum(stopped) >= STOPPED * len(stopped)
    folded = _fold(title or "")
    titled = _titled(text, paragraphs, folded)
    headlines = find_headlines(text, paragraphs)
    notes = find_author_notes(text, paragraphs)
    has_turns = holds_turns(text, paragraphs)
    lines = tell_lines(text, paragraphs)
    last = max(2, len(paragraphs) - 2)
    signs = find_signs(
        text,
        [sentence.span.start for sentence in sentences],
        paragraphs[last][0].span.start if last < len(paragraphs) else len(text),
    )
    told: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        is_end = number >= last
        is_alone = len(paragraph) == 1
        carried: Told | None = None
        for sentence, quoted in zip(paragraph, find_quoted(text, paragraph), strict=True):
            words = sentence.span.of(text)
            place = markup[len(told)] if markup else NOWHERE
            is_said = quoted.opened and (quoted.goes_on or not CLOSING.isdisjoint(words))
            phrased, is_whole = (not is_said and tell_by_phrase(words, signs.get(len(told)), is_end=is_end)) or (None, False)
            if phrased is None and is_alone and not is_said and number and len(words) <= LONGEST_CAPITALS and words.isupper():
                phrased = _in_capitals(words, is_end=is_end)
            if is_whole and sentence is paragraph[0] and len(paragraph) <= MOST_CARRIED:
                carried = phrased
            kind, step, detail = (
                (_known(words, byline, is_title=number in titled or _is_title(words, folded)) if title or byline else None)
                or (phrased if phrased and not _signs(words, phrased, place) else None)
                or carried
                or (tell_by_markup(text, sentence, place, is_alone=is_alone) if markup else None)
                or ((SentenceKind.CREDIT, "author", "who the author is") if sentence.span.start in notes else None)
                or (tell_listing(words) if is_alone else None)
                or (None if is_said else tell_furniture(words, is_alone=is_alone, is_last=sentence is sentences[-1]))
                or ((SentenceKind.HEADING, "headline", "a headline before the story") if number in headlines else None)
                or (lines.get(number) if is_alone else _verbless(words, quoted))
                or (_spoken(words, quoted) if words[-1] in ASKED else None)
                or _formed(
                    words,
                    is_alone=is_alone,
                    is_last=sentence is paragraph[-1],
                    is_top=number == 0 and len(paragraphs) > 1,
                    is_printed=is_printed,
                )
            )
            # An answer, but for a number of the list, asserts what was asked, and what is quoted is somebody's.
            is_answer = bool(told) and told[-1].kind is SentenceKind.QUESTION and not (is_alone and words[0].isdecimal())
            if step == "stop" and not (is_answer or has_turns or quoted.opened or place.voice):
                is_first = sentence is paragraph[0]
                is_credited = is_first and len(paragraph) == CREDITED and _is_credit(text, paragraph[1], signs.get(len(told) + 1))
                found = tell_verbless(words, is_alone=is_alone or is_credited, is_first=is_first)
                if found and not (
                    opens_single(text, paragraph[0].span.start, sentence.span.start)
                    or is_within(text, sentence.span.start, sentence.span.end)
                ):
                    kind, step, detail = found
            evidence = (*sentence.evidence, Evidence(f"kinds.{step}", sentence.span, detail))
            told.append(Sentence(sentence.span, kind, sentence.paragraph, evidence))
    return tuple(with_subheadings(text, told))


def _in_capitals(words: str, *, is_end: bool) -> Told | None:
    """Tell a line of the page in capitals by what it says in small letters: "VIEW GALLERY", "GETTY IMAGES - GETTY"."""
    for spelled in (words.capitalize(), words.title()):
        signs = find_signs(spelled, [0], 0 if is_end else len(spelled))
        phrased = tell_by_phrase(spelled, signs.get(0), is_end=is_end)
        if phrased and phrased[0][0] is SentenceKind.BOILERPLATE:
            return phrased[0]
    return None


def _is_credit(text: str, sentence: Sentence, signed: Signed | None) -> bool:
    """Tell whether *sentence* only says who took the picture, so that a caption may stand before it: "A still from the film. Photo: Vale Herald"."""
    words = sentence.span.of(text)
    phrased = tell_by_phrase(words, signed, is_end=False) if len(words) <= LONGEST_CREDIT else None
    return phrased is not None and phrased[0][0] is SentenceKind.BOILERPLATE


def _signs(words: str, phrased: Told, place: Place) -> bool:
    """Tell a line under somebody's words that says whose they are, and is no line of the page: a post's author, "– Ana Hale, Writer"."""
    if place.voice is None and (phrased[0] is not SentenceKind.BYLINE or words[0] not in "–—-"):
        return False
    return is_sign_off(words) if place.voice else _is_signature(words)


def _known(words: str, byline: str | None, *, is_title: bool) -> Told | None:
    """Tell a line that repeats the title or the byline."""
    if is_title:
        return SentenceKind.HEADING, "title", "it repeats the title"
    if byline and len(words) < len(byline) + 24 and _fold(byline).removeprefix("by ") in _fold(words):
        return SentenceKind.BYLINE, "byline", "it repeats the byline"
    return None


def _titled(text: str, paragraphs: list[list[Sentence]], title: str) -> frozenset[int]:
    """Return the numbers of the first paragraphs that say the *title*, all of it or its beginning, in one sentence or several."""
    if not title:
        return frozenset()
    first = [_fold(text[p[0].span.start : p[-1].span.end][:600]) for p in paragraphs[:MOST_HEADLINES]]
    return frozenset(number for number, words in enumerate(first) if _is_same(words, title))


def _is_same(words: str, title: str) -> bool:
    """Tell whether one of the two folded lines is the other, or the beginning of it that says most of it."""
    shorter, longer = sorted((words, title), key=len)
    return words == title or (shorter.count(" ") >= TITLE_WORDS and longer.startswith(shorter) and len(words) < 2 * len(title))


def _is_title(words: str, title: str) -> bool:
    return bool(title) and len(words) <= 2 * len(title) and _fold(words) == title


def _spoken(words: str, quoted: Quoted) -> Told | None:
    """Tell a question inside a quotation of several sentences: who is quoted says it, so it is part of what is stated."""
    if "?" in words[-4:] and (quoted.opened or quoted.goes_on or (quoted.resumes and words[0] in OPENING)):
        return SentenceKind.STATEMENT, "spoken_question", "a question inside a quotation that goes on"
    return None


def _verbless(words: str, quoted: Quoted) -> Told | None:
    """Tell a sentence that is a name, as captions give it ("Chief Engineer Ana Hale."): it asserts nothing."""
    if len(words) > VERBLESS or words[-1] != "." or words[0] in QUOTES or quoted.opened or not CLOSING.isdisjoint(words):
        return None
    if not NAMED.match(words) or FINITE.search(words):
        return None
    return SentenceKind.FRAGMENT, "verbless", "a name, and no verb"


def _formed(words: str, *, is_alone: bool, is_last: bool, is_top: bool, is_printed: bool) -> Told:
    """Tell a sentence by its form: how it ends, how long it is, whether it stands alone in its paragraph."""
    ending = ending_of(words)
    if is_bare_post(words):
        return SentenceKind.FRAGMENT, "post", "the links of a post, or who posted it"
    if is_alone and (words[0].isdecimal() or words[0] == "U") and CLOCK.match(words):
        return SentenceKind.HEADING, "time_line", "a time of day by itself"
    first = words[0]
    if not (first.isalpha() or WORD.search(words, 0, 600)) or ((first in STAGED or ending == ":") and _is_staged(words)):
        return SentenceKind.FRAGMENT, "no_words", "no words that assert"
    if ending == "?":
        if says_who_asks(words):
            return SentenceKind.STATEMENT, "quoted_question", "it says that somebody asks"
        return SentenceKind.QUESTION, "question_mark", "it ends with a question mark"
    if ending in STOPS:
        return _stopped_alone(words, ending) if is_alone else (SentenceKind.STATEMENT, "stop", "it ends like a sentence")
    if not is_last:
        return SentenceKind.FRAGMENT, "caption", "no stop, and a credit or another item follows on the line"
    is_running = RUNNING.search(words, 0, 600) or FINITE.search(words, 0, 600)
    is_long = has_more_words(words, SHORT_WORDS if is_running and not is_printed else HEADING_WORDS)
    if not is_alone and not is_long:
        return _unstopped_piece(words, is_top=is_top)
    return (SentenceKind.STATEMENT, "unstopped", "the full stop is missing") if is_long else _unstopped(words)


def _is_staged(words: str) -> bool:
    """Tell what stands between the lines of a text and is no part of it: a stage direction, a note in brackets, a tag."""
    return bool(STAGE.match(words) or BRACKETED.match(words) or MARKUP.fullmatch(words))


def _stopped_alone(words: str, ending: str) -> Told:
    """Tell a line by itself that ends with a stop."""
    if ending == ";" and count_words(words) <= HEADLINE_WORDS:
        return SentenceKind.HEADING, "line", "a line by itself that ends with a semicolon"
    if words[0] in "—–-" and count_words(words) <= SHORT_WORDS and _is_signature(words):
        return SentenceKind.FRAGMENT, "signed", "a dash, and whose the words above are"
    if words.isupper() and count_words(words) <= LABEL_WORDS:
        return SentenceKind.HEADING, "label", "a label in capitals by itself"
    is_short = len(words) <= LEAD_LENGTH and ending in ".!"
    is_short = is_short and words.count("”") <= words.count("“") and words[0] not in "—–-"
    if is_short and not has_more_words(words, LEAD_WORDS) and count_words(words) > 1 and is_title_case(words):
        return SentenceKind.HEADING, "title_case", "a line by itself in title case"
    return SentenceKind.STATEMENT, "stop", "it ends like a sentence"


def _is_signature(words: str) -> bool:
    """Tell a dash and a name, with what they are behind a comma or without: "— Ana Hale, a reader."."""
    name = words.lstrip("—–- ").partition(",")[0].split()
    return 1 < len(name) <= NAME_WORDS and all(word[0].isupper() for word in name) and not FINITE.search(words)


def _unstopped_piece(words: str, *, is_top: bool) -> Told:
    """Tell what stands without a stop at the end of a paragraph, behind sentences: at the *top* the headline, behind the caption of the first picture."""
    is_terse = not (RUNNING.search(words) or FINITE.search(words))
    if is_top and (words[0] == "|" or is_terse) and 1 < count_words(words) <= HEADLINE_WORDS:
        return SentenceKind.HEADING, "behind_caption", "it stands above the story, behind a caption, and has no stop"
    tokens = words.split()
    if is_terse and len(tokens) > 1 and all(_is_named(token) for token in tokens):
        return SentenceKind.FRAGMENT, "label", "names or figures, and no verb"
    if is_bare_link(words):
        return SentenceKind.FRAGMENT, "link", "a link behind sentences, and no verb"
    return SentenceKind.STATEMENT, "unstopped", "the full stop is missing"


def _is_named(token: str) -> bool:
    """Tell whether *token* is a name's or a figure, or one of the small words between them."""
    bare = token.lstrip(OPENERS)
    return not bare or not bare[0].islower() or bare.casefold() in FUNCTION_WORDS


def _unstopped(words: str) -> Told:
    """Tell a line by itself that ends without a stop."""
    if SIGNED.search(words):
        return SentenceKind.STATEMENT, "signed_quotation", "a quotation and who said it"
    if opens_story(words) and RUNNING.search(words) and has_more_words(words, HEADLINE_WORDS):
        return SentenceKind.STATEMENT, "dateline", "it opens with a dateline, the full stop is missing"
    if FOOTNOTED.search(words) and count_words(words) >= FOOTNOTED_WORDS:
        return SentenceKind.STATEMENT, "footnote", "it bears the mark of a note"
    described = DESCRIBED.match(words)
    if described and (described["age"] or described["first"] in first_names()) and not FINITE.search(words):
        return SentenceKind.FRAGMENT, "described", "a name and what they are, and no verb"
    if is_stated_item(words):
        return SentenceKind.STATEMENT, "item", "an item that states something, the full stop is missing"
    is_bold = words[:2] == words[-2:] == "**"
    if (words[0] in BULLETS and not is_bold) or words[:2] in {"- ", "– "} or CAPTION.match(words):
        return SentenceKind.FRAGMENT, "item", "an item or caption without a full stop"
    return SentenceKind.HEADING, "line", "a line by itself without a full stop"


def _is_stopped(text: str, sentence: Sentence) -> bool:
    return ending_of(sentence.span.of(text)) in STOPPED_BY


def _fold(words: str) -> str:
    return " ".join(WORD.findall(words.casefold().replace("’", "'")))
