"""A document as a tagged PDF (PDF/UA-1), set by typst from a template that gets it as data."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from .model import Block, Document, Paragraph, Text
from .outline import outlined
from .typst_data import data_of, needs_other_fonts

BOXES = "The fonts of the computer that made this file lack some of its characters; an empty box stands for each."
_NO_GLYPH = "could not be displayed with font"
_TEMPLATE = Path(__file__).with_name("document.typ")


def pdf(document: Document, *, date: date) -> bytes:
    """The PDF, A4, dated midnight UTC of that day; nothing of it touches the disk.

    Only typst's own fonts are used while they have every character, and the same document then gives the same bytes
    on every machine; fonts of the system are asked for what these lack. Where no font has a character the file is
    tagged all the same, but does not call itself PDF/UA, which allows no empty boxes, and says so at its end.
    """
    from typst import TypstError

    document = outlined(document)
    data = _json(document)
    moment = datetime(date.year, date.month, date.day, tzinfo=UTC)
    for own_fonts in (False,) if needs_other_fonts(data) else (True, False):
        try:
            return _compiled(data, moment, own_fonts=own_fonts)
        except TypstError as error:
            remarks = (Paragraph((Text(BOXES),)),) if _NO_GLYPH in error.diagnostic else ()
    return _compiled(_json(document, *remarks), moment, accessible=False)


def _json(document: Document, *remarks: Block) -> str:
    return json.dumps(data_of(document, *remarks), ensure_ascii=False)


def _compiled(data: str, moment: datetime, *, own_fonts: bool = False, accessible: bool = True) -> bytes:
    """The file; raises `TypstError` where it cannot be what is asked for."""
    import typst

    made, _about_layout = typst.compile_with_warnings(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        format="pdf",
        sys_inputs={"document": data},
        ignore_system_fonts=own_fonts,
        pdf_standards="ua-1" if accessible else None,
        timestamp=moment,
    )
    return made
