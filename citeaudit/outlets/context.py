"""What stands around a name: a text and a place go in, the words beside it that tell an outlet come out.

The same few words decide most doubtful names: "Time reported" and "told Time" name the magazine, "Time passed" does not.
They stand in ``data/context.tsv`` by group. Each look goes no further than 70 characters to either side and never beyond
the sentence, so that reading all places of a text stays linear.
"""

from __future__ import annotations

import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from citeaudit.lexicon.tables import read_table, shipped_table, words_by_kind
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import POSSESSIVE_S

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW = 70
JOINERS = ("and", "for", "&", "of")
"""Words by which a name goes on in another: "Disease Control and Prevention"."""
COLUMNS = ("group", "word", "example")


@cache
def words_of(group: str) -> tuple[str, ...]:
    """Return the words of one group of ``data/context.tsv``, longest first."""
    words = words_by_kind("citeaudit.outlets", "context.tsv", COLUMNS, word="word", kind="group").get(group, ())
    return tuple(sorted(words, key=len, reverse=True))


@cache
def usual_outlets() -> dict[str, str]:
    """Return the outlet that an ambiguous form stands for when nothing in the article says otherwise."""
    lines = shipped_table("citeaudit.outlets", "usual.tsv").read_text(encoding="utf-8").split("\n")[1:-1]
    return {cells[0]: cells[1] for cells in (line.split("\t") for line in lines)}


@cache
def country_words() -> dict[str, str]:
    """Return the words that name a country ("Peruvian", "Peru"), with its code."""
    return {
        word: code
        for word, code, _ in read_table(shipped_table("citeaudit.outlets", "country_words.tsv"), ("word", "country", "example"))
    }


@cache
def seats() -> dict[str, str]:
    """Return the country of each place that newspapers are told apart by."""
    columns = ("place", "country", "example")
    return {place: country for place, country, _ in read_table(shipped_table("citeaudit.outlets", "seats.tsv"), columns)}


def _any(*groups: str) -> str:
    return "|".join(regex.escape(word) for group in groups for word in words_of(group))


ADVERBS = r"(?:(?:@adverb_of_report|today|yesterday|then|now|\w+day|\w+ly),?\s+){0,3}"
# ", reports USA Today" belongs to what follows it, not to what stands before the comma.
CUE_START = r"(?:\s+|,\s+(?!\w+\s(?:[Tt]he\s)?\p{Lu}))"
LINK_WORDS = (
    r"(?:(?:a|an|the|new|recent|latest|both|separate|[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|reporters at|journalists at|"
    r"(?:@linked_piece)s?(?:\s+@preposition)?)\s+){0,4}"
)


NO_ADJECTIVE = "@function_word"
"""Words that stand in front of no journalist's noun of an outlet: "heard from NBC News | that the | host would go"."""


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    return {
        "article": worded(
            r"(?r)(?<![\w-])([Tt]he|THE|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)\s+(?:\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)?-@outlet_leans\s)?"
        ),
        "strong_before": pattern_of(rf"(?r)(?<!\w)({_any('strong_before', 'kind_before')})[,:]?\s+[“\"'‘(]*", regex.IGNORECASE),
        "weak_before": worded(rf"(?r)(?<!\w)({_any('weak_before')})(?:[\s,:“\"'‘]+){LINK_WORDS}[“\"'‘]?$", regex.IGNORECASE),
        "on_air": pattern_of(r"(?r)(?<!\w)([Oo]n|watching|watched|watch)\s+"),
        "reports": worded(rf"[”\"’']?{CUE_START}{ADVERBS}({_any('reports')})(?!\w)"),
        "says": worded(rf"[”\"’']?{CUE_START}{ADVERBS}({_any('says')})(?!\w)"),
        "noun": pattern_of(
            rf"(?:['’]s)?[\s-]+(?:[a-z0-9][\w.-]*\s+){{0,2}}({_any('publication_noun')})(?!\w)|\s+({_any('kind_after')})(?!\w)"
        ),
        "published": worded(
            rf"['’]s\s(?:(?:[a-z][\w-]*\s)?({_any('publication_noun')})|(\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}[\w'’-]+))\s(?:{ADVERBS})"
            rf"(?:{_any('reports', 'says')})(?!\w)"
        ),
        "written_in": pattern_of(rf"[”\"’']?,\s(?:its\s|the\s)?(?:[\p{{Ll}}-]+\s){{0,2}}?({_any('staff')})\s\p{{Lu}}"),
        "staff": worded(
            rf"(?:['’]s)?[\s-]+(?:(?!{NO_ADJECTIVE}\s)[a-z][\w-]*\s+|Washington\s+|White House\s+|Capitol Hill\s+){{0,2}}((?:{_any('staff')})s?)(?!\w)",
            regex.IGNORECASE,
        ),
        "journalist": pattern_of(
            r"['’]s?\s+(?:[a-z][\w-]*\s+){0,3}(?:“[^”]{1,30}”\s+)?((?!The\s)\p{Lu}\p{Ll}[\w'’.-]*\s+\p{Lu}[\w'’.-]+)"
        ),
        "joint": pattern_of(
            r"\s?[/–-]\s?\p{Lu}[^.;]{0,50}?(?<!\w)([Pp]olls?|POLL|[Ss]urveys?|investigation|analysis|study|tracking)(?!\w)"
        ),
        "joint_before": pattern_of(r"(?r)(\p{Lu}[\w.]*\s?[/–-])\s?$"),
        "hyphen_after": pattern_of(r"(-\p{Lu}\w*)"),
        "hyphen_before": pattern_of(r"(?r)(\w+-)"),
        "apposition": pattern_of(rf",\s(?:an?|the|one of the)\s(?:[\w-]+\s){{0,4}}?({_any('outlet_noun', 'kind_after')})(?!\w)"),
        "other": pattern_of(
            rf",\s(?:an?|the|[\p{{Lu}}][\w.]*['’]s)\s(?:(?!(?:{_any('press_trade')}|of|for|in|at|by|from|to|with)(?!\w))[\w’'-]+\s){{0,4}}?({_any('other_kind')})(?=,)"
        ),
        "inverted_strong": pattern_of(rf"(?r)(?<!\w)({_any('inverted_strong')})\s(?:in\s)?"),
        "inverted_weak": pattern_of(rf"(?r)(?<!\w)({_any('inverted_weak')})\s"),
        "kind_beside": pattern_of(rf"(?:['’]s)?\s({_any('kind_after')})(?!\w)"),
        "kind_before": pattern_of(rf"(?r)(?<!\w)({_any('kind_before')}),?\s+[“\"‘]*"),
        "topic_after": pattern_of(
            rf"(?:['’]s?)?\s+({_any('topic_after')})(?!\w)|['’]s\s(The\s\p{{Lu}}\w+)|(-owned|-sponsored)(?!\w)"
            rf"|[\s-]({_any('affiliate')})(?=,?\s\p{{Lu}})"
        ),
        "topic_before": pattern_of(rf"(?r)(?<!\w)({_any('topic_before')})\s+"),
        "in": pattern_of(r"(?r)(?<!\w)(in|by|to|of)\s(?:the\s)?"),
        "within": pattern_of(r"(?r)(?<!\w)([Ii]n)\s[“\"‘']?"),
        "average": worded(r"(?:['’]s)?\saverages?\s(@behind_poll)(?!\w)"),
        "among_outlets": worded(
            r"(?r)(?<!\w)(@several_outlets)"
            r"\s(?:such as|like|including)\s[^.;:]{0,60}",
            regex.IGNORECASE,
        ),
        "work": pattern_of(rf"(?r)(?<!\w)({_any('work')})[\s,]+(?:The\s|“|\"|‘)*"),
        "title": pattern_of(rf"(?r)(?<!\w)({_any('title')})\s"),
        "possessor": pattern_of(r"(?r)((?!(?:Here|There|That|This|It|What|Who|He|She|Let|How|Where)['’])\p{Lu}[\w.-]*['’]s)\s"),
        "former": pattern_of(r"(?r)(?<!\w)([Ff]ormer|[Ee]x-|[Oo]ne-?time|[Ll]ongtime|[Ll]ong-time)\s*$"),
        "previous": worded(r"(?r)(?<![\w])((?!(?:19|20)\d\d\s|\p{L}+-@outlet_leans\s)[\p{Lu}\d][\w.'’&-]*)\s$"),
        "joined": pattern_of(r"(?r)(\p{Lu}[\w.]*\s(?:and|for|&|of))\s"),
        "of_somebody": pattern_of(r"\s(?:said|says|told\s\w+)\s(?:that\s)?(he|she)(?!\w)"),
        "of_more": pattern_of(r"(\sof\s(?:the\s)?\p{Lu}\w*)"),
        "next": pattern_of(r"\s(\p{Lu}[\w.&-]*|\d[\d,]*)(?!\w)"),
    }


ARTICLES = frozenset("the a an this that his her their its our my".split())  # noqa: SIM905
BEFORE = ("strong_before", "kind_before", "inverted_strong", "inverted_weak", "topic_before", "work", "title")
"""What ends right before the name, but for marks, "in" or "The"."""


@cache
def _last_words() -> dict[str, frozenset[str]]:
    """Return, for what stands before a name, the last word of it wherever it stands: most names have another before them, and need no pattern."""
    more = {"strong_before": ("kind_before",), "inverted_strong": ("in",), "work": ("the",)}
    found = {group: {word.split()[-1].lower() for word in words_of(group)} for group in BEFORE}
    return {
        group: frozenset(words.union(*(found.get(other, (other,)) for other in more.get(group, ()))))
        for group, words in found.items()
    }


class _Kept:
    """What is looked up when it is first asked for, and kept: as the library's cached property, which takes a lock each time."""

    def __init__(self, find: Callable[[Context], str]) -> None:
        self._find, self._name = find, find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, context: Context, _: type[Context]) -> str:
        found = vars(context)[self._name] = self._find(context)
        return found


class Context:
    """
    The words around ``text[start:end]``, none before *low* or behind *high* (a sentence's ends); each is looked up when asked for.

    Each is empty where there is none.
    """

    def __init__(self, text: str, start: int, end: int, low: int = 0, high: int = sys.maxsize) -> None:
        self.is_in_capitals = text[start:end].isupper()
        self._left = text[max(low, start - WINDOW) : start]
        self._right = text[end : min(high, end + WINDOW)]

    def _before(self, pattern: str) -> str:
        last = self._last_bare
        if last.isalpha() and last.lower() not in _last_words().get(pattern, (last.lower(),)):
            return ""
        found = _patterns()[pattern].match(self._bare_left)
        return _words(found) if found else ""

    def _after(self, pattern: str) -> str:
        found = _patterns()[pattern].match(self._right)
        return _words(found) if found else ""

    @_Kept
    def article(self) -> str:
        """The word "the", "The", "a", "his" … right before the name."""
        last = _last_word(self._left)
        return "" if last.isalpha() and last.lower() not in ARTICLES else _words(_patterns()["article"].match(self._left))

    @_Kept
    def _bare_left(self) -> str:
        """What stands before the name without its article or possessor ("Cleveland's Plain Dealer")."""
        left = self._left[: self._left.rfind(self.article)] if self.article else self._left
        possessor = _patterns()["possessor"].match(left) if left.endswith("s", 0, -1) else None
        return left[: possessor.start()] if possessor else left

    @_Kept
    def _last_bare(self) -> str:
        return _last_word(self._bare_left)

    @_Kept
    def _verb_before(self) -> str:
        return self._before("strong_before") or self._before("inverted_strong") or self._before("among_outlets")

    @_Kept
    def _joint(self) -> str:
        """The noun of what two outlets did together ("a Post-ABC poll")."""
        before = _words(_patterns()["joint_before"].match(self._left))
        return self._after("joint") or (before and self._after("noun"))

    @property
    def _apposition(self) -> str:
        """The noun of what it is, behind a comma: "the Forward, a newspaper"."""
        return self._after("apposition") if self._right.startswith(",") else ""

    @property
    def other(self) -> str:
        """What the name is instead of an outlet, behind a comma: "RTE, the French grid firm,", but no news firm."""
        return self._after("other") if self._right.startswith(",") else ""

    @property
    def _written_in(self) -> str:
        """Who writes in it: "In Variety, critic Jane Roe"."""
        return self._before("within") and self._after("written_in")

    @_Kept
    def _strong_after(self) -> str:
        return (
            self._written_in
            or self._after("reports")
            or self._after("noun")
            or self._after("journalist")
            or self._joint
            or self._apposition
        )

    @_Kept
    def before(self) -> str:
        """A phrase before the name that makes it a publication: "according to", "published in"."""
        return self._verb_before or self._before("weak_before") or self._before("inverted_weak")

    @_Kept
    def after(self) -> str:
        """A phrase after the name that makes it a publication: "reported", "poll", "'s Jake Tapper"."""
        return self._strong_after or self._after("says")

    @property
    def is_strong(self) -> bool:
        """Tell whether a phrase beside it goes with nobody but an outlet; any person may have "told" or "said"."""
        return bool(self._verb_before or self._strong_after)

    @_Kept
    def kind(self) -> str:
        """A noun of an outlet's kind beside the name: "the newspaper Iran", "Phoenix magazine", "the Forward, a newspaper"."""
        return self._before("kind_before") or self._after("kind_beside") or self._apposition

    @property
    def is_hyphened(self) -> bool:
        """Tell whether the name is half of a compound ("AFL-CIO", "Metro-Goldwyn") that is no joint poll."""
        if not (self._right.startswith("-") or self._left.endswith("-")):
            return False
        return not self._joint and bool(self._after("hyphen_after") or _words(_patterns()["hyphen_before"].match(self._left)))

    @property
    def is_told(self) -> bool:
        """Tell whether somebody tells the name something ("told People"), or something goes by it ("according to")."""
        return bool(self._before("weak_before"))

    @property
    def is_by_verb(self) -> bool:
        """Tell whether a verb or preposition of publication is beside it, not only a noun ("a Republican poll")."""
        return bool(self._verb_before or self._after("reports") or self.kind)

    @property
    def reports(self) -> bool:
        """Tell whether it is said to report, which hardly anybody but an outlet does."""
        return self._after("reports") in {"reported", "reports"}

    @property
    def breaks_news(self) -> bool:
        """Tell whether a verb of reporting follows, of those that people share with outlets too: "revealed", "wrote"."""
        return bool(self._after("reports"))

    @property
    def says(self) -> bool:
        """Tell whether a verb of saying follows, for which the name itself is the subject."""
        return bool(self._after("says"))

    @property
    def says_of_somebody(self) -> bool:
        """Tell whether "he" or "she" follows its verb, who may be the name itself: "the Independent said he would caucus with them"."""
        return bool(self._after("of_somebody"))

    @property
    def is_published(self) -> bool:
        """Tell whether what it has published, or who writes for it, says something: "Wired's review found", but not "Today's poll"."""
        return bool(self._after("published"))

    @property
    def cue(self) -> str:
        """The phrase that makes the name a publication."""
        return self.after or self.before

    @_Kept
    def staff(self) -> str:
        """A journalist's noun after the name: "anchor", "columnist"."""
        return self._after("staff")

    @_Kept
    def topic(self) -> str:
        """A phrase that makes the outlet the thing spoken of: "sued", "building"."""
        after = self._after("topic_after")
        if after.startswith("average") and (self.before or self._before("in") or self._after("average")):
            # "According to the RealClearPolitics average" cites it, and so does "its average of polls shows"; an average that
            # nobody reads out is a figure.
            after = ""
        return self._before("former") or after or self._before("topic_before") or self._before_possessor

    @property
    def _before_possessor(self) -> str:
        """A possessor before the name without a cue: "Thackeray's Vanity Fair"; a country only tells where it is: "Spain's El País"."""
        possessor = "" if self.cue else _words(_patterns()["possessor"].match(self._left))
        return "" if possessor[:-2] in country_words() or possessor[:-2] in seats() else possessor

    @property
    def work(self) -> str:
        """A noun before the name that makes it the title of a work: "the film The Post"."""
        return self._before("work")

    @property
    def title(self) -> str:
        """A title of persons before the name: "Mayor Bloomberg"."""
        return self._before("title")

    @_Kept
    def previous(self) -> str:
        """The capitalised word that touches the name from before."""
        last = _last_word(self._left)
        return "" if last.isalpha() and last.islower() else _words(_patterns()["previous"].match(self._left))

    @property
    def country(self) -> str:
        """The code of the country that is named beside the name: "Peru's El Comercio", "El Comercio, a Peruvian newspaper"."""
        right = _patterns()["apposition"].match(self._right)
        beside = f"{self._left[-45:]} {right.group() if right else ''}"
        words = [word.removesuffix("'s").removesuffix("’s").removesuffix("-based") for word in beside.split()]
        pairs = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
        return next((country_words()[word] for word in reversed(pairs) if word in country_words()), "")

    @property
    def of_more(self) -> str:
        """What makes the name the head of a longer one: "the Register of Members' Interests"."""
        return self._after("of_more") if self._right.startswith("of", 1) else ""

    @property
    def has_noun(self) -> bool:
        """Tell whether a noun of publication follows, so that "a" may stand before the name: "a Time poll"."""
        return bool(self._after("noun") or self._joint or self._after("reports"))

    @property
    def is_quoted(self) -> bool:
        """Tell whether the name stands in quotation marks or runs on ("The Day of the Donald"), as titles of works do."""
        before = self._left[: -len(self.article) - 1] if self.article else self._left
        return before.endswith(("“", '"', "''", "‘", "“ ")) or self._right.startswith((" of ", " winner"))

    @property
    def joined(self) -> str:
        """The name that "and", "for" or "of" joins to this one: "Disease Control and Prevention", "Democrats for Life"."""
        return _words(_patterns()["joined"].match(self._left)) if self._left.endswith(JOINERS, 0, -1) else ""

    @_Kept
    def next(self) -> str:
        """The capitalised word or number that touches the name from behind."""
        first = self._right[1:2]
        return self._after("next") if first.isupper() or first.isdigit() else ""

    @property
    def of_country(self) -> str:
        """The country that stands right before the name as whose it is, in place of an article: "the UK's | Mirror"."""
        previous = self.previous
        return country_words().get(previous[:-2], "") if previous.endswith(POSSESSIVE_S) else ""

    @property
    def is_credit_line(self) -> bool:
        """Tell whether a line is nothing but the name in square brackets, or behind a dash with its article, which credits what stands above: "[ The Verge ]", "— The Times"."""
        mark, rest = self._left[:1], self._left[1:].strip()
        if mark == "[":
            return rest in {"", "The", "the"} and self._right.strip() == "]"
        return mark in {"—", "–"} and rest in {"The", "the"} and not self._right.strip(" .")

    @property
    def is_in_brackets(self) -> bool:
        """Tell whether the name stands alone in brackets, where it drops its article: "(Guardian)"."""
        return self._left.endswith("(") and self._right.startswith(")")

    @property
    def is_on_air(self) -> bool:
        """Tell whether "on" or "watching" stands right before the name: the way to name a channel, and many other things."""
        return bool(self._before("on_air"))


def _last_word(words: str) -> str:
    """Return what stands behind the last gap of *words*, with its marks."""
    parts = words.rsplit(None, 1)
    return parts[-1] if parts else ""


def _words(found: regex.Match[str] | None) -> str:
    return next((group for group in found.groups() if group), "") if found else ""
