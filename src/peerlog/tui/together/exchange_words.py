"""What arrived and what would leave, as the screen shows it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.visual import Visual

from ...domain.word_difference import Piece, State
from ...journal.field_words import FieldWords
from ...journal.updates.arrived_words import Brought, FromSomebody, RefusedFile
from ...journal.updates.leaving_words import LeavingWords
from ..widgets.hanging import Hanging
from ..widgets.plain import plain, plain_line

LABEL_WIDTH = 15
_STYLES = {State.SAME: "", State.GONE: "strike $error", State.NEW: "underline bold $accent"}


def from_somebody(came: FromSomebody) -> list[Visual]:
    """`From Sam`, how their keys are known, what they brought, and what else there is to know."""
    updates = "1 update" if came.updates == 1 else f"{came.updates} updates"
    where = f" in {came.among}" if came.among else ""
    head = Content.assemble(
        plain_line(f"From {came.who}{where}").stylize("bold"),
        "   ",
        plain_line(f"{updates} · {came.keys}").stylize("$quiet"),
    )
    rows = [_brought(each) for each in came.brought] or [
        (Content(), Content("Nothing in it is new.").stylize("$quiet"))
    ]
    notices = [(Content(), Content())] if came.notices else []
    notices += [(Content("to know").stylize("$warning"), plain(each)) for each in came.notices]
    return [head, Hanging([*rows, *notices], label_width=LABEL_WIDTH)]


def _brought(each: Brought) -> tuple[Content, Content]:
    what = Content("two versions").stylize("$accent") if each.two_versions else Content(each.what).stylize("$quiet")
    kind = plain_line(each.kind.lower()).stylize("$quiet")
    return what, Content.assemble(plain_line(each.name), "  ", kind) if each.name else kind


def refused(files: Iterable[RefusedFile]) -> list[Visual]:
    """What does not count, and why."""
    rows = []
    for each in files:
        rows.append((Content("not taken in").stylize("$warning"), plain(f"{each.name}: {each.message}")))
        if each.hint:
            rows.append((Content(), plain(each.hint).stylize("$quiet")))
    return [Hanging(rows, label_width=LABEL_WIDTH)] if rows else []


def leaving(words: Iterable[LeavingWords]) -> list[Visual]:
    """Everything that would leave, entry by entry, down to the last word."""
    found: list[Visual] = []
    for each in words:
        kind = plain_line(each.kind.lower()).stylize("$quiet")
        name = Content.assemble(plain_line(each.name).stylize("bold"), "  ", kind) if each.name else kind
        rows = [(Content(each.what).stylize("$accent"), name)]
        rows += [(Content(), plain(each.about).stylize("$quiet"))] if each.about else []
        found += [Hanging([*rows, *field_rows(each.fields)], label_width=LABEL_WIDTH), Content()]
    return found


def field_rows(fields: Iterable[FieldWords]) -> list[tuple[Content, Content]]:
    """Each field with what it says, and what has changed in it."""
    return [(plain_line(each.label).stylize("$quiet"), in_pieces(each.pieces)) for each in fields]


def in_pieces(pieces: Iterable[Piece]) -> Content:
    """A text with what is gone struck out and what is new underlined."""
    said: list[Content] = []
    for piece in pieces:
        if piece.state is State.NEW and said and not said[-1].plain[-1:].isspace():
            said.append(Content(" "))  # what came instead would cling to what went
        said.append(plain(piece.text).stylize(_STYLES[piece.state]))
    return Content("").join(said)
