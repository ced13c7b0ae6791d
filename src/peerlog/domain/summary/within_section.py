"""Text that stays in its section: nothing in it looks like a heading of the whole, or hides what follows it.

By the rules of CommonMark 0.31: headings, fences, blocks of HTML and definitions of links, which show nothing.
"""

from __future__ import annotations

import re

_CONTAINERS = r"[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*"
_HEADING = re.compile(rf"^({_CONTAINERS})#{{1,2}}(?=[ \t]|$)")
_UNDERLINE = re.compile(rf"^({_CONTAINERS}?)(=+|-+)[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_MARKED = re.compile(
    r"^(?: {4}| {0,3}\t| {0,3}(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|`{3}|~{3}))"
)
_TAG = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])")
_DEFINITION = re.compile(r"(?<!\\)((?:\\\\)*)\[(?![^\[\]\\\n]*\](?!:))")


def within_section(text: str) -> str:
    """`text`, of clean lines, with headings of the third level where it had the first or second.

    A fence that is left open is closed, and what begins a tag or a link's definition is shown as it stands. What was
    made so is not changed again.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        said = _HEADING.sub(r"\1###", inline(line)) if "#" in line else inline(line)
        underline = _UNDERLINE.match(said) if line.rstrip().endswith(("=", "-")) else None
        if underline and lines and lines[-1].strip():
            _underlined(lines, said, underline)
        else:
            lines.append(said)
    return "\n".join([*lines, *_closing(lines)])


def inline(line: str) -> str:
    """One line without the beginning of a tag or of a link's definition."""
    said = _TAG.sub(r"\1\\<", line) if "<" in line else line
    return _DEFINITION.sub(r"\1\\[", said) if "[" in said else said


def _underlined(lines: list[str], said: str, underline: re.Match[str]) -> None:
    """Take a line that would make the one before it a heading."""
    if underline[1] or _MARKED.match(lines[-1]):
        lines.append(f"{underline[1]}\\{underline[2]}")
    else:
        lines[-1] = f"### {lines[-1].lstrip()}"


def _closing(lines: list[str]) -> list[str]:
    """The fence that is still missing at the end, if one is."""
    opened = ""
    for line in lines:
        fence = _FENCE.match(line)
        if not opened:
            opened = fence[1] if fence else ""
        elif fence and fence[1][0] == opened[0] and len(fence[1]) >= len(opened) and not line.strip().strip(opened[0]):
            opened = ""
    return [opened] if opened else []
