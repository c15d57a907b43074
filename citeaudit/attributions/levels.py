"""What counts as said: attributions in, the same out, each told to be a report or only an attitude.

Attribution corpora count whatever somebody wants, opposes or plans; an audit asks whether a proposition is put into
somebody's mouth, pen or mind. So a cue must be one that reports (a table says which, and what it needs beside it: a
clause, or words of the speaker's own), and it must not be denied, merely possible, or talk without content. What is no
report stays in the audit as an attitude and carries no claim.
"""

from __future__ import annotations

from functools import lru_cache

from citeaudit.attributions import level_signs as signs
from citeaudit.attributions.cue_words import read_cue
from citeaudit.attributions.needs import DOCUMENT, why_not
from citeaudit.attributions.quoted_words import quoted_words
from citeaudit.attributions.unsaid import is_unsaid
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Quotation
from citeaudit.model.spans import Evidence
from citeaudit.text.quotations import quotation_at

OPENING_WORDS = 14
"""Among so many a clause has its verb."""


def tell_levels(text: str, attributions: tuple[Attribution, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* with their levels told."""
    return tuple(_told(text, attribution, quotations) for attribution in attributions)


def _told(text: str, attribution: Attribution, quotations: tuple[Quotation, ...]) -> Attribution:
    reason = _why_attitude(text, attribution, quotations)
    if not reason:
        return attribution if attribution.level is Level.REPORT else replace(attribution, level=Level.REPORT)
    evidence = Evidence("levels.attitude", attribution.cue[0] if attribution.cue else None, reason)
    return replace(attribution, level=Level.ATTITUDE, evidence=(*attribution.evidence, evidence))


def _why_attitude(text: str, attribution: Attribution, quotations: tuple[Quotation, ...]) -> str:
    """Return why *attribution* reports nothing, or "" if it does."""
    if not attribution.cue:
        return ""
    cue = " ".join([span.of(text) for span in attribution.cue])
    source = " ".join([span.of(text) for span in attribution.source])
    source = "" if source in signs.DETERMINERS else source
    content = attribution.content[0].of(text).removeprefix("> ")
    told = read_cue(cue)
    around = quotation_at(quotations, attribution.cue[0].start)
    inside = around is not None and around.inner.covers(attribution.cue[0])
    quoted = 0 if inside else quoted_words(text, attribution, quotations)
    is_telling = bool(told.levels) or told.has_noun
    if not source and not told.is_sourceless and (quoted < signs.QUOTED_WORDS or not is_telling):
        return "nobody holds it, and the cue is no hedge"
    if told.is_held_up or _is_instrument(source):
        return "a banner or an instrument says it"
    if _is_named_or_listed(text, attribution, cue, content):
        return "a name that others give, or a list"
    is_placed = (
        attribution.construction in signs.SPOKEN_BEFORE or ":" in text[attribution.cue[-1].end - 1 : attribution.content[0].start]
    )
    who, _, rest = source.partition(" ")
    is_own = who.casefold() in signs.AUTHOR and len(rest) <= signs.LOST_APOSTROPHE and not inside
    is_spoken = quoted > 0 and is_placed and signs.SPOKEN.fullmatch(content) is not None
    if (is_spoken or (quoted >= signs.QUOTED_WORDS and quoted >= len(content.split()) // 3)) and (is_placed or not is_own):
        return ""
    if is_own:
        return signs.OWN_VOICE
    if told.is_present and _is_in_plot(text, attribution):
        return "a character says it, in a plot"
    if reason := _why_unsaid(text, attribution, cue, source, content):
        return reason
    if _is_whole_clause(text, attribution, cue, content):
        content = f"that {content}"
    return _why_not_by_cue(cue, source, content, quoted)


def _is_named_or_listed(text: str, attribution: Attribution, cue: str, content: str) -> bool:
    """Tell whether the *content* is in marks though its source says nothing: what others call somebody ("the prison, dubbed the “Hilton” by its guests"), titles behind a colon."""
    if cue in signs.LISTS:
        return signs.LISTED.fullmatch(content) is not None
    return text.endswith(", ", 0, attribution.cue[0].start) and signs.NAMED_BY.match(content) is not None


def _why_unsaid(text: str, attribution: Attribution, cue: str, source: str, content: str) -> str:
    """Return why the cue tells that nobody said it, or "" if somebody did."""
    if is_unsaid(text, attribution, cue, source, content):
        return signs.UNSAID
    told = read_cue(cue)
    if told.is_denied:
        return "nothing was said"
    if not told.is_possible:
        return ""
    is_made_to = cue.startswith("to ") and attribution.source and signs.MADE_TO.match(text, 0, attribution.source[0].start)
    tells_you = signs.TELLS_YOU.fullmatch(cue) and text.startswith(" you", attribution.cue[-1].end)
    return "" if is_made_to or tells_you else "it may or shall be said, but was not"


@lru_cache(maxsize=4096)
def _is_instrument(source: str) -> bool:
    return signs.INSTRUMENT.fullmatch(source) is not None


def _is_whole_clause(text: str, attribution: Attribution, cue: str, content: str) -> bool:
    """Tell whether *content* is a clause by where it stands: before its cue, after a clause of "as", or where the engine read one ("fears the dam broke")."""
    is_before = attribution.content[0].end <= attribution.cue[0].start
    if is_before or _is_after_as(text, attribution):
        first = attribution.content[0]
        is_set_apart = "," in text[first.end - 1 : attribution.cue[0].start]  # not "the cuts | he named | would come"
        content = " ".join(span.of(text) for span in attribution.content) if is_set_apart else content
        return len(content.split()) > signs.MAIN_CLAUSE
    if attribution.construction != "zero_that" and not _is_believed(cue, content):
        return False
    return read_cue(cue).needs_clause and not signs.PARTICIPLE.search(content)


def _is_believed(cue: str, content: str) -> bool:
    """Tell whether so long a *content* of thinking or believing is a clause, though no form tells its verb: "believes all boats rise together"."""
    told = read_cue(cue)
    is_open = not (told.ends_in_preposition or cue.endswith(" in"))
    return told.is_believed and is_open and len(content.split()) >= signs.LONG_BELIEF and not signs.ACTED.match(content)


def _is_after_as(text: str, attribution: Attribution) -> bool:
    """Tell whether the content is the main clause after a clause of "as": "As she pointed out, …"."""
    if not attribution.source:
        return False
    start = attribution.source[0].start
    between = text[attribution.cue[-1].end : attribution.content[0].start]
    return "," in between and signs.AFTER_AS.search(text, max(0, start - 16), start) is not None


def _is_in_plot(text: str, attribution: Attribution) -> bool:
    """Tell whether the words before the cue, from where its sentence seems to begin, tell a plot."""
    cue = attribution.cue[0].start
    before = text[max(0, cue - signs.LEAD) : cue]
    if not any(map(before.__contains__, signs.PLOT_WORDS)):
        return False  # asked first, since one in ten has any
    return signs.PLOT.search(before) is not None and signs.PLOT.search(signs.STOPPED.split(before)[-1]) is not None


def _why_not_by_cue(cue: str, source: str, content: str, quoted: int) -> str:
    told = read_cue(cue)
    if told.is_noun and signs.DEED_OF_NOUN.match(content):
        return "the noun does something of its own"
    if not told.levels:
        if told.has_noun or (told.is_sourceless and not source):
            return "" if _is_clause(content) or quoted or not signs.ABOUT.search(cue) else "talk without content"
        if signs.PLEA_FOR.search(cue):
            return "" if signs.FOR_TO.match(content) else "talk without content"
        if signs.REFERRED.search(cue) and signs.NAMED_AS.search(content):
            return ""
        if signs.MADE_CLEAR.search(cue):
            return "" if _is_clause(content) else "no clause that could be its content"
        is_told = content.startswith("that ") and not signs.KNOWING.search(cue) and not signs.RELATIVE_THAT.match(content)
        return "" if quoted >= signs.OWN_WORDS or is_told or signs.NOUN_THAT.search(content) else "no cue of speech or belief"
    first = content.partition(" ")[0]
    if (first.casefold() in signs.opens_empty_talk() or not first.isalpha()) and (
        signs.EMPTY_TALK.match(content)
        or (signs.WHEN.match(content) and not _is_clause(content) and not signs.MAIN_BEHIND.search(content))
    ):
        return "talk without content"
    reasons = [_why_not_by_need(lemma, needs, cue, source, content, quoted) for lemma, needs in told.levels]
    return "" if "" in reasons else reasons[-1]


def _why_not_by_need(lemma: str, needs: str, cue: str, source: str, content: str, quoted: int) -> str:  # noqa: PLR0917  the parts of one attribution
    clause = _is_clause(content)
    reason = _why_by_itself(lemma, needs, cue, source, content, quoted)
    if reason is not None:
        return reason
    if needs != "words" and _is_no_talk(lemma, cue, content, clause=clause):
        return "something was done, not said"
    if lemma == "say" and signs.VENUE.match(content):
        return ""
    if needs == DOCUMENT and clause and lemma in signs.FINDERS and lemma not in signs.SHOWERS:
        return ""
    is_document = needs == DOCUMENT and (signs.DOCUMENT.search(source) is not None or source.casefold() == "it")
    return why_not(needs, _kind_of(lemma, needs, cue, content, clause=clause), is_document=is_document)


def _kind_of(lemma: str, needs: str, cue: str, content: str, *, clause: bool) -> str:
    """Return what kind of content stands beside *lemma*, as the table of needs names it."""
    if needs == "words" and _has_words(lemma, cue, content):
        return "judged"
    if clause:
        return "clause"
    hangs = signs.ABOUT.search(cue) and not signs.OF_DEED.search(cue)
    if (hangs or signs.PREPOSITIONAL.match(content)) and lemma not in signs.OF_ALLOWED:
        return "topic"
    return "thing"


def _why_by_itself(lemma: str, needs: str, cue: str, source: str, content: str, quoted: int) -> str | None:  # noqa: PLR0917  the parts of one attribution
    """Return why a verb with this content says nothing, "" if it says something, whatever it needs elsewhere; None if that is open."""
    if lemma in signs.PLANS and content.startswith("to ") and 2 * quoted < len(content.split()):
        return signs.PLANS[lemma]  # a name in quotation marks may stand in a wish: "hopes to repeal the “open road” law"
    if quoted >= (signs.OWN_WORDS if needs == "clause" and lemma != "write" else signs.QUOTED_WORDS):
        return ""
    if (lemma in signs.OWNERS_UP and signs.ADMITTED_DOING.match(content)) or (
        lemma in signs.RESTATERS and signs.RESTATED.search(content)
    ):
        return ""
    deed = _why_a_deed(lemma, cue, content)
    reason = deed or _why_not_to_do(lemma, cue, source, content)
    if reason is None and (read_cue(cue).is_ruled_out or (lemma in signs.FINDERS and _finds(lemma, source, content))):
        return ""
    return reason


def _finds(lemma: str, source: str, content: str) -> bool:
    """Tell whether a document shows something, or somebody whose trade it is finds it."""
    is_trade = lemma in signs.SHOWERS and _is_clause(content) and signs.FINDING_PEOPLE.search(source) is not None
    return is_trade or signs.DOCUMENT.search(source) is not None


def _why_a_deed(lemma: str, cue: str, content: str) -> str:
    """Return why what *lemma* means here is done and not said, "" if it is not: "called the police", "found on his desk"."""
    if lemma == "call" and (signs.CALLED_IN.search(cue) or (signs.CALLED.search(cue) and signs.PHONED.match(content))):
        return signs.CALLED_FOR
    if lemma == "find" and signs.FOUND_ON.search(cue):
        return "where it was found, no finding"
    if lemma == "assume" and signs.TAKEN_ON.match(content):
        return "what was taken on, no belief"
    if lemma == "consider" and (signs.WEIGHED.match(content) or (signs.WEIGHING.search(cue) and " as " not in content)):
        return "what was weighed, no view of it"
    if lemma == "plead" and signs.GUILTY.search(cue):
        return "a formal act"
    if lemma == "threaten" and not (signs.INFINITIVE.match(content) or signs.THREAT.search(content) or _is_clause(content)):
        return "what is in danger, no threat"
    return ""


def _why_not_to_do(lemma: str, cue: str, source: str, content: str) -> str | None:
    """Return why an infinitive *content* ("vowed to leave", "hopes to win") is no speech, "" if it is, None if it is no infinitive."""
    if lemma in signs.PLANS and content.startswith("to "):
        return signs.PLANS[lemma]
    if lemma in signs.PROPOSERS and (signs.DOING.match(content) or (lemma != "suggest" and content.startswith("to "))):
        return ""
    # "urged them against | leaving"
    said = f"against {content}" if cue.endswith(" against") else content
    if lemma in signs.TO_VERBS and ("to" in said.casefold() or said is not content) and signs.INFINITIVE.match(said):
        return "a formal act" if lemma == "order" and signs.JUDGE.search(source) else ""
    return None


def _has_words(lemma: str, cue: str, content: str) -> bool:
    """Tell whether a judgement comes with words of it: what somebody is criticised for, or what saying is rejected."""
    if lemma in signs.DENIERS:
        return signs.SAYING.search(content) is not None or signs.AS.search(f"{cue} {content}") is not None
    return signs.AS_OR_FOR.search(f"{signs.BY_AGENT.sub('', cue)} {content}") is not None or (
        lemma == "credit" and signs.WITH_DOING.search(content) is not None
    )


def _is_no_talk(lemma: str, cue: str, content: str, *, clause: bool) -> bool:
    """Tell whether verbs that also do things do one here: "added 200 jobs", "responded to the storm", "tweeted a link"."""
    if lemma == "add" and (signs.THING_ADDED.match(content) or (not clause and signs.ADDED_TO.match(content))):
        return True
    if lemma in signs.POSTERS and signs.SHARED.match(content):
        return True
    return lemma in {"add", "respond", "reply"} and cue.endswith(" to") and not clause


def _is_clause(content: str) -> bool:
    """Tell whether *content* asserts something: it opens a clause, or holds a finite verb early on."""
    if signs.CLAUSE_OPENS.match(content) and not signs.THAT_THING.fullmatch(content):
        return True
    if content.startswith("to "):
        return False
    opening = " ".join(content.split(maxsplit=OPENING_WORDS)[:OPENING_WORDS])
    found = signs.FINITE.search(opening)
    return found is not None and signs.RELATIVE.search(opening, 0, found.start() + 1) is None
