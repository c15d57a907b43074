"""Lone surrogates: halves of characters, which JSON can spell and no encoding can hold; any text goes in, one that can be written comes out."""

from __future__ import annotations

import re

LONE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def without_surrogates(text: str) -> str:
    """Return *text* with a replacement character for each lone surrogate, so that every offset stays."""
    return text if text.isascii() else LONE.sub(REPLACEMENT, text)


def encoded(text: str) -> bytes:
    """Return *text* in UTF-8, whatever it holds."""
    return without_surrogates(text).encode()
