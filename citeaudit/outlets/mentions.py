"""Where a text names outlets: an article, its sentences and the gazetteer go in, mentions come out in order.

Forms and the phrases that look like them are found in one scan, the longest first. An unambiguous form is a mention as it
stands; an ambiguous one is decided by what is around it (``ambiguity``). What a mention rests on is its evidence, first the
step that decided it:

- ``mentions.form``: an unambiguous form; ``mentions.address``: a domain or URL;
- ``mentions.context``, ``mentions.full_name``, ``mentions.publisher``, ``mentions.country``: an ambiguous form, by the words
  beside it, the full name in the article (the antecedent), the publisher's own title, the publisher's country;
- ``mentions.ambiguous``: a short name that may be several outlets and is spelled out nowhere: outlet None (rule CA303);
- ``mentions.unknown``: named like an outlet, and not in the gazetteer: outlet None, name as written (rule CA304);
- ``mentions.reference``: a noun that refers back ("the newspaper"), with its antecedent; without one, outlet None (CA302).

- ``mentions.construction``: a doubtful name that stands where a construction wants an outlet.

A second piece of evidence may follow, for the constructions to heed:

- ``mentions.topic``: the outlet is spoken of, not cited ("sued CNN", "the Times building", "a former Fox News host", a
  photo credit): **no source**, whatever verb stands near;
- ``mentions.staff``: a journalist's noun follows ("CNN anchor", "Times columnist"): the person speaks, so that the outlet is a
  link (role journalist) at most. Where no name and reporting verb follow, it is a ``mentions.topic`` instead.

Spans leave out the article ("the"), the possessive and quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from citeaudit.lexicon.phrases import find_phrases
from citeaudit.lexicon.worded import worded
from citeaudit.model.articles import Article
from citeaudit.model.making import replace
from citeaudit.model.relations import Mention, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.addresses import find_addresses, with_addresses
from citeaudit.outlets.ambiguity import WEAK, Choice, Known, Name, choose, common_words, suppose
from citeaudit.outlets.cited_forms import CHANNEL, PROGRAMME, cited_forms, find_channels
from citeaudit.outlets.context import Context
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.joined import with_joined, with_unlisted_beside
from citeaudit.outlets.kind_lists import ONE_OF_A_KIND, names_behind_kinds
from citeaudit.outlets.not_outlets import PERSON, belongs_to_longer_name, is_first_name, listed_phrases
from citeaudit.outlets.nouns import kind_noun
from citeaudit.outlets.own_names import as_publisher, find_initials, find_own_names, find_own_unlisted, find_shortened
from citeaudit.outlets.places import Places
from citeaudit.outlets.programmes import listed_show, of_host, told_shows
from citeaudit.outlets.references import find_own, find_references
from citeaudit.outlets.unknown import (
    COINED_INSIDE,
    coined_names,
    find_unknown,
    is_of_anybody,
    longer_title,
    may_be_a_name,
    name_with_tail,
    paper_words,
    suppose_unknown,
)
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import POSSESSIVE_S

CAPITALS = pattern_of(r"\p{Lu}[\p{Lu}’'.&-](?<![\w@#.-]..)[\p{Lu}’'.&-]*+(?<next>\s\p{Lu}[\p{Lu}’'.&-]++)*+(?<more>[\w-])?")
CAPITAL_WORD = pattern_of(r"\p{Lu}[\p{Lu}’'&-]*")
SHOUTED = pattern_of(r"\p{Lu}\p{Lu}(?<![\w@#.-]..)\p{Lu}{2,}(?:\s\p{Lu}{3,}){0,3}(?![\w-])")
TOLD_BEFORE = worded(r"(?r)(?<!\w)@told_before\s")
"""Behind these one word in capitals may be an outlet that is printed so: "told TIME"."""
HANDLE = pattern_of(r"(?<![\w@.])@(\w{2,30})")
MOST_CAPITALS = 5
"""A run of words in capitals, a single one too, so that none is begun in twice; and the most of them that an outlet's name has."""
CANDIDATE = "mentions.candidate"
"""The evidence of a name that is a mention only if a construction confirms it."""
SIGNS = frozenset("@#")
"""A name right behind one of these is part of a handle or a tag."""
BY_FAME = frozenset(("mentions.ambiguous", "mentions.context", "mentions.country"))
REPORTS_SAY = worded(r"\sreports\s(?:\p{Ll}+ly\s|also\s|then\s|now\s)?@reports_do\b")
"""Behind an adjective that is an outlet's name too, "reports" is the noun if a verb follows it: "Local reports said"."""
PARTISANS = frozenset(("Republican", "Democrat", "American", "Conservative"))
"""Last words of papers' names that are also what a person is called."""
OPENING = pattern_of(r"[\W_]*(?:[Tt]he\s+)?")
SPEECH_VERBS = "(?:@staff_speech|@told_along)"
HEARS_BEFORE = worded(
    r"(?r)(?:[(\[](?:[Vv]ia\s|[Ss]ource:\s)?|(?<!\w)(?:to|with|(?:@tell|@asks|@quote|@hedge)(?:\sby)?)\s)(?:[Tt]he\s)?"
)
"""Behind these a journalist is told something, or credited in brackets: "said to | BBC correspondent Jane Roe", "(via | …)"."""
LONGEST_CREDIT = len("(source: the ")
SPEECH = worded(rf"(?<!\w){SPEECH_VERBS}(?!\w)")
REPORTS_BEHIND = worded(
    r"\s[\p{Ll}\s-]{2,40}\s(?:\p{Lu}[\p{L}.’'-]+\s){1,3}(?:has\s|had\s|also\s|first\s|can\s)*(?:@report|@quote|@broke)\b"
)
"""A journalist who reports in other words: "BBC | correspondent Jane Roe has learned"."""
SPEECH_BEFORE = worded(rf"(?r)(?<!\w){SPEECH_VERBS}\s(?:the\s)?")


def find_candidates(
    article: Article, sentences: tuple[Sentence, ...], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions of outlets in *article*, and the names that would be mentions if a construction wants an outlet there."""
    text = article.text
    known = Known.of(article, gazetteer)
    hits = [
        hit
        for hit in find_phrases(text, gazetteer.searched)
        if text[hit[0] - 1 : hit[0]] not in SIGNS and not _is_numbered(text, hit)
    ]
    hits = [_with_news(text, hit, gazetteer) for hit in _with_capitals(text, hits, gazetteer)]
    known.later = frozenset(gazetteer.owners[form][0] for _, _, form in hits if form in gazetteer.clear)
    starts = [sentence.span.start for sentence in sentences]
    mentions: list[Mention] = []
    doubtful: list[tuple[Name, Span]] = []
    longer_names: list[Span] = []
    phrases: list[Span] = []
    loose: list[tuple[int, int, str]] = []
    for start, end, form in hits:
        span = Span(start, end)
        if form in gazetteer.owners:
            at = bisect_right(starts, start) - 1
            if form.isupper() and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
                _learn_initials(form, start, text, mentions, known)
            sentence = sentences[at] if at >= 0 else Sentence(Span(0, len(text)))
            name = _name(form, span, text, sentence, gazetteer)
            mention = _in_full(_mention(name, span, text, sentence, known), form, text) or _with_account(
                form, span, text, gazetteer
            )
            if mention:
                mentions.append(mention)
            elif form not in gazetteer.clear and form not in known.initials:
                doubtful.append((name, span))
            if mention is None and (longer := _longer_name(form, span, text)):
                longer_names.append(longer)
        elif form in listed_phrases():
            phrases.append(span)
            if listed_phrases()[form] == PERSON:
                known.persons.add(form.rpartition(" ")[2])
        if form in gazetteer.loose:
            loose.append((start, end, form))
    doubtful += _shouted(text, sentences, starts, gazetteer)
    shows = told_shows(doubtful, text, known)
    addresses = tuple(find_addresses(text, gazetteer))
    found = with_addresses(
        with_joined(in_order_of_text(tuple(mentions), shows), doubtful, text, known), text, addresses, gazetteer
    )
    found = in_order_of_text(found, tuple(find_shortened(found, text, gazetteer)))
    channels = find_channels(text)
    listed = tuple(names_behind_kinds(text))
    cited = (*cited_forms(text, channels, addresses), *((name, ONE_OF_A_KIND) for name, is_sure in listed if is_sure))
    unknown = find_unknown(text, loose, Places([*phrases, *(mention.span for mention in found)]), cited)
    ends = {mention.span.end: mention for mention in found}
    named = _spelled_alike([of_host(span, detail, text, ends) or _by_form(span, detail, text, known) for span, detail in unknown])
    found = _with_unknown(found, named, text, gazetteer)
    found = _with_references(found, loose, article, known)
    supposed = in_order_of_text(_supposed(doubtful, found, known), _by_handle(text, gazetteer))
    found, supposed = (as_publisher(named, article, known.publisher) for named in (found, supposed))
    taken = Places([*phrases, *(mention.span for mention in (*found, *supposed))])
    sites = [site for site in addresses if "/" not in site.of(text) and gazetteer.of_address(site.of(text)) is None]
    found, unlisted = with_unlisted_beside(
        found,
        _unlisted(
            text,
            loose,
            longer_names,
            [*channels, *sites, *coined_names(text), *(name for name, is_sure in listed if not is_sure)],
            taken,
        ),
        text,
        known,
    )
    return found, in_order_of_text(supposed, unlisted)


def _with_references(
    found: tuple[Mention, ...], loose: list[tuple[int, int, str]], article: Article, known: Known
) -> tuple[Mention, ...]:
    """Return the mentions *found* with those that refer back to them, and those of the publisher by what it calls itself."""
    text, gazetteer = article.text, known.gazetteer
    nouns = [Span(start, end) for start, end, form in loose if kind_noun(form)]
    again = find_references(text, nouns, found, gazetteer, known.publisher)
    own = find_own(text, gazetteer, known.publisher) if known.publisher else find_own_unlisted(article, nouns)
    found = tuple(sorted((*found, *again, *own), key=lambda mention: mention.span))
    taken = Places(mention.span for mention in found)
    more = (*find_own_names(article, gazetteer, known.publisher), *find_initials(found, text, gazetteer))
    named = {mention.span: mention for mention in more if not taken.touched_by(mention.span)}
    return in_order_of_text(found, tuple(named.values()))


def in_order_of_text(mentions: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return *mentions* and *more* of them as one, in order of the text."""
    return tuple(sorted((*mentions, *more), key=lambda mention: mention.span)) if more else mentions


def _supposed(doubtful: list[tuple[Name, Span]], mentions: tuple[Mention, ...], known: Known) -> tuple[Mention, ...]:
    """Return the *doubtful* names that may be outlets where a construction wants one."""
    if not doubtful:
        return ()
    taken = Places(mention.span for mention in mentions)
    supposed = []
    for name, span in doubtful:
        choice = None if taken.touched_by(span) else suppose(name, known)
        is_open = choice is not None and choice.step == "mentions.ambiguous" and name.is_shared_title
        if choice is not None and (choice.outlet or " " in name.form or is_open):
            shown = known.gazetteer.shown_as(choice.outlet).name if choice.outlet else name.form
            evidence = (
                Evidence(CANDIDATE, span, choice.detail),
                *((Evidence(choice.step, span, choice.detail),) if is_open else ()),
            )
            supposed.append(Mention(span, choice.outlet, shown, choice.antecedent, evidence))
    return tuple(supposed)


def _is_numbered(text: str, hit: tuple[int, int, str]) -> bool:
    """Tell whether the number of a station stands behind the network of *hit*, so that the station is meant: "NBC | 6", "FOX | 9"."""
    start, end, _ = hit
    if not any(character.isdigit() for character in text[end : end + 2]):
        return False
    station = CHANNEL.match(text, start)
    return station is not None and station.end() > end


def _with_news(text: str, hit: tuple[int, int, str], gazetteer: Gazetteer) -> tuple[int, int, str]:
    """Return *hit* with the "news" behind it that belongs to its name in lower case: "CBS news reported"."""
    start, end, form = hit
    named = f"{form} News"
    if text.startswith(" news", end) and named in gazetteer.owners and not text[end + len(" news") :][:1].isalnum():
        return start, end + len(" news"), named
    return hit


def _longer_name(form: str, span: Span, text: str) -> Span | None:
    """
    Return the longer name that a paper's name at *span* is the end of, None if it stands alone: "the Calder | Morning Star".

    "The Ohio Democrat said" is a person's word as a rule; the paper of such a name is taken where it *reported* something.
    Behind a country's genitive a listed name of several words may be that country's own paper: "Nigeria's | Morning Herald".
    """
    last = form.rpartition(" ")[2]
    if last not in paper_words() or last in PARTISANS:
        return None
    longer = name_with_tail(text, span.start, span.end)
    if longer is None:
        return None
    before = text[longer.start : span.start].strip()
    return longer if (may_be_a_name(before) if before else " " in form) else None


def _shouted(text: str, sentences: tuple[Sentence, ...], starts: list[int], gazetteer: Gazetteer) -> list[tuple[Name, Span]]:
    """Return the doubtful names that are printed in capitals: "told The PUNCH", "told DAILY POST"."""
    found = []
    for match in SHOUTED.finditer(text):
        form = match.group().title()
        is_bare = " " not in form and text[match.start() - 4 : match.start() - 1].lower() != "the"
        is_heard = text.startswith((" reports", " reported"), match.end()) or TOLD_BEFORE.match(text, 0, match.start())
        if is_bare and not is_heard:
            continue  # "the PUNCH said", "PUNCH reports", "told PUNCH", but no "PUNCH said"
        if form in gazetteer.owners and form not in gazetteer.clear:
            at = bisect_right(starts, match.start()) - 1
            span = Span(*match.span())
            found.append((_name(form, span, text, sentences[max(at, 0)], gazetteer), span))
    return found


def _by_handle(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the handles that spell an outlet's name, alone or with a tail: "@AFP", "@SkyNewsBreak", "@cnnbrk"."""
    found = []
    for match in HANDLE.finditer(text):
        outlet = gazetteer.of_handle(match.group(1))
        if outlet:
            span = Span(*match.span())
            found.append(
                Mention(span, outlet, gazetteer.shown_as(outlet).name, None, (Evidence(CANDIDATE, span, match.group()),))
            )
    return tuple(found)


def _with_account(form: str, span: Span, text: str, gazetteer: Gazetteer) -> Mention | None:
    """Return the mention of a doubtful name whose own account stands in brackets behind it: "Daily Star (@Daily_Star)"."""
    if not text.startswith(" (@", span.end) or (
        text[max(0, span.start - 2) : span.start - 1].isalpha() and not text.endswith("The ", 0, span.start)
    ):
        return None  # "Jo | Star (@star)" is another name
    account = HANDLE.match(text, span.end + len(" ("))
    if account is None or account.group(1).replace("_", "").lower() != form.replace(" ", "").lower():
        return None
    outlet = gazetteer.of_handle(account.group(1)) or gazetteer.named(form)[0].id
    evidence = Evidence("mentions.address", span, account.group())
    return Mention(span, outlet, gazetteer.shown_as(outlet).name, evidence=(evidence,))


def _unlisted(
    text: str, loose: list[tuple[int, int, str]], longer_names: list[Span], sites: list[Span], taken: Places
) -> tuple[Mention, ...]:
    """Return the names, and the *sites* and stations, that no table lists and that are built like an outlet's, for constructions to confirm."""
    longer = [span for span in longer_names if not taken.touched_by(span)]
    named = Places(longer)
    spans = [*longer, *(span for span in suppose_unknown(text, loose, taken) if not named.touched_by(span))]
    spans += [site for site in sites if not taken.touched_by(site)]
    return tuple(
        Mention(
            span,
            None,
            " ".join(span.of(text).split()),
            evidence=(
                Evidence(CANDIDATE, span, WEAK if is_of_anybody(text, span.end) else "unlisted"),
                Evidence("mentions.unknown", span, "wanted by a construction"),
            ),
        )
        for span in sorted(set(spans))
    )


def _name(form: str, span: Span, text: str, sentence: Sentence, gazetteer: Gazetteer) -> Name:
    """Return the ambiguous *form* where it stands."""
    low, high = sentence.span.start, max(sentence.span.end, span.end)
    is_start = span.start - low < 16 and OPENING.fullmatch(text, low, span.start) is not None
    context = Context(text, span.start, span.end, low, high)
    return Name(form, gazetteer.owners[form], context, is_start or sentence.kind is SentenceKind.HEADING)


def _with_capitals(text: str, hits: list[tuple[int, int, str]], gazetteer: Gazetteer) -> list[tuple[int, int, str]]:
    """Return *hits* with the names that a paper prints in capitals ("PREMIUM TIMES reported"), each as its form of the table."""
    found: list[tuple[int, int, str]] = []
    known: Places | None = None
    for run in CAPITALS.finditer(text):
        if run["more"] or not run["next"]:
            continue
        known = known or Places(Span(start, end) for start, end, _ in hits)
        words = [Span(*word.span()) for word in CAPITAL_WORD.finditer(text, *run.span())]
        first = 0
        while first < len(words) - 1:
            for last in range(min(len(words), first + MOST_CAPITALS) - 1, first, -1):
                span = Span(words[first].start, words[last].end)
                longer = known.touched_by(span)
                if (longer is None or span.covers(longer)) and (form := gazetteer.in_capitals(span.of(text))):
                    found.append((span.start, span.end, form))
                    first = last
                    break
            first += 1
    if not found:
        return hits
    taken = Places(Span(start, end) for start, end, _ in found)
    return sorted([*(hit for hit in hits if not taken.touched_by(Span(hit[0], hit[1]))), *found])


def _in_full(mention: Mention | None, form: str, text: str) -> Mention | None:
    """Return *mention*, if its *form* is a short name of several outlets, as the longer name that it ends, which no table lists: "the Calder | Tribune"."""
    longer = _longer_name(form, mention.span, text) if mention and mention.outlet is None else None
    if mention is None or longer is None or longer == mention.span:
        return mention
    evidence = (Evidence("mentions.unknown", longer, mention.evidence[0].detail), *mention.evidence[1:])
    return replace(mention, span=longer, name=" ".join(longer.of(text).split()), evidence=evidence)


def _learn_initials(form: str, start: int, text: str, mentions: list[Mention], known: Known) -> None:
    """Learn what *form*, in brackets at *start*, is short for: the outlet named right before, or a body with these initials."""
    if mentions and mentions[-1].outlet and mentions[-1].span.end == start - 2:
        known.initials.setdefault(form, mentions[-1].outlet)
        return
    names = regex.findall(r"\p{Lu}\w*", text[max(0, start - 90) : start])[-len(form) :]
    if "".join(name[0] for name in names) == form and text[start - 3 : start - 2].islower():
        known.initials.setdefault(form, None)


def _mention(name: Name, span: Span, text: str, sentence: Sentence, known: Known) -> Mention | None:
    """Return the mention by *name* at *span*, None if it names no outlet there."""
    gazetteer = known.gazetteer
    low, high = sentence.span.start, max(sentence.span.end, span.end)
    form, owners, context = name.form, name.owners, name.context
    choice: Choice | None
    if form in known.initials:
        outlet = known.initials[form]
        if outlet is None:
            return None
        choice = Choice(outlet, "mentions.full_name", "initials", known.full[outlet][0])
    elif form in gazetteer.clear:
        takes_article = gazetteer.outlets[owners[0]].takes_article
        if belongs_to_longer_name(context, is_ambiguous=False) or context.other or _is_a_person(form, context, takes_article):
            return None
        is_bare = not form[0].islower()  # "the journal Nature | Astronomy" is of its house
        if is_bare and (longer := longer_title(gazetteer.outlets[owners[0]].kind, span, text)):
            evidence = Evidence("mentions.unknown", longer, f"longer than {form}")
            return Mention(longer, None, " ".join(longer.of(text).split()), evidence=(evidence,))
        choice = Choice(owners[0], "mentions.form", form)
    elif " " not in form and not context.article and form.lower() in common_words() and REPORTS_SAY.match(text, span.end, high):
        return None
    else:
        choice = choose(name._replace(owners=known.owners_of(form)), known)
    if choice is None:
        return None
    if choice.outlet:
        known.full.setdefault(choice.outlet, []).append(span)
    shown = gazetteer.shown_as(choice.outlet).name if choice.outlet else form
    mention = Mention(span, choice.outlet, shown, choice.antecedent, (Evidence(choice.step, span, choice.detail),))
    return _with_use(mention, text, context, low, high)


def _is_a_person(form: str, context: Context, takes_article: str) -> bool:
    """Tell whether a paper's name is what a person is called here: "an Iowa Republican said", "Jane's house", "Dorothy Poynter"."""
    if form.endswith(POSSESSIVE_S) and " " not in form:
        return not context.cue
    if form[1:].islower() and not context.article and is_first_name(context):
        return True
    if takes_article == "no":
        return False  # "told Scientific American" lacks no article
    return form.rpartition(" ")[2] in PARTISANS and context.article.lower() != "the" and not context.is_by_verb


def _with_use(mention: Mention, text: str, context: Context, low: int, high: int) -> Mention:
    """Return *mention* with evidence of a use that is no citation: the outlet as topic, or a journalist as speaker."""
    span = mention.span
    step = detail = ""
    speaks = context.staff and (
        context.before
        or HEARS_BEFORE.match(text, max(low, span.start - LONGEST_CREDIT), span.start)
        or REPORTS_BEHIND.match(text, span.end, min(high, span.end + 100))
        or SPEECH.search(text, span.end, min(high, span.end + 200))
        or SPEECH_BEFORE.match(text, max(low, span.start - 30), span.start)
    )
    if context.staff and (context.topic or not speaks):
        step, detail = "mentions.topic", context.staff
    elif context.staff:
        step, detail = "mentions.staff", context.staff
    elif context.topic and not (
        context.topic.startswith(("appear", "air", "broadcast on")) and SPEECH.search(text, low, min(high, low + 1000))
    ):
        step, detail = "mentions.topic", context.topic
    elif (text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] in (")", "/")) or text.startswith(
        " Photo", span.end
    ):
        step, detail = "mentions.topic", "credit"
    return replace(mention, evidence=(*mention.evidence, Evidence(step, span, detail))) if step else mention


def _with_unknown(mentions: tuple[Mention, ...], unknown: list[Mention], text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return *mentions* with the *unknown* ones, of outlets that only their form tells, and the short names that follow them."""
    if not unknown:
        return mentions
    short = {mention.name.rpartition(" ")[2]: mention for mention in reversed(unknown) if mention.outlet is None}
    followed = [
        _after_unknown(mention, short[mention.span.of(text)]) if mention.span.of(text) in short else mention
        for mention in mentions
    ]
    again = _shortened({last: full for last, full in short.items() if last not in gazetteer.owners}, text)
    taken = Places(mention.span for mention in (*mentions, *unknown))
    shortened = [mention for mention in again if not taken.touched_by(mention.span)]
    return tuple(sorted((*followed, *unknown, *shortened), key=lambda mention: mention.span))


def _shortened(short: dict[str, Mention], text: str) -> Iterator[Mention]:
    """Return the places of a last word that no listed outlet is called by: "the Anzeiger" behind "the Nordbacher Anzeiger"."""
    for last, full in short.items():
        if " " not in full.name or last.rpartition("-")[2] not in paper_words():
            continue
        for match in regex.finditer(rf"(?<![\w-])[Tt]he\s(?P<last>{regex.escape(last)})(?![\w-])", text, pos=full.span.end):
            span = Span(*match.span("last"))
            yield Mention(span, None, full.name, full.span, (Evidence("mentions.unknown", full.span, f"short for {full.name}"),))


def _by_form(span: Span, detail: str, text: str, known: Known) -> Mention:
    """Return the mention of an outlet that its form tells; it may be known by another spelling ("News Busters"), or by a title that others bear ("The View")."""
    gazetteer = known.gazetteer
    name = " ".join(span.of(text).split())
    show = listed_show(name, known) if detail == PROGRAMME else None
    named = (show,) if show else gazetteer.named(name.replace(" ", "") if " " in name else name)
    if len(named) == 1:
        shown = gazetteer.shown_as(named[0].id).name
        return Mention(span, named[0].id, shown, evidence=(Evidence("mentions.context", span, detail),))
    return Mention(span, None, name, evidence=(Evidence("mentions.unknown", span, detail),))


def _spelled_alike(named: list[Mention]) -> list[Mention]:
    """Return *named* with each name in one word as it is written where its role tells it: "Quaywatchweb" as "QuayWatchWeb"."""
    coined = {mention.name.casefold(): mention.name for mention in named if mention.evidence[0].detail == COINED_INSIDE}
    if not coined:
        return named
    return [replace(mention, name=coined.get(mention.name.casefold(), mention.name)) for mention in named]


def _after_unknown(mention: Mention, full: Mention) -> Mention:
    """Return *mention* ("the Gazette") as one of the unknown outlet that was named in *full* before, if nothing better is known."""
    if mention.evidence[0].step not in BY_FAME or mention.span < full.span:
        return mention
    evidence = Evidence("mentions.unknown", full.span, f"short for {full.name}")
    return replace(mention, outlet=None, name=full.name, antecedent=full.span, evidence=(evidence, *mention.evidence[1:]))
