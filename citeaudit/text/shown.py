"""
The one door for words that people see: hostile or merely odd words go in, words that can be shown come out.

Names, paths, ids, titles and the text of articles come from strangers. On a terminal their control characters would move the
cursor or hide what stands there, characters for the direction of writing and those without width would make one name look like
another, and in the log of a build server a line such as ``::error::`` or ``##vso[…]`` would be obeyed. So, in what is shown,

- what cannot be seen (control, format and zero-width characters, half surrogates) is shown as U+FFFD;
- line breaks and tabs are spaces, so that one message stays one line;
- the first sign of a workflow command is written in its full width: ``＃#vso[``, ``：:error``.

Each character becomes one character, so that columns, carets and the pieces of a coloured line keep their places. Files of
data (JSON, TOML) hold every value as it is: there the same characters are written as escapes.
"""

from __future__ import annotations

import json
from typing import Any

import regex

from citeaudit.patterns import pattern_of

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BREAKS = pattern_of(r"[\t\n\v\f\r\x85\u2028\u2029]")
HIDDEN = pattern_of(r"[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]--[\p{PCM}\uFE00-\uFE0F]]", regex.V1)
"""
What leaves no mark on paper but steers a terminal, turns the direction of writing or hides between letters.

The signs of Arabic numbers (PCM) are format characters that print; variation selectors only choose between two pictures.
"""
ODD = pattern_of(r"[^ -~]+")
"""Among what HIDDEN is looked for: news is nearly all ASCII, and this is found ten times as fast."""
COMMAND = pattern_of(r"(?i:#(?=#(?:\[|vso\[|teamcity\[)))|(?<=section_(?:start|end)|travis_(?:fold|time)):")
"""GitHub, Azure and TeamCity look for the first in any place of a line; GitLab and Travis for the second."""
OPENING = pattern_of(r"[\s\uFFFD]*+(?P<colon>:)(?=:)")
"""GitHub trims a line before it looks whether a command begins with it."""
FULL_WIDTH = {"#": "\N{FULLWIDTH NUMBER SIGN}", ":": "\N{FULLWIDTH COLON}"}


def shown(words: str) -> str:
    """Return *words* as they can be shown on one line, as many characters as before."""
    if not (words.isascii() and words.isprintable()):
        words = ODD.sub(_seen, words)
    if _may_command(words):
        words = COMMAND.sub(lambda found: FULL_WIDTH[found[0]], words)
    if "::" in words and (opening := OPENING.match(words)):
        place = opening.start("colon")
        words = words[:place] + FULL_WIDTH[":"] + words[place + 1 :]
    return words


def shown_lines(words: str) -> str:
    """Return *words* whose line feeds and tabs are meant, what stands between them as it can be shown."""
    return "\n".join("\t".join(map(shown, line.split("\t"))) for line in words.split("\n"))


def hidden_in(words: str) -> str | None:
    """Return the first character of *words* that cannot be seen, as "U+202E"; None if there is none."""
    found = HIDDEN.search(words)
    return f"U+{ord(found[0]):04X}" if found else None


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Return *value* as JSON that can be printed anywhere and encoded in UTF-8; what is read back is *value*."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not (text.isascii() and text.isprintable()):
        text = ODD.sub(_escaped, text)
    return COMMAND.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if _may_command(text) else text


def toml_string(words: str) -> str:
    """Return *words* as a string of TOML; what is read back is *words*, but for half surrogates, which TOML cannot hold."""
    quoted = words.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    for pattern in (HIDDEN, COMMAND):
        quoted = pattern.sub(lambda found: f"\\U{ord(found[0]):08x}", quoted)
    return f'"{quoted}"'


def _seen(odd: regex.Match[str]) -> str:
    return HIDDEN.sub(REPLACEMENT, BREAKS.sub(" ", odd[0]))


def _escaped(odd: regex.Match[str]) -> str:
    # The line feeds of an indented document stand between its values; within them they are escaped already.
    return HIDDEN.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], odd[0])


def _may_command(words: str) -> bool:
    return "##" in words or "section_" in words or "travis_" in words
