"""The parts of a document as HTML; every word of it is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .model import (
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
)


def html_of(block: Block) -> str:
    """One block; headings of level 1 are `h2`, for `h1` is the document's title."""
    match block:
        case Heading(level, runs):
            return f'<h{level + 1} dir="auto">{_inline(runs)}</h{level + 1}>'
        case Paragraph(runs):
            return f'<p dir="auto">{_inline(runs)}</p>'
        case BulletList(items):
            return f"<ul>\n{_items(items)}</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{_items(items)}</ol>"
        case Quote(blocks):
            return f"<blockquote>\n{_lines(map(html_of, blocks))}</blockquote>"
        case Code(words):
            # The parser of HTML drops one line end after <pre>.
            return f'<pre dir="auto">\n<code>{escape(words)}</code></pre>'
        case Rule():
            return "<hr>"
        case Table():
            return _table(block)


def _items(items: Iterable[Blocks]) -> str:
    return _lines(f'<li dir="auto">{_item(blocks)}</li>' for blocks in items)


def _item(blocks: Blocks) -> str:
    """An item; one line, with lists under it or not, is no paragraph of its own."""
    match blocks:
        case (Paragraph(runs), *rest) if all(isinstance(block, BulletList | NumberedList) for block in rest):
            return _inline(runs) + ("\n" + _lines(map(html_of, rest)) if rest else "")
        case _:
            return _lines(map(html_of, blocks))


def _table(table: Table) -> str:
    columns = [f' class="{alignment}"' if alignment != "start" else "" for alignment in table.alignments]
    rows = _lines(f"<tr>{_cells('td', row, columns)}</tr>" for row in table.rows)
    caption = f'<caption dir="auto">{escape(table.caption)}</caption>\n' if table.caption else ""
    head = f"<thead>\n<tr>{_cells('th', table.head, columns)}</tr>\n</thead>\n" if table.head else ""
    return f"<table>\n{caption}{head}<tbody>\n{rows}</tbody>\n</table>"


def _cells(tag: str, cells: Iterable[Runs], columns: Iterable[str]) -> str:
    """The cells of a row; an empty one heads nothing."""
    parts = []
    for runs, aligned in zip(cells, columns, strict=True):
        name, scope = (tag, ' scope="col"') if tag == "th" and runs else ("td", "")
        parts.append(f'<{name}{scope}{aligned} dir="auto">{_inline(runs)}</{name}>')
    return "".join(parts)


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Text(words):
            return escape(words)
        case CodeText(words):
            return f"<code>{escape(words)}</code>"
        case Break():
            return "<br>\n"
        case Strong(runs):
            return f"<strong>{_inline(runs)}</strong>"
        case Emphasis(runs):
            return f"<em>{_inline(runs)}</em>"
        case Link():
            return _link(run)


def _link(link: Link) -> str:
    words, address = _inline(link.runs), escape(link.address)
    if link.can_be_followed:
        words = f'<a href="{address}" rel="noopener noreferrer">{words or address}</a>'
    if link.names_itself or not link.address:
        return words
    return f'{words} <span class="address" dir="ltr">({address})</span>'


def _lines(parts: Iterable[str]) -> str:
    return "".join(part + "\n" for part in parts)
