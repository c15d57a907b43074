"""Questions that somebody is said to ask: a sentence with a question mark goes in, whether it says who asks comes out."""

from __future__ import annotations

from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of

ASKS = worded(r"(?:And |But |So |Or |Now, |Then |Well, )?(?i:@asks_first|(?:is|are|do|does|did|wo|would)n)(?<!\p{Lu})\b")
QUOTED_QUESTION = pattern_of(r"\?\s?[”\"’'‘]+$")
INTRODUCES = pattern_of(r"[,:]\s(?:[“\"][^”\"]*|[‘'](?:['’](?=\p{L})|[^”\"'’])*)$")
AT_A_TIME = worded(r"(?:When|While|Whenever|Where)\b[^“\"?,]{2,80},\s(?!@aux\b)[^“\"?]{2,60}\s\p{Ll}+(?:s|ed|id|ld)[,:]\s[“\"]")
"""A time or place before who asks: "When the tide is in, the master asks, “Where is my ferry?”"."""
NESTED = pattern_of(r"[“\"].*[\s(]['‘](?=\p{Lu}).*\?\s?['’]\s?[”\"]$")
"""A quotation that ends with what somebody is quoted to ask."""
LEAD_IN = pattern_of(r"(?:[“\"][^“”\"?!.,]{2,40}[”\"]\s)?[\p{L}\p{N}’'.!-]+(?:\s[^\s“\"]+)+[\s,:]+[“\"‘']")


def says_who_asks(words: str) -> bool:
    """Tell a question that is given with the words of who asks it, all of the sentence or the end of what somebody else says."""
    if (
        LEAD_IN.match(words.lstrip("‘'"))
        and (not ASKS.match(words) or AT_A_TIME.match(words))
        and (QUOTED_QUESTION.search(words) or INTRODUCES.search(words))
    ):
        return True
    return NESTED.match(words) is not None and not ASKS.match(words[1:])
