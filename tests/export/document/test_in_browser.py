"""The page in Chromium: it loads nothing, reports nothing, suits the eye by day and by night, and prints."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from peerlog.export.document import Document, html

from .samples import HOSTILE, LONG, NOTICE, SUMMARY, hostile, said
from .test_html import assert_says

if TYPE_CHECKING:
    from .browser import Browser

# The contrast of 7:1 is of WCAG's level AAA, whose rules axe leaves out otherwise.
RULES = """axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: {"color-contrast-enhanced": {enabled: true}},
}).then(found => ({
    violations: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html + node.failureSummary)]),
    passes: found.passes.map(rule => rule.id),
}))"""
GROUND = "getComputedStyle(document.body).backgroundColor"


def show(browser: Browser, path: Path, document: Document) -> None:
    path.write_text(html(document), encoding="utf-8")
    browser.open(path)


def assert_silent(browser: Browser, path: Path) -> None:
    """Nothing was loaded but the page itself, and nothing was said on the console."""
    asked = [event["request"]["url"] for name, event in browser.events if name == "Network.requestWillBeSent"]
    assert asked == [path.as_uri()]
    told = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    assert [(name, event) for name, event in browser.events if name in told] == []


def in_light_and_dark(browser: Browser) -> Iterator[str]:
    for scheme in ("light", "dark"):
        browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        yield scheme


def drawn_by_day_and_by_night(browser: Browser, page: Path) -> None:
    show(browser, page, SUMMARY)
    grounds = {scheme: browser.evaluate(GROUND) for scheme in in_light_and_dark(browser)}
    assert grounds == {"light": "rgb(253, 252, 249)", "dark": "rgb(22, 24, 27)"}
    assert_says(browser.evaluate("document.body.innerText"), said(SUMMARY))
    assert browser.evaluate("document.title") == SUMMARY.title
    assert_silent(browser, page)


def within_the_edges_of_a_telephone_and_of_a_desk(browser: Browser, page: Path) -> None:
    for width in (320, 1000):
        browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        show(browser, page, hostile("x" * 400))
        assert browser.evaluate("document.documentElement.scrollWidth") <= width


def hostile_words_do_nothing(browser: Browser, page: Path) -> None:
    document = hostile(" ".join(HOSTILE))
    show(browser, page, document)
    assert browser.evaluate("document.scripts.length + document.images.length") == 0
    assert_says(browser.evaluate("document.body.innerText"), said(document))
    assert_silent(browser, page)


def printed_with_notice_and_number_on_every_page(browser: Browser, page: Path) -> None:
    show(browser, page, LONG)
    printed: Any = browser.ask("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True)
    pages = PdfReader(io.BytesIO(base64.b64decode(printed["data"]))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in pages]
    assert len(pages) > 3
    for number, text in enumerate(texts, 1):
        assert NOTICE in text
        assert f"{number} of {len(pages)}" in text
    assert ["Day What Hours" in text for text in texts[:3]] == [True] * 3
    assert abs(float(pages[0].mediabox.width) - 595) < 2
    assert_silent(browser, page)


def nothing_for_axe_to_mend(browser: Browser, page: Path, axe: str) -> None:
    show(browser, page, SUMMARY)
    browser.evaluate(axe)
    for _ in in_light_and_dark(browser):
        found = browser.evaluate(RULES)
        assert found["violations"] == []
        assert {"color-contrast-enhanced", "heading-order", "html-has-lang", "region"} <= set(found["passes"])
    assert_silent(browser, page)


def test_in_chromium(
    browser: Browser, tmp_path: Path, subtests: pytest.Subtests, request: pytest.FixtureRequest
) -> None:
    """One test for all, so that one worker alone starts a browser."""
    page = tmp_path / "page.html"
    for check in (
        drawn_by_day_and_by_night,
        within_the_edges_of_a_telephone_and_of_a_desk,
        hostile_words_do_nothing,
        printed_with_notice_and_number_on_every_page,
    ):
        with subtests.test(check.__name__):
            check(browser, page)
    with subtests.test(nothing_for_axe_to_mend.__name__):
        nothing_for_axe_to_mend(browser, page, request.getfixturevalue("axe"))
