"""Hard and thin spaces, and separators: a text goes in, the same text with plain ones comes out, character for character.

Typesetters put a no-break space into "Mr. Ruiz" and "5 p.m.", and no reading may depend on it. Each special space is one
code point and becomes one, so every offset in the one text holds in the other. The four separators of old data files
(U+001C to U+001F) are white space to `str` and not to the patterns of `regex`: as plain spaces they are so to both.
"""

from __future__ import annotations

SPECIAL = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1c\x1d\x1e\x1f"


def with_plain_spaces(text: str) -> str:
    """Return *text* with every hard, thin or wide space as a plain one; as long as it was."""
    for space in SPECIAL:
        if space in text:
            text = text.replace(space, " ")
    return text
