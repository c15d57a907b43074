"""Attributions that the layout of a page makes: turns, introductions, lists, credit lines, signatures, blocks."""
