"""
Lines that list and do not speak: a line by itself goes in, what kind of list it is comes out.

Pages about programs print code between their paragraphs, and polls, films and rolls of honour end in rows of names. Such lines end with a
colon or with no stop at all, which makes statements and headings of them; what they are made of tells better.
"""

from __future__ import annotations

import regex

from citeaudit.model.relations import SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.datelines import is_bare_dateline
from citeaudit.sentences.endings import STOPS, ending_of
from citeaudit.sentences.lines import Told, tell_row

CODE = pattern_of(
    r"""
    >>>\s?\S.*                                                                              # a prompt, and what is typed
  | (?:async\s)?(?:def|class)\s\w+(?:\(.*\))?:.*                                            # the head of a block
  | (?:for|while|if|elif|with|except|switch|catch|function|func|fn)\b.*(?:\w[(\[]|[=!<>]=|\]).*[:{]
  | except\s[\w.]+(?:\sas\s\w+)?:|(?:try|else|finally):
  | (?:const|let|var|int|public|private|static|void)\s\w.*[;{=].*
  | (?:[a-z_][\w.]*(?:\[[^\]]*\])?\s?(?:[+*/-]?=|<-|:=)|[A-Z]\w*\s=(?=.*\w[(\[{]))\s?\S.*    # a name that is given a value
  | [A-Za-z_][\w.]*\((?:(?!\)\s[A-Za-z]).)*\);?(?:\s*[\#+].*)?                              # a call: no space before its brackets
  | (?:import\s[\w.]+(?:\sas\s\w+)?|from\s[\w.]+\simport\s\S.*);?
  | (?:return|raise|yield|print)\s.*(?:\w[.(\[]\w|\w\(\)|\w\s[+*/-]\s\w).*
  | "[\w\s-]{1,40}":\s?(?:["\[{\d]|true|false|null).*                                       # a field and its value
  | Traceback\s\(most\srecent\scall\slast\):|File\s"[^"]+",\sline\s\d+.*|\w+(?:Error|Exception):\s.*
    """,
    regex.VERBOSE,
)
STOPPED = frozenset(".!?”’")
"""What ends a line that speaks, and hardly one that lists."""
CODE_SIGNS = frozenset('()[]{}=":<')
LONGEST_CODE = 240
NAME = r"[\p{Lu}\d][^\s,;:]*+(?:\s(?:[\p{Lu}\d&(][^\s,;:]*+|of|the|and|an?|in|de|del|la|van|von|bin|al)){0,6}+"
NAMES = pattern_of(rf"(?:[^:,;]{{2,40}}:\s(?:{NAME}[,;]\s(?:and\s)?){{3,}}+|(?:{NAME}[,;]\s(?:and\s)?){{5,}}+){NAME}\.?$")
"""A row of names, four or more behind a label, six or more without."""

RATE = pattern_of(r"\(?[^()=]{0,12}\d[^()=]{0,20}\s=\s[^()=]{0,12}\d[^()=]{0,24}\)$")
"""What a currency is worth, as agencies print it: "($1 = 0.74 pounds)"."""


def tell_listing(words: str) -> Told | None:
    """Tell a line of program text, a row of names, a score or a dateline by itself: all of them assert nothing."""
    if words.count(",") + words.count(";") >= 3 and NAMES.match(words):
        return SentenceKind.FRAGMENT, "names", "a row of names"
    if words[-1] in STOPPED:
        return None
    if _is_code(words):
        return SentenceKind.FRAGMENT, "code", "a line of program text"
    if RATE.match(words):
        return SentenceKind.FRAGMENT, "rate", "what a currency is worth"
    if is_bare_dateline(words):
        return SentenceKind.FRAGMENT, "dateline", "a dateline by itself"
    return None if ending_of(words) in STOPS else tell_row(words)


def _is_code(words: str) -> bool:
    if len(words) > LONGEST_CODE or (CODE_SIGNS.isdisjoint(words) and not words.startswith(("import ", "return "))):
        return False
    return CODE.fullmatch(words) is not None
