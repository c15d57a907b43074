"""Sure speech: "X said that …", "“…,” X said", "said X", "according to X". Sentences and quotations go in, attributions come out.

The learned engine finds most of this and much more. But it is trained on flat relations: where an outlet's report wraps
what somebody said, it gives one of the two, and the other must come from here. So only frames without doubt are here:
a verb that hardly does anything but report, with its source beside it, outside quotation marks.
"""

from __future__ import annotations

import re

import regex

from citeaudit.attributions.frames.any_verb import find_any_verb
from citeaudit.attributions.frames.closing_speakers import find_closing_speaker
from citeaudit.attributions.frames.judgements import find_judgements
from citeaudit.attributions.frames.places import PUBLICATION, TIME, attributed, trimmed
from citeaudit.attributions.frames.subjects import BARE_SUBJECT, PASSIVE, WINDOW, source_before
from citeaudit.lexicon.alternations import any_of
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Span

OPEN = """said says told insisted insists argued announced warned noted stated""".split()  # noqa: SIM905
"""Verbs that are heard whatever follows."""
WITH_CLAUSE = """added ruled acknowledged acknowledges admits admitted adds advise advised alleged alleges argue argues assesses believe believes claim claimed claims conceded concedes
concluded confirmed confirms contend contended contends declared disclosed elaborated emphasised emphasized estimated estimates explained explains highlighted insist
joked lamented maintained maintains notes predicted predicts reaffirmed recalled recalls recommend recommended recommends reiterated remarked replied
report reported reports responded revealed reveals say shared signaled signalled stressed suggested suggests testified think thinks tweeted
vowed warns wonders worries writes wrote agreed agrees feared fears
forecast forecasts assert asserts asserted affirmed caution cautions cautioned complain complains complained boasts boasted countered clarified speculate speculates speculated
reckon reckons reckoned exclaimed opines opined muses mused quips quipped insists laments tweets testifies stresses declares emphasizes announces vows""".split()  # noqa: SIM905
"""Verbs that are heard only beside a quotation, "that", or a clause: "recalled 5,000 cars" says nothing."""
NOUNS_TOO = frozenset(("adds", "added", "claims", "reports", "fears", "worries", "notes", "wonders", "report", "claim"))
"""Verbs that look like nouns or add to things: "false claims of …", "adds to the drama that …"."""
SINGULAR_NOUNS = frozenset(("report", "claim"))
"""Those of them that one thing may be."""
LONE_VERB = regex.compile(r"\p{Ll}+(?:ed|ing)|den(?:y|ies)|makes?|made")
"""What is no source by itself: "has denied | claims that"."""
JOURNALED = frozenset(("report", "reports"))
"""Those that are verbs where a journal and "that" follow: "researchers report in the journal Tidal Science that …"."""
VERB = re.compile(rf" (?P<verb>{any_of((*OPEN, *WITH_CLAUSE))}|(?:held|found)(?= that ))(?![\w’'-])")
"""The verbs, each after a blank: a literal that the scan finds fast."""
MAIN_CLAUSE = 6
"""A shorter stretch before the speaker is no content: "After the beach trip, her mom told her"."""
LEAD_IN_WORDS = 3
"""A shorter stretch before the speaker only leads in: "In fact, he says that …"."""
AUXILIARY = regex.compile(r"(?<![\w’'-])(?:has|have|had)(?:\s(?:\p{L}+ly|also))?$")
ONLY_QUOTED = frozenset(WITH_CLAUSE)
INVERTED = frozenset(
    """added adds argued claimed claims concluded explained explains insisted joked lamented noted notes recalled remarked replied said says stated
    tweeted warned writes wrote""".split()  # noqa: SIM905
)
"""Verbs that stand before their speaker: "“…,” said Ana Ruiz"."""
SOURCE_AFTER = regex.compile(
    r"\s(?P<source>(?!(?:to|of|in|on|at|for|with|about|by|from|and|that|up|down|out|back|off|as)\s)(?:(?:the|a|an|one|his|her|their|its|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Rep\.|Gov\.|Gen\.|Prof\.|Sir|Lord)\s)?(?:[\p{L}\d’'.&-]+\s){0,6}?[\p{L}\d’'&-]+\.?(?:,\s(?:(?:an?|the|who|whose|of|from)\s|\d\d|\p{Lu})[^.;:“”\"]{1,140}?)?)(?=[,.;:]|\sin\s|\son\s|\sat\s|\safter\s|\swhile\s|\sduring\s|\slast\s|\sthis\s|\s\p{Lu}\p{Ll}+day\b|$)"
)
TOLD = regex.compile(
    r"\s(?:(?:the|an?|his|her|their|its|local|state|reporters|lawmakers|police|me|us|him|them|\p{Lu}[\p{L}’'.&/-]*)\s?)(?:[\p{L}’'.&/-]+\s?){0,6}?(?:(?:''|[“\"])[\p{L}’ ]{3,40}(?:''|[”\"])\s?(?:[\p{L}’'.&/-]+\s?){0,6}?)?"
    r"(?=(?:that|he|she|it|they|there|the|his|her|its|their|we|I|you|how|about\show|of\show)\s|[:,]?\s?[“\"‘]|[.,]?$)"
)
"""To whom it was told, up to what was told: "told the paper on Friday | he was worried"."""
ACCORDING = regex.compile(
    r"(?<![\w’'-])(?P<cue>[Aa]ccording\sto|(?<=,\s)per(?=\s(?:the\s|\p{Lu}))|(?<=^|[.!?]\s|\n)Per(?=\s(?:the|a|an|its|his|her|their)\s))\s(?P<source>[^;:“”\"]{2,200}?)(?=,\s|[.;:]?$|\sin\s(?:an|a)\s)"
)
TRAILS = regex.compile(
    rf"(?:\s(?:{TIME}))*\s*[,.]|\sto\s(?:the\s)?(?:\p{{L}}+\s)?\p{{Lu}}[^,;:“”\"]{{0,40}}[.]?$|(?:\s(?:{TIME}))*\s(?:in|on|via)\s(?:the\s)?(?:journal\s|a\sstatement|Twitter|X\b)?(?:\p{{Lu}}[^,;:“”\"]{{0,60}})?(?:(?<=['’]s)\s[“\"‘][^“”\"]{{2,40}}[”\"’])?[.]?$"
    rf"|(?:\s(?:{TIME}))*\s{PUBLICATION}(?:\s(?:published|released|posted|filed|sent|printed|issued)\s[^,;:“”\"]{{2,80}}(?=[.]?$))?(?:\s(?:{TIME}))?(?:[,.]|$)"
)
SETTING = regex.compile(
    r"\s(?:after|before|following|during|at|outside|amid|ahead\sof|in\sfront\sof)\s(?!(?:all|which|that|whom|first|least|once)\b)[^,;:“”\"]{2,80}[.]?$"
)
"""When and where it was said, up to the sentence's end: "…, the manager confirmed after Saturday's draw."."""
QUOTES = regex.compile(r",\s?(?:''|[“\"‘])")
THAT = regex.compile(r"(?:\s[^,;:“”\"]{0,60}?)?\sthat\s")
NEAR_THAT = 40
"""Within so many code points of its verb "that" opens the content; farther on only behind where it was said: "wrote in a piece for the paper that"."""
WHERE = (" in ", " on ", " at ", " to ")
OPENING = regex.compile(r"(?:[^“”\"]{0,30}[,:]\s?|\s(?:\p{L}+\s){0,2})[“\"]")
"""What opens a content behind its verb: "that", or a quotation mark."""
SETS_OUT = regex.compile(r"(?:When|After|Before|While|As|Once|Asked|Shown|Told|Pressed|Speaking|In|On|At|During|Later|Earlier)\b")
"""What only leads in to a quotation: "When shown the video, he said, “…”"."""
QUOTED = regex.compile(
    r"\s(?P<cue>quoted|quotes|cited|cites)\s(?P<who>[^,.;:“”\"]{2,90}?)\s(?P<said>as\s(?:saying|telling|writing|stating|claiming))\s?(?:that\s)?"
)
IS_QUOTED = regex.compile(
    r"\s(?P<cue>(?:(?:has|have|had)\s)?(?:is|are|was|were|been|being)\s(?:also\s|later\s|widely\s)?quoted)(?:\s[^,.;:“”\"]{2,90}?)??"
    r"\s(?P<said>(?:as\s)?(?:saying|telling|writing|stating|claiming))\s(?!by\s)(?:that\s)?"
)
"""The passive: who is quoted stands before it, and between its two parts only by or in whom."""
POLLED = regex.compile(
    r"(?:^|[,;]\s|\s(?:that|but|and|while)\s)(?P<source>(?:\p{L}[\p{L}’'-]*\s){1,6}(?:polled|surveyed|canvassed)\sby\s(?:the\s)?\p{Lu}[^,.;:“”\"]{1,40}?)"
    r"\s(?P<cue>(?:had\s|have\s)?(?:expect|predict|anticipate|estimate|forecast|project|believe)(?:d|ed|s)?)\s"
)
"""Those whom a poll asked, and what they expect: "economists polled by Reuters expected sales to fall"."""
CLOSED = regex.compile(r"(?P<end>,[”\"’']?\s)(?:the\s)?(?:\p{Lu}[\w’'.&-]*\s){1,6}(?:reported|said|wrote|reports|added)\s*[.,]?$")
NAMED_BEFORE = regex.compile(r"[”\"]\s(?P<name>\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,3}),\s$")
"""A name between a quotation and an apposition whose second comma was forgotten: "“…,” Ana Ruiz, the mayor of Port Ellis said"."""
CLAUSE = regex.compile(
    r"\s(?:(?:he|she|they|it|there|we|you|I)(?:['’]\p{L}+)?\s|(?:the|a|an|his|her|their|its|this|these|those|some|most|many|no|\p{Lu}[\p{L}’'-]+)\s(?:(?!(?:that|who|which|even|though|and|but|because|if|when|while|for|to)\s)[\p{L}’'-]+,?\s(?:\d+,\s)?){0,7}?"
    r"(?:is|are|was|were|has|have|had|will|would|could|should|can|cannot|may|might|must|did|does|do|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t|wouldn['’]t|didn['’]t|doesn['’]t|don['’]t|\p{Ll}{3,}ed)\s)"
)
"""A clause without "that": a pronoun, or a noun phrase and a finite verb."""


def find_plain(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return the sure attributions of *text*, in order of their cues."""
    found = []
    place = 0
    for sentence in sentences:
        if sentence.kind is not SentenceKind.STATEMENT:
            continue
        while place < len(quotations) and quotations[place].span.end <= sentence.span.start:
            place += 1
        inside = [q for q in quotations[place : place + 12] if q.span.overlaps(sentence.span)]
        found.extend(_in_sentence(text, sentence.span, inside))
    return tuple(found)


def _in_sentence(text: str, sentence: Span, quotations: list[Quotation]) -> list[Attribution]:
    found = []
    taken = sentence.start
    if closing := find_closing_speaker(text, sentence, quotations):
        return [closing]
    for match in VERB.finditer(text, sentence.start, sentence.end):
        cue = Span(*match.span("verb"))
        if auxiliary := AUXILIARY.search(text, max(sentence.start, match.start() - 24), match.start()):
            cue = Span(auxiliary.start(), cue.end)
        is_passive = match["verb"] == "told" and PASSIVE.search(text, max(sentence.start, match.start() - 12), match.start())
        if cue.start < taken or is_passive or any(q.inner.covers(cue) for q in quotations):
            continue
        attribution = _after_source(text, sentence, quotations, cue, match["verb"]) or _before_source(
            text, sentence, quotations, cue, match["verb"]
        )
        if attribution is not None:
            found.append(attribution)
            taken = max(span.end for span in (*attribution.source, *attribution.cue, *attribution.content))
    found.extend(find_judgements(text, sentence, quotations, found))
    found.extend(_quoted_as_saying(text, sentence, quotations))
    found.extend(_polled(text, sentence))
    found.extend(find_any_verb(text, sentence, quotations, found))
    if all(text.find(word, sentence.start, sentence.end) < 0 for word in ("ccording", "per ", "Per ")):
        return found
    for told in ACCORDING.finditer(text, sentence.start, sentence.end):
        cue, source = Span(*told.span("cue")), Span(*told.span("source"))
        if any(q.inner.covers(cue) for q in quotations) or any(c.overlaps(cue) for a in found for c in a.content):
            continue
        # A capital opens a clause: "It is no secret: According to polls, …".
        early = len(text[sentence.start : cue.start].split()) < LEAD_IN_WORDS or text[cue.start] == "A"
        content = trimmed(text, source.end, sentence.end) if early else trimmed(text, sentence.start, cue.start)
        if content:
            found.append(attributed(text, source, cue, content, "according_to", "plain"))
    return found


def _quoted_as_saying(text: str, sentence: Span, quotations: list[Quotation]) -> list[Attribution]:
    """Read "the ministry quoted Ruiz as saying that …": Ruiz inside the ministry; and "Ruiz was quoted in the Post as saying …": Ruiz."""
    found: list[Attribution] = []
    if text.find(" quoted ", sentence.start, sentence.end) >= 0 and (
        match := IS_QUOTED.search(text, sentence.start, sentence.end)
    ):
        source = source_before(text, sentence.start, match.start())
        content = trimmed(text, match.end(), _before_trailing(text, match.end(), sentence.end))
        is_relative = source is not None and source.of(text).casefold() in {"who", "which", "that"}
        if source is not None and not is_relative and content and not any(q.inner.covers(source) for q in quotations):
            found.append(
                attributed(text, source, Span(match.start("cue"), match.end("said")), content, "quoted_as_saying", "plain")
            )
        return found
    if text.find(" as ", sentence.start, sentence.end) < 0:
        return found
    for match in QUOTED.finditer(text, sentence.start, sentence.end):
        source = source_before(text, sentence.start, match.start())
        end = _before_trailing(text, match.end(), sentence.end)
        content = trimmed(text, match.end(), end)
        if source is None or not content or any(q.inner.start <= match.start() < q.inner.end for q in quotations):
            continue
        who, said, cue = Span(*match.span("who")), Span(*match.span("said")), Span(*match.span("cue"))
        found.append(attributed(text, who, said, content, "quoted_as_saying", "plain"))
        found.append(attributed(text, source, cue, (Span(who.start, content[-1].end),), "quoted_as_saying", "plain"))
    return found


def _polled(text: str, sentence: Span) -> list[Attribution]:
    """Read "economists polled by Reuters expected sales to fall"."""
    if text.find("ed by ", sentence.start, sentence.end) < 0 or not (match := POLLED.search(text, sentence.start, sentence.end)):
        return []
    content = trimmed(text, match.end(), sentence.end)
    return [attributed(text, Span(*match.span("source")), Span(*match.span("cue")), content, "plain", "plain")] if content else []


def _before_trailing(text: str, start: int, end: int) -> int:
    """Return where a content that begins at *start* ends: before the marks that close it and a report that trails it."""
    closing = CLOSED.search(text, start, end)
    return closing.start("end") if closing else end


def _after_source(text: str, sentence: Span, quotations: list[Quotation], cue: Span, verb: str) -> Attribution | None:
    """Read "X said …" and "“…,” X said"."""
    source = source_before(text, sentence.start, cue.start)
    if source is None or not BARE_SUBJECT.match(text, source.start) or LONE_VERB.fullmatch(text, source.start, source.end):
        return None
    if named := NAMED_BEFORE.search(text, max(sentence.start, source.start - WINDOW), source.start):
        source = Span(named.start("name"), source.end)
    before = trimmed(text, sentence.start, source.start)
    rest = text[cue.end : min(sentence.end, cue.end + WINDOW)]
    quoted_before = bool(before) and any(q.span.end <= source.start <= q.span.end + 3 for q in quotations)
    trailing = not rest.strip(' .,”"’') or (TRAILS.match(rest) is not None and not rest.startswith(" that "))
    if not trailing and before and SETTING.match(rest) and not CLAUSE.search(rest) and not SETS_OUT.match(text, sentence.start):
        trailing = len(before[0].of(text).split()) > LEAD_IN_WORDS
    trailing = trailing and not (QUOTES.match(rest) and SETS_OUT.match(text, sentence.start))
    # One report is no verb: "citing a confidential report, that …"; researchers report.
    trailing = trailing and (verb not in SINGULAR_NOUNS or source.of(text).endswith(("s", "people")))
    trailing = trailing and len(text[max(sentence.start, source.start - WINDOW) : source.start].split()) > LEAD_IN_WORDS
    if quoted_before or (trailing and before and text[source.start - 2 : source.start].strip() in {",", "”", '"', ""}):
        content = _whole_quotation(text, before, quotations, source.start)
        resumed = next((q for q in quotations if q.span.start >= cue.end), None) if quoted_before else None
        if resumed is not None:
            content += trimmed(text, resumed.span.start, min(resumed.span.end, sentence.end))
        return attributed(text, source, cue, content, "trailing", "plain")
    if verb == "told" and (told := TOLD.match(rest)):
        if not rest[told.end() :].strip(' .,”"’'):
            is_main = (
                before and text[before[0].end : source.start].strip() == "," and len(before[0].of(text).split()) >= MAIN_CLAUSE
            )
            return attributed(text, source, cue, before, "trailing", "plain") if is_main else None
        content = trimmed(text, cue.end + told.end(), sentence.end)
        return attributed(text, source, cue, content, "told", "plain") if content else None
    that = THAT.match(rest)
    opening = OPENING.match(rest)
    is_written = verb in JOURNALED and that and rest.startswith(" in the journal ")
    if (
        verb in NOUNS_TOO
        and not is_written
        and not (that and rest.startswith(" that "))
        and not opening
        and not CLAUSE.match(rest)
    ):
        return None
    if verb in ONLY_QUOTED and not that and not opening and not CLAUSE.match(rest):
        return None
    is_near = that and (that.end() < NEAR_THAT or rest.startswith(WHERE))
    start = cue.end + (that.end() - 5 if that and is_near else 0)
    content = trimmed(text, start, sentence.end)
    return attributed(text, source, cue, content, "that_clause" if that else "plain", "plain") if content else None


def _before_source(text: str, sentence: Span, quotations: list[Quotation], cue: Span, verb: str) -> Attribution | None:
    """Read "“…,” said X"."""
    before = text[max(sentence.start, cue.start - WINDOW) : cue.start].rstrip()
    if verb not in INVERTED or not before.endswith((",", ",”", ',"', "”", '"', "?”", "!”", ",'", ",’")):
        return None
    match = SOURCE_AFTER.match(text, cue.end, sentence.end)
    if match is None:
        return None
    content = _whole_quotation(text, trimmed(text, sentence.start, cue.start), quotations, cue.start)
    # Without marks it takes a clause before the verb: "The actress, 58, claimed Dennis Pugh …" has none.
    least = 2 if before[-1] in "”\"’'" else 6
    if text[cue.start - 1 : cue.start] == " " and content and len(content[0].of(text).split()) >= least:
        source = Span(*match.span("source"))
        resumed = next((q for q in quotations if q.span.start >= source.end), None)
        if resumed is not None:
            content += trimmed(text, resumed.span.start, min(resumed.span.end, sentence.end))
        return attributed(text, source, cue, content, "inverted", "plain")
    return None


def _whole_quotation(text: str, content: tuple[Span, ...], quotations: list[Quotation], before: int) -> tuple[Span, ...]:
    """Return *content* from the mark that opens the quotation it ends with, sentences before this one included."""
    for quotation in quotations:
        if content and quotation.span.start < content[0].start and content[0].start < quotation.span.end <= before:
            return trimmed(text, quotation.span.start, content[0].end) + content[1:]
    return content
