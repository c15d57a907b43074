"""CA3: who is meant, and at which hand: second-hand words, dangling references, unknown and circular outlets."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Attribution, Level, Manner, Role, Source, SourceType
from citeaudit.model.reports import Severity
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.not_outlets import DAYS
from citeaudit.patterns import pattern_of
from citeaudit.rules.phrases import NAME_WITHIN, SOMEBODY
from citeaudit.rules.reading import UNNAMED, Reading, own_outlets, place_of
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings

DANGLING_PERSON = pattern_of(r"(?i)(?:he|she)")
DANGLING_OUTLET = worded(r"(?i)the @dangling_outlet")

GENITIVE = pattern_of(r"(?r)(?<![\w-])(\p{Lu}[\w.]*)['’]s?\s")
LONGEST_OWNER = 30
"""In code points; as far as a genitive before a name is looked for."""


@rule("CA301", "second-hand-quotation", "These words reach the article only through another outlet", severity=Severity.NOTE)
def second_hand_quotation(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A person's words, quoted from another outlet.

    ## What
    A quotation of a named source that the article has from another outlet and not from the source.

    ## Why
    Quoting at second hand passes on the other outlet's cuts and mistakes. Crediting it, as here, is right; hearing the
    source is better.

    ## Bad
    ```article
    "We will appeal the ruling in the autumn," Ana Ruiz told CNN.
    ```

    ## Better
    ```article
    "We will appeal the ruling in the autumn," Ana Ruiz said.
    ```

    ## When to ignore
    Where the interview itself is the news.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        chain = attribution.chain
        if attribution.manner is Manner.INDIRECT or not chain or chain[0].type in {SourceType.OUTLET, *UNNAMED}:
            continue
        outlets = own_outlets(attribution)
        if outlets and attribution.content:
            yield Complaint(
                attribution.content[0],
                f"{chain[0].name or 'the source'} is quoted at second hand, through {outlets[0].name}",
                attribution.evidence,
            )


@rule("CA302", "unresolved-source", "Nothing before this says who is meant")
def unresolved_source(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    "He said" and "the newspaper reported" with nobody before them to refer to.

    ## What
    A source that refers back ("he", "she", "the newspaper", "the network") where nothing before it could be meant: no
    name, no person described, no outlet. Where an antecedent may only have been overlooked, it is quiet.

    ## Why
    The claim looks attributed and is not. It happens when paragraphs are cut or moved, and when text is made by machine.

    ## Bad
    ```article
    The bridge will stay closed until the spring, the newspaper reported.
    ```

    ## Better
    ```article
    The bridge will stay closed until the spring, The Boston Globe reported. Repairs will cost twice as much, the newspaper reported.
    ```

    ## When to ignore
    Excerpts, where the antecedent stands in the part that was cut.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        if attribution.level is not Level.REPORT:
            continue  # "she wanted to help": no claim looks attributed
        for link in attribution.chain:
            words = reading.words(link.span) if link.span else ""
            if link.span is None or (link.is_resolved and link.name != words) or not _is_own_word(reading, attribution, link):
                continue
            if link.is_resolved and reading.is_anybody_before(link.span.start):
                continue  # but "the network" that was read for somebody, before anything has a name, dangles
            is_dangling = not link.is_resolved and link.type is SourceType.PERSON and DANGLING_PERSON.fullmatch(words)
            if is_dangling and not _has_somebody(reading, link.span):
                yield Complaint(link.span, f"“{words}” refers to nobody named before", (*link.evidence, *attribution.evidence))
            elif DANGLING_OUTLET.fullmatch(words) and not _has_outlet(reading, link.span):
                yield Complaint(link.span, f"“{words}” refers to no outlet named before", (*link.evidence, *attribution.evidence))


@rule("CA303", "ambiguous-outlet", "Several outlets go by this name")
def ambiguous_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    "The Times" or "the Post", never named in full.

    ## What
    An outlet that is credited by a name that several outlets share, in an article that never spells it out and does not
    say whose it is ("Britain's Sun"). It complains once for each name.

    ## Why
    The reader cannot tell which Times it was. Give the full name at first mention, or the city.

    ## Bad
    ```article
    The mayor will resign, the Times reported.
    ```

    ## Better
    ```article
    The mayor will resign, the Los Angeles Times reported.
    ```

    ## When to ignore
    A local publication whose readers know one paper by that name.

    ## Options
    `publisher` on the article settles it where the name is the publisher's own.
    """
    seen: set[str] = set()
    for attribution in reading.report.attributions:
        for link in attribution.chain:
            if link.type is not SourceType.OUTLET or link.outlet is not None or link.span is None:
                continue
            words = reading.words(link.span)
            name = words.removeprefix("the ").removeprefix("The ")
            if name in seen or not _is_own_word(reading, attribution, link):
                continue
            fitting = _outlets_called(name, settings)
            if len(fitting) > 1 and not (_is_spelled_out(reading, name, link.span) or _is_placed(reading, link.span)):
                seen.add(name)
                yield Complaint(
                    link.span,
                    f"“{words}” may be {_some_of(fitting)}; the article never spells it out",
                    (Evidence("references.ambiguous", link.span, ", ".join(fitting)), *link.evidence),
                )


@rule("CA304", "unknown-outlet", "Cited like an outlet, and not in the gazetteer", severity=Severity.NOTE)
def unknown_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    Something cited like a news outlet that the gazetteer does not know.

    ## What
    A source that the article treats as an outlet ("the news site …"), under a name that is in no table.

    ## Why
    It may be a small paper that the gazetteer lacks, a misspelling, or a site that only looks like news.

    ## Bad
    ```article
    The plant will close, the news site Grelling Valley Sentinelle reported.
    ```

    ## Better
    ```article
    The plant will close, The Boston Globe reported.
    ```

    ## When to ignore
    Add the outlet to a table of your own (`outlets = ["ours.tsv"]`).

    ## Options
    `outlets`: tables of outlets beside the shipped one.
    """
    seen: set[str] = set()
    for attribution in reading.report.attributions:
        for link in attribution.chain:
            if link.type is not SourceType.OUTLET or link.outlet is not None or link.span is None or not link.is_resolved:
                continue
            if link.name not in seen and not _outlets_called(link.name, settings):
                seen.add(link.name)
                yield Complaint(link.span, f"{link.name} is in no table of outlets", link.evidence)


@rule("CA305", "circular-citation", "The publisher cites itself", severity=Severity.NOTE)
def circular_citation(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    The publisher, or a title of the same house, as the source.

    ## What
    A claim that rests on the outlet that publishes the article, or on its sister title or programme.

    ## Why
    Two titles of one house are one source. Readers, and whoever counts citations, should not take it for confirmation.

    ## Bad
    ```article publisher="Newsmax"
    The senator will not run again, he told Newsmax. The senator, Paul Vance, told Newsmax that he was tired.
    ```

    ## Better
    ```article publisher="Newsmax"
    The senator will not run again, Paul Vance told the Associated Press.
    ```

    ## When to ignore
    "Told Newsmax" in Newsmax is how many houses mark an interview of their own.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        link = next((link for link in attribution.chain if link.is_self), None)
        if link is not None and attribution.within is None:
            span = link.span or place_of(attribution)
            yield Complaint(span, f"{link.name} cites itself", (Evidence("references.self", span, link.name), *link.evidence))


def _is_own_word(reading: Reading, attribution: Attribution, link: Source) -> bool:
    """Tell whether *link* is written at *attribution*, in the reporter's words and in prose (not taken over from a wrapper)."""
    if link.span is None or reading.quotation_at(link.span.start) or not reading.is_prose(link.span):
        return False
    if link.role not in {None, Role.REPORTER}:
        return True
    return any(span.overlaps(link.span) for span in attribution.source)


def _has_somebody(reading: Reading, pronoun: Span) -> bool:
    """Tell whether anything before *pronoun*, or in the sentence after it, could be whom it means."""
    sentence = reading.sentence_at(pronoun.start)
    end = reading.neighbours(sentence, 0, 1)[-1].span.end if sentence else pronoun.end
    if reading.is_anybody_before(pronoun.start):
        return True
    return any(found.search(reading.text, pronoun.start, end) for found in (SOMEBODY, NAME_WITHIN))


def _has_outlet(reading: Reading, noun: Span) -> bool:
    """Tell whether an outlet is mentioned before *noun*, an ambiguous one too, or the noun itself: "a local newspaper"."""
    if reading.first_mention_ends <= noun.start:
        return True
    kind = reading.words(noun).split(maxsplit=1)[-1]
    return reading.first_end(rf"(?i)\b{regex.escape(kind)}\b") <= noun.start


def _is_spelled_out(reading: Reading, name: str, place: Span) -> bool:
    """Tell whether *name* is an abbreviation whose words stand in full before *place*: CNS after "Christian News Service"."""
    if not name.isupper() or not name.isalpha():
        return False
    full = r"\s(?:(?:of|the|and|for)\s){0,2}".join(rf"{letter}\p{{L}}+" for letter in name)
    return reading.first_end(rf"\b{full}\b") <= place.start


def _is_placed(reading: Reading, place: Span) -> bool:
    """Tell whether a country, a city or an owner stands before the name and tells which it is; "Monday's Times" does not."""
    owner = GENITIVE.match(reading.text, max(0, place.start - LONGEST_OWNER), place.start)
    return owner is not None and owner[1] not in DAYS


def _outlets_called(name: str, settings: RuleSettings) -> tuple[str, ...]:
    """Return the names of the outlets that go by *name*, best first."""
    return tuple(dict.fromkeys(outlet.name for outlet in settings.gazetteer.named(name)))


def _some_of(names: tuple[str, ...]) -> str:
    return f"{names[0]}, {names[1]} or {len(names) - 2} others" if len(names) > 2 else " or ".join(names)
