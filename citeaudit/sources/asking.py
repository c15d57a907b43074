"""Who only asks: a source goes in, the same, or the bare pronoun that means another than who asked, comes out: "Asked by Roe whether …, | he | replied"."""

from __future__ import annotations

from citeaudit.lexicon.classes import classes_by_form, forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Source
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import Scene
from citeaudit.sources.types import PRONOUNS

ASKED_BY = pattern_of(
    r"(?:^|[.!?”\"]\s|\n)(?:However, |But |And )?(?:When )?(?P<cue>\p{Lu}\p{Ll}+ed)\s(?:[^,.;“”\"\n]{0,60}\s)?by\s(?:[^,.;“”\"\n]{0,40}\s)?$"
)
"""How a sentence begins that first tells who asks: "Asked on Friday by | Roe"."""
LONGEST_LEAD = 200
ASKING = frozenset(("ask", "medium", "piece"))
"""What stands behind a name that is not who speaks: a verb of asking, or the show that bears it."""
LONGEST_WORD = 24


def asks(attribution: Attribution, text: str) -> bool:
    """Tell whether the cue of *attribution* has a verb of asking: "tried to | ask"."""
    return any(not forms_of("ask").isdisjoint(cue.of(text).lower().split()) for cue in attribution.cue)


def _is_asking(text: str, name: Span, pronoun: Span) -> bool:
    """Tell whether the sentence of the *pronoun* opens with a *name* that only asks: "Questioned by | Roe | about the money, | she | replied"."""
    if not 0 <= pronoun.start - name.end <= LONGEST_LEAD or any(mark in text[name.end : pronoun.start] for mark in ".!?\n"):
        return False
    lead = ASKED_BY.search(text, max(0, name.start - LONGEST_LEAD), name.start)
    return lead is not None and lead["cue"].lower() in forms_of("ask")


def not_who_asks(link: Source, attribution: Attribution, scene: Scene) -> Source:
    """Return *link*, or the bare pronoun where its antecedent only asks, or lends a show its name: "Asked by N whether …, | he | replied"."""
    at = link.antecedent
    if at is None or link.span is None:
        return link
    if attribution.setting:
        if not attribution.setting[0].covers(at):
            return link
    elif not _is_asking(scene.text, at, link.span):
        return link
    word = link.span.of(scene.text)
    behind = scene.text[at.end : at.end + LONGEST_WORD].split()
    is_asking = bool(behind) and bool(ASKING.intersection(classes_by_form().get(behind[0].strip(",").lower(), ())))
    if word.casefold() not in PRONOUNS or not (is_asking or scene.text.endswith(("by ", "By "), 0, at.start)):
        return link
    return replace(link, name=word, antecedent=None, is_resolved=False, evidence=(Evidence("references.asks", at, word),))
