"""Which news outlets there are: tables go in; rows by id, forms by first word and addresses come out.

Why rows are made late: an article names a handful of the 6,700 outlets, so the table is split into lines and indexed on
loading, and a line becomes an `Outlet` when it is asked for. The shipped tables are checked by a test, private ones where
they come in (``citeaudit.outlets.tables``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from citeaudit.kept import keep, recall
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.phrases import PhraseIndex, index_phrases
from citeaudit.lexicon.tables import shipped_folder
from citeaudit.outlets.context import usual_outlets, words_of
from citeaudit.outlets.not_outlets import listed_phrases
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.tables import PROGRAMME, read_private_rows
from citeaudit.outlets.unknown import outlet_nouns, paper_words

MOST_DOTS = 3
"""A domain of so many dots is a page of a house, not the house: "a.b.c.com"."""
LEAST_LABEL = 6
"""The first label of a domain that is shorter is too common to tell an account by: "press.co.nz"."""
KEPT = "forms_of_outlets"
"""By what name the forms of the shipped outlets are kept: to make them takes five times as long as to take them up again."""

Forms = tuple[dict[str, tuple[str, ...]], frozenset[str], PhraseIndex]
"""The outlets that own each form, the clear forms, and the index of all."""


@attrs.frozen
class Outlet:
    """
    One row of the gazetteer.

    *aliases* are forms that name only this outlet, *ambiguous_aliases* need evidence; all stand without the English
    article. *takes_article* is "yes" (the Guardian), "no" (CNN) or "either". *parent* is the id of the outlet that this
    one is a part or an edition of. *state* is the code of the country that runs the outlet, None if no state does.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous_aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str
    country: str
    language: str
    takes_article: str
    parent: str | None
    wikidata: str | None
    state: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Return all the forms that it is written in, unambiguous ones first."""
        return self.aliases + self.ambiguous_aliases

    @property
    def bare_name(self) -> str:
        """Return the name without its leading "The" and without the bracket that tells namesakes apart."""
        return self.name.removeprefix("The ").partition(" (")[0]


class _Rows(Mapping[str, Outlet]):
    """Outlets by id, each made from its line when it is first asked for."""

    def __init__(self, lines: dict[str, str], states: dict[str, str]) -> None:
        self._lines = lines
        self._states = states
        self._made: dict[str, Outlet] = {}

    def __getitem__(self, outlet_id: str) -> Outlet:
        found = self._made.get(outlet_id)
        if found is None:
            cells = self._lines[outlet_id].split("\t")
            clear, ambiguous, domains = (tuple(cell.split("|")) if cell else () for cell in cells[2:5])
            kind, country, language, article, parent, wikidata = cells[5:11]
            found = Outlet(
                outlet_id, cells[1], clear, ambiguous, domains, kind, country, language, article,
                parent or None, wikidata or None, self._states.get(outlet_id),
            )  # fmt: skip
            self._made[outlet_id] = found
        return found

    def with_parent(self) -> Iterator[Outlet]:
        """Return the outlets that are a part or an edition of another; no others are made."""
        return (self[outlet_id] for outlet_id, line in self._lines.items() if line.split("\t", 10)[9])

    def domains(self) -> Iterator[tuple[str, str]]:
        """Return each domain with the id of its outlet; no outlet is made for that."""
        for outlet_id, line in self._lines.items():
            if domains := line.split("\t", 5)[4]:
                for domain in domains.split("|"):
                    yield domain, outlet_id

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, outlet_id: object) -> bool:
        return outlet_id in self._lines


@attrs.frozen(eq=False)
class Gazetteer:
    """
    The outlets that an audit knows.

    *owners* gives for each written form the ids of the outlets that it may stand for; the *clear* forms name one outlet
    without further evidence. *searched* indexes
    the forms together with the listed phrases that only look like one and with the
    *loose* words that an outlet's name or a reference to it may hang on. *private* are the lines of the private tables, in the order in which they were added.
    """

    outlets: _Rows = attrs.field(repr=False)
    owners: dict[str, tuple[str, ...]] = attrs.field(repr=False)
    clear: frozenset[str] = attrs.field(repr=False)
    searched: PhraseIndex = attrs.field(repr=False)
    loose: frozenset[str] = attrs.field(repr=False)
    private: tuple[str, ...] = ()
    _domains: dict[str, str] = attrs.field(factory=dict, repr=False)
    _folded: dict[str, tuple[str, ...]] = attrs.field(factory=dict, repr=False)
    _capitals: dict[str, str] = attrs.field(factory=dict, repr=False)
    _accounts: dict[str, str] = attrs.field(factory=dict, repr=False)
    _families: dict[str, set[str]] = attrs.field(factory=dict, repr=False)

    @classmethod
    def default(cls) -> Gazetteer:
        """Return the gazetteer that ships with the package; it is loaded once, on first use."""
        return _build(())

    def extended(self, path: Path | str) -> Gazetteer:
        """
        Return a gazetteer that also knows the outlets of the private table at *path*.

        The table has the columns of the shipped one (`source` may be missing). A row whose id is known already replaces
        that outlet. A clear form of a private row is taken at its word, even where the shipped table calls it ambiguous.

        :raises ConfigError: naming every bad row with its line, what is wrong and what to do.
        """
        rows = read_private_rows(Path(path), self.outlets)
        return _build(self.private + tuple(rows))

    def top(self, outlet_id: str) -> Outlet:
        """Return the outlet at the top of *outlet_id*'s parents, the house: a programme's network, a Sunday title's daily."""
        return self._line(outlet_id)[-1]

    def family(self, outlet_id: str) -> frozenset[str]:
        """Return the ids of all outlets of one house with *outlet_id*: its parents, its programmes, its sister titles."""
        if not self._families:
            for outlet in self.outlets.with_parent():
                self._families.setdefault(self.top(outlet.id).id, set()).add(outlet.id)
        house = self.top(outlet_id).id
        return frozenset((house, *self._families.get(house, ())))

    def shown_as(self, outlet_id: str) -> Outlet:
        """Return the outlet that a report names for *outlet_id*: itself, or for a programme whoever makes it."""
        outlet = self.outlets[outlet_id]
        return self.shown_as(outlet.parent) if outlet.parent and outlet.kind == PROGRAMME else outlet

    def state_of(self, outlet_id: str) -> str | None:
        """Return the code of the country whose state runs the outlet or its parent, None if no state does."""
        return next((outlet.state for outlet in self._line(outlet_id) if outlet.state), None)

    def _line(self, outlet_id: str) -> list[Outlet]:
        """Return the outlet, its parent and so on to the top; a private table may have made a circle, which is left where it closes."""
        line = [self.outlets[outlet_id]]
        seen = {outlet_id}
        while (parent := line[-1].parent) and parent not in seen:
            seen.add(parent)
            line.append(self.outlets[parent])
        return line

    def of_address(self, address: str) -> Outlet | None:
        """
        Return the outlet whose domain *address* (a domain or a URL) belongs to, None if no outlet's.

        A path that is a section of its own ("law.com/texaslawyer") goes before its host, a host before its parent domain.
        """
        domains = self._domains or self._fill_domains()
        rest = address.partition("://")[2] or address
        host, _, path = rest.partition("/")
        host = host.lower().partition(":")[0].rstrip(".").removeprefix("www.")
        path = path.partition("?")[0].partition("#")[0]
        labels = host.split(".")
        # A host has a handful of labels and a section one or two steps; anything longer is no outlet's address.
        for skipped in range(min(len(labels) - 1, 6)):
            domain = ".".join(labels[skipped:])
            for steps in (2, 1):
                section = "/".join(path.split("/", steps)[:steps])
                if section and f"{domain}/{section}" in domains:
                    return self.outlets[domains[f"{domain}/{section}"]]
            if domain in domains:
                return self.outlets[domains[domain]]
        return None

    def named(self, name: str) -> tuple[Outlet, ...]:
        """
        Return the outlets that *name* (an id, a name, a form, with or without "The", in any case) may stand for, best first.

        One that bears the name in full goes before those of which it is a short form.
        """
        if name in self.outlets:
            return (self.outlets[name],)
        full = " ".join(name.split())
        bare = full[4:] if full[:4].lower() == "the " else full
        ids = (
            self.owners.get(bare)
            or self.owners.get(full)
            or self._ids_in_any_case(bare)
            or self.owners.get(bare.partition(" (")[0], ())
        )
        found = [self.outlets[outlet_id] for outlet_id in ids]
        exact = [
            outlet for outlet in found if outlet.name.casefold() in (full.casefold(), bare.casefold(), f"the {bare}".casefold())
        ]
        return tuple(exact + [outlet for outlet in found if outlet not in exact])

    def _ids_in_any_case(self, form: str) -> tuple[str, ...]:
        if not self._folded:
            folded: dict[str, tuple[str, ...]] = {}
            for other, ids in self.owners.items():
                folded.setdefault(other.casefold(), ids)
            self._folded.update(folded)  # at once: another thread must not find it half filled
        return self._folded.get(form.casefold(), ())

    def in_capitals(self, words: str) -> str | None:
        """Return the clear form of several words that *words* spell in capitals ("THE WEEKLY STANDARD"), None if there is none."""
        if not self._capitals:
            # In order, and a form that is in capitals itself last, so that it stands for itself: sets have none.
            forms = sorted((form for form in self.clear if " " in form), key=lambda form: (form.isupper(), form))
            self._capitals.update((form.upper(), form) for form in forms)
        return self._capitals.get(words)

    def of_handle(self, handle: str) -> str | None:
        """
        Return the id of the outlet that a *handle* without its sign spells, in any case: its name or its domain, and a tail if any.

        So "AFP", "SkyNewsBreak", "cnnbrk", "nytimes", "guardian", "AP_Politics".
        """
        accounts = self._accounts or self._fill_accounts()
        whole = _squeezed(handle)
        for tail in ("", *sorted(forms_of("handle_tail"), key=len, reverse=True)):
            if whole.endswith(tail):
                outlet = accounts.get(whole[: len(whole) - len(tail)])
                if outlet:
                    return outlet
        return None

    def _fill_accounts(self) -> dict[str, str]:
        """Return what an account of each outlet may be called: a clear form in one word, or the first label of a domain, the usual one's if it is several's."""
        labels: dict[str, set[str]] = {}
        for domain, outlet in self.outlets.domains():
            if "/" not in domain and domain.count(".") < MOST_DOTS:
                labels.setdefault(_squeezed(domain.partition(".")[0]), set()).add(outlet)
        names = {label: next(iter(ids)) for label, ids in labels.items() if len(ids) == 1 and len(label) >= LEAST_LABEL}
        for form, outlet in usual_outlets().items():
            name = _squeezed(form)
            if outlet in labels.get(f"the{name}", ()):
                names[name] = names[f"the{name}"] = outlet
            elif outlet in labels.get(name, ()):
                names[name] = outlet
        names.update(
            {f"the{_squeezed(form)}": ids[0] for form, ids in self.owners.items() if len(ids) == 1 and form not in self.clear}
        )
        for form in sorted(self.clear):
            name = _squeezed(form)
            names[name] = names[f"the{name}"] = self.owners[form][0]
        self._accounts.update(names)  # at once: another thread must not find it half filled
        return self._accounts

    def _fill_domains(self) -> dict[str, str]:
        # Filled at once: another thread must not find it half filled.
        self._domains.update(dict(self.outlets.domains()))
        return self._domains

    def __reduce__(self) -> tuple[Any, ...]:
        # A worker process builds its own from the shipped tables: quicker than to send 14,000 forms.
        return (_build, (self.private,))


@cache
def _build(private: tuple[str, ...]) -> Gazetteer:
    folder = shipped_folder("citeaudit.outlets")
    table = folder.joinpath("outlets.tsv").read_bytes()
    states = dict(line.split("\t") for line in folder.joinpath("state_media.tsv").read_text(encoding="utf-8").split("\n")[1:-1])
    by_id = {line[: line.index("\t")]: line for line in (*table.decode().replace("\r\n", "\n").split("\n")[1:-1], *private)}
    loose = frozenset(kind_nouns().keys() | paper_words() | outlet_nouns() | set(words_of("apposed_noun")))
    others = listed_phrases().keys() | loose
    made_of = hashlib.sha256(table + "\n".join(sorted(others)).encode()).digest()
    forms = None if private else recall(KEPT, made_of)
    if forms is None:
        forms = _forms(by_id, private, others)
        if not private:
            keep(KEPT, made_of, forms)
    owners, clear, searched = forms
    return Gazetteer(_Rows(by_id, states), owners, clear, searched, loose, private)


def _forms(by_id: dict[str, str], private: tuple[str, ...], others: AbstractSet[str]) -> Forms:
    """Return the forms of the rows in *by_id*: their owners, the clear ones, and the index of all together with the phrases *others*."""
    owners: dict[str, tuple[str, ...]] = {}
    clear: list[str] = []
    for outlet_id, line in by_id.items():
        cells = line.split("\t", 4)
        if cells[2]:
            forms = cells[2].split("|")
            clear += forms
            for form in forms:
                owners[form] = (outlet_id,)
        if cells[3]:
            for form in cells[3].split("|"):
                owners[form] = (*owners[form], outlet_id) if form in owners else (outlet_id,)
    for line in private:
        for form in filter(None, line.split("\t", 4)[2].split("|")):
            owners[form] = (line[: line.index("\t")],)
    # A private table may make a clear form of the shipped one ambiguous.
    return owners, frozenset(form for form in clear if len(owners[form]) == 1), index_phrases(owners.keys() | others)


def _squeezed(name: str) -> str:
    """Return *name* as an account may be called: "The New York Times" is "thenewyorktimes", "AP_Politics" is "appolitics"."""
    folded = name.casefold().replace(" ", "")
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
