"""The brackets in which examples of constructions are marked: [source] {cue} <content> (outlet); a backslash before a real one."""

from __future__ import annotations

from citeaudit import Config
from citeaudit.constructions.field import lay_out
from citeaudit.model.articles import Article
from citeaudit.outlets.mentions import find_candidates, in_order_of_text
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.sources.names import index_names
from citeaudit.sources.outlet_phrases import find_outlet_phrases
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.tokens import read_words

OPENING = {"[": "source", "{": "cue", "<": "content", "(": "outlet"}
CLOSING = "]}>)"
CONFIG = Config(check_language=False)


def unmarked(example):
    """Return the text of *example* and, by role, the words that it marks."""
    text, spans, opened, at = [], {role: [] for role in OPENING.values()}, [], 0
    while at < len(example):
        letter = example[at]
        if letter == "\\":
            at += 1
            text.append(example[at])
        elif letter in OPENING:
            opened.append((OPENING[letter], len(text)))
        elif letter in CLOSING:
            role, start = opened.pop()
            spans[role].append((start, len(text)))
        else:
            text.append(letter)
        at += 1
    whole = "".join(text)
    return whole, {role: [whole[start:end].strip(" ,") for start, end in places] for role, places in spans.items()}


def field_of(text):
    """Return what the matcher looks at in *text*."""
    sentences = tell_kinds(text, find_boundaries(text))
    quotations = pair_quotations(text, sentences)
    mentions, candidates = find_candidates(Article(text), sentences, CONFIG.gazetteer)
    phrases = find_outlet_phrases(text, sentences, in_order_of_text(mentions, candidates), index_names(text))
    return lay_out(read_words(text, sentences, quotations, CONFIG.weights.forms), sentences, quotations, phrases)
