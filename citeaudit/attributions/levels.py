"""What counts as said: attributions in, the same out, each told to be a report or only an attitude.

Attribution corpora count whatever somebody wants, opposes or plans; an audit asks whether a proposition is put into
somebody's mouth, pen or mind. So a cue must be one that reports (a table says which, and what it needs beside it: a
clause, or words of the speaker's own), and it must not be denied, merely possible, or talk without content. What is no
report stays in the audit as an attitude and carries no claim.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import Attribution, Level, Quotation
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.quotations import quotation_at

TOKEN = regex.compile(r"[\p{L}’'-]+")
QUOTED_WORDS = 2
"""So many quoted words in a content are the speaker's own; one alone is a title or a scare quote."""
OWN_WORDS = 4
"""So many quoted words speak for themselves, whatever the verb before them."""
MAIN_CLAUSE = 4
LEAD = 160
FINITE_BEHIND = regex.compile(r"\s(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|did|does)\s")
"""What makes a noun of the word in -ing before it: "a storm warning had been in force"."""
STOPPED = regex.compile(r"[.!?][”\"’']?\s+(?=[\p{Lu}“\"‘'])|\n")
EMPTY_TALK = regex.compile(
    r"(?:a\smargin\sof|the\sprize|(?:some\s|several\s|early\s)?(?:victory|victories|wins)\b|credit\b|the\stitle|much|little|not\sguilty|guilty|the\struth|a\slie|lies|a\sjoke|jokes|no\smore|nothing)\b",
    regex.IGNORECASE,
)
AFTER_AS = regex.compile(r"(?<!\b(?:soon|long|far|much|well|even)\s)(?<!\p{L})[Aa]s\s$")
NOBODY = regex.compile(r"(?:nobody|no\sone|none)\b", regex.IGNORECASE)
IS_NOUN = regex.compile(r"(?:is|are|was|were)\s(?:the|a|an)\s\p{L}+$", regex.IGNORECASE)
"""A definition, no statement: "vertigo is the feeling that …"."""
NOUN_ABOUT = regex.compile(
    r"\b(?:questions?|answers?|concerns?|debates?|talks?|discussions?|speculation|criticism|comments?|remarks)\s(?:about|on|over|of|to)$",
    regex.IGNORECASE,
)
"""A noun of talk with its topic: "amid concerns about squalid conditions"."""
VENUE = regex.compile(r"(?:in|on|at|during|by|via)\s(?:an?|the|his|her|its|their|e-?mail|\p{Lu})", regex.IGNORECASE)
KNOWING = regex.compile(
    r"\b(?:kn(?:ow|ows|ew|own)|forg[eo]ts?|sees?|saw|seen|hears?|heard|reali[sz]ed?s?|discover(?:s|ed)|remembers?|ensures?d?|sure|noticed?|upset\sby|fact|possibility|day|means?t?|proved?)$",
    regex.IGNORECASE,
)
"""Knowing and seeing put nothing into anybody's mouth."""
THING_ADDED = regex.compile(
    r"(?:to\s|that\s(?:has|have|had)\s|another\s|(?:(?:about|around|nearly|almost|over|some|more\sthan|at\sleast)\s)?\d|momentum|fuel\b|insult\b)",
    regex.IGNORECASE,
)
"""What is put to something else, and not said: "added 200 jobs", "adds to the drama"."""
NOUN_THAT = regex.compile(
    r"\b(?:promise|pledge|claim|argument|warning|assurance|theory|admission|allegation|accusation|assertion|complaint)s?(?:\s\p{L}+){0,2}\sthat\s"
)
DENIERS = frozenset(("reject", "dismiss"))
SAYING = regex.compile(
    r"\b(?:notion|claim|accusation|allegation|idea|assertion|suggestion|charge|criticism|argument|theory|report|rumor|rumour|concern|fear|warning)s?\b"
)
"""What can be denied: "rejected the notion that …"."""
WHEN = regex.compile(
    r"(?:shortly|soon|late|early|just|hours|minutes|days|at\s(?:the|about|around)|before|after|following|earlier|later)\b",
    regex.IGNORECASE,
)
NOUN_CUE = regex.compile(
    r"\b(?:claims?|statements?|reports?|allegations?|accusations?|warnings?|views?|opinions?|words|beliefs?|assertions?|estimates?|predictions?|testimony|suggestions?|admission|announcement|"
    r"argument|complaints?|concerns?|fears?|promises?|pledges?|vow|threats?|denial|according|per|voice|advice|verdict|tweets?|remarks?|comments?|memo|letter|findings?|forecasts?|assessment|conclusion|theory)\b",
    regex.IGNORECASE,
)
DEED_OF_NOUN = regex.compile(r"(?:is|are|was|were|has|have|had|came|comes|went|will|would|could)\s")
"""What follows a noun that only acts: "a storm warning | had been in force"."""
SOURCELESS = regex.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were|been|being|'s|’s)\s(?:\p{L}+ly\s|also\s)*(?:said|believed|thought|understood|rumou?red|alleged|reported|accused|considered|feared|suspected|expected|known(?!\s(?:for|as|by)\b))|"
    r"alleged|accused|rumou?red|according)\b",
    regex.IGNORECASE,
)
DENIED = regex.compile(
    r"\b(?:declin\w+|refus\w+|did\s?n.t|did\snot|does\s?n.t|does\snot|do\snot|do\s?n.t|has\s?n.t|has\snot|have\s?n.t|have\snot|had\s?n.t|had\snot|is\s?n.t|was\s?n.t|not\simmediately|will\snot|won.t|would\snot|would\s?n.t|could\snot|could\s?n.t|cannot|never|without|unable|fail\w*|stopped\sshort)\b",
    regex.IGNORECASE,
)
DENIAL = regex.compile(r"\bden(?:y|ied)")
RELATIVE = regex.compile(r"\b(?:who|which|that|whose|where|when|what)\s")
MODAL = regex.compile(
    r"\b(?:may|might|could|should|must|can|cannot|can['’]t|won['’]t|will|would|supposed|have\sto|has\sto|had\sto|able|likely|going\sto|ought|needs?\sto|to\sbe)\b|^to\s",
    regex.IGNORECASE,
)
ABOUT = regex.compile(r"(?:about|on|in|with|over|against|at|for|of|into)$")
OF_ALLOWED = frozenset(("warn", "accuse", "complain", "fear", "call", "blame", "refer", "according", "per"))
FINITE = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|can|can['’]t|cannot|may|might|must|did|does|do|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|won['’]t|wouldn['’]t|didn['’]t|doesn['’]t|don['’]t)\b|"
    r"['’](?:re|ve|ll|d|m)\s|\b(?:it|he|she|that|there|what|who|this)['’]s\s",
    regex.IGNORECASE,
)
CLAUSE_OPENS = regex.compile(
    r"(?:that|whether|if|how|why|there|he|she|it|they|we|I|you|this|what|who|when|where)(?:['’]\p{L}+)?\b", regex.IGNORECASE
)
THAT_THING = regex.compile(r"(?:that|this)\s\p{L}+")
"""A thing pointed at, no clause: "agreed to hear a challenge to that order"."""
PREPOSITIONAL = regex.compile(r"(?:about|on|in|with|over|for|of|to|against|at|into|by|from)\s")
AS = regex.compile(r"\bas\b")
"""What a rejection needs if no saying is rejected: "rejected the plan as nonsense", but "rejected a bid for the mill"."""
JUDGE = regex.compile(r"\b(?:judge|justice|court|tribunal|magistrate|jury)s?\b", regex.IGNORECASE)
AS_OR_FOR = regex.compile(r"\b(?:as|for|over|of|by)\b")
INFINITIVE = regex.compile(r"(?:[^.;:]{0,140}\s)?to\s\p{Ll}+", regex.IGNORECASE)
FINDERS = frozenset(("find", "suggest", "indicate", "determine", "prove", "demonstrate", "read"))
"""What people do as well as documents, if a clause follows: "consultants found that …"."""
PLANS = {"expect": "a plan of one's own", "hope": "a wish"}
"""Verbs whose bare infinitive is no speech: "hopes to win"."""
SHOWERS = frozenset(("prove", "demonstrate"))
"""What people do without a word: "she demonstrated that it can be done"."""
TO_VERBS = frozenset(
    (
        "promise",
        "vow",
        "pledge",
        "threaten",
        "urge",
        "ask",
        "tell",
        "warn",
        "advise",
        "claim",
        "encourage",
        "instruct",
        "order",
        "invite",
        "beg",
        "request",
        "remind",
        "swear",
        "expect",
        "appeal",
        "call",
        "recommend",
        "demand",
        "plead",
        "believe",
        "consider",
        "find",
        "report",
        "say",
        "allege",
        "estimate",
        "think",
        "hold",
    )
)
DOCUMENT = regex.compile(
    r"\b(?:poll|polls|survey|study|studies|report|reports|analysis|research|data|figures|statistics|records|documents?|letter|memo|lawsuit|complaint|indictment|affidavit|review|"
    r"average|averages|investigation|e-?mails?|transcripts?|statement|filings?|findings|results|evidence|profile|article|story|book|website|site|page|account|brochure)\b",
    regex.IGNORECASE,
)
DETERMINERS = frozenset(("the", "The", "a", "A", "an", "An", "this", "This", "That"))
"""No source by itself, unlike the relative "that": "the claim that …" is no claim of "The", and "That said, …" nobody's words."""
IMPERSONAL = regex.compile(r"(?:it(?=['’\s]))?\s?(?:is|was|['’]s|would\sbe|seems)\s.*\bto\s(?:say|tell|know|predict|guess)$")
"""What nobody says: "it is too soon to say whether"."""
NOUN_TO_TELL = regex.compile(
    r"\b(?:(?<!\bout\sof\s(?:his|her|its|my)\s)(?<!\bout\sof\stheir\s)ways?|chances?|how|reasons?|nothing|anything|something|opportunity|ability|power)\sto\s\p{Ll}+$"
)
"""What may be said, and was not: "few ways to tell which"."""
PLOT = regex.compile(
    r"\b[Ii]n\s(?:(?:the|an?|one|another)\s(?:(?:film|movie|play|novel|book|show|series|story|episode|opera|musical|drama|comedy)['’]s\s)?(?:[\w-]+\s){0,2}?(?:scene|act|chapter|reel|sequence|flashback)\b"
    r"|(?:act|chapter)\s(?:[IVX]+|\d+|one|two|three|four|five)\b)"
    r"|(?:(?<=[”\"’'])|\b(?:[Tt]he|[Tt]his)\s(?:film|movie|play|novel|story|episode|opera|musical|drama|comedy|series))\s(?:opens|begins|starts|closes|ends|follows|centers|centres)\b"
)
"""What tells a plot, whose characters are no sources: "in the second act", "“The Mill” opens with"."""
SCENE_TENSE = regex.compile(r"(?!(?:was|has|is|does)\b)\p{Ll}+s\b|(?:tell|say|ask)\b")
AUTHOR = frozenset(("i", "we", "you", "my", "our", "me", "us"))


class _Cue(NamedTuple):
    """What the words of a cue say by themselves, whoever holds it and whatever follows."""

    is_sourceless: bool
    is_noun: bool
    is_definition: bool
    is_impersonal: bool
    is_about: bool
    is_denied: bool
    is_possible: bool
    levels: tuple[tuple[str, str], ...]
    """The verbs in it that the table of levels knows, each with what it needs beside it."""


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
    if not attribution.cue or attribution.construction == "quoted_as_saying":
        return ""
    cue = " ".join(span.of(text) for span in attribution.cue)
    source = " ".join(span.of(text) for span in attribution.source)
    source = "" if source in DETERMINERS else source
    content = attribution.content[0].of(text)
    told = _read_cue(cue)
    around = quotation_at(quotations, attribution.cue[0].start)
    inside = around is not None and around.inner.covers(attribution.cue[0])
    quoted = 0 if inside else _quoted_words(text, attribution, quotations)
    if not source and not told.is_sourceless and quoted < QUOTED_WORDS:
        return "nobody holds it, and the cue is no hedge"
    if quoted >= max(QUOTED_WORDS, len(content.split()) // 3):
        return ""
    if source.casefold() in AUTHOR and not inside:
        return "the writer's own voice"
    if SCENE_TENSE.match(cue) and PLOT.search(_lead(text, attribution)):
        return "a character says it, in a plot"
    if (
        NOBODY.match(source)
        or (cue.endswith(("told", "tells", "tell")) and NOBODY.match(text, attribution.cue[-1].end + 1))
        or told.is_definition
        or (told.is_impersonal and "it" in {source.casefold(), cue[:2]})
        or (told.is_about and not content.startswith("that "))
        or (cue.endswith("ing") and FINITE_BEHIND.match(text, attribution.cue[-1].end))
    ):
        return "nobody says it"
    if told.is_denied:
        return "nothing was said"
    if told.is_possible:
        return "it may or shall be said, but was not"
    if (_is_after_as(text, attribution) or attribution.content[0].end <= attribution.cue[0].start) and len(
        content.split()
    ) > MAIN_CLAUSE:
        # A content that stands before its cue, or after a clause of "as", is the main clause: "…, research suggests".
        content = f"that {content}"
    return _why_not_by_cue(cue, source, content, quoted)


@lru_cache(maxsize=4096)
def _read_cue(cue: str) -> _Cue:
    """Return what *cue* says by itself; kept, since most cues of an archive are the same few words."""
    return _Cue(
        is_sourceless=SOURCELESS.search(cue) is not None,
        is_noun=NOUN_CUE.fullmatch(cue) is not None,
        is_definition=IS_NOUN.match(cue) is not None,
        is_impersonal=IMPERSONAL.match(cue) is not None,
        is_about=NOUN_ABOUT.search(cue) is not None,
        is_denied=DENIED.search(cue) is not None and DENIAL.search(cue) is None,
        is_possible=MODAL.search(cue) is not None or NOUN_TO_TELL.search(cue) is not None,
        levels=tuple(known for word in TOKEN.findall(cue.casefold()) if (known := _levels().get(word))),
    )


def _is_after_as(text: str, attribution: Attribution) -> bool:
    """Tell whether the content is the main clause after a clause of "as": "As she pointed out, …"."""
    if not attribution.source:
        return False
    start = attribution.source[0].start
    between = text[attribution.cue[-1].end : attribution.content[0].start]
    return "," in between and AFTER_AS.search(text, max(0, start - 16), start) is not None


def _lead(text: str, attribution: Attribution) -> str:
    """Return the words before the cue, from where its sentence seems to begin."""
    cue = attribution.cue[0].start
    before = text[max(0, cue - LEAD) : cue]
    return STOPPED.split(before)[-1]


def _why_not_by_cue(cue: str, source: str, content: str, quoted: int) -> str:
    told = _read_cue(cue)
    if told.is_noun and DEED_OF_NOUN.match(content):
        return "the noun does something of its own"
    if not told.levels:
        if NOUN_CUE.search(cue) or (told.is_sourceless and not source):
            return "" if _is_clause(content) or quoted or not ABOUT.search(cue) else "talk without content"
        is_told = content.startswith("that ") and not KNOWING.search(cue)
        return "" if quoted >= OWN_WORDS or is_told or NOUN_THAT.search(content) else "no cue of speech or belief"
    if EMPTY_TALK.match(content) or (WHEN.match(content) and not _is_clause(content)):
        return "talk without content"
    reasons = [_why_not_by_need(lemma, needs, cue, source, content, quoted) for lemma, needs in told.levels]
    return "" if "" in reasons else reasons[-1]


def _why_not_by_need(lemma: str, needs: str, cue: str, source: str, content: str, quoted: int) -> str:  # noqa: PLR0917  the parts of one attribution
    clause = _is_clause(content)
    if quoted >= (OWN_WORDS if needs == "clause" and lemma != "write" else QUOTED_WORDS):
        return ""
    reason = _why_not_to_do(lemma, source, content)
    if reason is not None:
        return reason
    if lemma in FINDERS and DOCUMENT.search(source):
        return ""
    if needs == "words":
        return "" if _has_words(lemma, cue, content) else "a judgement without words of it"
    if _is_no_talk(lemma, cue, content, clause=clause):
        return "something was done, not said"
    if lemma == "say" and VENUE.match(content):
        return ""
    if (ABOUT.search(cue) or PREPOSITIONAL.match(content)) and lemma not in OF_ALLOWED and not clause:
        return "talk without content"
    if needs == "document":
        is_found = clause and lemma in FINDERS - SHOWERS
        return "" if is_found or DOCUMENT.search(source) or source.casefold() == "it" else "only a document says it by that cue"
    if needs == "any" or (clause and needs != "quote"):
        return ""
    return "no clause that could be its content"


def _why_not_to_do(lemma: str, source: str, content: str) -> str | None:
    """Return why an infinitive *content* ("vowed to leave", "hopes to win") is no speech, "" if it is, None if it is no infinitive."""
    if lemma in PLANS and content.startswith("to "):
        return PLANS[lemma]
    if lemma in TO_VERBS and INFINITIVE.match(content):
        return "a formal act" if lemma == "order" and JUDGE.search(source) else ""
    return None


def _has_words(lemma: str, cue: str, content: str) -> bool:
    """Tell whether a judgement comes with words of it: what somebody is criticised for, or what saying is rejected."""
    if lemma in DENIERS:
        return SAYING.search(content) is not None or AS.search(f"{cue} {content}") is not None
    return AS_OR_FOR.search(f"{cue} {content}") is not None


def _is_no_talk(lemma: str, cue: str, content: str, *, clause: bool) -> bool:
    """Tell whether verbs that also do things do one here: "added 200 jobs", "responded to the storm"."""
    if lemma == "add" and THING_ADDED.match(content):
        return True
    return lemma in {"add", "respond", "reply"} and cue.endswith(" to") and not clause


def _is_clause(content: str) -> bool:
    """Tell whether *content* asserts something: it opens a clause, or holds a finite verb early on."""
    if CLAUSE_OPENS.match(content) and not THAT_THING.fullmatch(content):
        return True
    opening = " ".join(content.split()[:14])
    found = FINITE.search(opening)
    return found is not None and RELATIVE.search(opening, 0, found.start() + 1) is None


def _quoted_words(text: str, attribution: Attribution, quotations: tuple[Quotation, ...]) -> int:
    count = 0
    low, high = attribution.content[0].start, attribution.content[-1].end
    for place in range(bisect_left(quotations, low, key=_end), len(quotations)):
        quotation = quotations[place]
        if quotation.span.start >= high:
            break
        for span in attribution.content:
            if span.overlaps(quotation.inner) and not _is_title(quotation.inner.of(text)):
                shared = Span(max(span.start, quotation.inner.start), min(span.end, quotation.inner.end))
                count += len(shared.of(text).split())
    return count


def _end(quotation: Quotation) -> int:
    return quotation.span.end


def _is_title(words: str) -> bool:
    """Tell whether quoted *words* are the title of a work: nearly all of its longer words have a capital."""
    long_words = [word for word in words.split() if len(word) > 3]
    if words.rstrip().endswith(("!", "?")):
        return False
    return 1 < len(words.split()) <= 8 and bool(long_words) and all(word.strip("‘“(")[:1].isupper() for word in long_words)


@cache
def _levels() -> dict[str, tuple[str, str]]:
    rows = read_table(shipped_table("citeaudit.lexicon", "cue_levels.tsv"), ("cue", "needs", "forms", "example"))
    return {form: (cue, needs) for cue, needs, forms, _ in rows for form in forms.split()}
