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


class CrewError(CiteauditError):
    """Processes that cannot be started, or that die before they do anything."""


BUG = "a bug: please report it"
"""The remedy of what nobody foresaw."""


def unforeseen(error: BaseException) -> tuple[str, str]:
    """
    Return what *error* is and what to do about it, as words for one line.

    Its traceback goes to the log of this package at the level of debugging, where ``-v`` shows it.
    """
    if isinstance(error, RecursionError):  # a thousand lines that say the same
        return "it is nested too deeply", "take the innermost levels out"
    import logging  # noqa: PLC0415 - all import this module, and next to none of them log anything

    logging.getLogger("citeaudit").debug("%s", error, exc_info=error)
    if isinstance(error, MemoryError):
        return "there is not enough memory for it", "cut it into smaller parts"
    first = next(iter(str(error).splitlines()), "")[:300]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__, BUG
