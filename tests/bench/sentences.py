"""How fast sentences are found, beside other splitters: ``python tests/bench/sentences.py TEXTS.jsonl [--linear]``.

Each splitter runs in a process of its own over the same texts, which it has not seen before (nupunkt keeps what it has seen),
and is timed in CPU seconds of one thread after a warm-up on a sentence. citeaudit finds the boundaries only. Machines are
shared and noisy: compare the ratios. A splitter that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path


def citeaudit():
    """Return the splitter of this project, boundaries only."""
    from citeaudit.sentences.boundaries import find_ends  # noqa: PLC0415 - each splitter only in its process

    return find_ends


def nupunkt():
    """Return nupunkt's spans."""
    import nupunkt as library  # noqa: PLC0415

    return library.sent_spans


def syntok():
    """Return syntok's segmenter, exhausted."""
    from syntok import segmenter  # noqa: PLC0415

    return lambda text: [sentence for paragraph in segmenter.analyze(text) for sentence in paragraph]


def pysbd():
    """Return pySBD for English, as documented."""
    import pysbd as library  # noqa: PLC0415

    return library.Segmenter(language="en", clean=False).segment


def punkt():
    """Return NLTK's Punkt, trained on nothing: the model is a download, the speed is the same."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer  # noqa: PLC0415

    tokenizer = PunktSentenceTokenizer()
    return lambda text: list(tokenizer.span_tokenize(text))


def sentencizer():
    """Return spaCy's rule-based sentencizer on a blank pipeline."""
    import spacy  # noqa: PLC0415

    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    model.max_length = 10**9
    return lambda text: list(model(text).sents)


SPLITTERS = {splitter.__name__: splitter for splitter in (citeaudit, nupunkt, punkt, sentencizer, syntok, pysbd)}
HOSTILE = {
    "full stops": "." * 10**6,
    "one letter": "a. " * 300_000,
    "straight marks": '"' * 10**6,
    "initials": "A.B." * 250_000,
    "brackets": "(" * 10**6,
    "titles": "Mr. " * 250_000,
    "one line": "The mayor, Ms. Hale, left at 5 p.m. on Monday. " * 1_070_000,
}


def main() -> int:
    """Print megabytes a second and the ratio to citeaudit of each splitter, or how time grows with the text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, help="JSON Lines with a text a line")
    parser.add_argument("--only", nargs="+", choices=SPLITTERS, default=list(SPLITTERS))
    parser.add_argument("--most", type=int, default=4_000_000, help="characters that each splitter is given at most")
    parser.add_argument("--run", choices=SPLITTERS, help="time this one here and print the seconds")
    parser.add_argument("--linear", action="store_true", help="citeaudit's time on 1 MB, 10 MB and hostile texts")
    chosen = parser.parse_args()
    texts = [json.loads(line)["text"] for line in chosen.texts.read_text(encoding="utf-8").splitlines()]
    if chosen.run:
        print(timed(SPLITTERS[chosen.run](), texts, chosen.most))
    elif chosen.linear:
        grow(texts)
    else:
        compare(chosen)
    return 0


def timed(split, texts, most) -> float:
    """Return the megabytes (of a million characters) a second that *split* makes of *texts*, up to *most* characters."""
    split("Ms. Hale left. The town slept.")
    done, start = 0, time.process_time()
    for text in texts:
        if done + len(text) > most:
            break
        split(text)
        done += len(text)
    return done / 1e6 / (time.process_time() - start)


def compare(chosen) -> None:
    """Run every splitter in a process of its own and print its speed and its ratio to citeaudit's."""
    speeds = {}
    for name in chosen.only:
        command = [sys.executable, __file__, str(chosen.texts), "--run", name, "--most", str(chosen.most)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            print(f"{name:12s} left out: {ran.stderr.strip().splitlines()[-1]}")
            continue
        speeds[name] = float(ran.stdout)
        ratio = f"citeaudit makes {speeds['citeaudit'] / speeds[name]:6.2f} times that" if "citeaudit" in speeds else ""
        print(f"{name:12s} {speeds[name]:7.2f} MB a CPU second   {ratio}")


def grow(texts) -> None:
    """Print citeaudit's CPU time on 1 and 10 MB of news, and on hostile texts of two lengths."""
    split = citeaudit()
    news = "\n\n".join(texts)
    news *= 10_000_000 // len(news) + 1
    split(news[:1000])
    one, ten = cpu_seconds(split, news[:1_000_000]), cpu_seconds(split, news[:10_000_000])
    print(f"news           1 MB {one:6.2f} s   10 MB {ten:6.2f} s   {ten / one:5.1f} times")
    for name, text in HOSTILE.items():
        part, whole = cpu_seconds(split, text[: len(text) // 10]), cpu_seconds(split, text)
        print(f"{name:14s} {len(text) / 1e7:4.2f} MB {part:6.2f} s   {len(text) / 1e6:5.2f} MB {whole:6.2f} s")


def cpu_seconds(split, text) -> float:
    """Return the CPU time of one split."""
    start = time.process_time()
    split(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
