"""Which words speak: an article's words go in, the candidates come out, each with the clues for and against it.

A candidate is a word whose stem was the anchor of a cue in the training corpus often enough, or an unknown inflected
word; the weights decide. The anchor of a cue is the one word of it that speaks: "told" of "has also told".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeaudit.attributions.scene import Scene
    from citeaudit.attributions.words import Words

HELPERS = frozenset(("MD", "BE", "HV", "DO", "NOT", "ADV", "RB", "TO"))
"""What may stand between a subject and its verb."""
ASIDE = frozenset(("ADV", "RB"))
NEAR = ("0", "1", "2", "3", "4", "5", "6", "7", "7", "9", "9", "9", "12", "12", "12", "15", "15", "15", "15", "15")
"""Distances, in steps."""
MEANINGS = {
    "bias": "any candidate",
    "l": "the word itself",
    "kr": "its kind, and how often its stem speaks",
    "f": "words used like it",
    "l+": "the next word",
    "k-": "the kinds of the two words before",
    "k+": "the kinds of the two words after",
    "st+": "the word with the next one",
    "fk+": "words used like it with the next kind",
    "c-": "words used like the one before",
    "f-": "words used like the one before, closely",
    "f+": "words used like the one after",
    "sub": "the subject's last word",
    "subk": "the subject's kind and the auxiliaries",
    "nxt": "the next word but adverbs",
    "nxs": "the word with the next kind but adverbs",
    "ah": "“that”, “to” or a colon ahead",
    "qt": "how far the quotation marks are",
    "qs": "the word, and on which sides quotation marks stand",
    "qk": "the sides of quotation marks, and the next kind",
    "n": "how many other words speak in the sentence",
    "nk": "how many others speak, and the next kind",
    "pos": "its place in the sentence",
    "par": "its paragraph",
    "cm": "a comma before the subject",
    "bs": "the speaking word before",
    "bl": "what lies between it and the speaking word before",
    "as": "the speaking word after",
}
"""What each template of a clue looks at, for the evidence."""


def near(distance: int) -> str:
    """Return *distance* in steps that grow."""
    return NEAR[distance] if distance < len(NEAR) else "20" if distance < 30 else "30"


def find_candidates(words: Words, anchors: frozenset[str]) -> list[int]:
    """
    Return the rows that may be the anchor of a cue.

    None inside quotation marks: what is said there is another's, and of 1,787 such words of the development articles 17 were labelled.
    """
    stem, rate, kind, lower, quote = words.stem, words.rate, words.kind, words.lower, words.quote
    return [
        row
        for first, last in words.bounds
        for row in range(first, last)
        if quote[row] < 0
        and (
            stem[row] in anchors
            or (rate[row] == "u" and (kind[row] in ("ED", "ING") or (kind[row] == "w" and lower[row][-1:] == "s")))
        )
    ]


def subject_of(kind: list[str], row: int) -> int:
    """Return the row left of *row* and of its auxiliaries and adverbs."""
    left = row - 1
    while kind[left] in HELPERS and row - left < 6:
        left -= 1
    return left


def cue_clues(scene: Scene, row: int) -> list[str]:
    """Return the clues whether *row* is the anchor of a cue."""
    words = scene.words
    kind, lower, stem, rate, coarse, fine = words.kind, words.lower, words.stem, words.rate, words.coarse, words.fine
    k, s, r, q = kind[row], stem[row], rate[row], words.quote[row]
    tag = words.tag
    k1, k2, l1 = kind[row - 1], kind[row - 2], lower[row - 1]
    n1, n2, m1 = kind[row + 1], kind[row + 2], lower[row + 1]
    number = words.sentence[row]
    first = words.bounds[number][0]
    left = subject_of(kind, row)
    helpers = "".join(kind[left + 1 : row])
    right = row + 1
    while kind[right] in ASIDE and right - row < 4:
        right += 1
    inside = "q" if q >= 0 else "-"
    closed, opened = scene.closed_left[row], scene.opened_right[row]
    quotes = f"{inside}{near(row - closed) if closed >= 0 else '_'}/{near(opened - row) if opened >= 0 else '_'}"
    sides = f"{inside}{'c' if closed >= 0 else '_'}{'o' if opened >= 0 else '_'}"
    before, after = scene.cue_left[row], scene.cue_right[row]
    many = f"{min(3, scene.cues[row] - scene.cues[first])}{inside}{'r' if after >= 0 else '_'}"
    that, to, colon = scene.that_right[row], scene.to_right[row], scene.colon_right[row]
    ahead = (
        f"{near(that - row) if 0 <= that - row < 8 else '_'}"
        f"{near(to - row) if 0 <= to - row < 6 else '_'}{near(colon - row) if 0 <= colon - row < 8 else '_'}"
    )
    comma = scene.comma_left[row]
    clues = [
        "bias",
        f"l|{lower[row]}",
        f"kr|{k}{r}",
        f"f|{fine[row]}{k}",
        f"l+|{m1}",
        f"k-|{k2}_{k1}",
        f"k+|{n1}_{n2}",
        f"st+|{s}_{tag[row + 1]}",
        f"fk+|{fine[row]}{k}_{n1}",
        f"c-|{coarse[row - 1]}_{k}",
        f"f-|{fine[row - 1]}",
        f"f+|{fine[row + 1]}",
        f"sub|{lower[left]}",
        f"subk|{kind[left]}_{helpers}_{k}",
        f"nxt|{lower[right]}_{r}",
        f"nxs|{s}_{kind[right]}",
        f"ah|{ahead}_{r}",
        f"qt|{quotes}_{r}",
        f"qs|{s}_{sides}",
        f"qk|{sides}_{k}_{n1}_{r}",
        f"n|{many}_{r}",
        f"nk|{many}_{k}_{n1}",
        f"pos|{near(row - first)}_{r}",
        f"par|{min(2, words.paragraph[number])}_{r}",
        f"cm|{near(left - comma) if comma >= 0 else '_'}_{kind[left]}_{r}",
    ]
    if before >= 0:
        between = "t" if before < scene.that_right[before] < row else "-"
        between += "," if scene.commas[row] > scene.commas[before] else "-"
        clues += [
            f"bs|{stem[before]}_{between}",
            f"bl|{between}_{l1}_{k}",
        ]
    if after >= 0:
        clues += [
            f"as|{stem[after]}_{r}",
        ]
    return clues
