"""Day One's rich text, a JSON string of runs with attributes, as Markdown; for entries that have no plain text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from .dayone_text import named_sort, placeholder

_AROUND = (("inlineCode", "`"), ("bold", "**"), ("italic", "*"), ("strikethrough", "~~"))
_BULLET = {"bulleted": "- ", "dashed": "- "}


def as_markdown(rich: str) -> tuple[str, Counter[str]]:
    """The words with their headings, lists, quotes and emphasis, and the media that stay behind.

    What cannot be read as rich text is an empty text.
    """
    try:
        runs = json.loads(rich)["contents"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", Counter()
    written: list[str] = []
    media: Counter[str] = Counter()
    at_line_start = True
    for run in runs if isinstance(runs, list) else []:
        if not isinstance(run, dict):
            continue
        for sort in _embedded(run.get("embeddedObjects")):
            media.update([sort] if sort else [])
            written.append((placeholder(sort) if sort else "---") + "\n")
            at_line_start = True
        text = run.get("text")
        if isinstance(text, str):
            attributes = run.get("attributes")
            written += _lines(text, attributes if isinstance(attributes, dict) else {}, at_line_start)
            at_line_start = text.endswith("\n") if text else at_line_start
    return "".join(written), media


def _embedded(objects: object) -> list[str]:
    """The sorts of what is embedded; the empty string stands for a rule."""
    found = []
    for each in objects if isinstance(objects, list) else []:
        sort = each.get("type") if isinstance(each, dict) else None
        if isinstance(sort, str):
            found.append("" if sort == "horizontalRuleLine" else named_sort(sort))
    return found


def _lines(text: str, attributes: Mapping[str, object], at_line_start: bool) -> list[str]:
    line = attributes.get("line")
    prefix = _prefix(line) if isinstance(line, dict) else ""
    marks = [mark for name, mark in _AROUND if attributes.get(name) is True]
    written = []
    for number, part in enumerate(text.splitlines(keepends=True)):
        words = part.strip()
        if words and marks:
            opening, closing = "".join(marks), "".join(reversed(marks))
            part = part.replace(words, f"{opening}{words}{closing}", 1)
        written.append((prefix if words and (number or at_line_start) else "") + part)
    return written


def _prefix(line: Mapping[str, object]) -> str:
    header, style, level = line.get("header"), line.get("listStyle"), line.get("indentLevel")
    if isinstance(header, int) and 1 <= header <= 6:
        return "#" * header + " "
    if line.get("quote") is True:
        return "> "
    if line.get("codeBlock") is True:
        return "    "
    indent = "  " * (min(level, 10) - 1) if isinstance(level, int) and level > 1 else ""
    if style == "checkbox":
        return f"{indent}- [{'x' if line.get('checked') is True else ' '}] "
    if style == "numbered":
        index = line.get("listIndex")
        return f"{indent}{index if isinstance(index, int) else 1}. "
    return indent + _BULLET[style] if isinstance(style, str) and style in _BULLET else ""
