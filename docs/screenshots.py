"""Take the screenshots of docs/html-report.md: ``python docs/screenshots.py`` (needs the extras ``html-report`` and ``heavy``, and chromium)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import citeaudit

DOCS = Path(__file__).parent
SHOTS = (("html-report-light.png", 1180, 1080, "light"), ("html-report-dark.png", 390, 780, "dark"))


def main() -> None:
    """Draw the article of the README as a page, and write its pictures beside this file."""
    text = (DOCS / "examples" / "harbour.txt").read_text(encoding="utf-8")
    article = citeaudit.Article(text, title="Port of Castellane to close two berths", publisher="The Castellane Post")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        page_file = Path(folder, "page.html")
        citeaudit.write(citeaudit.audit(article), format="html", to=page_file)
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for name, width, height, scheme in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": 2 * height if scheme == "light" else height}, color_scheme=scheme
            )
            page = context.new_page()
            page.goto(page_file.as_uri())
            page.locator("article .claim").nth(3).hover()
            if scheme == "dark":
                page.locator("article .claim").nth(3).click()
                page.mouse.move(1, 1)
            page.screenshot(path=DOCS / name, clip={"x": 0, "y": 0, "width": width, "height": height})
        browser.close()


if __name__ == "__main__":
    main()
