"""How fast an audit is, against another commit: ``python tests/bench/speed.py ARTICLES.jsonl --against COMMIT [--spacy MODEL]``.

Machines are shared and noisy, so seconds say little: the code of both commits runs in processes that take turns, each reads the
same articles and tells its CPU time for each article and stage, and what is printed are ratios. *least* sums up the least time of each article over all
processes; *median* is the middle ratio of the pairs, with the middle half of them beside it. Without ``--against`` there is
nothing to compare, and the figures of this commit are printed alone.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ENGINE = ("read_words", "find_relations")
"""The stages whose time is the engine's."""

AUDITS = """
import json, sys, time
from collections import defaultdict
from types import FunctionType
from citeaudit import Article, Config, pipeline

path, rounds, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
records = [json.loads(line) for line in open(path, encoding="utf-8")][:most]
articles = [Article(record["text"], publisher=record.get("publisher")) for record in records]
config, clock, spent = Config(check_language=False), time.thread_time, defaultdict(float)

def timed(name, stage):
    def run(*given, **named):
        start = clock()
        value = stage(*given, **named)
        spent[name] += clock() - start
        return value
    return run

for name, value in list(vars(pipeline).items()):
    if isinstance(value, FunctionType) and name not in ("audit_article", "_read"):
        setattr(pipeline, name, timed(name, value))
rows = [{} for _ in articles]
for _ in range(rounds):
    for row, article in zip(rows, articles):
        spent.clear()
        start = clock()
        pipeline.audit_article(article, config)
        for name, seconds in {**spent, "all": clock() - start}.items():
            row[name] = min(row.get(name, seconds), seconds)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"rows": rows, "peak": int(peak.split()[1]) / 1024}))
"""
"""What a process runs: it prints the least CPU seconds of each stage of each article, and its peak memory in MiB."""

STARTS = {
    "python itself": "pass",
    "import citeaudit": "import citeaudit",
    "to the first report": "import sys, citeaudit; citeaudit.audit(open(sys.argv[1], encoding='utf-8').read())",
}
SPACY = """
import json, sys, time, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][:int(sys.argv[3])]
model = spacy.load(sys.argv[4])
list(model.pipe(texts[:5]))
start = time.process_time()
for text in texts:
    model(text)
print(time.process_time() - start)
"""
PYSBD = """
import json, sys, time, pysbd
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][:int(sys.argv[3])]
cutter = pysbd.Segmenter(language="en", clean=False)
start = time.process_time()
for text in texts:
    cutter.segment(text)
print(time.process_time() - start)
"""


class Side(NamedTuple):
    """A commit under test: its name, the folder with its code, and one for the bytecode of it."""

    name: str
    tree: Path
    bytecode: Path

    def run(self, program: str, *arguments: object) -> tuple[str, float]:
        """Run *program* on this code; return what it prints, and its CPU seconds."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPATH": str(self.tree), "PYTHONPYCACHEPREFIX": str(self.bytecode), "OPENBLAS_NUM_THREADS": "1"}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-c", program, *map(str, arguments)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=self.bytecode)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return done.stdout, used


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON Lines with a text a line")
    parser.add_argument(
        "--against", metavar="COMMIT", help="compare with the code of this commit, or of the checkout in this folder"
    )
    parser.add_argument("--pairs", type=int, default=7, help="processes of each commit (default: 7)")
    parser.add_argument(
        "--rounds", type=int, default=2, help="audits of each article in a process (default: 2, the first warms up)"
    )
    parser.add_argument("--most", type=int, default=10_000, help="articles to read (default: all)")
    parser.add_argument("--starts", type=int, default=11, help="starts of each kind (default: 11; 0: none)")
    parser.add_argument("--spacy", metavar="MODEL", help="also run this spaCy pipeline over the same texts")
    parser.add_argument("--pysbd", action="store_true", help="also run pySBD over the same texts")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sides = [Side("this code", ROOT, _folder(folder, "new"))]
        if chosen.against:
            sides.append(Side(chosen.against[:12], _tree_of(chosen.against, folder), _folder(folder, "old")))
        taken = chosen.articles.resolve(), chosen.rounds, chosen.most
        print_audits(sides, taken, chosen.pairs)
        if chosen.starts:
            print_starts(sides, chosen.articles, chosen.starts, Path(folder, "article.txt"))
        for name, program, arguments in (("spaCy", SPACY, (chosen.spacy,)), ("pySBD", PYSBD, ())):
            if arguments == (None,) or (not arguments and not chosen.pysbd):
                continue
            others, own = [], []
            for _ in range(3):
                others.append(float(sides[0].run(program, *taken, *arguments)[0]))
                rows = json.loads(sides[0].run(AUDITS, *taken)[0])["rows"]
                own.append(sum(row["all"] for row in rows))
            print(f"{name} takes {min(others) / min(own):.1f} times as long as the whole audit")
    return 0


def _folder(parent: str, name: str) -> Path:
    made = Path(parent, name)
    made.mkdir()
    return made


def _tree_of(commit: str, folder: str) -> Path:
    """Return a folder with the code of *commit*: the folder itself where it is one, else unpacked from git."""
    if Path(commit, "citeaudit").is_dir():
        return Path(commit).resolve()
    tree, archive = _folder(folder, "tree"), Path(folder, "tree.tar")
    subprocess.run(["git", "-C", ROOT, "archive", "-o", archive, commit, "citeaudit"], check=True)
    subprocess.run(["tar", "-xf", archive, "-C", tree], check=True)
    return tree


def print_audits(sides: list[Side], taken: tuple[object, ...], pairs: int) -> None:
    """Print what the whole audit and each stage take, and the peak memory, of both sides in turn."""
    runs: list[list[dict]] = [[] for _ in sides]
    for number in range(pairs):
        order = range(len(sides)) if number % 2 else reversed(range(len(sides)))
        for which in order:
            runs[which].append(json.loads(sides[which].run(AUDITS, *taken)[0]))
    articles = len(runs[0][0]["rows"])
    sums = [[_sums(run["rows"]) for run in side] for side in runs]
    least = [_sums(_least([run["rows"] for run in side])) for side in runs]
    print(f"{articles} articles, {pairs} processes a side in turn, least CPU time of {taken[1]} audits of each article")
    names = sorted({name for side in least for name in side}, key=lambda name: -max(side.get(name, 0.0) for side in least))
    wide = [name for name in ("all", "engine", "the rest") if name in names]
    for name in [*wide, *(name for name in names if name not in wide)]:
        cells = [f"{1000 * side.get(name, 0.0) / articles:8.3f}" for side in least]
        line = f"  {name:24s} {' '.join(cells)} ms"
        if len(sides) > 1 and all(side.get(name) for side in least):
            ratios = [new[name] / old[name] for new, old in zip(*sums, strict=True)]
            line += f"   least {least[0][name] / least[1][name]:.3f}, median {_spread(ratios)}"
        print(line)
    for side, own in zip(sides, runs, strict=True):
        print(f"  peak memory of {side.name}: {min(run['peak'] for run in own):.0f} MiB")


def _sums(rows: list[dict[str, float]]) -> dict[str, float]:
    """Return the seconds of each stage over all articles, with those of the engine and of all that is not the engine."""
    sums: dict[str, float] = defaultdict(float)
    for row in rows:
        for name, seconds in row.items():
            sums[name] += seconds
    sums["engine"] = sum(sums[name] for name in ENGINE if name in sums)
    sums["the rest"] = sums["all"] - sums["engine"]
    return sums


def _least(runs: list[list[dict[str, float]]]) -> list[dict[str, float]]:
    """Return the least of all *runs* for each stage of each article."""
    return [{name: min(row[name] for row in rows if name in row) for name in rows[0]} for rows in zip(*runs, strict=True)]


def _spread(ratios: list[float]) -> str:
    """Return the middle of *ratios*, and the middle half of them."""
    low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return f"{middle:.3f} ({low:.3f} to {high:.3f})"


def print_starts(sides: list[Side], articles: Path, starts: int, text: Path) -> None:
    """Print the CPU time from the start of Python to a package that is there and to a first report, with written bytecode."""
    with articles.open(encoding="utf-8") as lines:
        text.write_text(json.loads(next(lines))["text"], encoding="utf-8")
    for name, program in STARTS.items():
        used: list[list[float]] = [[] for _ in sides]
        for number in range(starts + 1):
            for which, side in enumerate(sides):
                seconds = side.run(program, text)[1]
                if number:  # the first writes the bytecode
                    used[which].append(seconds)
        cells = [f"{1000 * min(own):.0f} ms (median {1000 * statistics.median(own):.0f})" for own in used]
        line = f"  {name:24s} {' against '.join(cells)}"
        if len(sides) > 1:
            line += f", ratio of the least {min(used[0]) / min(used[1]):.3f}"
        print(line)


if __name__ == "__main__":
    sys.exit(main())
