"""A document as Markdown (CommonMark, and tables): every word of it stays what it is, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
)
from .outline import outlined

_ACTING = re.compile(r"[\\`*_\[\]<>|~&]")
_AT_START = re.compile(r"^(\s*)([#+\-=]|\d{1,9}[.)])")
_MARKS = {"start": "---", "centre": ":---:", "end": "---:"}


def markdown(document: Document) -> str:
    """The document under one heading of the first level; what stands at the foot of its pages is left out."""
    document = outlined(document)
    parts = [f"# {_words(document.title)}"]
    if document.notice:
        parts.append(f"> {_words(document.notice)}")
    if document.about:
        parts.append("\n".join(f"- {_words(name)}: {_words(value)}" for name, value in document.about))
    parts += _blocks(document.body)
    if document.closing:
        parts += ["---", *_blocks(document.closing)]
    return "\n\n".join(parts) + "\n"


def _blocks(blocks: Blocks) -> Iterator[str]:
    return (_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"{'#' * (level + 1)} {_inline(runs).replace(chr(10), ' ')}"
        case Paragraph(runs):
            return "\n".join(_guarded(line) for line in _inline(runs).split("\n"))
        case BulletList(items):
            return "\n".join(_under("- ", item) for item in items)
        case NumberedList(items, start):
            return "\n".join(_under(f"{number}. ", item) for number, item in enumerate(items, start))
        case Quote(blocks):
            return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(blocks)).split("\n"))
        case Code(words):
            fence = "`" * max(3, *(len(found) + 1 for found in [*re.findall("`+", words), ""]))
            return f"{fence}\n{words}\n{fence}"
        case Rule():
            return "---"
        case Table():
            return "\n".join(_table(block))


def _under(mark: str, item: Blocks) -> str:
    said = "\n\n".join(_blocks(item))
    return mark + said.replace("\n", "\n" + " " * len(mark))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"{_words(table.caption)}\n"
    yield _row(table.head or ((),) * table.width)
    yield _row_of(_MARKS[alignment] for alignment in table.alignments)
    yield from map(_row, table.rows)


def _row(cells: Iterable[Runs]) -> str:
    return _row_of(_inline(cell).replace("\\\n", "<br>").replace("\n", " ") for cell in cells)


def _row_of(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    match run:
        case Text(words):
            return _words(words)
        case CodeText(words):
            fence = "`" * (max((len(found) for found in re.findall("`+", words)), default=0) + 1)
            inside = f" {words} " if words[:1] == "`" or words[-1:] == "`" else words
            return f"{fence}{inside}{fence}".replace("|", "\\|")
        case Break():
            return "\\\n"
        case Strong(runs):
            return f"**{_inline(runs)}**"
        case Emphasis(runs):
            return f"*{_inline(runs)}*"
        case Link():
            words = _inline(run.runs) or _words(run.address)
            return f"[{words}](<{run.address}>)" if run.can_be_followed else f"{words} ({_words(run.address)})"


def _words(words: str) -> str:
    return _ACTING.sub(lambda found: "\\" + found[0], words)


def _guarded(line: str) -> str:
    """A line of a paragraph that must not begin a list or a heading."""
    return _AT_START.sub(lambda found: f"{found[1]}{_escaped(found[2])}", line)


def _escaped(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"
