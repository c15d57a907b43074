"""The facts for and against each place where the content behind its cue may end: rows go in, tuples come out, one a candidate.

Half of the relations that are cut wrong are cut here. So an end sees what stands at it, what the content holds so far, what is left of the
sentence, and what a conjunction there resumes: the content ("said she would run | and thank her voters") or the cue ("said she would run | and thanked her voters").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.engine.cues import FAR, NEAR, subject_of
from citeaudit.engine.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from citeaudit.engine.templates import Choice, Facts
    from citeaudit.words.surroundings import Scene
    from citeaudit.words.tokens import Words

RIGHT_END = read_templates(
    "opening second kind stem inflection first before_subject",
    "here commas verbs tag_end tag_after at_end edge lower_last coarse_end state passed marks length "
    "cued rate_after edge_after joint resumed rest_verbs rest_commas rest lower_after_comma after after_next",
    """
    at2  tag_end tag_after
    av   here verbs commas at_end
    ab   edge
    st   state at_end passed
    stm  state at_end marks opening
    d    length at_end
    ds   length stem
    s    stem here
    cuv  cued verbs at_end
    r    rate_after edge_after
    co   joint resumed inflection
    rv   rest_verbs here rest_commas
    rl   rest here
    ic   lower_after_comma here
    op   second here
    n3   here after after_next
    sb   first before_subject here
    la   lower_last
    te   tag_end at_end
    ov   opening verbs
    tm   tag_end marks
    kr   kind rest_verbs
    er   edge resumed
    csp  commas at_end state passed
    cop  coarse_end at_end state passed
    """,
)
OPENINGS = frozenset(("OQ", "THAT", "TO", "WH", "IN", "ING", "DT", "NP", "PP", "PRO", "PRM"))
"""The kinds of first words that say how a content goes on."""
JOINTS = frozenset(("CC", ","))
"""What may join what comes next to the content, or to the cue: "said she would run | and thanked her voters"."""
SKIPPED = frozenset(("CC", ",", "ADV", "RB", "NOT", "OQ", "CQ"))
"""What may stand between a joint and the verb that resumes."""
MOST_SKIPPED = 8
"""How many words behind a joint are passed over, so that a run of commas costs no more than a sentence."""
SUBJECT_KINDS = frozenset(("NP", "w", "DT", "PP", "NUM", "POS", "ED"))
"""What a subject is made of, to the left of its last word."""
LONGEST_SUBJECT = 30
"""How many words of a subject are walked over."""


def _inflection(words: Words, row: int) -> str:
    """Return the kind of a word, and of a plain one whether it ends in "s"."""
    kind = words.kind[row]
    return kind if kind != "w" else "s" if words.lower[row][-1:] == "s" else "w"


def _clause_facts(words: Words, row: int) -> tuple[str, str]:
    """Return the kinds of the sentence's first word and of the word before the subject of the cue at *row*: "Though | she said …"."""
    kind = words.kind
    first = words.bounds[words.sentence[row]][0]
    start = subject_of(kind, row)
    if kind[start] not in ("PRO", "WHO"):
        nearest = max(first, start - LONGEST_SUBJECT)
        while start > nearest and kind[start - 1] in SUBJECT_KINDS:
            start -= 1
    return kind[first] if first < start else "=", kind[start - 1] if start > first else "^"


def right_end_facts(scene: Scene, row: int, start: int, ends: list[int]) -> Choice:
    """Return the facts for each place where the content that begins at *start* may end."""
    words = scene.words
    tag, kind, lower, quote, rate, coarse = words.tag, words.kind, words.lower, words.quote, words.rate, words.coarse
    bounds, sentence_of, edge = words.bounds, words.sentence, words.edge
    all_verbs, all_commas, all_marks, all_cues = scene.verbs, scene.commas, scene.marks, scene.cues
    comma_left, cue_right = scene.comma_left, scene.cue_right
    number = sentence_of[start]
    last = bounds[number][1]
    opening = kind[start] if kind[start] in OPENINGS else "w"
    verb_start = all_verbs[start]
    start_quote = quote[start]
    start_state = "q" if start_quote >= 0 else "-"
    commas_start, marks_start, cues_start = all_commas[start], all_marks[start], all_cues[start]
    facts: list[Facts] = []
    for end in ends:
        here, before, last_quote = kind[end], kind[end - 1], quote[end - 1]
        after = kind[end + 1]
        sentence = sentence_of[end - 1]
        sentence_end = bounds[sentence][1]
        passed = sentence - number
        verbs = all_verbs[end] - verb_start
        commas = all_commas[end] - commas_start
        marks = all_marks[end] - marks_start
        cue = cue_right[end - 1]
        is_cued = "1" if all_cues[end] > cues_start else "0"
        length, ahead, rest = end - start, cue - end, sentence_end - end
        resumed = None
        if here in JOINTS and end < last:
            place, farthest = end, min(last, end + MOST_SKIPPED)
            while place < farthest and kind[place] in SKIPPED:
                place += 1
            resumed = _inflection(words, place)
        rest_verbs = all_verbs[sentence_end] - all_verbs[end]
        rest_commas = all_commas[sentence_end] - all_commas[end]
        comma = comma_left[end - 1]
        facts.append(
            (
                here,
                COUNTS[commas if commas < 3 else 3],
                COUNTS[verbs if verbs < 3 else 3],
                tag[end],
                tag[end + 1],
                "$" if end == sentence_end else "%" if end + 1 == sentence_end else "-",
                edge[end],
                lower[end - 1],
                coarse[end],
                (
                    f"{start_state}{'s' if last_quote == start_quote else 'd'}"
                    f"{'c' if before == 'CQ' else '_' if last_quote < 0 else 'i' if quote[end] == last_quote else 'e'}"
                    f"{'o' if here == 'OQ' else ''}"
                ),
                COUNTS[passed if passed < 4 else 4],
                COUNTS[marks if marks < 3 else 3],
                NEAR[length if length < FAR else FAR],
                (NEAR[ahead if ahead < FAR else FAR] if cue >= 0 else "_") + is_cued,
                rate[end + 1],
                edge[end + 1],
                here + after if after in ("CC", "RB", "ADV") else here,
                resumed,
                COUNTS[rest_verbs if rest_verbs < 3 else 3],
                COUNTS[rest_commas if rest_commas < 2 else 2],
                NEAR[rest if rest < FAR else FAR],
                lower[comma + 1] if comma >= start else "_",
                after,
                kind[end + 2],
            )
        )
    own = (kind[row], words.stem[row], _inflection(words, row))
    return (opening, edge[start + 1], *own, *_clause_facts(words, row)), facts
