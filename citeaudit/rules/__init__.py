"""Rules: what may be wrong with the sourcing of an article, one family a module."""
