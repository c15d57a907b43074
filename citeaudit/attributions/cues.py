"""Which words speak: an article's words go in, the candidates come out, each with the facts for and against it.

A candidate is a word whose stem was the anchor of a cue in the training corpus often enough, or an unknown inflected
word; the weights decide. The anchor of a cue is the one word of it that speaks: "told" of "has also told".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.attributions.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from citeaudit.attributions.scene import Scene
    from citeaudit.attributions.templates import Facts
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


CUE = read_templates(
    "",
    "lower kind rate fine coarse_before fine_before fine_after next_lower kind_before_last kind_before kind_after "
    "kind_after_next stem next_tag subject_lower subject_kind helpers beyond_lower beyond_kind ahead quotes sides "
    "many position paragraph comma stem_cue_before between lower_before stem_cue_after",
    """
    bias
    l     lower
    kr    kind rate
    f     fine kind
    l+    next_lower
    k-    kind_before_last kind_before
    k+    kind_after kind_after_next
    st+   stem next_tag
    fk+   fine kind kind_after
    c-    coarse_before kind
    f-    fine_before
    f+    fine_after
    sub   subject_lower
    subk  subject_kind helpers kind
    nxt   beyond_lower rate
    nxs   stem beyond_kind
    ah    ahead rate
    qt    quotes rate
    qs    stem sides
    qk    sides kind kind_after rate
    n     many rate
    nk    many kind kind_after
    pos   position rate
    par   paragraph rate
    cm    comma subject_kind rate
    bs    stem_cue_before between
    bl    between lower_before kind
    as    stem_cue_after rate
    """,
)


def cue_facts(scene: Scene, row: int) -> Facts:
    """Return the facts that say whether *row* is the anchor of a cue."""
    words = scene.words
    kind, lower, stem, fine = words.kind, words.lower, words.stem, words.fine
    number = words.sentence[row]
    first = words.bounds[number][0]
    left = subject_of(kind, row)
    right = row + 1
    while kind[right] in ASIDE and right - row < 4:
        right += 1
    inside = "q" if words.quote[row] >= 0 else "-"
    closed, opened = scene.closed_left[row], scene.opened_right[row]
    before, after = scene.cue_left[row], scene.cue_right[row]
    cues = scene.cues[row] - scene.cues[first]
    that, to, colon = scene.that_right[row], scene.to_right[row], scene.colon_right[row]
    comma = scene.comma_left[row]
    paragraph = words.paragraph[number]
    between = None
    if before >= 0:
        between = "t" if before < scene.that_right[before] < row else "-"
        between += "," if scene.commas[row] > scene.commas[before] else "-"
    return (
        lower[row],
        kind[row],
        words.rate[row],
        fine[row],
        words.coarse[row - 1],
        fine[row - 1],
        fine[row + 1],
        lower[row + 1],
        kind[row - 2],
        kind[row - 1],
        kind[row + 1],
        kind[row + 2],
        stem[row],
        words.tag[row + 1],
        lower[left],
        kind[left],
        "".join(kind[left + 1 : row]),
        lower[right],
        kind[right],
        (
            f"{near(that - row) if 0 <= that - row < 8 else '_'}"
            f"{near(to - row) if 0 <= to - row < 6 else '_'}{near(colon - row) if 0 <= colon - row < 8 else '_'}"
        ),
        f"{inside}{near(row - closed) if closed >= 0 else '_'}/{near(opened - row) if opened >= 0 else '_'}",
        f"{inside}{'c' if closed >= 0 else '_'}{'o' if opened >= 0 else '_'}",
        f"{COUNTS[cues if cues < 3 else 3]}{inside}{'r' if after >= 0 else '_'}",
        near(row - first),
        COUNTS[paragraph if paragraph < 2 else 2],
        near(left - comma) if comma >= 0 else "_",
        stem[before] if before >= 0 else None,
        between,
        lower[row - 1],
        stem[after] if after >= 0 else None,
    )
