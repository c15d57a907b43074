"""How input is to be read: what a user may say about it, checked at the door."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from io import BytesIO, TextIOWrapper
from typing import Any

import attrs

from citeaudit.errors import ConfigError
from citeaudit.limits import Limits

FIELDS = ("id", "text", "publisher", "title", "date", "url", "byline", "hyperlinks", "blocks")
"""What a record may say of its article, under these names unless told otherwise."""


def _strings(strings: Iterable[str]) -> tuple[str, ...]:
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _known_fields(_: Any, __: Any, fields: Mapping[str, str]) -> None:
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        message = f"unknown field {', '.join(map(repr, unknown))}: give one of {', '.join(FIELDS)}, as in text=body"
        raise ConfigError(message)


def _known_encoding(_: Any, __: Any, encoding: str) -> None:
    try:
        TextIOWrapper(BytesIO(), encoding=encoding)  # refuses also what is a codec but makes no text of bytes, such as rot13
    except (LookupError, ValueError) as error:
        message = f"unknown encoding {encoding!r}: give one that Python knows, as utf-8, latin-1, cp1252 or utf-16"
        raise ConfigError(message) from error


@attrs.frozen(kw_only=True)
class ReadSettings:
    """
    What is said about an input beside its name.

    *input_format* is a reader's name, or that of a preset of field names; None goes by each file's suffix. *fields* maps what is
    wanted to the record's name for it, dots leading inward ({"text": "article.body"}). *exclude* are patterns of names
    that a directory's walk leaves out. *publisher* is given to articles that name none.
    """

    input_format: str | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict, validator=_known_fields)
    exclude: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    encoding: str = attrs.field(default="utf-8", validator=_known_encoding)
    publisher: str | None = None
    limits: Limits = attrs.field(factory=Limits, validator=attrs.validators.instance_of(Limits))

    @property
    def max_bytes(self) -> int:
        """Return the most bytes that one article may have."""
        return self.limits.max_bytes


def codec_of(encoding: str) -> str:
    """Return the codec for *encoding*: that of UTF-8 passes over a byte order mark, which is no text."""
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding
