"""The shipped tables of outlets: what each row must hold, so that loading need not check it."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files

import pytest
import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.outlets.ambiguity import common_words
from citeaudit.outlets.context import Context, country_words, usual_outlets
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.tables import ARTICLES, COLUMNS, DOMAIN, KINDS, SLUG

ROWS = [
    dict(zip(COLUMNS, cells, strict=True)) for cells in read_table(shipped_table("citeaudit.outlets", "outlets.tsv"), COLUMNS)
]
IDS = {row["id"] for row in ROWS}
FORMS = [
    (row["id"], column, form)
    for row in ROWS
    for column in ("aliases", "ambiguous_aliases")
    for form in row[column].split("|")
    if form
]

# Forms that differ from another row's form in a hyphen alone, and are told apart in print.
TOLD_APART = {"star tribune", "express news"}


def folded(form):
    """Return *form* as a reader hears it: without case, hyphens and the shape of its apostrophe."""
    return regex.sub(r"[\s-]+", " ", form.replace("’", "'").casefold())


def bad(check):
    """Return the ids of the rows that *check* says are bad."""
    return [row["id"] for row in ROWS if check(row)]


def test_rows_stand_by_id_each_once():
    """Two people's additions merge without noise, and no id is used twice."""
    ids = [row["id"] for row in ROWS]
    assert ids == sorted(ids)
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert bad(lambda row: not SLUG.fullmatch(row["id"])) == []


def test_cells_hold_what_their_columns_promise():
    """Kinds, countries, languages, articles, domains and Wikidata ids have their shapes; nothing is padded."""
    assert bad(lambda row: row["kind"] not in KINDS) == []
    assert bad(lambda row: row["takes_article"] not in ARTICLES) == []
    assert (
        bad(lambda row: not regex.fullmatch("[A-Z]{2}", row["country"]) or not regex.fullmatch("[a-z]{2}", row["language"])) == []
    )
    assert bad(lambda row: row["wikidata"] and not regex.fullmatch("Q[1-9][0-9]*", row["wikidata"])) == []
    assert bad(lambda row: not row["source"]) == []
    assert bad(lambda row: any(cell != cell.strip() or "  " in cell for cell in row.values())) == []
    assert bad(lambda row: not all(DOMAIN.fullmatch(domain) for domain in row["domains"].split("|") if domain)) == []


def test_a_domain_belongs_to_one_row():
    """An address never has to choose."""
    domains = Counter(domain for row in ROWS for domain in row["domains"].split("|") if domain)

    assert [domain for domain, count in domains.items() if count > 1] == []


def test_parents_are_rows_and_do_not_go_round():
    """A programme rolls up to its network in a few steps."""
    parents = {row["id"]: row["parent"] for row in ROWS}
    assert [name for name, parent in parents.items() if parent and (parent not in parents or parent == name)] == []
    for name in parents:
        steps, above = 0, name
        while parents[above]:
            above, steps = parents[above], steps + 1
            assert steps < 10, name


def test_a_form_of_two_rows_is_ambiguous_in_both():
    """A reader of articles never chooses by the order of rows, whatever the case, apostrophe or hyphen."""
    owners = defaultdict(set)
    for row_id, _, form in FORMS:
        owners[folded(form)].add(row_id)
    clashes = [
        form
        for row_id, column, form in FORMS
        if column == "aliases" and len(owners[folded(form)]) > 1 and folded(form) not in TOLD_APART
    ]

    assert clashes == []


def test_a_common_word_is_ambiguous():
    """A single word that is common in lower case is a word before it is a name; only the capitals of AP tell."""
    words = [
        form
        for _, column, form in FORMS
        if column == "aliases" and regex.fullmatch("[A-Za-z]+", form) and form.lower() in common_words()
    ]

    assert set(words) <= {"AP"}


def test_every_row_can_be_found_by_its_name():
    """The name without article and bracket is among the forms, or some longer form is."""
    assert bad(lambda row: not row["aliases"] and not row["ambiguous_aliases"]) == []
    for row in ROWS:
        forms = row["aliases"].split("|") + row["ambiguous_aliases"].split("|")
        bare = regex.sub(r"\s*\([^)]*\)$", "", row["name"]).removeprefix("The ")
        assert bare in forms or row["name"].endswith(")"), row["id"]


def test_apostrophes_come_in_both_shapes():
    """Harper's is found as Harper’s."""
    by_row = defaultdict(set)
    for row_id, _, form in FORMS:
        by_row[row_id].add(form)
    missing = [
        form
        for row_id, _, form in FORMS
        if form.replace("'", "’") not in by_row[row_id] or form.replace("’", "'") not in by_row[row_id]
    ]

    assert missing == []


def test_state_media_are_outlets_each_once():
    """The list of outlets that a state runs points at rows and is sorted."""
    rows = read_table(shipped_table("citeaudit.outlets", "state_media.tsv"), ("outlet_id", "country"))

    assert rows == sorted(rows)
    assert [row for row in rows if row[0] not in IDS or not regex.fullmatch("[A-Z]{2}", row[1])] == []
    assert len({row[0] for row in rows}) == len(rows)


def test_phrases_that_are_no_outlets_are_no_forms():
    """A phrase and a form never compete for the same words."""
    rows = read_table(shipped_table("citeaudit.outlets", "not_outlets.tsv"), ("form", "reason", "example"))
    forms = {form for _, _, form in FORMS}
    order = list(dict.fromkeys(row[1] for row in rows))

    assert [row[0] for row in rows if row[0] in forms or not row[2]] == []
    assert [name for name, count in Counter(row[0] for row in rows).items() if count > 1] == []
    assert rows == sorted(rows, key=lambda row: (order.index(row[1]), row[0].casefold()))


def test_common_words_are_lower_case():
    """The word list holds lower-case words, each once."""
    words = files("citeaudit.outlets").joinpath("data", "common_words.txt").read_text(encoding="utf-8").split()

    assert len(set(words)) == len(words)
    assert all(word == word.lower() for word in words)


def test_usual_outlets_own_their_forms():
    """A form stands for an outlet by default only if it is one of its forms."""
    gazetteer = Gazetteer.default()

    assert [form for form, outlet in usual_outlets().items() if outlet not in gazetteer.owners[form]] == []


def test_country_words_name_countries_that_have_outlets():
    """A word of a country has its code, and its example holds it."""
    countries = {row["country"] for row in ROWS}
    rows = read_table(shipped_table("citeaudit.outlets", "country_words.tsv"), ("word", "country", "example"))

    assert set(country_words().values()) <= countries
    assert [word for word, _, example in rows if word not in example] == []


READ_BY = {
    "reports": "after",
    "says": "after",
    "publication_noun": "after",
    "kind_after": "kind",
    "kind_before": "kind",
    "strong_before": "before",
    "weak_before": "before",
    "inverted_strong": "before",
    "inverted_weak": "before",
    "staff": "staff",
    "topic_after": "topic",
    "topic_before": "topic",
    "other_body": "next",
    "other_kind": "other",
    "title": "title",
    "work": "work",
}
CONTEXT_ROWS = read_table(shipped_table("citeaudit.outlets", "context.tsv"), ("group", "word", "example"))


@pytest.mark.parametrize("group", sorted(READ_BY))
def test_every_context_word_is_read_in_its_example(group):
    """Each word of a group is seen beside the name in its own example."""
    missed = []
    for _, word, example in (row for row in CONTEXT_ROWS if row[0] == group):
        start = example.index("Fox" if group == "title" else "Gazette")
        end = start + (3 if group == "title" else 7)
        if not getattr(Context(example, start, end, 0, len(example)), READ_BY[group]):
            missed.append(word)

    assert missed == []


def test_context_groups_are_read():
    """No group of the table lies idle; the rest are lists of names."""
    assert {row[0] for row in CONTEXT_ROWS} == READ_BY.keys() | {
        "affiliate",
        "air_tail",
        "apposed_noun",
        "body",
        "coined_plain",
        "coined_tail",
        "kind_of_anybody",
        "kind_trait",
        "named_kind",
        "never_body",
        "no_first_word",
        "no_station",
        "personified",
        "platform",
        "press_plural",
        "press_trade",
        "proper",
        "status",
        "paper_head",
        "paper_tail",
        "outlet_noun",
        "journal_word",
        "kind_plural",
        "programme_word",
        "second_tail",
        "section",
        "site_before",
        "site_noun",
    }
    assert sorted(CONTEXT_ROWS, key=lambda row: row[0]) == CONTEXT_ROWS
