"""Where findings go: formats with their places ("sarif:out.sarif") go in, what was found is written to each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from citeaudit.cli.colours import lines_to_output, wants_colour, wants_links
from citeaudit.cli.repository_paths import in_repository
from citeaudit.cli.saying import encoded, encoding_for_people, say
from citeaudit.errors import ConfigError
from citeaudit.writers.destinations import destination
from citeaudit.writers.findings import FINDING_WRITERS, FindingWriter
from citeaudit.writers.findings.github import github_summary
from citeaudit.writers.findings.places import Checked
from citeaudit.writers.findings.statistics import statistics_to_lines

WRITERS_BY_NAME = {writer.name: writer for writer in FINDING_WRITERS}


@dataclass(frozen=True, slots=True)
class Output:
    """One format and its place; None is standard output."""

    writer: FindingWriter
    path: Path | None = None


def outputs_of(formats: list[str], output_file: Path | None) -> tuple[Output, ...]:
    """
    Return the outputs that *formats* name; one without a place goes to *output_file*, else to standard output.

    :raises ConfigError: if a format is unknown, with the nearest, or two go to the same place.
    """
    outputs = []
    for chosen in formats or ["full"]:
        name, _, place = chosen.partition(":")
        if name not in WRITERS_BY_NAME:
            close = get_close_matches(name, WRITERS_BY_NAME, 1, 0.5)
            hint = f"did you mean {close[0]!r}? " if close else ""
            message = f"unknown format {name!r}: {hint}give one of {', '.join(WRITERS_BY_NAME)}, or FORMAT:FILE"
            raise ConfigError(message)
        path = Path(place) if place else output_file
        outputs.append(Output(WRITERS_BY_NAME[name], None if path == Path("-") else path))
    places = [output.path for output in outputs]
    twice = next((place for place in places if places.count(place) > 1), False)
    if twice is not False:
        message = f"two formats go to {twice or 'standard output'}: give each its file, as in --format sarif:out.sarif"
        raise ConfigError(message)
    return tuple(outputs)


def write_outputs(outputs: tuple[Output, ...], checked: Checked, *, with_statistics: bool, is_quiet: bool) -> None:
    """Write *checked* to each of *outputs*."""
    for output in outputs:
        if output.path is None and with_statistics:
            text = lines_to_output(statistics_to_lines(checked), coloured=wants_colour())
        elif output.path is None and output.writer.lines is not None:
            lines = list(output.writer.lines(checked))
            if is_quiet and not checked.places:  # nothing to tell: -q leaves the summary out
                continue
            text = lines_to_output(lines, coloured=wants_colour(), linked=wants_links())
        else:
            text = output.writer.dumps(in_repository(checked) if output.writer.is_for_repository else checked)
        with destination(output.path) as stream:
            is_for_people = output.writer.lines is not None or (with_statistics and output.path is None)
            stream.write(encoded(text, encoding_for_people(output.path) if is_for_people else "utf-8"))
        if output.writer.name == "github":
            _write_step_summary(in_repository(checked))


def _write_step_summary(checked: Checked) -> None:
    """Add the summary of the step to the file that the runner names, if there is one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        try:
            with Path(place).open("a", encoding="utf-8", errors="replace") as stream:
                stream.write(github_summary(checked))
        except OSError as error:
            say(f"{place}: the step summary cannot be written ({error.strerror})")
