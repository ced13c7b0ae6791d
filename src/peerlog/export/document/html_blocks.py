"""The parts of a document as HTML; every word of it is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .direction import stand_right_to_left
from .long_words import pieces_of
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
    words_of,
)

_SHORT = 12
"""The longest cell, in letters, that stays on one line: a date, a number."""


def html_of(block: Block) -> str:
    """One block; headings of level 1 are `h2`, for `h1` is the document's title."""
    match block:
        case Heading(level, runs):
            return f'<h{level + 1} dir="auto">{_inline(runs)}</h{level + 1}>'
        case Paragraph(runs):
            return f'<p dir="auto">{_inline(runs)}</p>'
        case BulletList(items):
            return f"<ul{_side(block)}>\n{_items(items)}</ul>"
        case NumberedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}{_side(block)}>\n{_items(items)}</ol>"
        case Quote(blocks):
            return f"<blockquote{_side(block)}>\n{_lines(map(html_of, blocks))}</blockquote>"
        case Code(words):
            # The parser of HTML drops one line end after <pre>.
            return f'<pre dir="auto">\n<code>{escape(words)}</code></pre>'
        case Rule():
            return "<hr>"
        case Table():
            return _table(block)


def _side(block: Block) -> str:
    """Where the marks of a list or quote stand; the words in it find their direction by themselves."""
    return ' dir="rtl"' if stand_right_to_left((block,)) else ""


def _items(items: Iterable[Blocks]) -> str:
    return _lines(f"<li>{_item(blocks)}</li>" for blocks in items)


def _item(blocks: Blocks) -> str:
    """An item; one line, with lists under it or not, is no paragraph of its own."""
    match blocks:
        case (Paragraph(runs), *rest) if all(isinstance(block, BulletList | NumberedList) for block in rest):
            return _inline(runs) + ("\n" + _lines(map(html_of, rest)) if rest else "")
        case _:
            return _lines(map(html_of, blocks))


def _table(table: Table) -> str:
    columns = ["" if alignment == "start" else alignment for alignment in table.alignments]
    rows = _lines(f"<tr>{_cells('td', row, columns)}</tr>" for row in table.rows)
    caption = f'<caption dir="auto">{escape(table.caption)}</caption>\n' if table.caption else ""
    head = f"<thead>\n<tr>{_cells('th', table.head, columns)}</tr>\n</thead>\n" if table.head else ""
    return f"<table>\n{caption}{head}<tbody>\n{rows}</tbody>\n</table>"


def _cells(tag: str, cells: Iterable[Runs], columns: Iterable[str]) -> str:
    """The cells of a row; an empty one heads nothing."""
    parts = []
    for runs, aligned in zip(cells, columns, strict=True):
        name, scope = (tag, ' scope="col"') if tag == "th" and runs else ("td", "")
        classes = " ".join(filter(None, [aligned, "short" if len(words_of(runs)) <= _SHORT else ""]))
        parts.append(f'<{name}{scope} class="{classes}" dir="auto">{_inline(runs)}</{name}>')
    return "".join(parts)


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Text(words):
            return _words(words)
        case CodeText(words):
            return f"<code>{_words(words)}</code>"
        case Break():
            return "<br>\n"
        case Strong(runs):
            return f"<strong>{_inline(runs)}</strong>"
        case Emphasis(runs):
            return f"<em>{_inline(runs)}</em>"
        case Link():
            return _link(run)


def _link(link: Link) -> str:
    words = _inline(link.runs or (Text(link.address),))
    if link.can_be_followed:
        words = f'<a href="{escape(link.address)}" rel="noopener noreferrer">{words}</a>'
    if link.names_itself or not (link.runs and link.address):
        return words
    return f'{words} <span class="address" dir="ltr">({_words(link.address)})</span>'


def _words(words: str) -> str:
    """The words, with places in long ones where a line may end: they would make a column of a table too wide."""
    return "<wbr>".join(map(escape, pieces_of(words)))


def _lines(parts: Iterable[str]) -> str:
    return "".join(part + "\n" for part in parts)
