"""CA2: sources without a name, and outlets without one."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.model.relations import Attribution, SourceType
from citeaudit.model.reports import Status
from citeaudit.model.spans import Evidence, Span
from citeaudit.rules.reading import UNNAMED, Reading, own_outlets, place_of
from citeaudit.rules.rule import Complaint, rule
from citeaudit.rules.settings import RuleSettings

REASON = regex.compile(
    r"""(?ix)
    (?:anonym|not\ to\ be\ (?:named|identified|quoted)|to\ be\ (?:named|identified|quoted)|unnamed|unidentified|declin\w+\ to\ be|withheld)
        [^.!?\n]{0,120}?\b(?:because|since|as\ (?:he|she|they)|citing|fear\w*|so\ (?:as|that)|in\ order\ to|due\ to|given|owing\ to|to\ (?:discuss|speak|describe|avoid|talk|protect|share|offer|be\ candid|reveal|comment))\b
  | (?:\bnot|n[’']t|\bwithout\ being)\ (?:been\ |being\ |yet\ )?(?:authori[sz]ed|permitted|allowed|cleared|empowered)\b
  | \b(?:lacked|without|have|having)\ (?:the\ |any\ |no\ )?(?:authori[sz]ation|authority|permission)\ to\b
  | \bfear(?:ed|ing|s|\ of)?\b[^.!?\n]{0,30}\b(?:retaliation|reprisals?|retribution|reprimand|arrest|backlash|jobs?|safety|careers?|lives|life|families)\b
  | \bto\ protect\b[^.!?\n]{0,40}\b(?:identity|privacy|identities|safety|name)\b
  | \b(?:because|given|citing|due\ to)\b[^.!?\n]{0,40}\b(?:sensitiv\w+|confidential\w*|not\ public|private|ongoing|security|delicate)\b
  | \b(?:names?|identit(?:y|ies)|surnames?)\b[^.!?\n]{0,40}\b(?:withheld|withholding|changed|not\ being\ used|protected)\b
    """
)
"""Why a source is not named, as articles put it. One reason anywhere explains: rather too quiet than wrong."""

HEDGE = regex.compile(
    r"""(?ix)
    \b(?:reportedly|allegedly|purportedly|rumou?redly|supposedly)\b               # reportedly left
  | \bit\ (?:is|was|has\ been)\ (?:widely\ |also\ )?(?:believed|understood|rumou?red|thought|said|alleged|claimed|reported|speculated)\b   # it is believed that
  | \b(?:is|are|was|were|been)\ (?:widely\ |also\ |now\ )?(?:rumou?red|reported|alleged|said|understood)\ to\b      # is said to
  | \brumou?rs?\ (?:has|had|have)\ it\b | \bthere\ (?:are|were|have\ been)\ (?:unconfirmed\ )?(?:rumou?rs|reports|claims|allegations)\b
  | \b(?:is|are|was|were|been|stands?)\ accused\ of\b
    """
)
"""Words that say that somebody says so, and leave out who."""

CHARGED = regex.compile(
    r"(?i)\b(?:charg(?:e[ds]?|ing)|indict\w*|prosecut\w*|police|sheriff\w*|lawsuit|suit|sued|complaint|affidavit|arrest\w*|court|trial|detectives?|investigators?"
    r"|plaintiffs?|attorneys?|accusers?|accusations?|victims?|authorities|warrant|filing|filed|testif\w+)\b"
)
"""Words that say where an allegation comes from: a person who reads "allegedly" there knows whose it is."""

ALLEGED = regex.compile(r"(?i)\b(?:alleged|accused)")

SOME = regex.compile(
    r"""(?ix)
    (?:some|many|several|most|other|certain|a\ few|a\ number\ of|numerous|various)?\s*
    (?:(?:political|legal|security|industry|market|military|foreign|health|outside|independent|conservative|liberal|leading|so-called)\s)?
    (?:critics|experts|observers|analysts|pundits|commentators|detractors|skeptics|sceptics|insiders|opponents|supporters|people)
  | some | many | others
    """
)
"""Groups that nobody could ask: the whole phrase, with nothing that says who they are."""

SPEECH = regex.compile(
    r"(?i)\b(?:say|says|said|saying|argue[ds]?|arguing|claim(?:ed|s)?|believe[ds]?|warn(?:ed)?|contend(?:ed)?|suggest(?:ed)?|think|insist(?:ed)?|call(?:ed)?|fear(?:ed)?|point(?:ed)? out|see|question(?:ed)?)\b"
)

NO_OUTLET = regex.compile(
    r"""(?ix)
    (?:(?:some|several|many|various|multiple|other|numerous|recent|early|earlier|unconfirmed|widespread|local|national|state|foreign|western|international|domestic
        |social|mainstream|regional|published|the|according\ to)\s)*
    (?:(?:media|press|news|newspaper|tabloid|television|tv|broadcast|wire)\s(?:reports?|outlets?|accounts?|organi[sz]ations?|sources|coverage|stories)
      |(?:media|press|newspapers|tabloids|published\ reports|reports))
    (?:\s(?:on|in|from|at)\b.{0,40})?
    """
)
"""News organisations without a name, as a whole source phrase."""

FOREIGN_PRESS = regex.compile(
    r"\b(?!The\b|Some\b|Several\b|Many\b|Local\b|Media\b|Press\b|News\b|According\b|Recent\b|Other\b|Published\b|TV\b)\p{Lu}"
)


@rule("CA201", "anonymous-source", "An unnamed source stands behind this alone")
def anonymous_source(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    A claim that rests on unnamed sources alone.

    ## What
    A statement whose origin is a source without a name, with no other outlet between it and the article. What an unnamed
    source told the publisher itself counts as well.

    ## Why
    Stylebooks allow an unnamed source only for information, not opinion, that is vital, that no named source will give,
    and that an editor has approved who knows the name. Each place deserves that question.

    ## Bad
    ```article
    The minister will leave the cabinet on Friday, a senior official said.
    ```

    ## Better
    ```article
    The minister will leave the cabinet on Friday, said Ana Ruiz, the deputy minister.
    ```

    ## When to ignore
    Where the editor has approved it: say `<!-- citeaudit: ignore CA201 -->`, or take the article into the baseline.

    ## Options
    None.
    """
    for attribution in _unnamed_origins(reading):
        if not own_outlets(attribution):
            yield _at(attribution, reading, f"{_quoted(reading, attribution)} is unnamed, and nobody else stands behind this")


@rule("CA202", "anonymous-source-unexplained", "The article does not say why the source is unnamed")
def anonymous_source_unexplained(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    An unnamed source, and no word on why.

    ## What
    The article rests on an unnamed source of its own and gives no reason for the anonymity anywhere. It complains once an
    article, at the first such source.

    ## Why
    Stylebooks ask to tell readers why a source needs to stay unnamed, and how the source knows. "On condition of
    anonymity" alone says neither.

    ## Bad
    ```article
    The minister will leave the cabinet on Friday, a senior official said.
    ```

    ## Better
    ```article
    The minister will leave the cabinet on Friday, said a senior official, who spoke on condition of anonymity because the decision had not been announced.
    ```

    ## When to ignore
    Where the reason itself would give the source away.

    ## Options
    None.
    """
    if REASON.search(reading.text):
        return
    for attribution in _unnamed_origins(reading):
        if not own_outlets(attribution):
            yield _at(attribution, reading, f"Nothing says why {_quoted(reading, attribution)} is unnamed")
            return


@rule("CA203", "vague-attribution", "Somebody says so, and nothing tells who")
def vague_attribution(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    Words that attribute to nobody: "reportedly", "it is believed", "critics say".

    ## What
    A hedge without a source, or a group that nobody could ask ("some say", "experts say"), with no one named in reach:
    in the sentence for a hedge, in the paragraph and the sentence after it for a group. "Allegedly" is left alone where police, prosecutors or
    a court stand nearby, since readers see there whose allegation it is.

    ## Why
    "Reportedly" passes on what others said without saying who they were, and "critics say" is often the reporter. Name
    the report, or the critic.

    ## Bad
    ```article
    The singer reportedly left the band in March.
    ```

    ## Better
    ```article
    The singer left the band in March, her manager, Lena Strand, said.
    ```

    ## When to ignore
    Where it is a summary and the people who say so follow further down.

    ## Options
    None.
    """
    for sentence in reading.report.sentences:
        if not reading.is_prose(sentence.span):
            continue
        for attribution in reading.cues_in(sentence):
            hedge = _hedge(reading, attribution)
            if hedge and not _names_someone(reading, attribution):
                words = reading.words(hedge)
                yield Complaint(
                    hedge, f"“{words}” does not say who", (Evidence("unnamed.hedge", hedge, words), *attribution.evidence)
                )


@rule("CA204", "vague-outlet", "News organisations are cited without a name")
def vague_outlet(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    "Media reports" and "local press" in the place of a name.

    ## What
    A claim credited to news organisations in general, none of them named in the sentence.

    ## Why
    The reader cannot look it up, and the outlet that did the work gets no credit.

    ## Bad
    ```article
    The bridge was closed after cracks were found, according to media reports.
    ```

    ## Better
    ```article
    The bridge was closed after cracks were found, The Boston Globe reported.
    ```

    ## When to ignore
    Where the breadth of the coverage is the point.

    ## Options
    None.
    """
    for attribution in reading.report.attributions:
        if not attribution.source or own_outlets(attribution) or reading.quotation_at(attribution.source[0].start):
            continue
        span = attribution.source[0]
        words = reading.words(span)
        if NO_OUTLET.fullmatch(words) and not FOREIGN_PRESS.search(words):
            yield Complaint(span, f"“{words}” names no outlet", (Evidence("unnamed.outlet", span, words), *attribution.evidence))


@rule("CA205", "anonymous-at-second-hand", "An unnamed source, known only through another outlet")
def anonymous_at_second_hand(reading: Reading, settings: RuleSettings) -> Iterator[Complaint]:
    """
    Another outlet's unnamed source.

    ## What
    A claim whose origin is an unnamed source that spoke to another outlet, not to this one.

    ## Why
    The publisher does not know who it is and cannot vouch for it: an outlet in the chain does not make an unnamed source
    a known one. Confirm it with sources of your own, or say plainly that you could not.

    ## Bad
    ```article
    People familiar with the matter told Bloomberg News that the merger had failed.
    ```

    ## Better
    ```article
    The chief executive, Ana Ruiz, told Bloomberg News that the merger had failed.
    ```

    ## When to ignore
    A round-up of what others report that says so.

    ## Options
    None.
    """
    for attribution in _unnamed_origins(reading):
        outlets = own_outlets(attribution)
        if outlets:
            yield _at(
                attribution, reading, f"{_quoted(reading, attribution)} is unnamed and known only through {outlets[0].name}"
            )


def _unnamed_origins(reading: Reading) -> Iterator[Attribution]:
    """Yield the attributions of claims whose own source is unnamed by intent, with nobody else but outlets behind it."""
    for attribution in reading.report.attributions:
        chain = attribution.chain
        if not attribution.source or not chain or chain[0].type is not SourceType.ANONYMOUS:
            continue
        if any(link.type not in UNNAMED and link.type is not SourceType.OUTLET for link in chain):
            continue
        sentence = reading.sentence_at(place_of(attribution).start)
        claim = reading.claim_of(sentence) if sentence else None
        if claim is None or reading.quotation_at(place_of(attribution).start):
            continue
        if claim.origin is Status.ANONYMOUS:
            yield attribution


def _hedge(reading: Reading, attribution: Attribution) -> Span | None:
    """Return the words of *attribution* that attribute to nobody, None if it does not."""
    own = (*attribution.source, *attribution.cue)
    if reading.quotation_at(own[0].start):
        return None
    for span in attribution.cue:
        found = HEDGE.search(reading.text, span.start, span.end)
        if found and (not attribution.chain or attribution.chain[0].type is SourceType.VAGUE):
            return Span(*found.span())
    if attribution.source and attribution.cue and SOME.fullmatch(reading.words(attribution.source[0])):
        source, cue = attribution.source[0], attribution.cue[0]
        if SPEECH.search(reading.text, cue.start, cue.end):
            whole = Span(min(source.start, cue.start), max(source.end, cue.end))
            return whole if len(whole) < 60 else source
    return None


def _names_someone(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether somebody is named near enough that a reader knows who says so."""
    sentence = reading.sentence_at(place_of(attribution).start)
    if sentence is None:
        return True
    if sentence.span in reading.named_sentences:
        return True
    if attribution.source and attribution.chain and attribution.chain[0].type is not SourceType.VAGUE:
        following = reading.neighbours(sentence, 0, 2)
        return sentence.paragraph in reading.named_paragraphs or any(s.span in reading.named_sentences for s in following)
    if ALLEGED.search(reading.words(sentence.span)):
        return any(CHARGED.search(reading.text, s.span.start, s.span.end) for s in reading.neighbours(sentence, 3, 3))
    return False


def _at(attribution: Attribution, reading: Reading, message: str) -> Complaint:
    place = place_of(attribution)
    return Complaint(place, message, (Evidence("unnamed.origin", place, reading.words(place)), *attribution.evidence))


def _quoted(reading: Reading, attribution: Attribution) -> str:
    words = " ".join(reading.words(place_of(attribution)).split())
    return f"“{words if len(words) <= 60 else words[:57] + '…'}”"
