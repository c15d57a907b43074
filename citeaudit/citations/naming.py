"""Who a citation names: the words of an entry, a mark or a line and the addresses in it go in, the sources come out.

An outlet is told by its name or by its domain. Where a name and an address disagree the name stands, and rule CA402 complains
of the link. What is no outlet but has a name (an office, a report, a site) is a source all the same; "various sources" is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import regex

from citeaudit.citations.words import WordKind, lead, phrases_of
from citeaudit.lexicon.people import body_words
from citeaudit.model.relations import Role, Source, SourceType
from citeaudit.outlets.ambiguity import common_words
from citeaudit.outlets.gazetteer import Gazetteer, Outlet
from citeaudit.patterns import pattern_of
from citeaudit.sources.types import tell_type

URL = pattern_of(r"(?:https?://|www\.)[^\s<>\"”“|\]【】]+", regex.IGNORECASE)
TRAILING = ".,;:!?'’*_"
QUOTED = pattern_of(r"[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘’'\n]{8,}[’'](?!\w)")
STRONG = pattern_of(r"\s*[,;|·•/†()\[\]]\s*|\s+[–—-]+\s+|:\s+|(?<=[\p{Ll}\d)]{2})\.\s+|\.$")
JOINED = pattern_of(r"\s+(?:and|&)\s+")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\p{Ll}*\.?"
DATE = pattern_of(
    rf"(?:\p{{Lu}}\p{{Ll}}+day\s?)?(?:(?:{MONTH}\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s{MONTH})?(?:\s\d{{4}})?|{MONTH}(?:\s\d{{4}})?|\d{{4}}[a-d]?(?:[-./]\d{{1,2}}){{0,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}|n\.d)\.?|\p{{Lu}}\p{{Ll}}+day"
    r"|(?:accessed|retrieved|updated|published|pp?\.)\b.*|L?\d+(?:[-–]L?\d+)?|",
    regex.IGNORECASE,
)
HOST = pattern_of(r"(?:[\w-]{1,63}\.){1,5}\p{L}{2,12}")
EDITED = pattern_of(r"(?:et\sal\b|&)")
LONGEST_NAME = 8
"""No outlet's name has more words."""
LONGEST_SOURCE = 10
"""No name of another source has more words; longer is a title or a sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named: the *sources*, and how sure their names are: *is_clear* where none of them means anything else too."""

    sources: tuple[Source, ...]
    is_clear: bool = True


NOBODY = Named(())


def addresses_in(words: str) -> tuple[str, ...]:
    """Return the addresses that *words* hold, without the marks behind them."""
    found = []
    for match in URL.finditer(words):
        url = match.group().rstrip(TRAILING)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(TRAILING)
        found.append(url)
    return tuple(found)


def without_lead(words: str) -> str:
    """Return *words* without what leads to a name ("Source:", "via the")."""
    words = words.strip(" *_\"'")
    while match := lead().match(words):
        words = words[match.end() :]
    return words.strip(" *_:")


def name_entry(words: str, urls: tuple[str, ...], gazetteer: Gazetteer) -> Named:
    """Return who an entry of a list, or a footnote, names: one publication, wherever it stands among title, author and date."""
    urls = (*urls, *addresses_in(words))
    bare = without_lead(URL.sub(" ", words))
    linked = next((outlet for url in urls if (outlet := gazetteer.of_address(url))), None)
    named = [outlet for part in parts_of(QUOTED.sub(" , ", bare)) if (outlet := outlet_called(part, gazetteer, in_words=True))]
    if linked is not None:
        same = [outlet for outlet in named if gazetteer.top(outlet.id).id == gazetteer.top(linked.id).id]
        named = same or [outlet for outlet in named if is_clear(outlet.name, gazetteer)] or [linked]
    if named:
        return Named((_outlet(named[0]),))
    return _site(urls) if urls else _body(QUOTED.sub(" , ", bare))


def name_all(words: str, urls: tuple[str, ...], gazetteer: Gazetteer, *, is_asked: bool = False) -> Named:
    """
    Return all that a mark or a line names: "Reuters, BBC" are two.

    Every part must be an outlet, a date or an address, so that words that only hold a name are none. *is_asked*: a source is
    expected here for sure, so that what is no outlet but has a name counts too.
    """
    urls = (*urls, *addresses_in(words))
    bare = without_lead(URL.sub(" ", words))
    if bare.casefold().strip(".") in phrases_of(WordKind.NOBODY):
        return NOBODY
    found: dict[str, Outlet] = {}
    others = []
    for part in [] if bare.casefold() in phrases_of(WordKind.LINK) else parts_of(bare):
        outlet = outlet_called(part, gazetteer)
        if outlet is not None:
            found.setdefault(outlet.id, outlet)
        elif not DATE.fullmatch(part):
            joint = [outlet_called(piece, gazetteer) for piece in JOINED.split(part)]
            if len(joint) > 1 and all(joint):
                found.update({outlet.id: outlet for outlet in joint if outlet})
            else:
                others.append(part)
    if found and not others:
        clear = all(is_clear(part, gazetteer) for part in parts_of(bare) if not DATE.fullmatch(part))
        return Named(_side_by_side([_outlet(outlet) for outlet in found.values()]), is_clear=clear)
    if urls and (not others or is_asked):
        linked = dict.fromkeys(outlet for url in urls if (outlet := gazetteer.of_address(url)))
        if linked:
            return Named(_side_by_side([_outlet(outlet) for outlet in linked]))
        return _site(urls)
    if found and is_asked:
        return Named(_side_by_side([_outlet(outlet) for outlet in found.values()]))
    return _body(bare) if is_asked else NOBODY


def name_with_year(words: str) -> Named:
    """Return the body or the authors that a bracket with a year names: "European Commission, 2023", "Okoro et al., 2021"."""
    parts = parts_of(words)
    if len(parts) < 2 or not regex.fullmatch(r"\d{4}[a-d]?", parts[-1]):
        return NOBODY
    is_body = any(word.casefold().strip(".") in body_words() for word in parts[0].split())
    is_initials = regex.fullmatch(r"\p{Lu}{2,6}", parts[0]) is not None
    return _body(parts[0]) if is_body or is_initials or EDITED.search(words) else NOBODY


def parts_of(words: str) -> list[str]:
    """Return the parts of a citation between its commas, dashes and brackets."""
    return [part for piece in STRONG.split(words) if (part := piece.strip(" *_\"“”'‘’.:"))]


def outlet_called(part: str, gazetteer: Gazetteer, *, in_words: bool = False) -> Outlet | None:
    """Return the outlet that *part* is the name or the domain of; *in_words*: or that it begins with ("Reuters staff")."""
    words = part.split()
    if not words or len(words) > LONGEST_NAME + 2 * in_words:
        return None
    if HOST.fullmatch(part) and (outlet := gazetteer.of_address(part.lower())):
        return outlet
    if not any(character.isupper() for character in part) and not (in_words and part not in common_words()):
        return None
    if outlet := _called(part, gazetteer):
        return outlet
    if in_words:
        for length in range(len(words) - 1, 0, -1):
            name = " ".join(words[:length])
            if name.removeprefix("The ") in gazetteer.clear and (outlet := _called(name, gazetteer)):
                return outlet
    return None


def is_clear(part: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *part* means an outlet with nothing beside it: not "Nature" or "Outlook", which are words too."""
    bare = part.removeprefix("The ").removeprefix("the ")
    if bare in gazetteer.clear or HOST.fullmatch(part) or len(bare.split()) > 1:
        return True
    return part[:4] == "The " or bare.casefold() not in common_words()


def each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return *sources* in their order, each once: several marks or links may name the same one."""
    found: dict[tuple[str, str | None], Source] = {}
    for source in sources:
        found.setdefault((source.name, source.outlet), source)
    return tuple(found.values())


def _called(name: str, gazetteer: Gazetteer) -> Outlet | None:
    found = gazetteer.named(name)
    return found[0] if found else None


def _outlet(outlet: Outlet) -> Source:
    return Source(SourceType.OUTLET, outlet.name, outlet=outlet.id, role=Role.CITATION)


def _side_by_side(sources: list[Source]) -> tuple[Source, ...]:
    return tuple(replace(source, beside=place > 0) for place, source in enumerate(sources))


def _site(urls: tuple[str, ...]) -> Named:
    """Return the site that an address belongs to, as a document; a search or a platform is nobody's word."""
    for url in urls:
        host = (urlsplit(url if "://" in url else f"//{url}").hostname or "").removeprefix("www.")
        labels = host.split(".")
        if host and not any(".".join(labels[skipped:]) in phrases_of(WordKind.NOWHERE) for skipped in range(len(labels))):
            return Named((Source(SourceType.DOCUMENT, host),))
    return NOBODY


def _body(words: str) -> Named:
    """Return what has a name but is no outlet: "World Health Organization, 2024"."""
    for part in parts_of(without_lead(words)):
        if part.casefold() in phrases_of(WordKind.NOBODY):
            return NOBODY
        if DATE.fullmatch(part) or not part[:1].isupper() or len(part.split()) > LONGEST_SOURCE:
            continue
        return Named((Source(tell_type(part).type, part),))
    return NOBODY
