"""CA1: claims, quotations, figures and allegations that nobody stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from citeaudit.lexicon.leads import is_lead
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Manner, Quotation, SentenceKind
from citeaudit.model.reports import Claim, Severity, Status
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.rules.expressions import expressions_of
from citeaudit.rules.phrases import SOMEBODY, SUPPOSED
from citeaudit.rules.reading import Reading
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings

FIGURE = worded(
    r"""(?ix)
    [$£€¥]\s?\d[\d,.]*(?:\s?(?:million|billion|trillion|bn|m|k)\b)?   # a sum: $3.4 million
  | \b\d[\d,.]*\s?(?:per\ ?cent(?:age\ points?)?\b|%)                  # a share: 12 percent, 3 percentage points
  | \b\d[\d,.]*\s(?:million|billion|trillion)\b                        # a count: 40 million
  | \b\d{1,3}(?:,\d{3})+\b                                             # a count: 12,500
  | \b(?:one|@number_word)\s(?:in|out\ of)\s(?:@number_word|\d+)\b
  | \b(?:first|@ordinal|last)[ -](?:largest|biggest|highest|lowest|best|worst|most)\b   # a ranking
    """
)
DIGIT = re.compile(r"\d")
FIGURE_WORDS = (
    *("largest", "biggest", "highest", "lowest", "best", "worst", "most", "out of"),
    *(f"in {number}" for number in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")),
)
"""What a figure without a digit holds."""
FIGURE_WORD = frozenset(word for words in FIGURE_WORDS for word in words.split()) - {"in", "of"}
"""One word of each of them."""
BEFORE_DIGIT = len("three in ")
"""So many code points of a figure may stand before its first digit, unless it holds one of FIGURE_WORDS."""
LEGAL = pattern_of(
    r"(?i)\b(?:accus|alleg|charge[ds]?\b|charging|convict|plead|pleaded|pled\b|sentenced|guilty|liable|ruled\b|ruling|verdict|jury|jurors|court|judge"
    r"|prosecut|investigat|police|indict|suspect|reported|claim|denie[ds]|deny|confess|admit|acknowledg|apologi[sz]|testif|lawsuit|complaint|report\b)"
)
DOUBT = worded(
    r"(?i)\b@doubts\b|n[’']t\b|\?"
    r"|\b@in_fiction\b"
)
SETTLED = worded(r"(?i)\b@convicts\b")
LONG_AGO = pattern_of(r"\b1[0-8]\d\d\b|\b19[0-6]\d\b|\bcentur(?:y|ies)\b|\bBC\b")
ENDS = pattern_of(r"""[.!?…][’'"”)\]]*\s*$""")
SIGNED = pattern_of(r"\s*(?:[-–—]|(?:\p{Lu}[\w.’'-]*+[ ,]*+){1,6}+[.\"”]*\s*$)", regex.MULTILINE)
"""A name below the quotation, with a dash or alone on its line."""
LEAD_IN = pattern_of(
    r"(?i)\b(?:tweet|statement|comment|message|post(?:ed)?\b|letter|e-?mail|words|quot|remark|speech|slogan|lyric|verse|caption|headline|wr[io]te|writing|sang|song|chant|sign\b|read\b|reads\b|caller|poster|text|banner|placard|plaque|billboard|graffiti|inscription|motto|refrain|tattoo|engrav|voice|verdict|goes (?:something )?like this|as follows|poem|prayer)"
)
"""Words near a quotation that tell what it is taken from."""
PRONOUN_FIRST = pattern_of(r"(?:He|She|I)\b")
WINDOW = 40
"""Characters on either side that tell a lead-in and a tail; a whole paragraph for each of its quotations takes square time."""
NAME = r"(?:\p{Lu}[\p{L}'’.-]+|of|the|and|&)"
ACCUSED = rf"(?<name>\p{{Lu}}[\p{{L}}'’.-]*+(?:\s{NAME}){{0,9}}+)(?:,(?:\s[^,.;:!?\n]{{1,60}},)?)?\s(?=\p{{Ll}})(?:(?:@also_then|once|repeatedly|knowingly|illegally|secretly|personally)\s){{0,3}}"


@rule("CA101", "unattributed-claim", "Nobody stands behind this statement", severity=Severity.NOTE)
def unattributed_claim(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A statement that the article makes in its own voice.

    ## What
    A sentence that asserts something and names nobody who says so.

    ## Why
    A reader can only judge what an article says by who says it. News agencies ask for no attribution where the reporter
    saw the event or anyone can check the fact, so this rule informs and does not fail a check.

    ## Bad
    ```article
    The company hid the losses from its owners for three years.
    ```

    ## Better
    ```article
    The company hid the losses from its owners for three years, according to the auditor's report.
    ```

    ## When to ignore
    Facts that the reporter witnessed, that are on the public record or that nobody disputes.

    ## Options
    None. To gate on the share of attributed claims use `minimum-attributed` (CA501).
    """
    for claim in reading.report.claims:
        if claim.status is Status.UNATTRIBUTED:
            yield Complaint(claim.sentence.span)


@rule("CA102", "unattributed-quotation", "Nobody is given as the speaker of this quotation")
def unattributed_quotation(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A quoted sentence whose speaker the article does not give.

    ## What
    A direct quotation of some length that is a sentence of its own, with no speaker, no other quotation and nobody who
    says anything in its paragraph or in the two sentences on either side, and no person in the sentence next to it. Where a speaker may only have been overlooked, it is quiet.

    ## Why
    A quotation is a promise that these are somebody's exact words. Stylebooks want the speaker with the first sentence of
    every quotation: without one, the words can be neither checked nor weighed.

    ## Bad
    ```article
    The vote came at midnight. "We will never accept what this council has done to us." The hall emptied quickly.
    ```

    ## Better
    ```article
    The vote came at midnight. "We will never accept what this council has done to us," said Ana Ruiz, a nurse. The hall emptied quickly.
    ```

    ## When to ignore
    Verse, slogans and dialogue in a scene where the speaker is plain from the picture or the layout.

    ## Options
    `minimum-quotation-words` (5): shorter quotations are left alone, since short ones are often titles or phrases.
    """
    for quotation in reading.report.quotations:
        if quotation.manner is not Manner.DIRECT or not reading.is_prose(quotation.span):
            continue
        if len(reading.words(quotation.inner).split()) < settings.minimum_quotation_words:
            continue
        if not reading.is_spoken(quotation.inner) and _stands_alone(reading, quotation):
            yield Complaint(quotation.span)


@rule("CA103", "unattributed-figure", "Nobody is given for this figure", severity=Severity.NOTE)
def unattributed_figure(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A number, share, sum or ranking without a source.

    ## What
    A percentage, a sum of money, a large count or a ranking in a statement that nobody stands behind.

    ## Why
    Figures carry authority, and somebody counted them: say who, and when. Fact-checkers begin with the numbers.

    ## Bad
    ```article
    The harvest fell by 34 percent last year.
    ```

    ## Better
    ```article
    The harvest fell by 34 percent last year, the farm ministry said.
    ```

    ## When to ignore
    Figures that anyone can look up, such as a population, a share price or a final score.

    ## Options
    None.
    """
    for claim in reading.report.claims:
        if claim.status is not Status.UNATTRIBUTED:
            continue
        figure = _figure(reading, claim.sentence.span)
        if figure and _is_own_voice(claim, figure.start()):
            place = Span(*figure.span())
            yield Complaint(place, evidence=(Evidence("unattributed.figure", place, figure.group()),))


@rule("CA104", "unattributed-allegation", "The article accuses in its own voice")
def unattributed_allegation(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An accusation of crime or wrongdoing that the article makes itself.

    ## What
    A statement that a named person or body did something criminal or gravely wrong ("defrauded", "took bribes", "lied to
    investigators"), with nobody who says so and no court that found so.

    ## Why
    Whoever repeats an accusation without a source makes it their own: it is unfair to the accused and it is what libel
    suits are made of. Stylebooks ask for the arrest record, the indictment, the court or the official who said it.

    ## Bad
    ```article
    The firm grew quickly in the valley. Marcus Oldfield defrauded his clients for a decade.
    ```

    ## Better
    ```article
    The firm grew quickly in the valley. Marcus Oldfield defrauded his clients for a decade, prosecutors said.
    ```

    ## When to ignore
    History that no one disputes, and works of fiction. The rule is quiet where a conviction, a plea or a verdict stands in
    the article.

    ## Options
    None. The phrases are a table: `citeaudit/rules/data/wrongdoing.tsv`.
    """
    is_settled: bool | None = None
    for claim in reading.report.claims:
        sentence = claim.sentence.span
        if claim.status is not Status.UNATTRIBUTED:
            continue
        found = _accusation(reading, sentence)
        if not found or reading.quotation_at(found.start()) or not _is_own_voice(claim, found.end() - 1):
            continue
        words = reading.text[sentence.start : found.start()] + reading.text[found.end() : sentence.end]
        if LEGAL.search(words) or DOUBT.search(words) or SUPPOSED.search(words) or LONG_AGO.search(words):
            continue
        name = found.group("name")
        if " " not in name and found.start() == sentence.start:  # "Thieves defrauded": a capital at the start is no name
            continue
        if is_settled is None:  # asked only where something is found, since it reads the whole article
            is_settled = SETTLED.search(reading.text) is not None
        if is_settled:
            return
        place = Span(*found.span())
        yield Complaint(place, evidence=(Evidence("unattributed.wrongdoing", place, found.group("deed")),))


def _figure(reading: Reading, sentence: Span) -> regex.Match[str] | None:
    """Return the first figure in *sentence*; the slow pattern looks only where a digit or a word of one stands."""
    text, words = reading.text, reading.folded(sentence)
    spelled = "" if FIGURE_WORD.isdisjoint(words) else " ".join(words)
    if spelled and any(word in spelled for word in FIGURE_WORDS):
        return FIGURE.search(text, sentence.start, sentence.end)
    digit = DIGIT.search(text, sentence.start, sentence.end)
    return FIGURE.search(text, max(sentence.start, digit.start() - BEFORE_DIGIT), sentence.end) if digit else None


def _stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether nothing around *quotation* could name its speaker: no lead-in, no tail, no talk next to it."""
    sentence = reading.sentence_at(quotation.span.start)
    if sentence is None or not ENDS.search(reading.words(quotation.inner)):
        return False
    paragraph = reading.paragraph_of(sentence)
    before = reading.text[max(paragraph.start, quotation.span.start - WINDOW) : quotation.span.start].rstrip()
    after = reading.text[quotation.span.end : min(paragraph.end, quotation.span.end + WINDOW)].lstrip()
    if (before and not ENDS.search(before) and not is_lead(before)) or after[:1].islower():
        return False
    if SIGNED.match(reading.text, quotation.span.end):
        return False
    last = reading.sentence_at(quotation.span.end - 1) or sentence
    near = [
        *reading.neighbours(sentence, 2, 2),
        *reading.neighbours(last, 2, 2),
        *(s for s in reading.neighbours(sentence, 9, 9) if s.paragraph == sentence.paragraph),
    ]
    beside = [s for s in reading.neighbours(sentence, 1, 0) if s is not sentence]
    beside += [s for s in reading.neighbours(last, 0, 1) if s is not last and s.paragraph == last.paragraph]
    if any(
        SOMEBODY.search(reading.text, s.span.start, s.span.end) or PRONOUN_FIRST.match(reading.text, s.span.start) for s in beside
    ):
        return False  # "Ana Ruiz shook her head." before the quotation: readers know whose words they are
    return not any(
        reading.cues_in(other)
        or other.kind is SentenceKind.QUESTION
        or reading.words(other.span).endswith(":")
        or LEAD_IN.search(reading.words(other.span))
        or _is_quoted(reading, other.span, quotation)
        for other in near
        if not quotation.span.covers(other.span)
    )


def _is_quoted(reading: Reading, sentence: Span, but: Quotation) -> bool:
    """Tell whether any quotation other than *but* touches *sentence*."""
    return any(quotation.span != but.span for quotation in reading.quotations_in(sentence))


def _is_own_voice(claim: Claim, offset: int) -> bool:
    return not claim.uncovered or any(span.start <= offset < span.end for span in claim.uncovered)


def _accusation(reading: Reading, sentence: Span) -> regex.Match[str] | None:
    """Return the first accusation in *sentence*; the slow pattern looks only where a word of one stands."""
    words, pattern = _wrongdoing()
    is_near = not words.isdisjoint(reading.folded(sentence))
    return pattern.search(reading.text, sentence.start, sentence.end) if is_near else None


@cache
def _wrongdoing() -> tuple[frozenset[str], regex.Pattern[str]]:
    """Return the words of which each wrong deed holds one, and the pattern of somebody who does one."""
    deeds = expressions_of("wrongdoing.tsv", "deed")
    words = frozenset(word for deed in deeds for word in deed.words)
    return words, pattern_of(rf"\b{ACCUSED}(?<deed>(?:{'|'.join(deed.pattern.pattern for deed in deeds)})\b)")
