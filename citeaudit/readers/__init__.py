"""Readers: files go in, articles come out, each knowing where it came from."""

from citeaudit.readers.articles import READERS, cut_pieces, read_articles, read_piece
from citeaudit.readers.settings import ReadSettings

__all__ = ["READERS", "ReadSettings", "cut_pieces", "read_articles", "read_piece"]
