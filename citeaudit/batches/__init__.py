"""Engines: the same audit inside Arrow, Spark and Ray."""
