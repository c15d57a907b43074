"""What can go wrong, each error saying what, where, and what to do about it."""

from __future__ import annotations


class CiteauditError(Exception):
    """The parent of every error that citeaudit raises on purpose."""


class InputError(CiteauditError):
    """An input that cannot be read: a missing or undecodable file, a broken record."""


class ConfigError(CiteauditError, ValueError):
    """A setting, a private table or a weights file that does not hold together; all problems in one message."""


class MissingExtraError(CiteauditError, ImportError):
    """A feature whose optional dependency is not installed; the message says what to install."""


class NotEnglishError(CiteauditError):
    """
    An article that is not in English, which an audit would misread as unattributed.

    *language* is the ISO 639-1 code that was found.
    """

    def __init__(self, language: str, article: str | None = None) -> None:
        self.language = language
        which = f"article {article!r}" if article else "the article"
        super().__init__(
            f"{which} seems to be in another language ({language}); citeaudit reads English only. "
            "Use Config(check_language=False) to read it all the same."
        )
