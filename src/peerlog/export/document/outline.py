"""Headings that follow each other without a gap, as readers who move by headings need them."""

from __future__ import annotations

from dataclasses import replace

from .model import Block, Blocks, BulletList, Document, Heading, NumberedList, Paragraph, Quote, Runs, Strong, words_of

DEEPEST = 4


def outlined(document: Document) -> Document:
    """The document with its headings in order: the first of level 1, none more than one below the one before.

    One that says nothing is left out, and within a list or a quote a heading is a strong paragraph: it heads
    nothing of the document.
    """
    body, level = _in_order(document.body, 0)
    closing, _ = _in_order(document.closing, level)
    return replace(document, body=body, closing=closing)


def _in_order(blocks: Blocks, above: int) -> tuple[Blocks, int]:
    """The blocks, and the level of the last heading."""
    settled: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if not _says_something(block.runs):
                continue
            above = max(1, min(block.level, above + 1, DEEPEST))
            settled.append(Heading(above, block.runs))
        else:
            settled.append(_inside(block))
    return tuple(settled), above


def _inside(block: Block) -> Block:
    match block:
        case Heading(_, runs):
            return Paragraph((Strong(runs),))
        case Quote(blocks):
            return Quote(tuple(map(_inside, blocks)))
        case BulletList(items):
            return BulletList(tuple(tuple(map(_inside, item)) for item in items))
        case NumberedList(items, start):
            return NumberedList(tuple(tuple(map(_inside, item)) for item in items), start)
        case _:
            return block


def _says_something(runs: Runs) -> bool:
    return any(character.isprintable() and not character.isspace() for character in words_of(runs))
