"""What stands around a name: a text and a place go in, the words beside it that tell an outlet come out.

The same few words decide most doubtful names: "Time reported" and "told Time" name the magazine, "Time passed" does not.
They stand in ``data/context.tsv`` by group. Each look goes no further than 70 characters to either side and never beyond
the sentence, so that reading all places of a text stays linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from citeaudit.lexicon.tables import read_table, shipped_table

WINDOW = 70
COLUMNS = ("group", "word", "example")


@dataclass(frozen=True, slots=True)
class Context:
    """
    The words around a name, each empty where there is none.

    *article* is the word "the", "The", "a" … right before; *before* and *after* are phrases that make it a publication
    ("according to", "reported", "poll"); *is_strong* tells those that nobody but an outlet goes with from those that any
    person takes ("told", "said"). *staff* is a journalist's noun after it ("anchor"), *topic* a phrase that makes it the
    thing spoken of ("building", "sued"), *previous* and *next* are the capitalised words that touch it.
    """

    article: str
    before: str
    after: str
    is_strong: bool
    staff: str
    topic: str
    previous: str
    next: str

    @property
    def cue(self) -> str:
        """Return the phrase that makes the name a publication."""
        return self.after or self.before


@cache
def words_of(group: str) -> tuple[str, ...]:
    """Return the words of one group of ``data/context.tsv``, longest first."""
    rows = read_table(shipped_table("citeaudit.outlets", "context.tsv"), COLUMNS)
    return tuple(sorted((row[1] for row in rows if row[0] == group), key=len, reverse=True))


@cache
def usual_outlets() -> dict[str, str]:
    """Return the outlet that an ambiguous form stands for when nothing in the article says otherwise."""
    lines = files("citeaudit.outlets").joinpath("data", "usual.tsv").read_text(encoding="utf-8").split("\n")[1:-1]
    return {cells[0]: cells[1] for cells in (line.split("\t") for line in lines)}


def _any(*groups: str) -> str:
    return "|".join(regex.escape(word) for group in groups for word in words_of(group))


ADVERBS = r"(?:(?:has|had|have|also|first|later|previously|recently|originally|separately|exclusively|last|this|on|week|month|year|today|yesterday|then|now|\w+day|\w+ly),?\s+){0,3}"
LINK_WORDS = (
    r"(?:(?:a|an|the|new|recent|latest|both|separate|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|reporters at|journalists at|"
    r"(?:report|story|article|poll|survey|interview|analysis|op-ed|column|editorial|reporting|tally|data|review)s?(?:\s+(?:in|by|from|with|for|on|of))?)\s+){0,4}"
)


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    return {
        "article": regex.compile(r"(?<![\w-])([Tt]he|THE|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)\s+$"),
        "strong_before": regex.compile(rf"(?<!\w)({_any('strong_before', 'kind_before')})[\s,:“\"'‘(]+$", regex.IGNORECASE),
        "weak_before": regex.compile(rf"(?<!\w)({_any('weak_before')})(?:[\s,:“\"'‘]+){LINK_WORDS}[“\"'‘]?$", regex.IGNORECASE),
        "on_air": regex.compile(r"(?<!\w)(on|watching|watched|watch)\s+$"),
        "reports": regex.compile(rf"[”\"’']?,?\s+{ADVERBS}({_any('reports')})(?!\w)"),
        "says": regex.compile(rf"[”\"’']?,?\s+{ADVERBS}({_any('says')})(?!\w)"),
        "noun": regex.compile(
            rf"(?:['’]s)?[\s-]+(?:[a-z0-9][\w.-]*\s+){{0,2}}({_any('publication_noun')})(?!\w)|\s+({_any('kind_after')})(?!\w)"
        ),
        "staff": regex.compile(
            rf"(?:['’]s)?[\s-]+(?:[a-z][\w-]*\s+|Washington\s+|White House\s+|Capitol Hill\s+){{0,2}}((?:{_any('staff')})s?)(?!\w)",
            regex.IGNORECASE,
        ),
        "journalist": regex.compile(
            r"['’]s?\s+(?:[a-z][\w-]*\s+){0,3}(?:“[^”]{1,30}”\s+)?(\p{Lu}\p{Ll}[\w'’.-]*\s+\p{Lu}[\w'’.-]+)"
        ),
        "joint": regex.compile(r"\s?([/–])\s?\p{Lu}|(-)\p{Lu}{2}|(-)\p{Lu}\p{Ll}"),
        "joint_before": regex.compile(r"\p{Lu}[\w.]*\s?([/–-])\s?$"),
        "topic_after": regex.compile(rf"(?:['’]s?)?\s+({_any('topic_after')})(?!\w)|(-owned|-sponsored)(?!\w)"),
        "topic_before": regex.compile(rf"(?<!\w)({_any('topic_before')})\s+$"),
        "former": regex.compile(r"(?<!\w)([Ff]ormer|[Ee]x-|[Oo]ne-?time|[Ll]ongtime|[Ll]ong-time)\s*$"),
        "previous": regex.compile(r"(?<![\w])([\p{Lu}\d][\w.'’&-]*)\s$"),
        "next": regex.compile(r"\s(\p{Lu}[\w.&-]*|\d[\d,]*)(?!\w)"),
    }


def read_context(text: str, start: int, end: int, low: int, high: int) -> Context:
    """Return the words around ``text[start:end]``, which stands in the sentence from *low* to *high*."""
    patterns = _patterns()
    left, right = text[max(low, start - WINDOW) : start], text[end : min(high, end + WINDOW)]
    found = patterns["article"].search(left)
    article = found.group(1) if found else ""
    bare = left[: found.start()] + " " if found else left
    strong = patterns["strong_before"].search(bare)
    weak = patterns["weak_before"].search(bare)
    reports = patterns["reports"].match(right)
    says = patterns["says"].match(right)
    noun = patterns["noun"].match(right) or patterns["journalist"].match(right)
    joint = patterns["joint"].match(right) or patterns["joint_before"].search(left)
    former = patterns["former"].search(bare)
    topic = former or patterns["topic_after"].match(right) or patterns["topic_before"].search(bare)
    return Context(
        article=article,
        before=_words(strong or weak),
        after=_words(reports or noun or joint or says),
        is_strong=bool(strong or reports or noun or joint),
        staff=_words(patterns["staff"].match(right)),
        topic=_words(topic),
        previous=_words(patterns["previous"].search(left)),
        next=_words(patterns["next"].match(right)),
    )


def is_on_air(text: str, start: int, low: int) -> bool:
    """Tell whether "on" or "watching" stands right before *start*: the way to name a channel, and many other things."""
    return bool(_patterns()["on_air"].search(text[max(low, start - 12) : start]))


def _words(found: regex.Match[str] | None) -> str:
    return next((group for group in found.groups() if group), "") if found else ""
