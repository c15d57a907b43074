"""Sentences: where they end, and what kind each is."""
