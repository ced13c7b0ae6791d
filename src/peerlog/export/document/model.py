"""A document to be read: what it says and how that is built up, whatever it is then rendered to.

Words are words: nothing in them is markup, of Markdown, HTML or typst. Each is cleaned when it is put in, so a document
never holds a control character or a line end inside a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ...domain.text import clean_text

Alignment: TypeAlias = Literal["start", "centre", "end"]

_SCHEME = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)
_LAST_TWO = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NEVER_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_TWO}]")


def lines(words: str) -> str:
    """Clean `words`; what Unicode will never make a character of (neither page nor PDF may hold it) is drawn as �."""
    words = clean_text(words)
    return words if words.isascii() else _NEVER_CHARACTERS.sub("\ufffd", words)


def one_line(words: str) -> str:
    """Clean `words` whose line ends and tabs are blanks; blanks at the ends stay, for a run is part of a sentence."""
    return lines(words).replace("\n", " ").replace("\t", " ")


def only_line(words: str) -> str:
    """Clean `words` as a line of its own, every run of white space one blank and none at the ends."""
    return " ".join(lines(words).split())


@dataclass(frozen=True, slots=True)
class Text:
    words: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", one_line(self.words))


@dataclass(frozen=True, slots=True)
class CodeText:
    words: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", one_line(self.words))


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Emphasis:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. The address is always shown too: a page may be printed, and words may mislead."""

    runs: Runs
    address: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", only_line(self.address))

    @property
    def can_be_followed(self) -> bool:
        """Whether it is a plain web or mail address; any other is shown and leads nowhere."""
        return _SCHEME.fullmatch(self.address) is not None

    @property
    def names_itself(self) -> bool:
        """Whether the words are the address, which then need not be said twice."""
        return words_of(self.runs).strip() in (self.address, self.address.removeprefix("mailto:"))


Run: TypeAlias = Text | CodeText | Break | Strong | Emphasis | Link
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first to fourth level below the title."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """With `leads`, it stays on the page of what comes after it, as a heading does."""

    runs: Runs
    leads: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Code:
    """Lines kept as they are; tabs are four blanks."""

    words: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", lines(self.words).expandtabs(4).rstrip("\n"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pause: a line across."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head, which may be empty; short rows are filled up, missing alignments are `start`.

    `widths` are shares of the width of the page, one for each column; without them the contents decide.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    alignments: tuple[Alignment, ...] = ()
    widths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        width = max((len(self.head), *(len(row) for row in self.rows)))
        object.__setattr__(self, "caption", only_line(self.caption))
        object.__setattr__(self, "head", _filled(self.head, width) if self.head else ())
        object.__setattr__(self, "rows", tuple(_filled(row, width) for row in self.rows))
        object.__setattr__(self, "alignments", (*self.alignments, *["start"] * width)[:width])
        object.__setattr__(self, "widths", self.widths if len(self.widths) == width else ())

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.alignments)


Block: TypeAlias = Heading | Paragraph | BulletList | NumberedList | Quote | Code | Rule | Table
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `lang` is a language with or without a region (`en`, `en-GB`), English when it is anything else; `about` has the
    facts under the title; `notice` is a sentence that every page bears, such as "A rendering, not the signed text";
    `closing` stands in small print at the end; `foot` is a line under each page, where there is no notice.
    """

    title: str
    body: Blocks
    lang: str = "en"
    authors: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    notice: str = ""
    closing: Blocks = ()
    foot: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", only_line(self.title) or "Untitled")
        object.__setattr__(self, "lang", self.lang if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", self.lang) else "en")
        object.__setattr__(self, "authors", tuple(filter(None, map(only_line, self.authors))))
        object.__setattr__(self, "about", tuple((only_line(name), only_line(value)) for name, value in self.about))
        object.__setattr__(self, "notice", only_line(self.notice))
        object.__setattr__(self, "foot", only_line(self.foot))


def words_of(runs: Iterable[Run]) -> str:
    """What the runs say without any form, addresses of links left out."""
    said: list[str] = []
    for run in runs:
        match run:
            case Text(words) | CodeText(words):
                said.append(words)
            case Break():
                said.append("\n")
            case Strong(inner) | Emphasis(inner) | Link(inner):
                said.append(words_of(inner))
    return "".join(said)


def _filled(cells: tuple[Runs, ...], width: int) -> tuple[Runs, ...]:
    return (*cells, *((),) * (width - len(cells)))
