"""The blocks and runs of a document as the paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from . import docx_xml
from .direction import runs_right_to_left
from .model import (
    Alignment,
    Block,
    Blocks,
    Break,
    BulletList,
    Code,
    CodeText,
    Emphasis,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Strong,
    Table,
    Text,
    words_of,
)

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph as DocxParagraph

_WIDTH = 160 * 36000
"""Of the text on a page, in EMU."""
_TYPEWRITER = "Courier New"
_FORM = 12
"""The most rows of a table without a head that stays on one page: something to fill in, or to sign."""
_INDENT = 18
"""In points, for each level of a list or quote within another."""


class Writer:
    """Puts blocks at the end of a Word file, one after the other."""

    def __init__(self, made: Docx) -> None:
        self._made = made
        self._small = False
        self._ids: dict[str, str] = {}

    def title(self, words: str) -> None:
        self._line("Title", (Text(words),))

    def notice(self, words: str) -> None:
        self._line("Quote", (Strong((Text(words),)),))

    def facts(self, about: Sequence[tuple[str, str]]) -> None:
        rows = tuple(((Text(name),), (Text(value),)) for name, value in about)
        self._table(Table((), rows, widths=(1, 4)))

    def rule(self) -> None:
        docx_xml.line_above(self._line("Normal", ()))

    def blocks(self, blocks: Blocks, *, small: bool = False) -> None:
        self._small = small
        for block in blocks:
            self._block(block, 0)

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading(level, runs):
                self._line(f"Heading {level}", runs)
            case Paragraph(runs, leads):
                self._line("Normal", runs, depth).paragraph_format.keep_with_next = leads or None
            case BulletList(items):
                for item in items:
                    self._item("List Bullet", item, depth)
            case NumberedList(items, start):
                number = docx_xml.begin_list(self._made, "List Number", start)
                for item in items:
                    self._item("List Number", item, depth, number)
            case Quote(blocks):
                for inner in blocks:
                    if isinstance(inner, Paragraph):
                        self._line("Quote", inner.runs, depth)
                    else:
                        self._block(inner, depth + 1)
            case Code(words):
                self._line("Normal", _code(words), depth)
            case Rule():
                self.rule()
            case Table():
                self._table(block)

    def _item(self, style: str, item: Blocks, depth: int, number: int | None = None) -> None:
        """The first paragraph of an item bears its mark; what follows stands under it."""
        first, rest = (item[0].runs, item[1:]) if item and isinstance(item[0], Paragraph) else ((), item)
        line = self._line(style, first)
        if depth:
            from docx.shared import Pt

            line.paragraph_format.left_indent = Pt(_INDENT * (depth + 1))
        if number is not None:
            docx_xml.use_list(line, number)
        for block in rest:
            self._block(block, depth + 1)

    def _line(self, style: str, runs: Runs, depth: int = 0) -> DocxParagraph:
        from docx.shared import Pt

        line = self._made.add_paragraph()
        line._p.style = self._id_of(style)
        self._runs(line, runs)
        if depth:
            line.paragraph_format.left_indent = Pt(_INDENT * (depth + (style == "Quote")))
        if self._small:
            for run in line.runs:
                run.font.size = Pt(9)
        return line

    def _id_of(self, style: str) -> str:
        """Found once: python-docx would look through all styles for each paragraph."""
        if style not in self._ids:
            self._ids[style] = self._made.styles[style].style_id
        return self._ids[style]

    def _table(self, table: Table) -> None:
        from docx.shared import Pt

        if table.caption:
            self._line("Caption", (Text(table.caption),))
        every = ((table.head,) if table.head else ()) + table.rows
        if not every or not table.width:
            return
        made = self._made.add_table(rows=len(every), cols=table.width)
        docx_xml.set_borders(made, has_head=bool(table.head))
        docx_xml.set_widths(made, table.widths or _shares(every), _WIDTH)
        together = not table.head and len(every) <= _FORM
        for number, (row, cells) in enumerate(zip(made.rows, every, strict=True), 1):
            heads = bool(table.head) and cells is table.head
            docx_xml.keep_row_whole(row)
            if heads:
                docx_xml.repeat_on_each_page(row)
            for cell, runs, alignment in zip(row.cells, cells, table.alignments, strict=True):
                line = cell.paragraphs[0]
                self._runs(line, (Strong(runs),) if heads else runs)
                line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(3)
                line.paragraph_format.line_spacing = 1.1
                line.paragraph_format.keep_with_next = True if together and number < len(every) else None
                _align(line, alignment)
                for run in line.runs:
                    run.font.size = Pt(9.5)
        self._made.add_paragraph().paragraph_format.space_after = Pt(0)

    def _runs(self, line: DocxParagraph, runs: Iterable[Run]) -> None:
        found = tuple(runs)
        self._put(line, found)
        if runs_right_to_left(words_of(found)):
            docx_xml.set_right_to_left(line)

    def _put(self, line: DocxParagraph, runs: Iterable[Run], *, bold: bool = False, italic: bool = False) -> None:
        for run in runs:
            match run:
                case Text(words) | CodeText(words):
                    made = line.add_run(words)
                    made.bold, made.italic = bold or None, italic or None
                    if isinstance(run, CodeText):
                        made.font.name = _TYPEWRITER
                case Break():
                    line.add_run().add_break()
                case Strong(inner):
                    self._put(line, inner, bold=True, italic=italic)
                case Emphasis(inner):
                    self._put(line, inner, bold=bold, italic=True)
                case Link():
                    self._link(line, run, bold=bold, italic=italic)

    def _link(self, line: DocxParagraph, link: Link, *, bold: bool, italic: bool) -> None:
        before = len(line.runs)
        self._put(line, link.runs or (Text(link.address),), bold=bold, italic=italic)
        if link.can_be_followed:
            words = line.runs[before:]
            target = docx_xml.add_link(line, link.address)
            for run in words:
                run.font.underline = True
                target.append(run._r)
        if link.runs and not link.names_itself and link.address:
            line.add_run(f" ({link.address})")


def _code(words: str) -> Runs:
    runs: list[Run] = []
    for line in words.split("\n"):
        runs += [CodeText(line), Break()]
    return tuple(runs[:-1])


def _shares(rows: Sequence[tuple[Runs, ...]]) -> tuple[int, ...]:
    """By the longest cell of each column, within bounds."""
    return tuple(min(60, max(6, max(len(words_of(row[place])) for row in rows) + 2)) for place in range(len(rows[0])))


def _align(line: DocxParagraph, alignment: Alignment) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if alignment != "start":
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER if alignment == "centre" else WD_ALIGN_PARAGRAPH.RIGHT
