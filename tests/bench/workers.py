"""Measure runs over archives: ``python tests/bench/workers.py [--articles N] [--memory] [--spin]``.

A generated archive (each article other words in other order) is reported on with one worker and with two: seconds, and how
much faster two are. With --memory: the parent's peak memory for 1,000 and for 100,000 short articles. With --spin: how
much faster two processes that only count are on this machine at this moment, which is what a perfect run would reach.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

PARENT = """
import resource, sys, time
from citeaudit.cli import main
begun = time.monotonic()
code = main(sys.argv[1:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
own, others = (each.ru_utime + each.ru_stime for each in used)
print(code, time.monotonic() - begun, int(peak.split()[1]) / 1024, own, others, file=sys.stderr)
"""
SPIN = "sum(i * i for i in range(30_000_000))"

NAMES = ("Ana Ruiz", "Bo Li", "Marta Oliveira", "Tom Baker", "the ministry", "the mayor", "police", "a senior official")
OUTLETS = ("Bloomberg", "Reuters", "CNN", "the Guardian", "The New York Times", "the BBC", "Politico", "Al Jazeera")
DEEDS = (
    "the harbour will close",
    "the wall is safe",
    "ferries are late",
    "taxes must rise",
    "the bridge was sold",
    "talks go on",
)


def article(chance: random.Random, sentences: int) -> str:
    """Return an article of that many sentences."""
    patterns = (
        lambda: f"{chance.choice(NAMES).capitalize()} said that {chance.choice(DEEDS)} before {chance.randrange(2000, 2030)}.",
        lambda: f"“{chance.choice(DEEDS).capitalize()},” {chance.choice(NAMES)} told {chance.choice(OUTLETS)} on Monday.",
        lambda: f"{chance.choice(DEEDS).capitalize()}, {chance.choice(OUTLETS)} reported.",
        lambda: f"{chance.choice(DEEDS).capitalize()} and nobody in the {chance.randrange(900)} houses of the town was asked.",
        lambda: f"According to {chance.choice(NAMES)}, {chance.choice(DEEDS)} for {chance.randrange(90)} days.",
    )
    return "\n\n".join(" ".join(chance.choice(patterns)() for _ in range(3)) for _ in range(max(1, sentences // 3)))


def archive(path: Path, articles: int, sentences: int) -> None:
    """Write an archive of JSON Lines."""
    chance = random.Random(1)  # noqa: S311 - the same archive each time
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            text = article(chance, sentences)
            stream.write(json.dumps({"id": str(number), "publisher": "Gazette", "date": "2025-05-29", "text": text}) + "\n")


class Run(NamedTuple):
    """The seconds of a run, its parent's peak memory in MiB, and the CPU seconds of the parent and of its processes."""

    seconds: float
    peak: float
    parent: float
    processes: float


def run(*arguments: str) -> Run:
    """Run the command line and measure it."""
    done = subprocess.run([sys.executable, "-c", PARENT, *arguments], check=True, stderr=subprocess.PIPE, text=True)
    code, *figures = done.stderr.split()[-5:]
    assert code == "0", done.stderr
    return Run(*map(float, figures))


def spin(processes: int) -> float:
    """Return the seconds that so many processes need to count at the same time."""
    begun = time.monotonic()
    for process in [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(processes)]:
        process.wait()
    return time.monotonic() - begun


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600, help="of 36 sentences each (default: 600)")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--spin", action="store_true")
    chosen = parser.parse_args()
    if chosen.spin:
        one, two = spin(1), spin(2)
        print(
            f"counting: 1 process {one:.2f} s, 2 processes at once {two:.2f} s: twice the work {2 * one / two:.2f} times as fast"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "archive.jsonl")
        if chosen.memory:
            for command in (("report", "--format", "jsonl"), ("corpus",)):
                for articles in (1_000, 100_000):
                    archive(path, articles, 3)
                    out = str(Path(folder, "out"))
                    done = run(*command, str(path), "--workers", "2", "--no-progress", "-o", out)
                    print(f"{command[0]}, {articles:,} short articles: {done.seconds:.0f} s, parent's peak {done.peak:.1f} MiB")
            return
        archive(path, chosen.articles, 36)
        size = path.stat().st_size / 1e6
        runs = []
        for workers in (1, 2):
            done = run("report", str(path), "--format", "jsonl", "--workers", str(workers), "-o", f"{folder}/out")
            runs.append(done)
            rate = f"{chosen.articles / done.seconds:.0f} articles/s, {size / done.seconds:.2f} MB/s"
            cpu = f"CPU: parent {done.parent:.2f} s, processes {done.processes:.2f} s"
            print(f"{workers} workers: {done.seconds:.2f} s, {rate}; {cpu}; parent's peak {done.peak:.0f} MiB")
        one, two = runs
        print(f"2 workers are {one.seconds / two.seconds:.2f} times as fast as 1 by the clock")
        print(f"on two free cores, by CPU seconds: {2 * one.parent / (two.parent + two.processes):.2f} times")


if __name__ == "__main__":
    main()
