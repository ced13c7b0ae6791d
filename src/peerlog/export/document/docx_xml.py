"""What a Word file holds and python-docx has no name for: languages, page numbers, borders, headings that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as DocxTable
    from docx.table import _Row as DocxRow
    from docx.text.paragraph import Paragraph as DocxParagraph

_HAIR, _LINE = {"sz": "4", "color": "B8B8B8"}, {"sz": "10", "color": "4B4F56"}


def element(name: str, **attributes: str) -> Any:
    """An element such as `w:tblHeader`, its attributes in the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_language(made: Docx, language: str) -> None:
    from docx.oxml.ns import qn

    for found in made.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
    normal: Any = made.styles["Normal"].element
    normal.get_or_add_rPr().append(element("w:lang", val=language))


def set_fonts(style: ParagraphStyle, name: str) -> None:
    """The font for Western letters; those of other scripts are the word processor's to choose."""
    from docx.oxml.ns import qn

    properties: Any = style.element.get_or_add_rPr()
    for found in properties.findall(qn("w:rFonts")):
        properties.remove(found)
    properties.insert(0, element("w:rFonts", ascii=name, hAnsi=name))


def add_page_number(line: DocxParagraph, field: str) -> None:
    """PAGE or NUMPAGES, which the word processor works out."""
    run = line.add_run()._r
    for kind in ("begin", None, "separate"):
        if kind:
            run.append(element("w:fldChar", fldCharType=kind))
        else:
            said = element("w:instrText")
            said.text = f" {field} "
            run.append(said)
    run.add_t("1")
    run.append(element("w:fldChar", fldCharType="end"))


def repeat_on_each_page(row: DocxRow) -> None:
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_row_whole(row: DocxRow) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def set_borders(table: DocxTable, *, has_head: bool) -> None:
    """Hairlines between the rows, a line under the head, none at the sides."""
    borders = element("w:tblBorders")
    borders.append(element("w:bottom", val="single", **_HAIR))
    borders.append(element("w:insideH", val="single", **_HAIR))
    table._tbl.tblPr.append(borders)
    if has_head:
        for cell in table.rows[0].cells:
            edges = element("w:tcBorders")
            edges.append(element("w:bottom", val="single", **_LINE))
            cell._tc.get_or_add_tcPr().append(edges)


def set_widths(table: DocxTable, shares: Sequence[int], whole: int) -> None:
    """Column widths in EMU, as shares of the `whole`, in the grid and in each cell: word processors look at either."""
    from docx.shared import Emu

    table.autofit = False
    together = sum(shares)
    for place, share in enumerate(shares):
        width = Emu(whole * share // together)
        table.columns[place].width = width
        for cell in table.columns[place].cells:
            cell.width = width


def begin_list(made: Docx, style: str, start: int) -> int:
    """A numbering of its own like that of a list style, from `start`; its id."""
    from docx.oxml.ns import qn

    numbering: Any = made.part.numbering_part.element
    of_style: Any = made.styles[style].element.pPr.numPr.numId.val
    abstract = next(each.abstractNumId.val for each in numbering.findall(qn("w:num")) if each.numId == of_style)
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(number.numId)


def use_list(line: DocxParagraph, list_id: int) -> None:
    properties: Any = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id


def set_right_to_left(line: DocxParagraph) -> None:
    line._p.get_or_add_pPr().append(element("w:bidi"))
    for run in line.runs:
        run.font.rtl = True


def add_link(line: DocxParagraph, address: str) -> Any:
    """An empty link to an address outside; its runs are put into it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    made = element("w:hyperlink")
    made.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    line._p.append(made)
    return made


def line_above(line: DocxParagraph) -> None:
    borders = element("w:pBdr")
    borders.append(element("w:top", val="single", space="8", **_HAIR))
    line._p.get_or_add_pPr().append(borders)
