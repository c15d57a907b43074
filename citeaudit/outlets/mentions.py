"""Where a text names outlets: an article, its sentences and the gazetteer go in, mentions come out in order."""

from __future__ import annotations

import regex

from citeaudit.model.articles import Article
from citeaudit.model.relations import Mention, Sentence
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.gazetteer import Gazetteer

WORD = regex.compile(r"[\p{Lu}\d][\w&.'’-]*")


def find_mentions(article: Article, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the mentions of outlets in *article*, in order."""
    mentions: list[Mention] = []
    text, end = article.text, 0
    for word in WORD.finditer(text):
        if word.start() < end:
            continue
        for form, outlet, is_ambiguous in gazetteer.forms.get(word.group().rstrip(".'’"), ()):
            stop = word.start() + len(form)
            if (
                (is_ambiguous and form != "Bloomberg")
                or not text.startswith(form, word.start())
                or text[stop : stop + 1].isalnum()
            ):
                continue
            span = Span(word.start(), stop)
            mentions.append(Mention(span, outlet, gazetteer.top(outlet).name, evidence=(Evidence("mentions.form", span, form),)))
            end = stop
            break
    return tuple(mentions)
