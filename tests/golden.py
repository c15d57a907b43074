"""Golden articles: texts of our own, each with its reading written down before the code ran.

A golden is a Markdown file with a block ```article and a block ```reading:

    ```article
    publisher: The Harbour Gazette

    "We will sail," Ana Ruiz told CNN on Monday. The sea was calm.
    ```

    ```reading
    1  outlet/source  Ana Ruiz ← CNN (venue)  direct
    2  unattributed
    ```

The article may open with what is known of it (publisher, title, byline, date, url), then an empty line; instead of text
it may name a file of the shared data ("shared: examples/x.txt"). A reading has one line a sentence, its columns two
spaces apart: number; status, with "/origin" where that differs, or the kind of what is no statement; the chains,
nearest to the content first, "; " between two; flags (direct, mixed, indirect, self). An outlet shows its role in
brackets, and stands under the name of the whole (BBC, not BBC Sport); "?" follows a source that refers back to nothing. A credit line lists the outlets that it names. Left out: links that
name nobody ("reportedly"), attitudes, and the manner where it does not matter.

Each golden makes two tests. *claims* reads kind, status, origin, outlets, self; *chains* reads every source, role and manner.
A golden without a reading makes one test, *quiet*: nothing must be found in it. What cannot be read yet lies in known_failures,
with a line "missing claims: why" (or chains, or quiet) above the article: a strict xfail.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from itertools import zip_longest

import pytest
from invariants import check_report

from citeaudit import Article, Gazetteer, audit
from citeaudit.model.relations import Role
from citeaudit.model.reports import Status

BLOCK = re.compile(r"^```(article|reading)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KNOWN = re.compile(r"(publisher|title|byline|date|url|shared): (.*)")
MISSING = re.compile(r"^missing (claims|chains|quiet): (.+)$", re.MULTILINE)
ROLE = re.compile(rf" \(({'|'.join(Role)})\)$")
ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their) ", re.IGNORECASE)
MANNERS = {"direct", "mixed", "indirect"}
PARTS = ("claims", "chains")
STATUSES = {status.value for status in Status} - {"unattributed"}


@dataclass(frozen=True)
class Line:
    """What one line of a reading says of its sentence."""

    head: str
    chains: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, words: str) -> Line:
        """Read a line, its number taken off."""
        head, *rest = re.split(r"\s{2,}", words.strip())
        is_flags = [set(cell.split()) <= MANNERS | {"self"} for cell in rest]
        chains = next((cell for cell, flag in zip(rest, is_flags, strict=True) if not flag), "")
        flags = next((cell for cell, flag in zip(rest, is_flags, strict=True) if flag), "")
        if len(rest) != bool(chains) + bool(flags):
            message = f"too many columns in {words!r}"
            raise ValueError(message)
        return cls(head, tuple(filter(None, chains.split(" ; "))), frozenset(flags.split()))

    def __str__(self) -> str:
        return "  ".join(filter(None, (f"{self.head:<16}", " ; ".join(self.chains), " ".join(sorted(self.flags))))).rstrip()

    @property
    def outlets(self) -> set[str]:
        """Return the outlets of the chains, folded."""
        links = [link for chain in self.chains for link in chain.split(" ← ")]
        return {fold(ROLE.sub("", link)) for link in links if ROLE.search(link) or self.head == "credit"}

    @property
    def is_attributed(self) -> bool:
        """Tell whether anything is found in the sentence, be it a hedge."""
        return bool(self.chains) or self.head.partition("/")[0] in STATUSES

    def says(self, part: str, other: Line) -> bool:
        """Tell whether this line, as expected, agrees with *other* in *part*."""
        if part == "claims":
            rests_on_outlets = self.head.startswith(("outlet", "credit"))
            same = self.head == other.head and ("self" in self.flags) == ("self" in other.flags)
            return same and (self.outlets == other.outlets or not rests_on_outlets)
        manners = self.flags & MANNERS
        return sorted(map(fold, self.chains)) == sorted(map(fold, other.chains)) and (
            not manners or manners == other.flags & MANNERS
        )


def fold(chain: str) -> str:
    """Return *chain* with its names in small letters, straight quotes and without article."""
    links = chain.replace("’", "'").replace("“", '"').replace("”", '"').casefold().split(" ← ")
    return " ← ".join(ARTICLE.sub("", link) for link in links)


def read_lines(report) -> tuple[Line, ...]:
    """Return what *report* says, a line a sentence."""
    places = {id(a): index for index, a in enumerate(report.attributions)}
    claims = {claim.sentence.span: claim for claim in report.claims}
    lines = []
    for sentence in report.sentences:
        claim = claims.get(sentence.span)
        if claim is None:
            named = [m.name for m in report.mentions if sentence.kind == "credit" and sentence.span.covers(m.span)]
            lines.append(Line(sentence.kind.value, tuple(dict.fromkeys(named))))
            continue
        head = claim.status.value if claim.origin == claim.status else f"{claim.status.value}/{claim.origin.value}"
        wrappers = {a.within for a in claim.attributions if a.level == "report"}
        inner = [a for a in claim.attributions if places[id(a)] not in wrappers and a.level == "report"]
        inner.sort(key=lambda a: min((*a.source, *a.cue, *a.content)))
        chains = dict.fromkeys(filter(None, (show_chain(a.chain) for a in inner)))
        manners = {a.manner.value for a in inner if a.chain}
        lines.append(Line(head, tuple(chains), frozenset(manners | ({"self"} if claim.is_self else set()))))
    return tuple(lines)


def show_chain(chain) -> str:
    """Return *chain* as a reading spells it."""
    return " ← ".join(show_link(link) for link in chain if link.type != "vague")


def show_link(link) -> str:
    """Return *link* as a reading spells it: an outlet under the name at the top, with its role."""
    name = Gazetteer.default().shown_as(link.outlet).name if link.outlet else link.name
    return name + ("" if link.is_resolved else "?") + (f" ({link.role.value})" if link.role else "")


class GoldenFile(pytest.File):
    """One golden article."""

    def collect(self):
        """Yield the tests of the article."""
        source = self.path.read_text(encoding="utf-8")
        blocks = dict(BLOCK.findall(source))
        missing = dict(MISSING.findall(source))
        is_known_failure = self.path.parent.name == "known_failures"
        if bool(missing) != is_known_failure:
            message = f"{self.path}: a golden lies in known_failures if and only if it says what is missing"
            raise ValueError(message)
        for part in ("quiet",) if "reading" not in blocks else PARTS:
            item = GoldenItem.from_parent(self, name=part, blocks=blocks)
            if part in missing:
                item.add_marker(pytest.mark.xfail(reason=missing[part], strict=True))
            yield item


class GoldenItem(pytest.Item):
    """One part of one golden article."""

    def __init__(self, *, blocks, **more):
        super().__init__(**more)
        self.blocks = blocks

    def runtest(self):
        """Audit the article and compare."""
        report = audit(self.read_article())
        check_report(report)
        lines = read_lines(report)
        words = [sentence.span.of(report.article.text) for sentence in report.sentences]
        if self.name == "quiet":
            loud = [f"{line}\n    {sentence}" for line, sentence in zip(lines, words, strict=True) if line.is_attributed]
            if loud:
                raise GoldenError("something is found where nothing must be:\n" + "\n".join(loud))
            return
        if self.config.getoption("--update-goldens"):
            self.write_reading(lines)
            return
        expected = tuple(Line.parse(line.lstrip("0123456789 ")) for line in self.blocks["reading"].splitlines() if line.strip())
        differing = list(self.differences(expected, lines, words))
        if differing:
            raise GoldenError("\n".join(differing))

    def differences(self, expected, lines, words):
        """Yield what differs, in words."""
        if len(expected) != len(lines):
            yield f"{len(lines)} sentences where the reading has {len(expected)}:"
            yield from (
                f"  {number:>2}  {line.head:<14}  {sentence[:70]}…{sentence[-30:]}"
                for number, (line, sentence) in enumerate(zip(lines, words, strict=True), 1)
            )
            yield from difflib.unified_diff(
                [line.head for line in expected], [line.head for line in lines], "reading", "audit", lineterm="", n=1
            )
            return
        for number, (want, got, sentence) in enumerate(zip_longest(expected, lines, words), 1):
            if not want.says(self.name, got):
                yield f"{number:>2}  {sentence}\n      reading  {want}\n      audit    {got}"

    def read_article(self) -> Article:
        """Return the article of the block."""
        opening, _, text = self.blocks["article"].partition("\n\n")
        known = dict(KNOWN.fullmatch(line).groups() for line in opening.splitlines()) if KNOWN.match(opening) else {}
        if "shared" in known:
            path = self.config.getoption("--shared") / known.pop("shared")
            if not path.is_file():
                pytest.skip(f"no {path}")
            text = path.read_text(encoding="utf-8")
        elif not known:
            text = self.blocks["article"]
        return Article(text.rstrip("\n"), **known)

    def write_reading(self, lines):
        """Write what the audit reads into the file; a manner is written only where something is quoted."""
        quoting = [Line(line.head, line.chains, line.flags - {"indirect"}) for line in lines]
        block = "".join(f"{number:>2}  {line}\n" for number, line in enumerate(quoting, 1))
        source = self.path.read_text(encoding="utf-8")
        self.path.write_text(
            source.replace(f"```reading\n{self.blocks['reading']}```", f"```reading\n{block}```"), encoding="utf-8"
        )

    def repr_failure(self, excinfo, style=None):
        """Show what differs, without a traceback."""
        return str(excinfo.value) if isinstance(excinfo.value, GoldenError) else super().repr_failure(excinfo, style)

    def reportinfo(self):
        """Return how the report names the test."""
        return self.path, None, f"{self.path.stem}: {self.name}"


class GoldenError(AssertionError):
    """The audit reads an article otherwise than its reading."""
