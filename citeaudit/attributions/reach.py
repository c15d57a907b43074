"""How far an attribution goes beyond its sentence: attributions with chains go in, the same with longer contents come out.

A quotation that nobody introduces belongs to whoever was speaking: the one whose quotation it resumes in the same
paragraph, the one whose quotation the paragraph before left open, or the one whose line introduces it ("The Times
reported:"). Neighbourhood alone is no reach: a statement after "Bloomberg reported" stays the article's own.
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.attributions.asides import without_asides
from citeaudit.attributions.holding import holder_of, holder_of_part, is_claimed, resumes
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.resuming import may_resume
from citeaudit.attributions.told_before import answer_in, line_before, told_before, words_of_another
from citeaudit.attributions.told_later import told_later
from citeaudit.engine.sign_offs import SIGN_OFF
from citeaudit.layout.block_reach import reach_blocks
from citeaudit.layout.colon_lists import MOST_PIECES, with_lists
from citeaudit.layout.colon_runs import with_runs
from citeaudit.layout.introduction_forms import GOES_ON
from citeaudit.model.making import replace
from citeaudit.model.relations import UNSPOKEN_KINDS, Attribution, Level, Quotation, Reach, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import INSIDE
from citeaudit.sources.names import Names
from citeaudit.text.markup import Markup
from citeaudit.text.placing import sentence_at

FILL_WORDS = 8
"""A shorter stretch between marks may be a title or scare quotes; this many words are speech."""
TITLE = pattern_of(r"\p{Lu}[\p{L}\d’'-]*(?:\s(?:\p{Lu}[\p{L}\d’'-]*|\d+|&|and|of|the|with|in|on|at|to|a|for)){0,5},?")
"""What shows and works are called."""
LINE_CUES = 16
"""So many cues before a quotation may stand in the line that introduces it."""


def extend_reach(  # noqa: PLR0917  what the stages before found
    text: str,
    attributions: tuple[Attribution, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    names: Names,
    markup: Markup = (),
) -> tuple[Attribution, ...]:
    """
    Return *attributions* with each unclaimed quotation given to who was speaking; what nobody claims is a fill of its own.

    So it is with the block quotations and posts of the *markup*, whether they bear quotation marks or not.
    """
    result = [a for a in attributions if not a.is_fill]
    blocks = reach_blocks(sentences, markup, result) if markup else []
    result += [block for block in blocks if not block.is_fill]
    story = without_asides(text, sentences)
    holders = Neighbours((a, a.content) for a in result)
    heard = sorted((a.cue[0].start, -n) for n, a in enumerate(result) if a.content and _is_heard(a))
    silent = sorted((a.cue[0].start, -n) for n, a in enumerate(result) if a.level is not Level.REPORT and a.cue and a.source)
    fills = [block for block in blocks if block.is_fill]
    nobodys = Neighbours((block, block.content) for block in fills)
    later = told_later(text, quotations, story, result, holders)
    previous: Quotation | None = None
    for quotation in quotations:
        sentence = story[sentence_at(story, quotation.span.start)]
        is_aside = sentence.span.end <= quotation.span.start
        if is_aside or sentence.kind in UNSPOKEN_KINDS:
            continue
        here = holders.numbers_near((quotation.inner,))
        line = line_before(text, quotation, story)
        answer = None if line is None else answer_in(text, quotation, line, names, result, here)
        if answer is not None:
            fills.append(answer)
            previous = quotation
            continue
        last = story[sentence_at(story, quotation.inner.end - 1)].span.start
        if is_claimed(quotation, last, [result[n] for n in here]) or is_claimed(
            quotation, last, nobodys.near((quotation.inner,))
        ):
            for number in (n for n in here if resumes(text, quotation, result[n])):
                _extend_holders(text, result, holders, number, quotation, Reach.RESUMED_QUOTATION)
            # What a show is called is no speech that could go on: "“…,” Ruiz said on NBC’s “Today” show, Reuters reported. “…”".
            is_behind = previous is not None and previous.span.start >= sentence.span.start
            previous = previous if is_behind and TITLE.fullmatch(quotation.inner.of(text)) else quotation
            continue
        reach, speaker = Reach.RUNNING_QUOTATION, holder_of_part(quotation, result, here)
        if speaker is None and len(quotation.inner.of(text).split()) < _least(quotation, sentence):
            continue
        speaker = later.get(quotation.span.start) if speaker is None else speaker
        if speaker is None:
            reach, speaker = _speaker(text, quotation, previous, story, result, holders, heard, names)
        words = None
        if speaker is None and line is not None:
            reach, speaker = Reach.CONTINUATION, told_before(text, quotation, line, result, heard)
            words = words_of_another(text, quotation, line, result, speaker, silent)
        if words is not None or speaker is None or len(result[speaker].content) >= MOST_PIECES:
            fills.append(words or _fill(quotation))
        else:
            result[speaker] = _longer(text, result[speaker], quotation.span, reach)
            holders.extend(speaker, (quotation.span,))
            _extend_holders(text, result, holders, speaker, quotation, reach)
        previous = quotation
    return (*with_runs(text, with_lists(text, result, sentences, quotations, markup), sentences, quotations), *fills)


def _is_heard(attribution: Attribution) -> bool:
    """Tell whether who speaks in *attribution* may go on; whom a speaker tells of does not."""
    return attribution.level is Level.REPORT and bool(attribution.cue) and attribution.construction != INSIDE


def _extend_holders(  # noqa: PLR0917  what is found so far, and what is added to it
    text: str,
    attributions: list[Attribution],
    holders: Neighbours[Attribution],
    speaker: int,
    quotation: Quotation,
    reach: Reach,
) -> None:
    """Let those who passed on what *speaker* said pass on *quotation* too; *attributions* and *holders* are what grows."""
    holder = attributions[speaker].within
    while (
        holder is not None
        and attributions[holder].construction != "hedge"
        and attributions[holder].cue != attributions[speaker].cue
        and len(attributions[holder].content) < MOST_PIECES
    ):
        attributions[holder] = _longer(text, attributions[holder], quotation.span, reach)
        holders.extend(holder, (quotation.span,))
        holder = attributions[holder].within if attributions[holder].within != speaker else None


def _least(quotation: Quotation, sentence: Sentence) -> int:
    """Return how many words make *quotation* speech: few where it stands alone as a sentence, more inside a clause."""
    alone = sentence.span.start >= quotation.span.start - 1 and sentence.span.end <= quotation.span.end + 1
    return 1 if alone else FILL_WORDS


def _speaker(  # noqa: PLR0917  a quotation and what came before it
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    sentences: tuple[Sentence, ...],
    attributions: list[Attribution],
    holders: Neighbours[Attribution],
    heard: list[tuple[int, int]],
    names: Names,
) -> tuple[Reach, int | None]:
    """
    Return how *quotation* was reached, and the place of the attribution that reaches it.

    *heard* are the cues of reports by their start, each with its place's negative.
    """
    before = bisect_left(heard, (quotation.span.start,))
    if not before:
        return Reach.SENTENCE, None
    holder = holder_of(previous, attributions, holders) if previous is not None else None
    if previous is not None and not previous.is_closed and holder is not None:
        return Reach.RUNNING_QUOTATION, holder
    at = sentence_at(sentences, quotation.span.start)
    introduced = _introduced(text, quotation, sentences, at, heard[max(0, before - LINE_CUES) : before])
    if introduced is not None:
        return Reach.BLOCK_QUOTATION, introduced
    last = -heard[before - 1][1]
    if previous is None or holder is None:
        return Reach.SENTENCE, None

    def paragraph(offset: int) -> int:
        return sentences[sentence_at(sentences, offset)].paragraph

    gap = sentences[at].paragraph - paragraph(previous.span.start)
    is_near = paragraph(attributions[holder].cue[0].start) >= paragraph(attributions[last].cue[0].start) - 1
    # An interviewer's question between two answers is nobody's speech.
    gap -= gap == 2 and (_asks(sentences, at) or _leads_on(text, sentences, at))
    # A reader's letter is signed, and the next one is another's.
    is_last = gap <= 1 and is_near and attributions[holder].construction != SIGN_OFF and _innermost(attributions, last, holder)
    if is_last and may_resume(text, quotation, sentences, attributions[holder], names):
        return Reach.RESUMED_QUOTATION, holder
    return Reach.SENTENCE, None


def _leads_on(text: str, sentences: tuple[Sentence, ...], at: int) -> bool:
    """Tell whether the line before the sentence *at* only says that the words above it go on: "And this:"."""
    return at > 0 and GOES_ON.fullmatch(text, sentences[at - 1].span.start, sentences[at - 1].span.end) is not None


def _asks(sentences: tuple[Sentence, ...], at: int) -> bool:
    """Tell whether the paragraph before that of the sentence *at* is one question."""
    first = at
    while first and sentences[first - 1].paragraph == sentences[at].paragraph:
        first -= 1
    before = [sentence for sentence in sentences[max(0, first - 2) : first] if sentence.paragraph == sentences[at].paragraph - 1]
    return len(before) == 1 and before[0].kind is SentenceKind.QUESTION


def _innermost(attributions: list[Attribution], last: int, holder: int) -> bool:
    """Tell whether no other speaker's cue came since *holder* spoke: *last* is it, or lies around it, or inside it."""
    if last == holder or attributions[holder].within == last or attributions[last].within == holder:
        return True
    return attributions[last].cue[0].start <= attributions[holder].cue[0].start


def _introduced(
    text: str, quotation: Quotation, sentences: tuple[Sentence, ...], at: int, heard: list[tuple[int, int]]
) -> int | None:
    """Return who introduces *quotation* by the colon right before it, in its sentence or at the end of the one before."""
    if not text[max(0, quotation.span.start - 12) : quotation.span.start].rstrip().endswith(":"):
        return None
    line = sentences[at] if sentences[at].span.start < quotation.span.start - 1 else sentences[max(0, at - 1)]
    here = [(start, place) for start, place in heard if line.span.start <= start < line.span.end]
    return -here[-1][1] if here else None


def _longer(text: str, attribution: Attribution, span: Span, reach: Reach) -> Attribution:
    touched = [s for s in attribution.content if s.overlaps(span)]
    whole = Span(min([span.start, *(s.start for s in touched)]), max([span.end, *(s.end for s in touched)]))
    content = (*(s for s in attribution.content if s not in touched), whole)
    return replace(
        attribution,
        content=tuple(sorted(content)),
        reach=reach,
        evidence=(*attribution.evidence, Evidence(f"reach.{reach.value}", span, " ".join(span.of(text).split()[:6]))),
    )


def _fill(quotation: Quotation) -> Attribution:
    return Attribution(
        (),
        (),
        (quotation.span,),
        construction="fill",
        manner=quotation.manner,
        is_fill=True,
        evidence=(Evidence("reach.fill", quotation.span),),
    )
