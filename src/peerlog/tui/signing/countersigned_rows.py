"""What people outside have signed about an entry, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.dates import written_out
from ...journal.countersigning.countersignatures import ASKED, BROKEN, ESTABLISHED, ON_PAPER, SIGNED, Countersigned
from ...journal.countersigning.countersigned_words import said_meaning
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import heading, row

HEADING = "From people outside"
_ROW = "signed:"
_LABELS = {ASKED: "asked", SIGNED: "signed", ESTABLISHED: "signed", ON_PAPER: "on paper", BROKEN: "look out"}
_ENDS = {SIGNED: "key not established", ESTABLISHED: "key known", ON_PAPER: "not verified", BROKEN: "does not count"}


def countersigned_rows(found: Sequence[Countersigned], label_width: int) -> Iterator[Option]:
    """A heading and a row for each; nothing for none."""
    if found:
        yield heading(Content(HEADING).stylize("$quiet"))
    for each in found:
        who = each.who or each.to
        about = f"{said_meaning(each)}, {who}" if who else said_meaning(each)
        label = Content(_LABELS[each.state]).stylize("$quiet")
        yield row(Line(label, plain_line(about), _end(each), label_width=label_width), f"{_ROW}{each.id}")


def countersigned_id(option_id: str | None) -> str:
    """The id of what a row stands for; empty for a row of another sort."""
    return option_id.removeprefix(_ROW) if option_id and option_id.startswith(_ROW) else ""


def _end(one: Countersigned) -> Content:
    said = [_ENDS[one.state]] if one.state in _ENDS else []
    said += ["earlier text"] if one.is_earlier else []
    if one.state == ASKED and one.answer_by:
        said.append(f"by {written_out(one.answer_by)}")
    colour = "$warning" if one.state == BROKEN or one.is_earlier else "$quiet"
    return Content(" · ".join(said)).stylize(colour)
