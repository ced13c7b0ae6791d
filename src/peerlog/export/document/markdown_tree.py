"""From the parser's tree of a Markdown text to the blocks and runs of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

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
from .outline import DEEPEST

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

MOST_NESTED = 6
"""Lists and quotes, or forms of words, that are drawn within each other; what is deeper stands in the deepest."""
_ALIGNMENTS: dict[object, Alignment] = {"text-align:center": "centre", "text-align:right": "end"}


def blocks_of(nodes: Sequence[SyntaxTreeNode], depth: int = 0) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                yield Heading(min(int(node.tag[1:]), DEEPEST), _inline(node))
            case "paragraph":
                yield Paragraph(_inline(node))
            case "fence" | "code_block":
                yield Code(node.content)
            case "hr":
                yield Rule()
            case "table":
                yield _table(node)
            case "list_item":
                yield from blocks_of(node.children, depth)
            case "blockquote" | "bullet_list" | "ordered_list" if depth >= MOST_NESTED:
                yield from blocks_of(node.children, depth)
            case "blockquote":
                yield Quote(tuple(blocks_of(node.children, depth + 1)))
            case "bullet_list":
                yield BulletList(_items(node, depth))
            case "ordered_list":
                yield NumberedList(_items(node, depth), int(node.attrs.get("start", 1)))
            case other:
                raise NotImplementedError(f"a Markdown block of the kind {other}")


def _items(node: SyntaxTreeNode, depth: int) -> tuple[Blocks, ...]:
    return tuple(tuple(blocks_of(item.children, depth + 1)) for item in node.children)


def _table(node: SyntaxTreeNode) -> Table:
    head, *bodies = node.children
    cells = head.children[0].children
    return Table(
        head=tuple(_inline(cell) for cell in cells),
        rows=tuple(tuple(_inline(cell) for cell in row.children) for body in bodies for row in body.children),
        alignments=tuple(_ALIGNMENTS.get(cell.attrs.get("style"), "start") for cell in cells),
    )


def _inline(node: SyntaxTreeNode) -> Runs:
    """What stands in a heading, a paragraph or a cell."""
    return tuple(run for inline in node.children for run in _runs(inline.children, 0))


def _runs(nodes: Sequence[SyntaxTreeNode], depth: int) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "text":
                if node.content:
                    yield Text(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield CodeText(node.content)
            case "image":
                yield Text(words_of(_runs(node.children, depth)))
            case "link":
                yield Link(tuple(_runs(node.children, depth + 1)), str(node.attrs.get("href", "")))
            case "strong" | "em" if depth >= MOST_NESTED:
                yield from _runs(node.children, depth)
            case "strong":
                yield Strong(tuple(_runs(node.children, depth + 1)))
            case "em":
                yield Emphasis(tuple(_runs(node.children, depth + 1)))
            case other:
                raise NotImplementedError(f"Markdown within a line of the kind {other}")
