"""Turns and labels: who speaks the lines behind a name and a colon."""
