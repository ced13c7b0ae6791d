"""A few of somebody's own words within a sentence: plain, short, in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import clean_line, first_line, shorten

MOST = 240
"""Characters that an excerpt has at most."""

_FEW = 30
_LOOKED_AT = 2 * MOST
_MARKS = frozenset("[*_`~")
_MARKED = (
    (re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`|~~)(?=\S)([^*_`~]+)\1"), r"\2"),
    (re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]+)\1(?![\w*_])"), r"\2"),
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”]*")
_SHORT = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "no", "nr", "vs", "cf", "approx", "e.g", "i.e"})
_OPENS = re.compile(r'(^|[\s(\[‘“—–])"')


def sentence_of(text: str) -> str:
    """The first sentence that says something, without Markdown's marks; empty for a text that says nothing.

    One of a few words comes with the next, a quotation is not broken off within, and a line that only announces what
    follows (“We settled:”) is joined with what does.
    """
    line = _plain(_saying(text))
    first = next(filter(None, (line[:end] for end in _ends(line))), line)
    if len(first) < _FEW:
        first = next((line[:end] for end in _ends(line) if end > len(first)), line)
    return _cut(first, MOST)


def opening_of(text: str) -> str:
    """As much of the first lines as fits, without Markdown's marks."""
    return _cut(_plain(_saying(text)), MOST)


def plain_title(words: str) -> str:
    """A title or the first words of something, without Markdown's marks."""
    return _cut(_plain(first_line(words) or words), 120)


def title_of(words: str) -> str:
    """The same in quotation marks."""
    return quoted(plain_title(words))


def quoted(words: str) -> str:
    """In quotation marks, with those inside made single, and closed where the words were cut off within them."""
    inside = _OPENS.sub(r"\1‘", words).replace('"', "’").replace("“", "‘").replace("”", "’")
    return f"“{inside}{'’' if words.count('“') > words.count('”') or words.count(chr(34)) % 2 else ''}”"


def ended(said: str) -> str:
    """With a full stop, unless the end has one."""
    return said if said.rstrip("”’").endswith((".", "!", "?", "…", "。", "！", "？")) else f"{said}."


def _ends(line: str) -> Iterator[int]:
    """Where sentences end."""
    for end in _END.finditer(line):
        said, after = line[: end.end()], line[end.end() :].lstrip()
        before = line[: end.start()].split(" ")[-1].casefold().strip("(“‘\"'")
        is_short = end[0] == "." and (before in _SHORT or (len(before) == 1 and before.isalpha()))
        is_within = said.count('"') % 2 == 1 or said.count("“") > said.count("”")
        if not (is_short or is_within or after[:1].islower()):
            yield end.end()


def _saying(text: str) -> str:
    rest = text[: 4 * _LOOKED_AT]
    said = first_line(rest)
    if not said.endswith(":"):
        return said
    lines = rest.split("\n")
    at = next((number for number, line in enumerate(lines) if said in line), 0)
    following = first_line("\n".join(lines[at + 1 :]))
    return f"{said} {following}" if following else said


def _cut(line: str, most: int) -> str:
    """Shortened, and not with a comma before the ellipsis."""
    short = shorten(line, most)
    return short if short == line else f"{short.removesuffix('…').rstrip(',;:– ')}…"


def _plain(line: str) -> str:
    said = clean_line(line[:_LOOKED_AT])
    if not _MARKS & set(said):
        return said
    for pattern, kept in _MARKED:
        said = pattern.sub(kept, said)
    return said
