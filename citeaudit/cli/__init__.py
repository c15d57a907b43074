"""The command line."""

from citeaudit.cli.main import main

__all__ = ["main"]
