"""Which outlet an ambiguous form stands for: the form and what is around it go in, an outlet, a doubt or nothing comes out.

Two questions, in this order. *Is an outlet named here at all?* "Time reported" is, "Time passed" is not; where neither the
words beside it nor the article's other names say so, the form is left alone. *Which one?* The one that the article spells
out in full, else the publisher's own title, else a namesake of the publisher's country, else the usual one
(``data/usual.tsv``) or the only one there is; else none: the name is reported as ambiguous, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from citeaudit.lexicon.tables import shipped_table
from citeaudit.model.articles import Article
from citeaudit.model.spans import Span
from citeaudit.outlets.context import Context, usual_outlets, words_of
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.not_outlets import belongs_to_longer_name
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.publishers import publisher_of
from citeaudit.outlets.tables import KINDS

MOST_INITIALS = 5
WEAK = "hears at most"
"""What a doubtful name is that may only be told something: "told the Herald", but no "the Herald said"."""
POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my"))


@cache
def common_words() -> frozenset[str]:
    """Return the words that are common in lower case."""
    return frozenset(shipped_table("citeaudit.outlets", "common_words.txt").read_text(encoding="utf-8").split())


@dataclass(slots=True)
class Known:
    """
    What an article has told so far; it is filled while the article is read from front to end, and lives no longer than that.

    The outlets named in full with their places, the persons, the publisher's own titles, and the initials that it explains
    ("the Namibian Broadcasting Corporation (NBC)": an outlet's id, None for any other body).
    """

    gazetteer: Gazetteer
    publisher: tuple[str, ...] = ()
    country: str = ""
    full: dict[str, list[Span]] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    persons: set[str] = field(default_factory=set)
    initials: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, gazetteer: Gazetteer) -> Known:
        """Return what the article's metadata tell."""
        own = publisher_of(article, gazetteer)
        return cls(gazetteer, (own.id, gazetteer.top(own.id).id) if own else (), own.country if own else "")

    def owners_of(self, form: str) -> tuple[str, ...]:
        """Return the outlets that may be called *form*, papers named so far whose names end in it too: "the Globe" in the Calder Globe."""
        owners = self.gazetteer.owners[form]
        named = (self.gazetteer.outlets[owner] for owner in dict.fromkeys((*self.publisher, *self.full)) if owner not in owners)
        return (*owners, *(paper.id for paper in named if paper.takes_article == "yes" and paper.name.endswith(f" {form}")))

    def only_bearer(self, form: str, owners: tuple[str, ...], country: str) -> str | None:
        """Return the only one of *owners* in *country* whose name *form* is; American papers of one name are too many for a table."""
        outlets = self.gazetteer.outlets
        there = [
            owner
            for owner in owners
            if outlets[owner].country == country and form in (outlets[owner].bare_name, outlets[owner].name)
        ]
        return there[0] if len(there) == 1 and (country != "US" or form not in words_of("paper_tail")) else None


class Name(NamedTuple):
    """
    An ambiguous form where it stands: its owners and the words around it.

    *is_start*: a capital says nothing here, since a sentence begins or a heading has capitals throughout.
    """

    form: str
    owners: tuple[str, ...]
    context: Context
    is_start: bool = False

    @property
    def is_common(self) -> bool:
        """Tell whether the form is a common word in lower case."""
        return self.form.lower() in common_words()

    @property
    def is_shouted(self) -> bool:
        """Tell whether the text prints it in capitals, as papers print their own name: "The PUNCH"."""
        return not self.form.isupper() and self.context.is_in_capitals

    @property
    def is_bare_start(self) -> bool:
        """Tell whether it is a common word that begins a sentence without an article ("Exit polls")."""
        return self.is_start and self.is_common and not self.context.article

    @property
    def is_initials(self) -> bool:
        """Tell whether it is an abbreviation, which drops the article of the full name: "told PTI"."""
        return self.form.isupper() and self.form.isalpha() and len(self.form) <= MOST_INITIALS

    @property
    def is_capital_the(self) -> bool:
        """Tell whether a capital article inside the sentence makes it a title: "told The Hindu"."""
        return self.context.article == "The" and not self.is_start

    @property
    def is_shared_title(self) -> bool:
        """Tell whether it is printed as an outlet's name, whichever of several: "in The Times", "aired by NTV", "told the Chronicle"."""
        is_paper = self.context.article.lower() == "the" and self.form in words_of("paper_tail")
        return self.is_capital_the or self.is_initials or is_paper or self.is_paper_by_form

    @property
    def is_paper_by_form(self) -> bool:
        """Tell whether nothing but a paper is called so, with an article or without: "told Daily Post"."""
        first, _, rest = self.form.partition(" ")
        return bool(rest) and first in words_of("paper_head")

    @property
    def is_attributive(self) -> bool:
        """Tell whether a noun, journalist or second outlet leans on it ("Times reporter"), so that any article may stand before it."""
        return bool(self.context.after or self.context.staff)


class Choice(NamedTuple):
    """An outlet (None where the form stays ambiguous), the step that chose it, what it saw, and the full name it follows."""

    outlet: str | None
    step: str
    detail: str
    antecedent: Span | None = None


def choose(name: Name, known: Known) -> Choice | None:
    """Return which of its owners *name* stands for, or None where it names no outlet."""
    if _is_part_of_more(name, known):
        return None
    why = "credit" if name.context.is_credit_line else _why_an_outlet(name, known)
    if not why or (name.form in known.persons and not name.context.is_strong):
        return None
    return _which(name, known, why)


def suppose(name: Name, known: Known) -> Choice | None:
    """
    Return which of its owners *name* would stand for where a construction wants an outlet, or None where it cannot be one.

    Nothing beside the name needs to tell an outlet, but nothing may speak against one: a person of that name, a common word
    that begins the sentence, an article that the outlet does not take.
    """
    context, form = name.context, name.form
    article = context.article.lower()
    usual = usual_outlets().get(form)
    # Senator Hale "(Independent)" is of no party, a claim "(the Independent)" the paper's.
    is_fitting = article == "the" or (context.is_in_brackets and form not in words_of("status"))
    if (
        form in known.persons
        or context.other
        or (form in words_of("body") and (not is_fitting or usual not in name.owners))
        or article in ("a", "an")
        or article in POSSESSIVES
        or (name.is_start and name.is_common and not article and not context.kind)
        or (_is_part_of_more(name, known) and not ((" " in form or usual) and not context.title and not context.previous))
    ):
        return None
    bearers = (usual,) if usual in name.owners else name.owners[:12]
    takes = [known.gazetteer.outlets[owner].takes_article for owner in bearers]
    if article == "the":
        fits = not _mostly_bare(takes)
    else:
        fits = takes.count("yes") * 2 <= len(takes) or name.is_initials or context.is_in_brackets or name.is_paper_by_form
    if not fits or (form in words_of("proper") and article != "the"):
        return None
    # "The Texan added": one word with an article is rather a person, unless it hears.
    is_usual = usual and form not in words_of("status")
    is_named = any(owner in known.full for owner in name.owners)
    is_weak = (
        article == "the" and " " not in form and not (is_named or is_usual or name.is_initials or context.kind or name.is_shouted)
    )
    choice = _which(name, known, WEAK if is_weak else "")
    if choice is None and len(name.owners) > 1 and name.is_shared_title:
        is_open = name.is_capital_the or name.is_initials
        return Choice(None, "mentions.ambiguous", f"{form} may be {len(name.owners)} outlets" if is_open else WEAK)
    return choice


def choose_joined(name: Name, known: Known, country: str) -> str | None:
    """Return which of its owners *name* stands for beside an outlet of *country*, None if it may be several."""
    bearer = known.only_bearer(name.form, name.owners, country)
    choice = None if bearer else _which(name, known, "joined")
    return bearer or (choice.outlet if choice else None)


def _is_part_of_more(name: Name, known: Known) -> bool:
    """Tell whether *name* is a part of a longer name, a person with a title, or the title of a work; a person is remembered."""
    context, form = name.context, name.form
    if context.work:
        return True
    longer = belongs_to_longer_name(context, is_ambiguous=True)
    if (longer and not _stands_alone(longer, name, known)) or context.title:
        if form.isalpha() and (context.title or longer == context.previous) and form not in known.gazetteer.loose:
            known.persons.add(form)
        return True
    return False


def _stands_alone(longer: str, name: Name, known: Known) -> bool:
    """Tell whether what is joined to the name leaves it a name: "Joe Klein of Time wrote", "Slate and Time"."""
    other, _, link = longer.rpartition(" ")
    if link in ("and", "&"):
        return other in known.gazetteer.owners
    return link == "of" and (name.context.is_by_verb or any(owner in known.full for owner in name.owners))


def _why_an_outlet(name: Name, known: Known) -> str:
    """Return the words that tell that an outlet is named at all, empty if none do."""
    context = name.context
    article = context.article.lower()
    usual = usual_outlets().get(name.form)
    bearers = (usual,) if usual in name.owners else name.owners[:12]
    takes = [known.gazetteer.outlets[owner].takes_article for owner in bearers]
    if name.form in words_of("proper"):
        # Places, peoples and persons are outlets only where a noun says so, or a capital article and a cue.
        # In an Australian paper "The Australian revealed" is a rival, not a man.
        is_rival = context.breaks_news and any(known.gazetteer.outlets[owner].country == known.country for owner in name.owners)
        is_title = article == "the" and "yes" in takes and (name.is_capital_the or context.reports or is_rival)
        return context.kind or (context.cue if is_title else "")
    if article in ("a", "an") and not context.has_noun and not context.staff:
        return ""
    if article in POSSESSIVES and not context.staff:
        return ""
    if article == "the" and _mostly_bare(takes) and name.is_common and not (name.is_attributive or context.topic):
        return ""
    is_led = article == "the" or name.context.of_country
    fits = is_led or takes.count("yes") * 2 <= len(takes) or name.is_attributive or name.is_initials
    if any(owner in known.full or owner in known.publisher for owner in name.owners):
        return _why_the_same(name) if fits else ""
    if " " in name.form and name.form in usual_outlets():
        # "ABC News" is always an outlet; the question is only which.
        return context.cue or name.form
    if name.form in words_of("body"):
        # "A Republican poll", "People said": what persons and bodies are called needs a verb of publication and a capital that tells.
        is_usual = usual in name.owners and article == "the" and "yes" in takes
        is_told = context.is_told and (is_usual or (takes.count("yes") == 0 and not article))
        is_never_body = usual in name.owners and name.form in words_of("never_body")
        is_staff = usual in name.owners and article in ("a", "an")  # "a Guardian reporter"
        speaks = (is_usual or is_staff) and is_never_body and not (context.says_of_somebody and name.form in words_of("status"))
        if is_never_body and (beside := (context.staff if speaks else "") or (context.cue if context.has_noun else "")):
            return beside  # "the Guardian columnist", "a Guardian investigation found"
        return context.cue if (context.is_by_verb or is_told or speaks) and fits and not (name.is_start and not article) else ""
    if (
        context.cue
        and fits
        and (context.is_strong or _takes_weak_cue(name) or _speaks_at_start(name))
        and (not name.is_bare_start or context.is_by_verb or context.is_published or _speaks_at_start(name))
    ):
        return context.cue
    return context.staff or _why_without_cue(name, known)


def _mostly_bare(takes: list[str]) -> bool:
    """Tell whether most of those that bear a name go without an article: "the Reason" is none of them, "the Herald" may be any."""
    return takes.count("no") * 2 > len(takes)


def _speaks_at_start(name: Name) -> bool:
    """Tell whether a common word says something as the first of a sentence, which no thing does: "Wired warned", not "Science says"."""
    return name.context.says and name.form not in words_of("personified")


def _why_the_same(name: Name) -> str:
    """Return what tells that an outlet is meant which the article or its publisher has named: a capital may be enough."""
    context = name.context
    why = context.cue or context.staff or context.topic
    return why if why or (name.is_common and name.is_start) else f"{context.article} {name.form}".strip()


def _takes_weak_cue(name: Name) -> bool:
    """Tell whether "said" or "told" is enough: not for a common word that begins a sentence ("Reason told him")."""
    return not name.is_bare_start


def _why_without_cue(name: Name, known: Known) -> str:
    """Return the capital article ("The Hill") or the "on" of a channel that names an outlet without any cue."""
    outlet = known.gazetteer.outlets[name.owners[0]]
    if name.context.article == "The" and not name.is_start and outlet.takes_article == "yes" and not name.context.is_quoted:
        return f"The {name.form}"
    is_channel = outlet.kind in ("broadcaster", "programme") and not name.context.article
    return "on" if name.context.is_on_air and is_channel and (not name.is_common or name.form in usual_outlets()) else ""


def _which(name: Name, known: Known, why: str) -> Choice | None:
    """Return the outlet that *name* stands for; with outlet None if it may be several; None if it is no outlet's after all."""
    owners = name.owners
    named = [owner for owner in owners if owner in known.full]
    if named:
        nearest = max(named, key=lambda owner: known.full[owner][-1])
        return Choice(nearest, "mentions.full_name", why, known.full[nearest][-1])
    coming = [owner for owner in owners if owner in known.later]
    if len(coming) == 1:
        return Choice(coming[0], "mentions.full_name", f"{why}; spelled out further down")
    own = [owner for owner in known.publisher if owner in owners]
    if own:
        return Choice(own[0], "mentions.publisher", why)
    return _which_by_fame(name, known, why)


def _of_the_country(form: str, owners: list[str], gazetteer: Gazetteer) -> str:
    """Return which of several *owners* of one country *form* is: the usual one, the one of just that name, or its daily: "the UK's Express"."""
    usual = usual_outlets().get(form)
    if usual in owners:
        return usual
    called = {owner: gazetteer.outlets[owner].bare_name for owner in owners}
    for name in (form, f"Daily {form}"):
        bearers = [owner for owner in owners if called[owner] == name]
        if bearers:
            return bearers[0] if len(bearers) == 1 else ""
    return ""


def _which_by_fame(name: Name, known: Known, why: str) -> Choice | None:
    form, owners, outlets = name.form, name.owners, known.gazetteer.outlets
    namesakes = [owner for owner in owners if form in (outlets[owner].bare_name, outlets[owner].name)]
    if len(owners) > 1:
        # The American papers of one name are too many for the publisher's country to tell.
        bearers = owners if form.isupper() else namesakes
        for country, bearing in ((name.context.country, owners), (known.country if known.country != "US" else "", bearers)):
            there = [owner for owner in bearing if country and outlets[owner].country == country]
            bearer = there[0] if len(there) == 1 else _of_the_country(form, there, known.gazetteer)
            if bearer:
                return Choice(bearer, "mentions.country", f"{why}; {country}")
        noun = name.context.kind.lower()
        kinds = {noun} if noun in KINDS else kind_nouns()[noun].kinds if noun in kind_nouns() else frozenset()
        of_kind = [owner for owner in namesakes if outlets[owner].kind in kinds]
        if len(of_kind) == 1:
            return Choice(of_kind[0], "mentions.context", name.context.kind)
    if form in usual_outlets():
        return Choice(usual_outlets()[form], "mentions.context", why)
    if len(owners) == 1:
        # A single common word that is only a short name ("the Call" for Roll Call) means nothing without the full name, unless it reports.
        is_telling = namesakes or not name.is_common or (name.context.reports and not name.is_start)
        return Choice(owners[0], "mentions.context", why) if is_telling else None
    if not name.context.cue or (
        name.context.article not in ("the", "The") and not name.context.is_strong and len(owners) > len(namesakes)
    ):
        return None
    return Choice(None, "mentions.ambiguous", f"{form} may be {len(owners)} outlets")
