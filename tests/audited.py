"""What an audit tells of a text, as the tests of readings ask it: a text goes in, what its claims rest on comes out."""

from __future__ import annotations

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def read(text):
    """Return status, outlets and sources of each claim of *text*."""
    return [(claim.status.value, claim.outlets, claim.sources) for claim in audit(Article(text), config=CONFIG).claims]


def outlets_of(text):
    """Return the outlets of each claim of *text*."""
    return [outlets for _, outlets, _ in read(text)]


def last_claim(text):
    """Return the last claim of *text*."""
    return audit(Article(text), config=CONFIG).claims[-1]
