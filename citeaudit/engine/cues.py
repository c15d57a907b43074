"""Which words speak: an article's words go in, the candidates come out, each with the facts for and against it.

A candidate is a word whose stem was the anchor of a cue in the training corpus often enough, or an unknown inflected
word; the weights decide. The anchor of a cue is the one word of it that speaks: "told" of "has also told".
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from citeaudit.engine.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from citeaudit.engine.templates import Facts
    from citeaudit.words.surroundings import Scene
    from citeaudit.words.tokens import Words

HELPERS = frozenset(("MD", "BE", "HV", "DO", "NOT", "ADV", "RB", "TO"))
"""What may stand between a subject and its verb."""
ASIDE = frozenset(("ADV", "RB"))
NEAR = ("0", "1", "2", "3", "4", "5", "6", "7", "7", "9", "9", "9", *["12"] * 3, *["15"] * 5, *["20"] * 10, "30")
FAR = len(NEAR) - 1
"""Distances, in steps that grow; as far as FAR is far."""
MEANINGS = {
    "bias": "any candidate",
    "l": "the word itself",
    "f": "words used like it",
    "l+": "the next word",
    "l++": "the word after the next",
    "k-": "the kinds of the three words before",
    "k+": "the kinds of the three words after",
    "kk": "its kind, and those beside it",
    "st+": "the word with the next one",
    "fk+": "words used like it with the next kind",
    "ff+": "words used like it and like the next",
    "f+": "words used like the one after",
    "c-": "words used like the one before",
    "lf-": "the word before, with words used like it",
    "sub": "the subject's last word",
    "sf": "words used like the subject's, and like it",
    "bsl": "the word before the subject's last",
    "bsk": "its kind, and the subject's",
    "nxt": "the next word but adverbs",
    "nxs": "the word with the next kind but adverbs",
    "qs": "the word, and on which sides quotation marks stand",
    "qk": "the sides of quotation marks, and the next kind",
    "n": "how many other words speak in the sentence",
    "bs": "the speaking word before",
    "bl": "what lies between it and the speaking word before",
    "as": "the speaking word after",
    "af": "the speaking word after, whatever speaks here",
    "kr": "its kind",
    "qb": "the sides of quotation marks, and what lies between it and the speaking word before",
    "qn": "the sides of quotation marks, and how many other words speak",
    "qbs": "the sides of quotation marks, and the speaking word before",
    "sfb": "words used like the subject's, and what lies between it and the speaking word before",
    "k3-": "the kind of the third word before",
    "k2+": "the kind of the word after the next",
    "bks": "the next kind but adverbs, and the sides of quotation marks",
    "fbs": "words used like it, and the speaking word before",
    "ck-": "words used like the one before, and its kind",
}
"""What each template of a clue looks at, for the evidence."""


def near(distance: int) -> str:
    """Return *distance* in steps that grow; loops over candidates look into the table themselves."""
    return NEAR[distance if distance < FAR else FAR]


def find_candidates(words: Words, anchors: frozenset[str]) -> list[int]:
    """
    Return the rows that may be the anchor of a cue.

    None inside quotation marks: what is said there is another's, and of 1,787 such words of the development articles 17 were labelled.
    """
    kind, lower, quote = words.kind, words.lower, words.quote
    known = compress(count(), map(anchors.__contains__, words.stem))
    unknown = [
        row
        for row, step in enumerate(words.rate)
        if step == "u" and (kind[row] in ("ED", "ING") or (kind[row] == "w" and lower[row][-1:] == "s"))
    ]
    return [row for row in sorted({*known, *unknown}) if quote[row] < 0]


def subject_of(kind: list[str], row: int) -> int:
    """Return the row left of *row* and of its auxiliaries and adverbs."""
    left = row - 1
    while kind[left] in HELPERS and row - left < 6:
        left -= 1
    return left


def beyond_adverbs(kind: list[str], row: int) -> int:
    """Return the row right of *row* and of the adverbs behind it."""
    right = row + 1
    while kind[right] in ASIDE and right - row < 4:
        right += 1
    return right


CUE = read_templates(
    "",
    "lower stem kind rate fine lower_before coarse_before kind_before kind_before_last kind_third_before next_lower next_tag "
    "fine_after kind_after lower_after_next kind_after_next kind_third_after subject_lower subject_fine subject_kind "
    "before_subject_lower before_subject_kind beyond_lower beyond_kind sides many stem_cue_before between "
    "stem_cue_after",
    """
    bias
    l     lower
    f     fine kind
    l+    next_lower
    l++   lower_after_next kind_after
    k-    kind_third_before kind_before_last kind_before
    k+    kind_after kind_after_next kind_third_after
    kk    kind_before kind kind_after
    st+   stem next_tag
    fk+   fine kind kind_after
    ff+   fine fine_after
    f+    fine_after
    c-    coarse_before kind
    lf-   lower_before fine
    sub   subject_lower
    sf    subject_fine fine
    bsl   before_subject_lower subject_kind
    bsk   before_subject_kind subject_kind rate
    nxt   beyond_lower rate
    nxs   stem beyond_kind
    qs    stem sides
    qk    sides kind kind_after rate
    n     many rate
    bs    stem_cue_before between
    bl    between lower_before kind
    as    stem_cue_after rate
    qb    sides between
    af    stem_cue_after
    kr    kind rate
    qn    sides many
    qbs   sides stem_cue_before
    sfb   subject_fine between
    k3-   kind_third_before
    k2+   kind_after_next
    bks   beyond_kind sides
    fbs   fine stem_cue_before
    ck-   coarse_before kind_before
    """,
)


def cue_facts(scene: Scene, row: int) -> Facts:
    """Return the facts that say whether *row* is the anchor of a cue."""
    words = scene.words
    kind, lower, stem, fine = words.kind, words.lower, words.stem, words.fine
    first = words.bounds[words.sentence[row]][0]
    subject = subject_of(kind, row)
    beyond = beyond_adverbs(kind, row)
    closed, opened = scene.closed_left[row], scene.opened_right[row]
    before, after = scene.cue_left[row], scene.cue_right[row]
    cues = scene.cues[row] - scene.cues[first]
    between = None
    if before >= 0:
        between = "t" if before < scene.that_right[before] < row else "-"
        between += "," if scene.commas[row] > scene.commas[before] else "-"
    return (
        lower[row],
        stem[row],
        kind[row],
        words.rate[row],
        fine[row],
        lower[row - 1],
        words.coarse[row - 1],
        kind[row - 1],
        kind[row - 2],
        kind[row - 3],
        lower[row + 1],
        words.tag[row + 1],
        fine[row + 1],
        kind[row + 1],
        lower[row + 2],
        kind[row + 2],
        kind[row + 3],
        lower[subject],
        fine[subject],
        kind[subject],
        lower[subject - 1],
        kind[subject - 1],
        lower[beyond],
        kind[beyond],
        f"{'c' if closed >= 0 else '_'}{'o' if opened >= 0 else '_'}",
        f"{COUNTS[cues if cues < 3 else 3]}{'r' if after >= 0 else '_'}",
        stem[before] if before >= 0 else None,
        between,
        stem[after] if after >= 0 else None,
    )
