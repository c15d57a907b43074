"""What every command that reads articles is told about them: the options, and the articles that they name."""

from __future__ import annotations

import argparse

from citeaudit.cli.limiting import add_limit_options, limits_of
from citeaudit.errors import ConfigError
from citeaudit.readers import FORMATS, ReadSettings


def add_input_options(parser: argparse.ArgumentParser) -> None:
    """Add the files to read, and what is said about them, to *parser*."""
    group = parser.add_argument_group("input")
    group.add_argument("files", nargs="+", metavar="FILE", help="files, directories, patterns; - for standard input")
    group.add_argument("--input-format", metavar="NAME", help=f"the format, where suffixes do not tell it: {', '.join(FORMATS)}")
    group.add_argument("--encoding", default="utf-8", help="the encoding of the files (default: utf-8)")
    group.add_argument("--publisher", help="the outlet that published the articles, for those that do not say it")
    group.add_argument(
        "--field", action="append", default=[], metavar="NAME=FIELD", help="the record's own name of a field, as in text=body"
    )
    group.add_argument(
        "--exclude", action="append", default=[], metavar="PATTERN", help="files that a directory's walk leaves out"
    )
    add_limit_options(parser)


def add_verbose(parser: argparse.ArgumentParser, more: str = "") -> None:
    """Add the option to hear more to *parser*; *more* is what a command tells beside bugs."""
    parser.add_argument("-v", "--verbose", action="store_true", help=f"{more}show where in the code a bug is, if one is met")


def settings_of(chosen: argparse.Namespace) -> ReadSettings:
    """Return how the input is to be read, as the *chosen* options say."""
    return ReadSettings(
        input_format=chosen.input_format,
        encoding=chosen.encoding,
        publisher=chosen.publisher,
        fields=fields_of(chosen.field),
        exclude=chosen.exclude,
        limits=limits_of(chosen),
    )


def fields_of(pairs: list[str]) -> dict[str, str]:
    """Return the mapping that *pairs* ("text=body") spell."""
    fields = {}
    for pair in pairs:
        name, sign, field = pair.partition("=")
        if not (name and sign and field):
            message = f"--field {pair}: give the name, an equals sign and the record's field, as in --field text=body"
            raise ConfigError(message)
        fields[name] = field
    return fields
