"""A document as the data that the template `document.typ` is given: dictionaries, lists and strings, never source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ...domain.text import shorten
from .direction import runs_right_to_left, stand_right_to_left
from .long_words import pieces_of
from .model import (
    Block,
    Blocks,
    Break,
    BulletList,
    Code,
    CodeText,
    Document,
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

_LONGEST_FOOTER = 250
"""In letters; three lines."""
_HEADING_OF_A_COLUMN = 100
"""The longest, in letters, that is worth its place at the top of each page that a table goes on to."""
_MAY_BREAK = "\u200b"
"""Zero width space, which the template turns into a place where a line may end and that nobody copies out."""
_OTHERS = re.compile(
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U0001f000-\U0003ffff]"
)


def needs_other_fonts(data: str) -> bool:
    """Whether typst's own fonts are known to lack something, or have it, as with Arabic, in a typewriter's shape."""
    return not data.isascii() and _OTHERS.search(data) is not None


def data_of(document: Document, *remarks: Block) -> dict[str, Any]:
    """The document, with remarks after its closing words."""
    language, _, region = document.lang.partition("-")
    return {
        "title": document.title,
        "title-lines": _words(document.title),
        "rtl": runs_right_to_left(document.title),
        "lang": language,
        "region": region or None,
        "authors": list(document.authors),
        "about": [{"name": _words(name), "value": _words(value)} for name, value in document.about],
        "notice": _words(document.notice),
        "footer": _words(shorten(document.notice or document.foot, _LONGEST_FOOTER)),
        "body": _blocks(document.body),
        "closing": _blocks((*document.closing, *remarks)),
    }


def _blocks(blocks: Blocks) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, runs):
            return {"is": "heading", "level": level, "rtl": _rtl(runs), "runs": _runs(runs)}
        case Paragraph(runs, leads):
            return {"is": "paragraph", "rtl": _rtl(runs), "runs": _runs(runs), "leads": leads}
        case BulletList(items):
            return {"is": "bullets", "items": _items(items), "rtl": stand_right_to_left((block,))}
        case NumberedList(items, start):
            return {"is": "numbers", "items": _items(items), "start": start, "rtl": stand_right_to_left((block,))}
        case Quote(blocks):
            return {"is": "quote", "rtl": stand_right_to_left(blocks), "blocks": _blocks(blocks)}
        case Code(words):
            return {"is": "code", "words": _words(words), "rtl": runs_right_to_left(words)}
        case Rule():
            return {"is": "rule"}
        case Table():
            return {
                "is": "table",
                "head": [_runs(cell) for cell in block.head],
                "repeat": all(len(words_of(cell)) <= _HEADING_OF_A_COLUMN for cell in block.head),
                "rows": [[{"rtl": _rtl(cell), "runs": _runs(cell)} for cell in row] for row in block.rows],
                "caption": _words(block.caption),
                "alignments": block.alignments,
                "widths": block.widths,
            }


def _items(items: Iterable[Blocks]) -> list[list[dict[str, Any]]]:
    return [_blocks(item) for item in items]


def _rtl(runs: Runs) -> bool:
    return runs_right_to_left(words_of(runs))


def _runs(runs: Iterable[Run]) -> list[dict[str, Any]]:
    return [_run(run) for run in runs]


def _run(run: Run) -> dict[str, Any]:
    match run:
        case Text(words):
            return {"is": "text", "words": _words(words)}
        case CodeText(words):
            return {"is": "code", "words": _words(words)}
        case Break():
            return {"is": "break"}
        case Strong(runs):
            return {"is": "strong", "runs": _runs(runs)}
        case Emphasis(runs):
            return {"is": "emphasis", "runs": _runs(runs)}
        case Link():
            return _link(run)


def _link(link: Link) -> dict[str, Any]:
    shown = "" if link.names_itself else link.address
    return {
        "is": "link",
        "runs": _runs(link.runs or (Text(link.address),)),
        "address": link.address if link.can_be_followed else None,
        "shown": _words(shown) if link.runs else "",
    }


def _words(words: str) -> str:
    """The words, with places in long ones where a line may end: typst would let them run over the margin."""
    return _MAY_BREAK.join(pieces_of(words))
