"""How a Word file looks: its styles are those that every word processor knows, so that they can be changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .docx_xml import set_fonts, set_language

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.styles.style import ParagraphStyle

_ACCENT, _QUIET, _TEXT = "0F4F52", "4B4F56", "22252A"
_FONT = "Arial"
_HEADINGS = {1: (16, _ACCENT, 20, 6), 2: (13, _TEXT, 16, 4), 3: (11, _QUIET, 10, 2), 4: (11, _QUIET, 8, 2)}
"""Size, colour, and space before and after, in points, by level."""


def set_styles(made: Docx, language: str) -> None:
    from docx.shared import Pt, RGBColor

    set_language(made, language)
    for name in ("Normal", "Title", "List Bullet", "List Number", "Quote", "Footer", "Caption"):
        set_fonts(_style(made, name), _FONT)
    normal = _style(made, "Normal")
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.25
    normal.paragraph_format.widow_control = True
    title = _style(made, "Title")
    title.font.size, title.font.bold = Pt(24), True
    title.font.color.rgb = RGBColor.from_string(_TEXT)
    title.paragraph_format.space_after = Pt(12)
    _without_border(title)
    for level, (size, colour, before, after) in _HEADINGS.items():
        heading = _style(made, f"Heading {level}")
        set_fonts(heading, _FONT)
        heading.font.size, heading.font.bold = Pt(size), level < 4
        heading.font.italic = level == 4
        heading.font.color.rgb = RGBColor.from_string(colour)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(after)
        heading.paragraph_format.keep_with_next = True
    quote = _style(made, "Quote")
    quote.font.italic = False
    quote.font.color.rgb = RGBColor.from_string(_QUIET)
    quote.paragraph_format.left_indent = Pt(18)
    footer = _style(made, "Footer")
    footer.font.size = Pt(8.5)
    footer.paragraph_format.tab_stops.clear_all()
    footer.font.color.rgb = RGBColor.from_string(_QUIET)
    caption = _style(made, "Caption")
    caption.font.size, caption.font.bold = Pt(9.5), False
    caption.font.color.rgb = RGBColor.from_string(_QUIET)
    caption.paragraph_format.keep_with_next = True


def _style(made: Docx, name: str) -> ParagraphStyle:
    style: ParagraphStyle = made.styles[name]
    return style


def _without_border(style: ParagraphStyle) -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
