"""Chains, once every link is known: who hands on what somebody says stands behind them in it."""

from __future__ import annotations

from itertools import accumulate

from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Source, SourceType


def join_chains(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* with the chains of those around them put behind their own."""
    joined = []
    for number, attribution in enumerate(attributions):
        if attribution.within is None and len(attribution.chain) <= 1:
            joined.append(attribution)
            continue
        chain = list(attribution.chain)
        seen = {number}
        outer = attribution.within
        while outer is not None and outer not in seen:
            seen.add(outer)
            if attributions[outer].level is Level.REPORT:
                chain.extend(attributions[outer].chain)
            outer = attributions[outer].within
        whole = _unique(chain)
        joined.append(attribution if whole == attribution.chain else replace(attribution, chain=whole))
    return tuple(joined)


def _unique(chain: list[Source]) -> tuple[Source, ...]:
    """Return *chain* with each name at its last step alone; what stood beside one that goes stands beside nobody."""
    if len({(link.type, link.name, link.outlet) for link in chain}) == len(chain):
        return tuple(chain)
    steps = list(accumulate(not link.beside for link in chain))
    kept: dict[tuple[SourceType, str, str | None], tuple[Source, int]] = {}
    for link, step in zip(reversed(chain), reversed(steps), strict=True):
        key = (link.type, link.name, link.outlet)
        kept[key] = (link, kept[key][1] if key in kept else step)
    links = [*kept.values()][::-1]
    before = [0, *(step for _, step in links)]
    return tuple(
        link if link.beside == (step == last) else replace(link, beside=step == last)
        for (link, step), last in zip(links, before, strict=False)
    )
