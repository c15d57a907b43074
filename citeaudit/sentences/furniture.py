"""
What a page prints around a story, told by its form: a line goes in, its kind comes out where it is furniture or a label.

The words of such lines are endless, and their forms are few: an arrow leads to another page, a colon has nothing behind it, a credit is printed
twice, marks of the page's code are all there is. The phrases of ``boilerplate.tsv`` tell the rest.
"""

from __future__ import annotations

from itertools import pairwise

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import first_names, name_words, source_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.datelines import wires
from citeaudit.sentences.headlines import FINITE, FUNCTION_WORDS, RUNNING, has_more_words
from citeaudit.sentences.lines import Told
from citeaudit.sentences.verbless import has_room_for_verb, verb_stems
from citeaudit.words.forms import clusters
from citeaudit.words.tokens import ends_in_s, irregular_forms, stem_of

LONGEST = 160
"""No such line is longer, in code points."""
LEADS_ON = frozenset("→»›⟶➔➜>")
LEADS_BACK = frozenset("←‹«")
"""Arrows to another page."""
OPENS_QUOTATION = "«"
POINTER_WORDS = 12
CRUMBS = pattern_of(r"[^>»›→]{2,60}(?:\s[>»›→]\s?|\s?[>»›→]\s)\p{Lu}[^.!?]{1,60}\.?$")
"""Where a page stands on its site: "Filed in Apple > Gadgets."."""
CODE = pattern_of(r"(?:&(?:amp;)*(?:lt;[^&]{0,60}&(?:amp;)*gt;|#?\w{1,8};)|[\W_])+")
"""Marks of the page that were not turned into letters: "&amp;nbsp;"."""
PROMISED = "he latest "
"""What a section of a site promises: "The latest headlines from the harbour."."""
OURS = " our "
SITE = worded(r"\sour\s(?:[^\s.!?:“”\"]+\s){0,6}?(?:@piece|@site_part)\b")
"""What a site has that bids its readers on: "our spring | gallery"."""
BEFORE_NAMED = frozenset(("our", "the", "most", "of", "and"))
"""Before a participle that tells what a page is like: "our updated guide"."""
TELLS = worded(r"[“”\"?]|\b(?:\p{Ll}+n['’]t|@headline_verb|@strong_past|@own_voice_verb)\b")
"""What a line that bids the reader on has not: a quotation, a verb that tells something."""
ADDRESSED = pattern_of(r"\b(?:that|you)\b(?<!\bto\b.*)")
"""What opens a clause, or is told something, but for what the page is good for: "our quiz to see what you know"."""
MASTHEAD_WORDS = 5
POSSESSIVE = pattern_of(r"['’]s?\b")
LABEL_WORDS = 4
HANDS_OVER = ("says_line", "utterance", "document", "of_the_press", "masthead")
"""What hands over to somebody's words, or is who says them: "The Post Reports:", "Full Statement:", "Fox News:"."""


def tell_furniture(words: str, *, is_alone: bool, is_last: bool) -> Told | None:
    """
    Tell the line *words*: an arrow to another page, what bids the reader to the site, marks of the page; as the *last* of a text the paper that it is from.

    A credit printed twice and a label of what follows stand *alone* in their paragraphs.
    """
    if len(words) > LONGEST:
        return None
    if OURS in words and _bids(words):
        return SentenceKind.BOILERPLATE, "bids", "it bids the reader to a page of the site"
    if PROMISED in words and words[-1] == "." and not has_room_for_verb(words):
        return SentenceKind.BOILERPLATE, "promise", "the latest of something, and no verb"
    if (">" in words or "»" in words or "›" in words) and _are_crumbs(words):
        return SentenceKind.BOILERPLATE, "crumbs", "where the page stands on its site"
    return None if words[-1] == "." else _tell_unstopped(words, is_alone=is_alone, is_last=is_last)


def _tell_unstopped(words: str, *, is_alone: bool, is_last: bool) -> Told | None:
    """Tell a line that no full stop ends."""
    first, last = words[0], words[-1]
    if (last in LEADS_ON or first in LEADS_BACK) and _points(words):
        return SentenceKind.BOILERPLATE, "pointer", "an arrow that leads to another page"
    if last == ";" and first == "&" and CODE.fullmatch(words):
        return SentenceKind.BOILERPLATE, "mark", "marks of the page, and no words"
    if is_last and _is_masthead(words):
        return SentenceKind.CREDIT, "masthead", "the paper or the agency that it is from"
    if not is_alone:
        return None
    if _is_printed_twice(words):
        return SentenceKind.BOILERPLATE, "twice", "a credit that is printed twice"
    return _label(words) if last == ":" else None


def _are_crumbs(words: str) -> bool:
    return CRUMBS.match(words) is not None and not (FINITE.search(words) or RUNNING.search(words))


def _is_masthead(words: str) -> bool:
    """Tell the name of a paper or an agency: "THE ROME HERALD"."""
    tokens = words.removeprefix("The ").removeprefix("THE ").split()
    if not 0 < len(tokens) <= MASTHEAD_WORDS or (len(tokens) == 1 and len(tokens[0]) == len(words)):
        return False
    is_named = all(token[0].isupper() and token[0].isalpha() for token in tokens) and not POSSESSIVE.search(words)
    return (
        is_named
        and tokens[-1].casefold() in forms_of("masthead")
        and (words.isupper() or tokens[0].casefold() not in clusters() or "The " in words)
    )


def _points(words: str) -> bool:
    """Tell an arrow from the mark that closes a quotation or an element: "« No »", "<hr>"."""
    is_closed = (OPENS_QUOTATION in words and "»" in words) or "<" in words
    return not is_closed and not has_more_words(words, POINTER_WORDS) and any(letter.isalpha() for letter in words)


def _is_printed_twice(words: str) -> bool:
    """Tell a credit that stands there twice, of several words or an agency: "Ana Hale Ana Hale", "AFP AFP"."""
    half = len(words) // 2
    first = words[:half]
    if first != words[-half:] or words[half] != " " or not first[0].isupper():
        return False
    return " " in first or first.casefold() in wires()


def _bids(words: str) -> bool:
    """Tell what bids the reader to go on to something of the site from what is told of it: "Browse our archive.", not "Rows over our archive grew."."""
    tokens = words.strip("([)].!").split()
    first = tokens[0].casefold()
    if (
        not tokens[0][0].isupper()
        or first.endswith(("ed", "ing"))
        or ends_in_s(first)
        or first in irregular_forms()
        or stem_of(first) not in verb_stems()
    ):
        return False
    if not SITE.search(words) or TELLS.search(words) or ADDRESSED.search(words):
        return False
    return not any(
        token in irregular_forms() or (token.endswith("ed") and before not in BEFORE_NAMED) for before, token in pairwise(tokens)
    )


def _label(words: str) -> Told | None:
    """Tell a label, a thing in common words with capitals and a colon and nothing behind, from who speaks and from a line that hands over to somebody's words."""
    whole = words[:-1].split()
    if not whole or whole[0].casefold() in FUNCTION_WORDS:
        return None  # "From the Daily Mail:"
    tokens = [token for token in whole if token.casefold() not in FUNCTION_WORDS]
    if not 1 < len(tokens) <= LABEL_WORDS or not all(token[0].isupper() for token in tokens) or words.isupper():
        return None
    if not all(token.casefold() in clusters() and token not in first_names() for token in tokens) or FINITE.search(words):
        return None
    last = tokens[-1]
    if last in name_words() or last.casefold() in source_nouns() or last.casefold() in forms_of(*HANDS_OVER):
        return None
    return SentenceKind.FRAGMENT, "label", "a label, and nothing behind its colon"
