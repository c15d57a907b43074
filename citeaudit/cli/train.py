"""``citeaudit train``: labelled articles go in, a folder of weights for ``Config(weights=…)`` comes out."""

from __future__ import annotations

from typing import Any

from citeaudit.training.command import add_arguments


def add_parser(commands: Any) -> None:
    """Add ``train`` to *commands*."""
    add_arguments(
        commands.add_parser(
            "train",
            help="learn weights from labelled articles of your own",
            description="Learn the weights of the attribution engine (needs the extra citeaudit[train]).",
            examples=("citeaudit train ours.jsonl -o weights",),
        )
    )
