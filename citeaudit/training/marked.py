r"""
Spans marked in the words themselves: marked stretches of articles go in, labelled attributions come out.

The brackets are those of the examples of constructions: ``[source] {cue} <content> (outlet)``, an outlet within its source or after
"told"; a backslash before a bracket that stands in the text, ``\n`` for a new line. What belongs together has the same number
("``[1:Ruiz] {1:said} <1:[2:the mayor] {2:had admitted} <2:it>>``"), brackets without a number are of attribution 1; so an
attribution may stand within the content of another. A file has one stretch a line: the article's id, the stretch's
``start-end``, and its words with the marks. ``python -m citeaudit.training.marked SPANS TEXTS… -o GOLD`` checks that the words are those of
the texts and writes the labels as `citeaudit train` reads them, with the outlets beside.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from citeaudit.errors import InputError
from citeaudit.patterns import pattern_of
from citeaudit.training.gold import records_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES = {"[": "source", "{": "cue", "<": "content", "(": "outlet"}
CLOSING = {"]": "[", "}": "{", ">": "<", ")": "("}
PART = pattern_of(r"\\(?P<plain>.)|(?P<open>[\[{<(])(?:(?P<number>\d+):)?|(?P<close>[\]}>)])|(?P<letter>.)", regex.DOTALL)

Labels = dict[str, list[tuple[int, int]]]
"""The spans of one attribution by role."""


def read_marks(marked: str) -> tuple[str, list[Labels]]:
    """
    Return the words of a *marked* stretch, and its attributions in the order of their numbers.

    :raises ValueError: if a bracket is closed that was not opened last, or is left open, or an attribution has no cue or no content.
    """
    text: list[str] = []
    opened: list[tuple[str, int, int]] = []
    found: dict[int, Labels] = {}
    for part in PART.finditer(marked):
        if bracket := part["open"]:
            opened.append((bracket, int(part["number"] or 1), len(text)))
        elif bracket := part["close"]:
            if not opened or opened[-1][0] != CLOSING[bracket]:
                message = f"{bracket!r} closes nothing in {''.join(text)[-30:]!r}; put a backslash before a bracket of the text"
                raise ValueError(message)
            role, number, start = opened.pop()
            labels = found.setdefault(number, {role: [] for role in ROLES.values()})
            labels[ROLES[role]].append((start, len(text)))
        else:
            text.append("\n" if part["plain"] == "n" else part["plain"] or part["letter"])
    if opened:
        message = f"{opened[-1][0]!r} is left open"
        raise ValueError(message)
    for number, labels in found.items():
        if not (labels["cue"] and labels["content"]):
            message = f"attribution {number} has no {'content' if labels['cue'] else 'cue'}"
            raise ValueError(message)
    return "".join(text), [
        {role: sorted(spans) for role, spans in labels.items()} for _, labels in sorted(found.items(), key=lambda item: item[0])
    ]


def read_marked(path: Path, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """
    Return the articles of the file at *path* with their labels: id, text (of *texts*) and attributions.

    :raises InputError: at the first stretch whose words are not those of its text, or whose marks do not pair.
    """
    articles: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line:
            continue
        try:
            name, _, rest = line.partition("\t")
            place, _, marked = rest.partition("\t")
            start, end = (int(offset) for offset in place.split("-"))
            words, labels = read_marks(marked)
            if name not in texts:
                message = f"{name} is none of the texts that were given"
                raise ValueError(message)  # noqa: TRY301 - the place is added below
            if texts[name][start:end] != words:
                message = f"its words are not those at {place} of {name}"
                raise ValueError(message)  # noqa: TRY301 - the same
        except ValueError as error:
            message = f"{path}:{number}: {error}"
            raise InputError(message) from error
        article = articles.setdefault(name, {"id": name, "text": texts[name], "attributions": []})
        article["attributions"] += [
            {role: [[start + first, start + last] for first, last in spans] for role, spans in one.items()} for one in labels
        ]
    return list(articles.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Check marked spans against their texts, and write them as gold."""
    parser = argparse.ArgumentParser(
        prog="python -m citeaudit.training.marked", description="Check marked spans, and write them as gold."
    )
    parser.add_argument("spans", type=Path, metavar="SPANS")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXTS", help="JSONL with id and text")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="GOLD")
    chosen = parser.parse_args(arguments)
    texts: dict[str, str] = {}
    for path in chosen.texts:
        texts.update((record["id"], record["text"]) for record in records_of(path, id=str, text=str))
    gold = read_marked(chosen.spans, texts)
    chosen.output.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in gold), encoding="utf-8")
    count = sum(len(record["attributions"]) for record in gold)
    sys.stderr.write(f"{count} attributions of {len(gold)} articles; wrote {chosen.output}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
