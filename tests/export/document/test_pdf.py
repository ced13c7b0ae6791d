"""The PDF says what the document says, is tagged, and is the same whoever makes it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from peerlog.export.document import Document, from_markdown, pdf
from peerlog.export.document.model import Heading, Paragraph, Table, Text
from peerlog.export.document.pdf_file import BOXES
from peerlog.export.document.typst_data import data_of

from .samples import HOSTILE, LONG, NOTICE, SUMMARY, hostile, said
from .test_html import assert_says, squeezed

DAY = date(2026, 12, 4)
CLAIM = b"pdfuaid:part"
"""What a file has that typst's own check found to be PDF/UA-1."""


def read(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file), strict=False)


def text_of(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(file).pages)


def roles(element: Any) -> list[str]:
    """What the tags below an element are, in their order."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        return [role for child in element for role in roles(child)]
    if not isinstance(element, dict):
        return []
    return [*([str(element["/S"])] if "/S" in element else []), *roles(element.get("/K", []))]


@pytest.fixture(scope="module")
def summary() -> bytes:
    return pdf(SUMMARY, date=DAY)


def test_the_file_says_what_the_document_says(summary: bytes) -> None:
    assert_says(text_of(summary), said(SUMMARY))


def test_the_file_is_tagged_and_accessible_by_typst_s_own_check(summary: bytes) -> None:
    root: Any = read(summary).trailer["/Root"]
    assert CLAIM in summary
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = roles(root["/StructTreeRoot"])
    assert [role for role in found if role.startswith("/H")] == ["/H1", "/H2", "/H2"]
    assert {"/P", "/L", "/LI", "/LBody", "/Table", "/THead", "/TR", "/TH", "/TD", "/BlockQuote", "/Link"} <= set(found)


def test_title_authors_and_the_given_day_are_its_properties(summary: bytes) -> None:
    about = read(summary).metadata
    assert about is not None
    assert (about.title, about.author) == (SUMMARY.title, "Kim, Sam")
    assert about.creation_date is not None
    assert about.creation_date.isoformat() == "2026-12-04T00:00:00+00:00"


def test_links_lead_to_the_web_and_mail_only() -> None:
    file = pdf(
        Document("T", from_markdown("[a](https://example.org/x) [b](ftp://example.org) <kim@example.org>")), date=DAY
    )
    leads = [link.get_object()["/A"]["/URI"] for page in read(file).pages for link in page.get("/Annots", []) or []]
    assert leads == ["https://example.org/x", "mailto:kim@example.org"]


def test_every_page_bears_the_notice_and_its_number() -> None:
    pages = read(pdf(LONG, date=DAY)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert NOTICE in page.extract_text()
        assert f"{number} of {len(pages)}" in page.extract_text()


def test_a_table_s_head_is_repeated() -> None:
    pages = read(pdf(LONG, date=DAY)).pages
    heads = [squeezed(page.extract_text()).count("DayWhatHours") for page in pages]
    assert heads[:3] == [1, 1, 1]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_never_markup(words: str) -> None:
    document = hostile(words)
    file = pdf(document, date=DAY)
    assert CLAIM in file
    assert_says(text_of(file), said(document))


def test_the_same_document_is_the_same_file_wherever_it_is_made(summary: bytes, tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import date; from tests.export.document.samples import SUMMARY\n"
        "from peerlog.export.document import pdf\n"
        "import os; os.chdir(sys.argv[1]); os.rmdir(sys.argv[1])\n"
        "sys.stdout.buffer.write(pdf(SUMMARY, date=date(2026, 12, 4)))"
    )
    gone = tmp_path / "gone"
    gone.mkdir()
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1", "LANG": "C"}
    child = subprocess.run(
        [sys.executable, "-c", program, str(gone)],
        cwd=Path(__file__).parents[3],
        env=elsewhere,
        capture_output=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr.decode()
    assert child.stdout == summary
    assert pdf(SUMMARY, date=datetime(2026, 12, 4, 18, 30)) == summary
    assert pdf(SUMMARY, date=date(2026, 12, 5)) != summary


@pytest.mark.parametrize(
    "words", ["Привет", "Ελληνικά", "Żółć ñ ü", "שלום", "✓ → € ☐ “quoted” –", "e\u0301\u0323", "\ufffe", "\ue000"]
)
def test_what_typst_s_own_fonts_have_needs_no_other(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    asked: list[bool] = []
    compile_it = typst.compile_with_warnings

    def watched(*arguments: Any, **options: Any) -> Any:
        asked.append(options["ignore_system_fonts"])
        return compile_it(*arguments, **options)

    monkeypatch.setattr(typst, "compile_with_warnings", watched)
    assert CLAIM in pdf(Document("T", (Paragraph((Text(words),)),)), date=DAY)
    assert asked == [True]


@pytest.mark.parametrize("words", ["\U0001f468 and \U00013000", "\u0378"])
def test_a_character_that_no_font_has_is_a_box_and_said(words: str) -> None:
    file = pdf(Document("T", (Paragraph((Text(f"before {words} after"),)),)), date=DAY)
    text = text_of(file)
    assert_says(text, ["before", "after"])
    root: Any = read(file).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert (CLAIM in file) == (squeezed(BOXES) not in squeezed(text))


@pytest.mark.parametrize("words", ["我们每两周见一次面", "مرحبا بالعالم", "😀", "नमस्ते", "สวัสดี"])
def test_any_script_makes_a_file(words: str) -> None:
    file = pdf(Document(words, (Heading(1, (Text(words),)), Paragraph((Text(words),))), notice=words), date=DAY)
    assert len(read(file).pages) == 1


def test_what_runs_from_the_right_is_told_to_typst() -> None:
    data = data_of(Document("שלום", (Paragraph((Text("مرحبا"),)), Paragraph((Text("hello"),)))))
    assert (data["rtl"], [block["rtl"] for block in data["body"]]) == (True, [True, False])


@pytest.mark.parametrize("word", ["x" * 400, "ß" * 400, "https://example.org/" + "a-b_c/" * 60, "0" * 400])
def test_a_long_word_is_broken_and_stays_one_word(word: str) -> None:
    in_cell = Table(((Text("a"),), (Text("b"),)), (((Text(word),), (Text(word),)),))
    for markdown in (from_markdown(f"{word} and `{word}`"), from_markdown(f"    {word}"), (in_cell,)):
        text = text_of(pdf(Document("T", markdown), date=DAY))
        assert word in squeezed(text)
        assert "\u200b" not in text
        # A line of the narrowest letters that fits between the margins.
        assert max(map(len, text.splitlines())) < 140


def test_a_letter_is_never_cut_from_its_marks() -> None:
    words = data_of(Document("T", (Paragraph((Text("a\u0323\u0306" * 100),)),)))["body"][0]["runs"][0]["words"]
    assert "\u200b" in words
    assert "\u200b\u0323" not in words
    assert "\u200b\u0306" not in words


def test_ten_thousand_lines_make_a_file() -> None:
    file = pdf(Document("T", from_markdown("A line.\n\n" * 5000 + "```\n" + "code\n" * 5000 + "```")), date=DAY)
    assert CLAIM in file


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=80), st.integers(0, 5))
def test_any_text_makes_a_file(words: str, level: int) -> None:
    body = (Paragraph((Text(words),)), Heading(level, (Text(words),)), *from_markdown(words))
    assert read(pdf(Document(words, body, words, (words,), ((words, words),), words), date=DAY)).pages


def test_the_data_is_json_and_holds_no_source() -> None:
    data = json.loads(json.dumps(data_of(hostile("#panic()"))))
    assert data["body"][0] == {"is": "heading", "level": 1, "rtl": False, "runs": [{"is": "text", "words": "#panic()"}]}
