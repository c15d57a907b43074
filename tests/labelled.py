"""Texts with labels: a file of blocks goes in, each text with what each of its claims must rest on comes out.

A block begins with "=== name"; behind each claim stands ⟦-⟧ (nobody), ⟦+⟧ (somebody who is no outlet) or ⟦Reuters, BBC⟧.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from citeaudit import Config, audit

CONFIG = Config(citations=True, check_language=False)
LABEL = re.compile(r" ?⟦(.*?)⟧")


class Block(NamedTuple):
    """A text, its name, and its labels, each with the place that it stood at."""

    name: str
    text: str
    labels: tuple[tuple[int, str], ...]


def read_blocks(name):
    """Return the blocks of a file beside the tests of citations."""
    whole = (Path(__file__).parent / "citations" / name).read_text(encoding="utf-8")
    return [_block(*piece.split("\n", 1)) for piece in re.split(r"(?m)^=== ", whole)[1:]]


def _block(name, body):
    text, labels, last = "", [], 0
    for match in LABEL.finditer(body):
        text += body[last : match.start()]
        labels.append((len(text), match[1]))
        last = match.end()
    return Block(name, (text + body[last:]).rstrip("\n"), tuple(labels))


def readings(block, config=CONFIG):
    """Return for each label of *block* the words of its claim, what they must rest on and what they rest on; and for each claim without a label."""
    report = audit(block.text, config=config)
    left = list(report.claims)
    found = []
    for place, label in block.labels:
        claim = next((claim for claim in reversed(left) if claim.sentence.span.start < place), None)
        is_next = claim is not None and claim is left[0]
        found.append((block.text[:place][-80:], _wanted(label), _rests_on(claim) if is_next else "missing"))
        left = left[1:] if is_next else left
    return [*found, *((report.words(claim.sentence.span), "no claim", _rests_on(claim)) for claim in left)]


def _wanted(label):
    return label if label in "+-" else ", ".join(sorted(_house(name.strip()) for name in label.split(",")))


def _house(name):
    return CONFIG.gazetteer.top(CONFIG.gazetteer.named(name)[0].id).id


def _rests_on(claim):
    if claim.outlets:
        return ", ".join(sorted(CONFIG.gazetteer.top(id_).id if id_ else name for name, id_ in _outlets(claim)))
    return "+" if claim.is_attributed else "-"


def _outlets(claim):
    return zip(claim.outlets, claim.outlet_ids, strict=True)
