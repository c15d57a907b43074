"""Which outlet published an article: its metadata and the gazetteer go in, an outlet or nothing comes out."""

from __future__ import annotations

from citeaudit.model.articles import Article
from citeaudit.outlets.context import usual_outlets
from citeaudit.outlets.gazetteer import Gazetteer, Outlet


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
    return by_address or (gazetteer.outlets[usual] if usual and usual in gazetteer.outlets else None)
