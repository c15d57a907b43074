"""Which outlet published an article: its metadata and the gazetteer go in, an outlet or nothing comes out."""

from __future__ import annotations

from citeaudit.model.articles import Article
from citeaudit.outlets.context import country_words, seats, usual_outlets
from citeaudit.outlets.gazetteer import Gazetteer, Outlet
from citeaudit.patterns import pattern_of

SEATED = pattern_of(r"\s*+([^()\[\]]*[^()\[\]\s])\s*+[(\[]([^()\[\]]+)[)\]]\s*+")
"""A name with its seat, as databases write it: "The Guardian(London)", "The Sun (Lowell, Massachusetts)"."""


def publisher_of(article: Article, gazetteer: Gazetteer) -> Outlet | None:
    """Return the outlet that published *article*, as its publisher's name or its address tells; None if that is unclear."""
    name = article.publisher or ""
    found = gazetteer.named(name) or gazetteer.named(name.removesuffix(" News")) if name else ()
    if found and (len(found) == 1 or found[0].name.casefold().removeprefix("the ") == name.casefold().removeprefix("the ")):
        return found[0]
    by_address = (gazetteer.of_address(article.url) if article.url else None) or (
        gazetteer.of_address(name) if "." in name else None
    )
    usual = usual_outlets().get(name.removeprefix("The "))
    return by_address or _seated(name, gazetteer) or (gazetteer.outlets[usual] if usual and usual in gazetteer.outlets else None)


def _seated(name: str, gazetteer: Gazetteer) -> Outlet | None:
    """Return the outlet that *name* tells by its seat, in the place or, if it bears the name in full, in the country; else None."""
    found = SEATED.fullmatch(name)
    if not found:
        return None
    places = [place.strip() for place in found[2].split(",")]
    known = gazetteer.named(found[1])
    here = [outlet for outlet in known if any(outlet.name.casefold().endswith(f" ({place.casefold()})") for place in places)]
    if not here:
        countries = {country for place in places if (country := _country_of(place))}
        full = found[1].casefold().removeprefix("the ")
        here = [outlet for outlet in known if outlet.bare_name.casefold() == full and {outlet.country} == countries]
    return here[0] if len(here) == 1 else None


def _country_of(place: str) -> str | None:
    forms = (place, place.title())
    return next((known[form] for known in (seats(), country_words()) for form in forms if form in known), None)
