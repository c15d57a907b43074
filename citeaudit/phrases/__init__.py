"""Stretches of words that constructions are made of: noun phrases, settings of the telling, clauses, hearers."""
