"""Where a text names outlets, and where it only seems to."""

from __future__ import annotations

import pytest

from citeaudit.model.articles import Article
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.mentions import find_mentions
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds


def mentions(text, publisher=None):
    """Return (words, outlet) of each mention."""
    sentences = tell_kinds(text, find_boundaries(text))
    found = find_mentions(Article(text, publisher=publisher), sentences, Gazetteer.default())
    return [(mention.span.of(text), mention.outlet) for mention in found]


NAMED = [
    ("Wang left, Bloomberg reported.", [("Bloomberg", "bloomberg")], "a cue behind a name that is also a man's"),
    ("Mayor Bloomberg said he was tired.", [], "a title before it makes it a person"),
    ("The minister was ill, the Independent reported.", [("Independent", "the-independent")], "a capital, an article and a cue"),
    ("King, an Independent, said no.", [], "an indefinite article makes it a status"),
    ("Aides on Capitol Hill said so.", [], "a longer name that is no outlet"),
    ("He told The Hill that it was over.", [("Hill", "the-hill")], "told"),
    ("A study in Nature found that.", [("Nature", "nature")], "a journal with a verb of finding"),
    ("Nature is beautiful.", [], "a common word at the start of a sentence"),
    ("Time was short.", [], "a common word at the start of a sentence"),
    ("People said they were afraid.", [], "a crowd"),
    ("He told Fox that he was out.", [("Fox", "fox-news")], "told"),
    ("Megan Fox confirmed it.", [], "a first name before it"),
    ("The Post said he left.", [("Post", None)], "a short name that is spelled out nowhere stays ambiguous"),
    (
        "The Washington Post said so. The Post added that he left.",
        [("Washington Post", "the-washington-post"), ("Post", "the-washington-post")],
        "a short name after the full one",
    ),
    ("He read it on www.nytimes.com first.", [("www.nytimes.com", "the-new-york-times")], "a domain"),
    ("Write to jane@cnn.com.", [], "an e-mail address"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMED, ids=[case[0][:40] for case in NAMED])
def test_outlets_are_found_where_they_are_named(text, expected, why):
    """A name is a mention where the words around it say that it is an outlet's."""
    assert expected == mentions(text), why
