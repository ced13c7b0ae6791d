"""What arrived and what would leave, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..domain.said_names import listed
from ..journal.field_words import FieldWords
from ..journal.updates.arrived_words import Brought, FromSomebody, RefusedFile
from ..journal.updates.leaving_words import LeavingWords
from . import terminal
from .difference_text import marked
from .layout import fitted, width
from .terminal import Bold

_INDENT = "    "


def write_arrived(found: Iterable[FromSomebody]) -> None:
    """Write person by person what came, to standard output."""
    for each in found:
        updates = "1 update" if each.updates == 1 else f"{each.updates} updates"
        where = f" in {each.among}" if each.among else ""
        terminal.put(Bold(f"From {each.who}{where}"), f"  {updates}; their keys: {each.keys}")
        for line in _brought_lines(each.brought):
            terminal.put("  ", line)
        if not each.brought and not each.notices:
            terminal.put("  Nothing in it is new.")
        for notice in each.notices:
            terminal.put("  ", notice)
        terminal.put()


def _brought_lines(brought: Iterable[Brought]) -> Iterator[str]:
    """What became of it, its kind and its name, in columns as wide as the widest of each."""
    rows = [("two versions" if each.two_versions else each.what, each.kind.lower(), each.name) for each in brought]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(2)]
    for what, kind, name in rows:
        yield f"{fitted(what, widths[0])}  {fitted(kind, widths[1])}  {name}".rstrip()


def say_refused(refused: Iterable[RefusedFile]) -> None:
    """Say on standard error which files do not count, and why."""
    for each in refused:
        about = "" if each.message.startswith(each.name) else f"{each.name}: "
        terminal.say(f"peerlog: {about}{each.message}")
        if each.hint:
            terminal.say(f"  {each.hint}")


def write_leaving(words: Iterable[LeavingWords], readers: Sequence[str], more: int = 0) -> None:
    """Write all that would leave, down to the last word, and for whom; `more` entries leave besides."""
    terminal.put(Bold(f"For {listed(readers) or 'nobody yet'}"))
    for each in words:
        terminal.put()
        terminal.put("  ", Bold(" · ".join(part for part in (f"{each.what} {each.kind.lower()}", each.name) if part)))
        if each.about:
            terminal.put(_INDENT, each.about)
        for field in each.fields:
            _write_field(field)
    if more:
        terminal.put()
        terminal.put(f"  … and {more:,} more, which leave too.")
    terminal.put()


def _write_field(field: FieldWords) -> None:
    said = marked(field.pieces)
    if field.is_text or "\n" in said:
        terminal.put(_INDENT, f"{field.label}:")
        for line in said.split("\n"):
            terminal.put(_INDENT + "  ", line)
    else:
        terminal.put(_INDENT, f"{field.label}: {said}")
