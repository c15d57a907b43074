"""
Labels of sentences without their texts: who reads news may tell others what it read, though the articles may not be passed on.

A file of labels is a table, one sentence a line, under a line for each article that says how long its text is and which hash it has::

    @ harbour-1	62	4c1f…
    0	40	statement	source	source		Ana Ruiz
    41	62	statement	unattributed	unattributed			status:source

The columns are start, end, kind, status, origin, outlets, sources and what is as defensible (``status:``, ``kind:``, ``outlet:``), lists
parted by ``|``; what is last and empty may be left out. ``python -m citeaudit.training.labels LABELS TEXTS… -o GOLD`` puts
the labels onto the texts, which may be longer than what was labelled, and refuses a text that the offsets were not made for.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeaudit.errors import InputError
from citeaudit.model.relations import SentenceKind
from citeaudit.model.reports import Status
from citeaudit.training.gold import records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

COLUMNS = 8
SECOND = ("status", "kind", "outlet")
"""What a second reading may be of."""


@dataclass(frozen=True, slots=True)
class SentenceLabel:
    """What a reader says of one sentence; *second* are readings as defensible, by what they are of."""

    start: int
    end: int
    kind: SentenceKind
    status: Status | None = None
    origin: Status | None = None
    outlets: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    second: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLabels:
    """The labels of one article, and the text that they were made for: its first *length* code points, by their hash."""

    id: str
    length: int
    hash: str
    sentences: tuple[SentenceLabel, ...]


def hash_of(text: str) -> str:
    """Return the hash by which the labels of *text* know it."""
    return sha256(text.encode()).hexdigest()[:16]


def read_labels(path: Path) -> list[ArticleLabels]:
    """
    Return the labels of the file at *path*.

    :raises InputError: at the first line that is no label: a kind or status that is none, offsets out of order, a status on a heading.
    """
    articles: list[ArticleLabels] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read ({error})"
        raise InputError(message) from error
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("@ "):
                name, length, digest = line[2:].split("\t")
                articles.append(ArticleLabels(name, int(length), digest, ()))
            elif not articles:
                message = "a sentence stands before the first article; begin with a line '@ id<TAB>length<TAB>hash'"
                raise ValueError(message)  # noqa: TRY301 - the place is added below
            else:
                articles[-1] = _with(articles[-1], _label(line.split("\t")))
        except ValueError as error:
            message = f"{path}:{number}: {error}"
            raise InputError(message) from error
    return articles


def _with(article: ArticleLabels, label: SentenceLabel) -> ArticleLabels:
    last = article.sentences[-1].end if article.sentences else 0
    if not last <= label.start < label.end <= article.length:
        message = f"{label.start}-{label.end} does not follow {last} within the {article.length} code points of {article.id}"
        raise ValueError(message)
    return ArticleLabels(article.id, article.length, article.hash, (*article.sentences, label))


def _label(cells: Sequence[str]) -> SentenceLabel:
    if not 3 <= len(cells) <= COLUMNS:
        message = f"{len(cells)} columns; give start, end, kind, status, origin, outlets, sources, second readings"
        raise ValueError(message)
    start, end, kind, status, origin, outlets, sources, second = (*cells, *("",) * (COLUMNS - len(cells)))
    if (kind == SentenceKind.STATEMENT) != bool(status):
        message = f"a {kind} with the status {status!r}; statements have one, nothing else has"
        raise ValueError(message)
    readings = tuple((what, value) for what, _, value in (item.partition(":") for item in second.split("|") if item))
    for what, value in readings:
        if what not in SECOND or not value:
            message = f"{what}:{value} is no second reading; give one of {', '.join(f'{name}:…' for name in SECOND)}"
            raise ValueError(message)
        _ = Status(value) if what == "status" else SentenceKind(value) if what == "kind" else value
    return SentenceLabel(
        int(start),
        int(end),
        SentenceKind(kind),
        Status(status) if status else None,
        Status(origin) if origin else None,
        tuple(filter(None, outlets.split("|"))),
        tuple(filter(None, sources.split("|"))),
        readings,
    )


def dump_labels(articles: Iterable[ArticleLabels]) -> str:
    """Return the text of a file of labels."""
    lines = []
    for article in articles:
        lines.append(f"@ {article.id}\t{article.length}\t{article.hash}")
        for label in article.sentences:
            second = "|".join(f"{what}:{value}" for what, value in label.second)
            lists = ("|".join(label.outlets), "|".join(label.sources), second)
            lines.append(
                "\t".join((str(label.start), str(label.end), label.kind, label.status or "", label.origin or "", *lists)).rstrip(
                    "\t"
                )
            )
    return "".join(f"{line}\n" for line in lines)


def labels_from(record: Mapping[str, Any]) -> ArticleLabels:
    """Return the labels of a gold *record* with its text, the other way round than `gold_record`."""
    text = record["text"]
    sentences = []
    for sentence in record["sentences"]:
        also = sentence.get("also") or {}
        second = [("status", value) for value in also.get("status", ())] + [("kind", value) for value in also.get("kind", ())]
        second += [("outlet", value) for value in also.get("outlets", ())]
        status = Status(sentence["status"]) if sentence.get("status") else None
        sentences.append(
            SentenceLabel(
                sentence["start"],
                sentence["end"],
                SentenceKind(sentence["kind"]),
                status,
                Status(sentence["origin"]) if sentence.get("origin") else status,
                tuple(sentence.get("outlets") or ()),
                tuple(sentence.get("sources") or ()),
                tuple(second),
            )
        )
    return ArticleLabels(record["id"], len(text), hash_of(text), tuple(sentences))


def gold_record(labels: ArticleLabels, article: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return *labels* with their text, as the scorers read gold: id, publisher, title, text and the labelled sentences.

    :raises InputError: if the text of *article* is not the one that was labelled.
    """
    text = article["text"][: labels.length]
    if hash_of(text) != labels.hash:
        message = (
            f"{labels.id}: its text is not the one that was labelled (hash {hash_of(text)}, not {labels.hash}); label it anew"
        )
        raise InputError(message)
    return {
        "id": labels.id,
        "publisher": article.get("publisher"),
        "title": article.get("title"),
        "text": text,
        "sentences": [_gold_sentence(label) for label in labels.sentences],
    }


def _gold_sentence(label: SentenceLabel) -> dict[str, Any]:
    also: dict[str, list[str]] = {"kind": [], "status": [], "outlets": []}
    for what, value in label.second:
        also["outlets" if what == "outlet" else what].append(value)
    return {
        "start": label.start,
        "end": label.end,
        "kind": label.kind,
        "status": label.status,
        "origin": label.origin,
        "outlets": list(label.outlets),
        "sources": list(label.sources),
        "flags": [],
        "also": also,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the gold of a file of labels; articles whose text is not given are told and left out."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.labels", description="Put labels onto their texts.")
    parser.add_argument("labels", type=Path, metavar="LABELS")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXTS", help="JSONL with id, text, publisher, title")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="GOLD")
    chosen = parser.parse_args(arguments)
    labelled = read_labels(chosen.labels)
    texts: dict[str, dict[str, Any]] = {}
    for path in chosen.texts:
        texts.update((record["id"], record) for record in records_of(path, id=str, text=str))
    gold = [gold_record(labels, texts[labels.id]) for labels in labelled if labels.id in texts]
    chosen.output.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in gold), encoding="utf-8")
    sys.stderr.write(f"{len(gold)} of {len(labelled)} labelled articles have their text; wrote {chosen.output}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
