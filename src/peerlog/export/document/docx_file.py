"""A document as a Word file (.docx): real styles, lists and tables, a line under each page, language and title."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .docx_blocks import Writer
from .docx_styles import set_styles
from .model import Document
from .outline import outlined

if TYPE_CHECKING:
    from docx.document import Document as Docx


def docx(document: Document, *, date: date) -> bytes:
    """The file, A4, dated midnight UTC of that day; nothing of it touches the disk."""
    from docx import Document as new_docx

    document = outlined(document)
    made = new_docx()
    set_styles(made, document.lang)
    _set_properties(made, document, date)
    _set_page(made, document)
    writer = Writer(made)
    writer.title(document.title)
    if document.notice:
        writer.notice(document.notice)
    if document.about:
        writer.facts(document.about)
    writer.blocks(document.body)
    if document.closing:
        writer.rule()
        writer.blocks(document.closing, small=True)
    page = io.BytesIO()
    made.save(page)
    return _dated(page, date)


def _dated(page: io.BytesIO, on: date) -> bytes:
    """The same file; the clock at which it was made stands in none of its parts."""
    again = io.BytesIO()
    with ZipFile(page) as made, ZipFile(again, "w", ZIP_DEFLATED) as dated:
        for name in made.namelist():
            part = ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            dated.writestr(part, made.read(name))
    return again.getvalue()


def _set_properties(made: Docx, document: Document, on: date) -> None:
    properties = made.core_properties
    properties.title = document.title[:255]
    properties.author = ", ".join(document.authors)[:255]
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = document.lang
    properties.created = properties.modified = datetime(on.year, on.month, on.day, tzinfo=UTC)


def _set_page(made: Docx, document: Document) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    from .docx_xml import add_page_number

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    line = section.footer.paragraphs[0]
    line.style = made.styles["Footer"]
    line.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
    said = document.notice or document.foot
    line.add_run(said if len(said) <= 90 else said[:89] + "…")
    line.add_run("\t")
    add_page_number(line, "PAGE")
    line.add_run(" of ")
    add_page_number(line, "NUMPAGES")
