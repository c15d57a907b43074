"""When something was said, as patterns over the characters of a text."""

from __future__ import annotations

ADVERB = (
    r"(?:(?!(?:family|ally|anomaly|assembly|bully|butterfly|fly|folly|homily|lily|monopoly|rally|reply|supply|tally)\b)\p{Ll}+ly|also|first|later|now|then|since|previously|earlier|once|even|further|recently|has|have|had|is|was|can(?=\s(?:\p{L}+ly\s)?(?:reveal|disclose|report|confirm))|in\s\p{Lu}\p{Ll}+|on\s\p{Lu}\p{Ll}+day|"
    r"last\s(?:week|month|year|night|\p{Lu}\p{Ll}+)|this\s(?:week|month|year)|\p{Lu}\p{Ll}+day|yesterday|today|already|just|separately|still|"
    r"subsequently|itself|in\sturn|similarly|meanwhile|each|both)"
)
"""What may stand between an outlet and its verb; a name in -ly (Kelly, Italy) is none, nor are the nouns."""

TIME = (
    r"(?:(?:on|late|early|earlier|in|at|since|last|this|that|over)\s(?:on\s|in\s|the\s|last\s|this\s|late\s|early\s|a\s)*"
    r"(?:\p{Lu}\p{Ll}+day|week|month|year|night|morning|afternoon|evening|weekend|\p{Lu}[\p{Ll}]+\.?(?:\s\d+)?(?:,?\s\d{4})?|\d{4}|time)"
    r"(?:\s(?:night|morning|afternoon|evening))?|\p{Lu}\p{Ll}+day(?:\s(?:night|morning|afternoon|evening))?|"
    r"in\san?\s(?:\p{L}+\s)?(?:op-ed|editorial|article|report|column|piece|story)|yesterday|(?:just\s)?today|before|earlier|later|recently|previously|first|exclusively|at\sthe\stime|online|separately|months?\sago|years?\sago|weeks?\sago)"
)
"""When it was said: no content."""
