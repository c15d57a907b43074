"""The page in a browser, as a reader has it: with a mouse, a keyboard or a screen reader, on a telephone, in the dark, on paper, without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import citeaudit
from citeaudit.writers.html.pages import corpus_page_of, page_of

pytestmark = pytest.mark.heavy

ROOT = Path(__file__).parents[2]
HARBOUR = (ROOT / "docs/examples/harbour.txt").read_text(encoding="utf-8")
HOSTILE = (
    "</p></article></section><script>alert(1)</script><img src=https://example.org/x onerror=alert(2)>"
    "<iframe src='javascript:alert(3)'></iframe><base href=https://example.org/><meta http-equiv=refresh content='0;url=https://example.org'>\r\n\r\n"
    "\"'`><svg/onload=alert(4)> [click](javascript:alert(5)) said Ana Ruiz, {{ 7*7 }} {% raw %} &lt;b&gt; &amp; &#x202e; <!-- -->.\r\n\r\n"
    "The minister \u202esaid\u2066 that the \u200fbridge\u200e is safe, Reuters reported.\x07\x0b\x85 \u2028 It is \U0001f469\u200d\U0001f52c.\n\n"
    f"{'x' * 3000} said Ana Ruiz.\n\n"
)
SCHEMES, WIDTHS = ("light", "dark"), (390, 1280)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return pages of each kind, by name, and the texts that their articles have."""
    folder = tmp_path_factory.mktemp("pages")
    unchecked = citeaudit.Config(check_language=False)
    harbour = citeaudit.audit(
        citeaudit.Article(HARBOUR, title="Port to close", publisher="The Castellane Post", byline="Ana Ruiz", date="2026-05-29")
    )
    evil = citeaudit.audit(
        citeaudit.Article(
            HOSTILE + HARBOUR,
            title="<script>alert(6)</script>\u202e",
            url="javascript:alert(7)",
            publisher='"><b onclick=alert(8)>',
        ),
        config=unchecked,
    )
    empty = citeaudit.audit("", config=unchecked)
    skipped = citeaudit.Skipped("<img src=x onerror=alert(9)>", "language", "es")
    made = {
        "one": page_of([harbour]),
        "hostile": page_of([evil]),
        "several": page_of([harbour, evil, harbour, empty, skipped, citeaudit.InputProblem("a.txt", "is no text", "give one")]),
        "corpus": corpus_page_of(citeaudit.CorpusReport.of_all([harbour, evil, skipped])),
    }
    found = {}
    for name, pieces in made.items():
        found[name] = folder / f"{name}.html"
        found[name].write_bytes("".join(pieces).encode())
    return found, {"one": harbour, "hostile": evil}


@pytest.fixture
def opened(browser):
    """Return a function that opens a file in a new context."""
    contexts = []

    def open_(path, *, width=1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.told = []
        page.on("dialog", lambda dialog: (page.told.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: page.told.append(request.url))
        page.on("pageerror", lambda error: page.told.append(f"error {error}"))
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["one", "hostile", "several", "corpus"])
def test_nothing_leaves_the_page_and_nothing_in_it_runs(pages, opened, name):
    """The browser asks for the file and for nothing else, whatever the article holds; no dialog opens, nothing leads out."""
    path = pages[0][name]
    page = opened(path)
    page.wait_for_timeout(300)

    assert page.told == [path.as_uri()]
    assert page.locator("script, img, iframe, object, embed, link, base, form, svg").count() == 0
    assert all(link.startswith("#") for link in page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    ids = page.locator("[id]").evaluate_all("all => all.map(a => a.id)")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")} <= set(ids)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("name", ["one", "hostile"])
def test_the_article_stands_there_as_written(pages, opened, name, scripts):
    """The text of the article element is the article's, to the character, and each claim has its status, scripts or none."""
    report = pages[1][name]
    page = opened(pages[0][name], java_script_enabled=scripts)

    assert page.locator("article").text_content() == report.article.text
    assert page.locator("article .claim").count() == len(report.claims)
    for status, count in report.counts.items():
        assert page.locator(f"article .claim.{status}").count() == count
        assert page.locator(f".reason.{status} .label", has_text=status).count() == count


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["one", "hostile", "several", "corpus"])
def test_everybody_can_use_it(pages, opened, violations, name, width, scheme):  # noqa: PLR0917 - what is crossed
    """axe-core finds nothing to complain of, in light and dark, on a telephone and on a screen."""
    page = opened(pages[0][name], width=width, color_scheme=scheme, bypass_csp=True)

    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1280, 1600])
@pytest.mark.parametrize("name", ["one", "hostile", "several", "corpus"])
def test_nothing_is_wider_than_the_window(pages, opened, name, width):
    """No line, table or name is cut off or makes the page scroll sideways, with a claim's card open, too."""
    page = opened(pages[0][name], width=width)
    for claim in page.locator("article .claim").all()[:3]:
        claim.hover()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_claim_is_reached_by_tab_and_tells_its_chain(pages, opened):
    """Tab comes by every claim in order; its accessible name has its words, its status and everybody in its chain."""
    expect = pytest.importorskip("playwright.sync_api").expect
    report = pages[1]["one"]
    page = opened(pages[0]["one"])
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        id_ = page.evaluate("document.activeElement.id")
        if re.fullmatch(r"a1-s\d+", id_ or "") and id_ not in reached:
            reached.append(id_)
    claims = page.locator("article .claim")

    assert reached == claims.evaluate_all("all => all.map(a => a.id)")
    for place, claim in enumerate(report.claims):
        expect(claims.nth(place)).to_have_accessible_name(re.compile(re.escape(" ".join(claim.text.split())[:40])))
        expect(claims.nth(place)).to_have_accessible_name(re.compile(rf"\b{claim.status.value}\b"))
        chain = max((a.chain for a in claim.attributions), key=len, default=())
        for link in chain:
            expect(claims.nth(place)).to_have_accessible_name(re.compile(re.escape(link.name)))


def card_of(claim):
    """Return what the card of a claim shows, "none" if it is not open."""
    return claim.evaluate("claim => getComputedStyle(claim, '::after').content")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_why_is_shown_on_hover_on_focus_and_on_tap(pages, opened, scripts):
    """Source, cue, content and chain of a claim are shown as one points at it or comes to it by Tab; a tap opens the whole reasoning."""
    page = opened(pages[0]["one"], width=390, java_script_enabled=scripts, has_touch=True)
    claim = page.locator("article .claim").nth(3)
    assert card_of(claim) == "none"
    claim.hover()
    for words in (
        "two people familiar with the matter ← Reuters",
        "cue: citing",
        "content: The closure will cost",
        "? the origin is anonymous",
    ):
        assert words in card_of(claim)
    page.mouse.move(1, 1)
    assert card_of(claim) == "none"
    claim.focus()
    assert "Reuters" in card_of(claim)

    claim.tap()
    reason = page.locator(".reason:target")
    box = reason.bounding_box()
    assert reason.locator(".chain").first.inner_text().split()[0] == "two"
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 901
    reason.locator(".back").click()
    assert page.locator(".reason:target").count() == 0


def test_statuses_are_filtered_without_a_script(pages, opened):
    """A status that is switched off loses its tint, its mark and its reasons; its text stays."""
    page = opened(pages[0]["one"], java_script_enabled=False)
    claim, reason = page.locator("article .claim.outlet").first, page.locator(".reason.outlet").first
    tint = "claim => getComputedStyle(claim).backgroundColor"
    before = claim.evaluate(tint)
    assert reason.is_visible()
    page.locator("label.shown.outlet").click()

    assert claim.evaluate(tint) != before
    assert claim.is_visible()
    assert not reason.is_visible()
    assert page.locator(".reason.source").first.is_visible()


def test_it_prints(pages, opened):
    """The page goes to paper, with several articles, too."""
    assert opened(pages[0]["one"]).pdf(print_background=True).startswith(b"%PDF")
    assert len(opened(pages[0]["several"]).pdf()) > 20_000


def test_a_megabyte_changes_nothing(opened, tmp_path):
    """An article of a megabyte, tags and all, is drawn whole, without a dialog or a request, and no wider than the window."""
    text = ((HOSTILE + HARBOUR) * 400)[:1_000_000]
    report = citeaudit.audit(text, config=citeaudit.Config(check_language=False))
    path = tmp_path / "long.html"
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(page_of([report]))
    page = opened(path, width=390)

    assert page.locator("article").text_content() == text
    assert page.told == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
