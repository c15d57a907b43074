"""What a check knows already: the baseline's file goes in, only what is new comes out; the file is written or pruned on request."""

from __future__ import annotations

import argparse
from pathlib import Path

from citeaudit.baselines import Baseline, Known, loads_baseline
from citeaudit.cli.collecting import Collected
from citeaudit.cli.saying import say
from citeaudit.errors import ConfigError
from citeaudit.model.reports import Severity
from citeaudit.model.showing import several
from citeaudit.writers.destinations import destination
from citeaudit.writers.findings.places import Place


def read_baseline(chosen: argparse.Namespace) -> Baseline | None:
    """
    Return the baseline that was *chosen*, None if there is none or it is yet to be written.

    :raises ConfigError: if it is missing, damaged or of another version, with the remedy.
    """
    path: Path | None = chosen.baseline
    if path is None:
        if chosen.write_baseline or chosen.prune_baseline:
            message = "--write-baseline and --prune-baseline need --baseline FILE"
            raise ConfigError(message)
        return None
    if chosen.write_baseline:
        return None
    try:
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
    except FileNotFoundError as error:
        message = f"{path}: no such baseline; --write-baseline makes it"
        raise ConfigError(message) from error
    except OSError as error:
        message = f"{path}: the baseline cannot be read ({error.strerror}); write it anew with --write-baseline"
        raise ConfigError(message) from error
    return loads_baseline(text, name=str(path))


def new_places(collected: Collected, chosen: argparse.Namespace, baseline: Baseline | None) -> list[Place]:
    """Return the findings that the *baseline* does not know; none after --write-baseline, which knows them all."""
    places = collected.places
    if chosen.write_baseline:
        worth = [
            p
            for p in places
            if chosen.notes or p.finding.severity is not Severity.NOTE or collected.fail_on[p.path] is Severity.NOTE
        ]
        _write(chosen.baseline, Baseline.of(map(_known, worth)))
        if not chosen.quiet:
            say(f"{chosen.baseline}: {several(len(worth), 'finding')} taken into the baseline")
        return []
    if baseline is None:
        return places
    if chosen.prune_baseline:
        _write(chosen.baseline, baseline.pruned(map(_known, places), frozenset(collected.paths)))
    return [place for place, is_new in zip(places, baseline.new(map(_known, places)), strict=True) if is_new]


def _known(place: Place) -> Known:
    return Known(place.path, place.finding.code, place.finding.fingerprint)


def _write(path: Path, baseline: Baseline) -> None:
    with destination(path) as stream:
        stream.write(baseline.dumps().encode("utf-8", "surrogateescape"))
