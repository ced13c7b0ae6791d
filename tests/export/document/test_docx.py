"""The Word file says what the document says, with its styles, lists and links."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn

from peerlog.export.document import Document
from peerlog.export.document.docx_file import docx
from peerlog.export.document.markdown_page import markdown
from peerlog.export.document.model import NumberedList, Paragraph, Text

from .samples import HOSTILE, SUMMARY, hostile, said
from .test_html import assert_says, squeezed

DAY = date(2026, 12, 4)


def read(document: Document) -> Any:
    return read_docx(io.BytesIO(docx(document, date=DAY)))


def text_of(document: Document) -> str:
    text, breaks = qn("w:t"), (qn("w:br"), qn("w:p"))
    every = read(document).element.body.iter()
    return "".join("\n" if each.tag in breaks else (each.text or "" if each.tag == text else "") for each in every)


def test_a_summary_says_all_that_it_says() -> None:
    assert_says(text_of(SUMMARY), said(SUMMARY))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_words(words: str) -> None:
    document = hostile(words)
    told = squeezed(text_of(document))
    assert [each for each in said(document) if squeezed(each) not in told] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_can_be_made_of_anything(words: str) -> None:
    assert markdown(hostile(words)).startswith("# ")


def test_each_numbered_list_begins_where_it_should() -> None:
    item = (Paragraph((Text("one"),)),)
    made = read(Document("T", (NumberedList((item, item)), NumberedList((item,), start=4))))
    numbers = [line._p.pPr.numPr.numId.val for line in made.paragraphs if line.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]
    starts = made.part.numbering_part.element.findall(f".//{qn('w:startOverride')}")
    assert [each.get(qn("w:val")) for each in starts] == ["1", "4"]


def test_links_lead_to_web_and_mail_only() -> None:
    with ZipFile(io.BytesIO(docx(SUMMARY, date=DAY))) as file:
        relations = file.read("word/_rels/document.xml.rels").decode()
    assert "javascript:" not in relations
    assert "file:" not in relations
