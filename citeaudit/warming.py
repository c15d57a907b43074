"""Before the first article: settings go in, and everything that an audit loads on first use is there."""

from __future__ import annotations

import attrs

from citeaudit.config import Config
from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.pipeline import audit_article

SAMPLE = """\
By Jo Hall

LONDON (Reuters) - The wall is safe, Marta Oliveira, the minister of ports, told the Times on Monday. “It will stay,” she said, and the
Harbour Gazette reported that the mayor had been accused of fraud. The newspaper's editor declined to comment.
WATCH: The wall in pictures
A senior official, who asked not to be named because the matter is private, said that it cost $4 million, according to a poll by CNN.
Analysis: It reportedly began to sink in 2019, the Post wrote; critics call it a waste. Dr. Ruiz of St. Mark's Hospital asked: “Who pays?”
“Why?” Ana Ruiz asked. It opens at 5 p.m. On St. Clair St. The crowd waited under Plan B. Yahoo! Staff of the Guardian Media Group agreed in a Time of need.
Key point: “We wait.”
Q: What does the Mail say?
A: Nothing, he told Time.
Read more: https://example.org/wall
(Reporting by Jo Hall; Editing by Ana Ruiz)
The Associated Press contributed to this report.
"""
"""An article of a few lines with something for every stage, so that each loads what it needs."""


def warm_up(config: Config) -> None:
    """Have the tables, the weights and the patterns loaded that an audit with *config* asks for."""
    links = (Hyperlink(Span(0, 2), "https://example.org/wall"),)
    article = Article(SAMPLE, publisher="Reuters", title="The wall stays", byline="By Jo Hall", hyperlinks=links)
    audit_article(article, attrs.evolve(config, check_language=False))
