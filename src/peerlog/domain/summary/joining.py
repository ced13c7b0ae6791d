"""The whole summary as the one text that is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..said_names import listed
from ..text import clean_line, clean_text
from .days import said_span
from .naming import ONE_OF_US, Naming, in_order
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
    bytes whatever order they come in. It ends without a line feed, is clean in the sense of `clean_text`, and
    no text in it can leave its section.
    """
    naming = Naming(people)
    who_and_when = ", ".join(filter(None, (_line(listed(naming.members)), said_span(since, until))))
    parts = [f"# {_line(title) or 'Summary'}", who_and_when]
    for section in SECTIONS:
        parts += _under(section.label, sections.get(section.name, ""))
    spoken: dict[str, list[str]] = {}
    for name in sorted(contributions, key=in_order):
        spoken.setdefault(naming.of(name), []).append(contributions[name])
    for who, texts in spoken.items():
        whose = "In the words of one of us" if who == ONE_OF_US else f"In {_line(who)}'s words"
        parts += _under(whose, "\n\n".join(map(_tidy, texts)))
    return clean_text("\n\n".join(filter(None, parts)))


def _under(heading: str, text: str) -> list[str]:
    tidy = _tidy(text)
    return [f"## {heading}", within_section(tidy)] if tidy else []


def _tidy(text: str) -> str:
    """Clean, without white space at the ends of lines and without empty lines around it."""
    return "\n".join(line.rstrip() for line in clean_text(text).split("\n")).strip("\n")


def _line(words: str) -> str:
    return inline(clean_line(words))
