"""Turns readings of constructions into attributions: source, cue and content as spans, outlets as links of the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.grammar import RELAY
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Mention, Role, Source
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.mentions import CANDIDATE
from citeaudit.phrases.settings import HELPING
from citeaudit.sources.outlet_phrases import OutletPhrase
from citeaudit.sources.types import RELATIVES
from citeaudit.text.marks import OPENING

if TYPE_CHECKING:
    from citeaudit.constructions.field import Field
    from citeaudit.constructions.matcher import Reading
    from citeaudit.words.tokens import Words

SURE = 0.9
"""The confidence of a reading whose content is one by its place."""
LIKELY = 0.8
"""The confidence of a bare clause or a judgement: it stands where nothing else has read the words."""
DOUBTFUL = 0.6
"""The confidence of one that may be what is done, not said: "added | the week after the vote"."""
IN_PLACE = frozenset(("judgements", "documents"))
"""The families whose content is known by its place, however it begins."""
NEAR = 6
"""Within so many words a bare clause has its verb, if it is sure to be one."""
LOOSE = " ,.;:–—-"
FIRST_HAND = frozenset((Role.REPORTER, Role.JOURNALIST, Role.POLLSTER, Role.SOCIAL, Role.FIRST_REPORTED))
"""The roles in which an outlet is itself the source where nobody else is."""


def attributions_of(field: Field, readings: list[Reading]) -> tuple[Attribution, ...]:
    """Return the attributions of *readings*, in their order; those whose content is empty are left out."""
    found: list[Attribution] = []
    for reading in readings:
        attribution = attribution_of(field, reading)
        if attribution is not None:
            found.append(attribution)
            found.extend(_relayed(field, reading, attribution))
    return tuple(found)


def confirmed(readings: list[Reading]) -> tuple[Mention, ...]:
    """Return the doubtful names that *readings* take for outlets, each with the row that wants one as its evidence."""
    found: dict[Span, Mention] = {}
    for reading in readings:
        for _, what in reading.bound:
            for mention in what.names if isinstance(what, OutletPhrase) else ():
                if mention.evidence[0].step == CANDIDATE:
                    evidence = Evidence("mentions.construction", mention.span, reading.row.name)
                    found[mention.span] = replace(mention, evidence=(*mention.evidence[1:], evidence))
    return tuple(found[span] for span in sorted(found))


def attribution_of(field: Field, reading: Reading) -> Attribution | None:
    """Return the attribution that *reading* tells; None if nothing is left of its content."""
    words = field.words
    spans: dict[str, list[Span]] = {
        "source": [],
        "cue": [],
        "content": [],
        "setting": [],
        "verb": [],
        **{role: [] for role in RELAY},
    }
    links: list[Source] = []
    outlets: list[Span] = []
    for role, what in reading.bound:
        if isinstance(what, OutletPhrase):
            if role in spans:
                spans[role].append(what.span)
                continue
            links.extend(what.links(Role(role)))
            outlets.append(what.span)
        elif isinstance(what, tuple):
            first, last = what
            whole = [Span(words.start[first], words.end[last - 1])]
            spans[role].extend(whole if role == "cue" else _trimmed(words, first, last))
    if not spans["source"] and links and links[0].role in FIRST_HAND:
        spans["source"] = outlets[:1]
    content = _joined(words, [span for span in spans["content"] if len(span)])
    if not content or _hangs_on(words.text, spans["source"], content):
        return None
    cue = _joined(words, spans["cue"])
    is_hedge = reading.row.family == "hedges"
    evidence = Evidence(f"constructions.{reading.row.name}", cue[0], " … ".join(span.of(words.text) for span in cue))
    return Attribution(
        _joined(words, spans["source"]),
        cue,
        content,
        chain=tuple(links),
        construction="hedge" if is_hedge else reading.row.name,
        score=SURE if is_hedge else _confidence(field, reading, cue[-1], content[0]),
        is_hedged=is_hedge,
        evidence=(evidence,),
        setting=tuple(spans["setting"] + spans["relayer"]),
    )


def _hangs_on(text: str, source: list[Span], content: tuple[Span, ...]) -> bool:
    """Tell whether the *source* is a relative pronoun behind its *content*, which tells of a word in it: "“…,” said Roe of the firm, | which | claims a tenth"."""
    is_behind = bool(source) and content[-1].end <= source[0].start
    return is_behind and len(source) == 1 and source[0].of(text).casefold() in RELATIVES


def _confidence(field: Field, reading: Reading, cue: Span, content: Span) -> float:
    """Return how sure it is that *content* is one: by its place before the *cue*, quoted, behind "that" or "said"; or because the row is sure."""
    words, text = field.words, field.text
    if reading.row.family in IN_PLACE and not reading.row.sure:
        return LIKELY
    if (
        reading.row.sure
        or content.start < cue.start
        or text[content.start] in OPENING
        or text[content.start - 5 : content.start].endswith(("that ", ": "))
        or cue.of(text).lower() in forms_of("plain_say")
    ):
        return SURE
    row = words.row_from(content.start)
    if content.start > cue.end + 1 and words.kind[row - 1] != "DAY":
        return DOUBTFUL  # "agreed | with him and seemed to think | the town was shut"
    if words.lower[row] in forms_of("question_word"):
        return SURE
    is_clause = words.lower[row] in forms_of("subject", "determines") and _has_verb_near(words, row)
    return LIKELY if is_clause else DOUBTFUL


def _has_verb_near(words: Words, row: int) -> bool:
    """Tell whether a clause without "that" has a short subject: "the keepers | acted", not "the fee on emissions, known as"."""
    for at in range(row + 1, min(len(words.kind), row + NEAR)):
        if words.kind[at] in HELPING or (words.kind[at] == "ED" and words.kind[at - 1] in ("w", "NP", "PRO")):
            return True
        if words.kind[at] not in ("w", "NP", "ADV", "NUM"):
            return False
    return words.lower[row] in forms_of("subject")


def _relayed(field: Field, reading: Reading, inner: Attribution) -> list[Attribution]:
    """Return the attribution around *inner* to whoever hands it on: "the ministry quoted <Ruiz as saying that …>"."""
    bound = {role: what for role, what in reading.bound if role in RELAY and isinstance(what, tuple)}
    if len(bound) < len(RELAY):
        return []
    (relayer,), (relaying,) = (_trimmed(field.words, *bound[role]) for role in RELAY)
    content = Span(inner.source[0].start, inner.content[-1].end)
    return [replace(inner, source=(relayer,), cue=(relaying,), content=(content,), chain=())]


def _trimmed(words: Words, first: int, last: int) -> list[Span]:
    """Return the span of the rows from *first* to *last*, loose marks at both ends left out."""
    text = words.text
    start, end = words.start[first], words.end[last - 1]
    while start < end and (text[start] in LOOSE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in LOOSE or text[end - 1].isspace()):
        end -= 1
    return [Span(start, end)] if start < end else []


def _joined(words: Words, cue: list[Span]) -> tuple[Span, ...]:
    """Return the spans of *cue* in order, those with nothing but white space between them as one."""
    joined: list[Span] = []
    for span in sorted(cue):
        if joined and not words.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
