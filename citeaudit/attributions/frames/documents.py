"""What documents say of themselves, and who gives a figure: "a 2018 study found …", "the lawsuit alleges …", "the website lists …", "in its view, …".

Sentences and quotations go in, attributions come out. A document speaks by other verbs than a person does, and of things as
well as in clauses ("shows a fall of 4 percent"). Quiet where the document is only acted on ("the study was published").
"""

from __future__ import annotations

import re

import regex

from citeaudit.attributions.frames.subjects import source_before
from citeaudit.attributions.level_signs import ANSWERED_FOR, PICTURES
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.text.quotations import quotation_at
from citeaudit.text.trimming import trimmed

VERBS = frozenset(
    """put puts show shows showed found finds suggest suggests suggested indicate indicates indicated lists listed alleges alleged estimated
    estimates concluded concludes revealed reveals has gave gives state states stated say says said warn warns warned claim claims claimed argue argues
    argued add adds added link links linked rate rates rated rank ranks ranked""".split()  # noqa: SIM905  a list of words reads best as words
)
"""The verbs of documents: a sentence that holds none, between white space, need not be searched for one."""
CUE = re.compile(rf" (?P<cue>(?:(?:has|have|also|now|recently|previously) )?(?:{'|'.join(sorted(VERBS))}))(?= (?:\w|£|\$|€))")
"""The verbs, each after a blank: a literal that the scan finds fast."""
NOUN = r"""(?:[Pp]olls?|[Ss]urveys?|[Ss]tudy|[Ss]tudies|[Rr]eports?|[Aa]nalysis|[Rr]esearch|[Dd]ata|[Ff]igures|[Ss]tatistics|[Rr]ecords|[Dd]ocuments|[Ll]awsuit|[Cc]omplaint|[Ii]ndictment|
    [Aa]ffidavit|[Mm]emo|[Ll]etter|[Ee]-?mails?|[Mm]essages|[Ww]ebsite|web\ssite|profile|filings?|audit|review|average|results|[Dd]raft|[Cc]ontract|[Mm]anifesto|[Tt]ranscript|[Ll]eaflet|[Aa]genda)"""
"""What documents are called."""
SOURCE = pattern_of(
    rf"""
    (?<![\w’'-])(?!(?:But|And|Yet|So|Or|Still|Now|Then|Also|Though)\s)(?P<source>
      (?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat|[Tt]hese|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Rr]ecent|\p{{Lu}}[\w’'.&-]*)\s)?   # A, The, Gallup
      (?:[\w’'.&-]+\s){{0,5}}?
      {NOUN}
    )
    (?:\s(?:last|this|on|from|in|by|released|published|seen|obtained|reviewed|shared|leaked|compiled|collected|gathered|analy[sz]ed)\s[^,.;:“”"]{{2,40}}?|,\s(?:released|published|conducted|which|seen|obtained|taken)\s[^;:.]{{2,110}}?,[”"]?)?$
    """,
    regex.VERBOSE,
)
WHICH = pattern_of(
    rf"(?<![\w’'-])(?P<source>(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]wo|[Ss]everal|[Ss]ome)\s(?:(?!(?:an?|the|its)\s)[\w’'-]+\s){{0,2}}?{NOUN})\s(?:that|which)$",
    regex.VERBOSE,
)
"""A document that speaks in a relative clause: "obtained a memo that says"."""
UNREAL = pattern_of(r"\b(?:would|could|might|may|should|will|can)$")
"""What a document may show but has not: "an email that would have revealed"."""
STEMS = """poll Poll urvey tud eport nalysis esearch data Data igures tatistics ecords ocuments awsuit omplaint ndictment ffidavit memo Memo letter Letter
    mail essages site profile filing audit review average results draft Draft ontract anifesto ranscript eaflet genda""".split()  # noqa: SIM905
"""What every noun of SOURCE holds, big or small its first letter: a sentence with none of these needs no closer look."""
TRAILING_STEMS = "figures data records documents poll survey research stud statistics filing results estimates".split()  # noqa: SIM905
TRAILING_VERBS = ("show", "suggest", "indicat", "find", "found")
"""The same of TRAILING: its nouns and its verbs."""
LOOK_BACK = 180
"""How far before its verb a document is looked for, in code points: its name and when it was published."""
IT = pattern_of(
    r"(?P<source>It)\s(?P<cue>(?:also\s|further\s|has\s)?(?:found|finds|lists|listed|shows|showed|suggests|suggested|concludes|concluded|warns|warned|alleges|alleged|estimates|estimated|revealed|reveals|put))(?=\s)"
)
"""A document that was named before; whether one was is settled with the references."""
PUT_AT = pattern_of(
    r"\s(?P<cue>puts?)\s(?P<content>(?:the|its|their)\s(?:[\p{L}-]+\s){0,2}?(?:number|toll|costs?|figure|total|damage|loss|losses|bill|price|value|share|count|chance|odds)\b"
    r"[^.;“”\"]{0,80}?\sat\s[^.;“”\"]*(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens?|scores|hundreds?|thousands?|millions?)\b)[^.;“”\"]*)"
)
"""Who gives a figure: "the navy put the number of missing at 52"."""
TRAILING = pattern_of(
    r"""
    (?<=,\s)(?P<source>(?:[\w’'.&-]+\s){0,5}?
      (?:figures|data|records|documents|polls?|surveys?|research|study|studies|statistics|filings?|results|estimates)
      (?:\s(?:from|by|of|at|in|for|obtained|seen|reviewed|released|published|filed|shared|leaked)\s[^,.;:“”"]{2,50}?)?)
    \s(?P<cue>(?:(?:has|have)\s)?(?:shows?|showed|shown|suggests?|suggested|indicates?|indicated|finds?|found))(?=\.?$|,)
    """,
    regex.VERBOSE,
)
"""A document after what it says: "…, figures from the council show"."""
MEASURES = frozenset(("has", "have", "gave", "gives", "put", "puts"))
FOOTAGE = pattern_of(
    rf"(?P<source>(?:(?:[Aa]n?|[Tt]he|[Nn]ew|[Oo]ther|[Ss]ome|[Ss]everal)\s)?(?:\b\p{{L}}{{1,30}}\s)?\b(?i:{PICTURES})\s(?:\p{{Ll}}+\s){{0,3}}?{ANSWERED_FOR}\s(?:exclusively\s)?by\s[^,.;:“”\"]{{2,50}}?)"
    r"\s(?P<cue>(?:also\s|clearly\s)?(?:shows?|showed|(?:appears?|appeared|seems?|seemed)\sto\sshow))\s"
)
"""Pictures that somebody answers for: "footage obtained by the Post shows the car …"."""
POLL = pattern_of(r"(?:poll|survey|average|analysis|report|study|figures|estimate)s?$", regex.IGNORECASE)
NOT_SAID = pattern_of(r"\s(?:been|by\b|to\b|a\slink|rise\sto|way|up\b|himself|herself|itself)")
STOP = pattern_of(
    r"\b(?:said|says|told|that|who|which|and|but|when|if|because|while|after|before|is|are|was|were)\s", regex.IGNORECASE
)
VIEW = pattern_of(r"\s\p{L}+,?\s")
IN_VIEW = pattern_of(
    r"(?<![\w’'-])(?P<cue>[Ii]n)\s(?P<source>(?:the\s)?(?:\p{L}[\w.’'-]*\s){0,3}?(?:\p{L}[\w-]*['’]s?|\p{L}[\w-]*s['’]|his|her|their))\s(?:view|opinion|minds?|thinking|eyes|telling|judgment|estimation|reckoning),?\s"
)


def find_documents(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what documents say in *text*, in order."""
    found = []
    for sentence in sentences:
        if sentence.kind is not SentenceKind.STATEMENT:
            continue
        words = sentence.span.of(text)
        for source, cue in _places(text, sentence.span, words):
            if quotation_at(quotations, source.start):
                continue
            if attribution := _attribution(text, sentence.span, source, cue):
                found.append(attribution)
        if any(verb in words for verb in TRAILING_VERBS) and any(stem in words for stem in TRAILING_STEMS):
            found.extend(_trailing(text, sentence.span, quotations))
        if " by " in words and "show" in words:
            found.extend(_footage(text, sentence.span, quotations))
        if " put" in words:
            found.extend(_put_at(text, sentence.span, quotations))
    return tuple(found)


def _places(text: str, sentence: Span, words: str) -> list[tuple[Span, Span]]:
    """Return source and cue of the first document that speaks in *sentence*, whose *words* are given, and of a view at its beginning."""
    found = []
    if text.startswith("It ", sentence.start) and (it := IT.match(text, sentence.start, sentence.end)):
        found.append((Span(*it.span("source")), Span(*it.span("cue"))))
    elif any(stem in words for stem in STEMS) and not VERBS.isdisjoint(words.split()):
        for verb in CUE.finditer(text, sentence.start, sentence.end):
            nearest = max(sentence.start, verb.start() - LOOK_BACK)
            source = SOURCE.search(text, nearest, verb.start()) or WHICH.search(text, nearest, verb.start())
            if source and not UNREAL.search(text, source.end("source"), verb.start()):
                found.append((Span(*source.span("source")), Span(*verb.span("cue"))))
                break
    if text.startswith(("In ", "in "), sentence.start) and (view := IN_VIEW.match(text, sentence.start, sentence.end)):
        found.append((Span(*view.span("source")), Span(*view.span("cue"))))
    return found


def _trailing(text: str, sentence: Span, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Read "…, figures from the council show"."""
    match = TRAILING.search(text, max(sentence.start, sentence.end - LOOK_BACK), sentence.end)
    return _document(text, match, trimmed(text, sentence.start, match.start()), quotations) if match else []


def _footage(text: str, sentence: Span, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Read "footage obtained by the Post shows the car on the kerb"."""
    match = FOOTAGE.search(text, sentence.start, sentence.end)
    return _document(text, match, trimmed(text, match.end(), sentence.end), quotations) if match else []


def _document(
    text: str, match: regex.Match[str], content: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> list[Attribution]:
    if not content or quotation_at(quotations, match.start()):
        return []
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    evidence = (Evidence("frames.document", cue, source.of(text)),)
    return [Attribution((source,), (cue,), content, construction="document", score=0.8, evidence=evidence)]


def _put_at(text: str, sentence: Span, quotations: tuple[Quotation, ...]) -> list[Attribution]:
    """Read "the navy put the number of missing at 52"."""
    match = PUT_AT.search(text, sentence.start, sentence.end)
    source = source_before(text, sentence.start, match.start()) if match else None
    if match is None or source is None or quotation_at(quotations, match.start()):
        return []
    cue = Span(*match.span("cue"))
    content = trimmed(text, *match.span("content"))
    evidence = (Evidence("frames.figure", cue, source.of(text)),)
    return [Attribution((source,), (cue,), content, construction="figure", score=0.8, evidence=evidence)]


def _attribution(text: str, sentence: Span, source: Span, cue: Span) -> Attribution | None:
    words = source.of(text)
    verb = cue.of(text).split()[-1]
    if STOP.search(words) or (verb in MEASURES and not POLL.search(words)) or NOT_SAID.match(text, cue.end):
        return None
    if verb in {"has", "have"} and not regex.match(r"\s\p{Lu}", text, pos=cue.end):
        return None
    content = trimmed(text, _content_start(text, source, cue), sentence.end)
    if not content:
        return None
    evidence = (Evidence("frames.document", cue, words),)
    construction = "it_document" if words == "It" else "document"
    return Attribution((source,), (cue,), content, construction=construction, score=0.8, evidence=evidence)


def _content_start(text: str, source: Span, cue: Span) -> int:
    if cue.start > source.start:
        return cue.end
    view = VIEW.match(text, source.end)
    return view.end() if view else source.end
