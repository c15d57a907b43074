"""Which JSON is meant: the version of its shape, whether words stand beside the offsets, and what the offsets count."""

from __future__ import annotations

from typing import Any

import attrs

from citeaudit.errors import ConfigError

FIRST, SECOND = "citeaudit/report/1", "citeaudit/report/2"
SCHEMAS = {1: FIRST, 2: SECOND}
"""The name of each version, as the key ``schema`` of a report tells it."""
LATEST = 2

CODE_POINTS, UTF16 = "codepoints", "utf16"
OFFSETS = (CODE_POINTS, UTF16)
"""What offsets may count: code points, as Python does, or UTF-16 code units, as JavaScript, Java and C# do."""


def _is_version(_: object, __: Any, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value not in SCHEMAS:
        message = f"schema must be one of {', '.join(map(str, SCHEMAS))}, not {value!r}"
        raise ConfigError(message)


def _is_offsets(_: object, __: Any, value: Any) -> None:
    if value not in OFFSETS:
        message = f"offsets must be one of {', '.join(OFFSETS)}, not {value!r}"
        raise ConfigError(message)


def _is_flag(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, bool):
        message = f"{field.name} must be True or False, not {value!r}"
        raise ConfigError(message)


@attrs.frozen(kw_only=True)
class Shape:
    """
    The JSON that is asked for.

    :raises ConfigError: if a value is none that it may have, or two of them do not go together.
    """

    schema: int = attrs.field(default=LATEST, validator=_is_version)
    with_text: bool = attrs.field(default=True, validator=_is_flag)
    with_words: bool = attrs.field(default=False, validator=_is_flag)
    offsets: str = attrs.field(default=CODE_POINTS, validator=_is_offsets)

    def __attrs_post_init__(self) -> None:
        if self.schema == 1 and (self.with_words or self.offsets != CODE_POINTS):
            message = "words and UTF-16 offsets came with schema 2: leave them out, or give schema 2"
            raise ConfigError(message)
        if self.with_words and not self.with_text:
            message = "words are left out where the text is: ask for words, or for a report without text"
            raise ConfigError(message)
