"""The whole summary as the one text that is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..said_names import listed
from ..text import clean_line, clean_text
from .days import said_span
from .naming import Naming, in_order
from .sections import SECTIONS
from .within_section import inline, within_section


def joined(
    title: str,
    people: Sequence[str],
    since: date,
    until: date,
    sections: Mapping[str, str],
    contributions: Mapping[str, str],
) -> str:
    """Markdown: a title, who and when, each section that says something, then each person's own words.

    `sections` are texts by the names of their fields, `contributions` by people's names. The same parts give the same
    bytes whatever order they come in. It ends without a line feed, is clean in the sense of `clean_text`, and no text
    in it can leave its section.
    """
    naming = Naming(people)
    parts = [
        f"# {_line(title) or 'Summary'}",
        f"{_line(listed(naming.members))}, {said_span(since, until)}".lstrip(", "),
    ]
    for section in SECTIONS:
        parts += _under(section.label, sections.get(section.name, ""))
    for name in sorted(contributions, key=in_order):
        parts += _under(f"In {_line(naming.of(name))}'s words", contributions[name])
    return clean_text("\n\n".join(parts))


def _under(heading: str, text: str) -> list[str]:
    cleaned = "\n".join(line.rstrip() for line in clean_text(text).split("\n")).strip("\n")
    return [f"## {heading}", within_section(cleaned)] if cleaned.strip() else []


def _line(words: str) -> str:
    return inline(clean_line(words))
