"""What a line is by the markup of its page: a sentence and where it stands go in, its kind comes out where the markup tells it.

A heading by markup is one, however it ends, unless it is a whole statement (a standfirst). A caption, an item or a cell of a table is
a fragment unless it asserts something; what a block quotation or an embedded post says is stated, with a full stop or without.
"""

from __future__ import annotations

from citeaudit.model.articles import Block, BlockKind
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.endings import STOPS, ending_of
from citeaudit.sentences.headlines import FINITE, RUNNING, count_words
from citeaudit.sentences.lines import ITEM_WORDS, LINK_END, Told, is_bare_post, is_sign_off
from citeaudit.text.markup import NOWHERE, Place

MARKS = "“”\"‘’' "
DECK_WORDS = 8
"""A heading of fewer words is none that states something, full stop or not."""
SAID_WORDS = 3
"""So many words in a quotation or a post are said, fewer a label of it."""
SIGNATURE = pattern_of(
    r"(?:[Tt]he )?\p{Lu}[\p{L}’'.-]+(?: (?:(?:of|the|de|von|van|bin|al) )?\p{Lu}[\p{L}’'.-]*){0,4}(?:, [^.!?]{2,80})?$"
)
"""A name by itself, or with what they are, under somebody's words."""
APPOSED = pattern_of(r"(?:\p{Lu}[\p{L}’'.-]+ ?)+, (?:\d{1,3}, )?(?:the |an? )?\p{Ll}[^.,]*(?:, [^.,]*)?[.,]$")
"""A name and what they are, with no verb of its own: "Ana Hale, the mayor of Rome, at the old bridge in May."."""


def tell_by_markup(text: str, sentence: Sentence, place: Place, *, is_alone: bool) -> Told | None:
    """Tell a *sentence*, which stands at *place*, alone in its paragraph or not; None where its form tells it better."""
    if place == NOWHERE:
        return None
    words = sentence.span.of(text)
    if place.form is not None:
        return _formed(text, words, place.form)
    is_last = place.voice is not None and sentence.span.end == place.voice.span.end
    is_whole = is_last and sentence.span.start == place.voice.span.start if place.voice else False
    if is_whole and ending_of(words) not in STOPS and text.find(words.strip(MARKS)) < sentence.span.start:
        return SentenceKind.HEADING, "pull_quote", "words of the story, set large"
    is_first = place.voice is not None and sentence.span.start == place.voice.span.start
    return _voiced(words, is_alone=is_alone, may_sign=is_last and not is_first)


def _formed(text: str, words: str, form: Block) -> Told | None:
    ending = ending_of(words)
    count = count_words(words)
    match form.kind:
        case BlockKind.HEADING:
            whole = form.span.of(text)
            if whole.rstrip()[-1:] == "." and count_words(whole) >= DECK_WORDS and FINITE.search(whole):
                return None
            return SentenceKind.HEADING, "markup", "a heading of the page"
        case BlockKind.ITEM:
            if ending == "?":
                return None
            if ending in STOPS and ending != ";":
                return (SentenceKind.STATEMENT, "markup", "an item that ends like a sentence") if count > 1 else None
            is_stated = bool(FINITE.search(words) and (count > ITEM_WORDS or RUNNING.search(words)))
            kind = SentenceKind.STATEMENT if is_stated else SentenceKind.FRAGMENT
            return kind, "markup", "an item of a list"
        case BlockKind.CAPTION:
            is_stated = ending in STOPS and count >= DECK_WORDS and not APPOSED.match(words)
            return None if is_stated else (SentenceKind.FRAGMENT, "markup", "a caption that asserts nothing")
        case _:
            is_stated = ending in STOPS and count >= DECK_WORDS
            return None if is_stated else (SentenceKind.FRAGMENT, "markup", "a cell of a table")


def _voiced(words: str, *, is_alone: bool, may_sign: bool) -> Told | None:
    """Tell a sentence of a block quotation or a post, which as the last of several lines *may_sign* it."""
    if is_bare_post(words) or (
        is_alone and (is_sign_off(words) or (may_sign and SIGNATURE.match(words) and not FINITE.search(words)))
    ):
        return SentenceKind.FRAGMENT, "post", "the links of a post, or who signs it"
    ending = ending_of(words)
    if ending == "?" or (ending in STOPS and not LINK_END.search(words[-240:])):
        return (SentenceKind.STATEMENT, "markup", "it stands in a quotation") if ending != "?" and is_alone else None
    if count_words(words) < SAID_WORDS:
        return SentenceKind.FRAGMENT, "markup", "a label of a quotation"
    return SentenceKind.STATEMENT, "markup", "it stands in a quotation, the full stop is missing"
