"""Outlets that are named by where they are found: a text goes in, the places of domains and URLs come out, and the mentions that they make."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.relations import Mention
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.places import Places
from citeaudit.patterns import pattern_of

ADDRESS = pattern_of(
    r"(?<![\w@.-])(?:https?://)?(?P<host>(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,12})(?![\w@-])(?:/[^\s<>\"”)\]]{0,300})?"
)


def with_addresses(
    mentions: tuple[Mention, ...], text: str, addresses: tuple[Span, ...], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return *mentions* with those by domain or URL; an address goes before the forms inside it, a longer form before the address."""
    found: list[Mention] = []
    for span in addresses:
        outlet = gazetteer.of_address(span.of(text))
        if outlet:
            evidence = Evidence("mentions.address", span, span.of(text))
            found.append(Mention(span, outlet.id, gazetteer.shown_as(outlet.id).name, evidence=(evidence,)))
    if not found:
        return mentions
    forms = Places(mention.span for mention in mentions)
    longer = [(mention, forms.touched_by(mention.span)) for mention in found]
    found = [mention for mention, form in longer if form is None or form == mention.span or not form.covers(mention.span)]
    taken = Places(mention.span for mention in found)
    free = [mention for mention in mentions if not taken.touched_by(mention.span)]
    return tuple(sorted(free + found, key=lambda mention: mention.span))


def find_addresses(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """
    Return the places of domains and URLs; only a full stop with letters right behind it can belong to one.

    Where the last part begins with a capital, two sentences are glued ("in Ohio.Biden said"), unless *gazetteer* lists the domain.
    """
    dot = text.find(".")
    while dot != -1:
        end = dot + 1
        if text[dot + 1 : dot + 3].isalpha() and text[dot - 1 : dot].isalnum():
            low = max(text.rfind(" ", max(0, dot - 80), dot) + 1, dot - 80, 0)
            for found in ADDRESS.finditer(text, low, min(len(text), dot + 300)):
                if found.start() <= dot < found.end():
                    address = found.group().rstrip(".,;:!?'’")
                    if not _is_glued(found["host"]) or gazetteer.of_address(address) is not None:
                        yield Span(found.start(), found.start() + len(address))
                    end = found.end()
        dot = text.find(".", end)


def _is_glued(host: str) -> bool:
    """Tell whether *host* is the end of one sentence and the beginning of the next: its last part has a capital, and the others have small letters."""
    return not host.rpartition(".")[2].islower() and not host.isupper()
