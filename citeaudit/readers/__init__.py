"""Readers: files go in, articles come out, each knowing where it came from."""

from citeaudit.readers.articles import (
    FORMATS,
    READERS,
    cut_pieces,
    holds_one,
    read_articles,
    read_piece,
    read_reports,
    suffixes_of,
)
from citeaudit.readers.pieces import place_of
from citeaudit.readers.settings import ReadSettings

__all__ = [
    "FORMATS",
    "READERS",
    "ReadSettings",
    "cut_pieces",
    "holds_one",
    "place_of",
    "read_articles",
    "read_piece",
    "read_reports",
    "suffixes_of",
]
