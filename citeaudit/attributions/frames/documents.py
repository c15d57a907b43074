"""What documents say of themselves: "a 2018 study found …", "the lawsuit alleges …", "the website lists …", "in its view, …".

Sentences and quotations go in, attributions come out. A document speaks by other verbs than a person does, and of things as
well as in clauses ("shows a fall of 4 percent"). Quiet where the document is only acted on ("the study was published").
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import manner_of, trimmed
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span

DOCUMENT = regex.compile(
    r"""
    (?<![\w’'-])(?P<source>
      (?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat|[Tt]hese|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Rr]ecent|\p{Lu}[\w’'.&-]*)\s)?   # A, The, Gallup
      (?:[\w’'.&-]+\s){0,5}?
      (?:[Pp]olls?|[Ss]urveys?|[Ss]tudy|[Ss]tudies|[Rr]eports?|[Aa]nalysis|[Rr]esearch|[Dd]ata|[Ff]igures|[Ss]tatistics|[Rr]ecords|[Dd]ocuments|[Ll]awsuit|[Cc]omplaint|[Ii]ndictment|
         [Aa]ffidavit|[Mm]emo|[Ll]etter|[Ww]ebsite|web\ssite|profile|filings?|audit|review|average|results)
    )
    (?:\s(?:last|this|on|from|in|released|published|seen|obtained)\s[^,.;:“”"]{2,40}?|,\s(?:released|published|conducted|which|seen|obtained|taken)\s[^;:.“”"]{2,90}?,)?
    \s(?P<cue>(?:(?:has|have|also|now|recently|previously)\s)?(?:put|puts|shows?|showed|found|finds|suggests?|suggested|indicates?|indicated|lists|listed|alleges|alleged|
         estimated|estimates|concluded|concludes|revealed|reveals|has|gave|gives))
    (?=\s(?:that\s|\p{L}|\d|£|\$|€))
    """,
    regex.VERBOSE,
)
IT = regex.compile(
    r"(?P<source>It)\s(?P<cue>(?:also\s|further\s|has\s)?(?:found|finds|lists|listed|shows|showed|suggests|suggested|concludes|concluded|warns|warned|alleges|alleged|estimates|estimated|revealed|reveals|put))(?=\s)"
)
"""A document that was named before; whether one was is settled with the references."""
MEASURES = frozenset(("has", "have", "gave", "gives", "put", "puts"))
POLL = regex.compile(r"(?:poll|survey|average|analysis|report|study|figures|estimate)s?$", regex.IGNORECASE)
NOT_SAID = regex.compile(r"\s(?:been|to\b|a\slink|rise\sto|way|up\b|himself|herself|itself)")
STOP = regex.compile(
    r"\b(?:said|says|told|that|who|which|and|but|when|if|because|while|after|before|is|are|was|were)\s", regex.IGNORECASE
)
IN_VIEW = regex.compile(
    r"(?<![\w’'-])(?P<cue>[Ii]n)\s(?P<source>(?:the\s)?(?:\p{L}[\w.’'-]*\s){0,3}?(?:\p{L}[\w-]*['’]s?|\p{L}[\w-]*s['’]|his|her|their))\s(?:view|opinion|minds?|eyes|telling|judgment|estimation|words|reckoning),?\s"
)


def find_documents(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what documents say in *text*, in order."""
    found = []
    for sentence in sentences:
        if sentence.kind is not SentenceKind.STATEMENT:
            continue
        for match in (
            IT.match(text, sentence.span.start, sentence.span.end)
            or DOCUMENT.search(text, sentence.span.start, sentence.span.end),
            IN_VIEW.match(text, sentence.span.start, sentence.span.end),
        ):
            if match is None or any(q.inner.start <= match.start() < q.inner.end for q in quotations):
                continue
            if attribution := _attribution(text, sentence.span, quotations, match):
                found.append(attribution)
    return tuple(found)


def _attribution(text: str, sentence: Span, quotations: tuple[Quotation, ...], match: regex.Match[str]) -> Attribution | None:
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    words = source.of(text)
    verb = cue.of(text).split()[-1]
    if STOP.search(words) or (verb in MEASURES and not POLL.search(words)) or NOT_SAID.match(text, cue.end):
        return None
    if verb in {"has", "have"} and not regex.match(r"\s\p{Lu}", text, pos=cue.end):
        return None
    content = trimmed(text, max(match.end(), cue.end), sentence.end)
    if not content:
        return None
    evidence = (Evidence("frames.document", cue, words),)
    return Attribution(
        (source,),
        (cue,),
        content,
        construction="it_document" if words == "It" else "document",
        manner=manner_of(content, quotations, text),
        score=0.8,
        evidence=evidence,
    )
