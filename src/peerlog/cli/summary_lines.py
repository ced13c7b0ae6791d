"""Joint summaries as lines, and their drafts as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import Entry
from ..journal.joint_summary.summary_rows import SummaryRow
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .layout import broken, fitted, width
from .sharing import say_space
from .terminal import Bold

_WIDEST_SPACE, _WIDEST_NAME, _LEAST_ROOM = 18, 26, 20


def write_rows(journal: Journal, rows: Sequence[SummaryRow]) -> None:
    """Write one line for each: id, with whom, what it is called, how it stands.

    On a terminal, long names are cut, and what is long of the last goes on below it.
    """
    where = [say_space(row.label) for row in rows]
    widths = max(map(width, where)), max(width(row.name) for row in rows)
    if shown := terminal.is_shown():
        widths = min(widths[0], _WIDEST_SPACE), min(widths[1], _WIDEST_NAME)
    for row, space in zip(rows, where, strict=True):
        left = f"{short_id(journal, row.id)}  {fitted(space, widths[0])}  "
        before = width(left) + widths[1] + 2
        room = max(_LEAST_ROOM, terminal.columns() - before)
        first, *more = broken(row.stands, room).split("\n") if shown else [row.stands]
        terminal.put(left, Bold(fitted(row.name, widths[1])), f"  {first}")
        for line in more:
            terminal.put(" " * before, line)


def described_row(journal: Journal, row: SummaryRow) -> dict[str, object]:
    """One summary for scripts; `text` is the version that matters, null for a mere draft."""
    from .agreeing.text_lines import described_text
    from .described import described

    return {
        "id": row.id,
        "with": row.label,
        "number": row.number,
        "title": row.title,
        "state": row.text.state if row.text else "draft",
        "stands": row.stands,
        "draft": described(row.entry) if row.entry else None,
        "text": described_text(journal, row.text) if row.text else None,
    }


def write_draft(journal: Journal, summary: Entry, stands: str = "") -> None:
    """Write how a draft `stands`, if that is to be said, and what it says now, as the one text that it would become."""
    from ..errors import Refused
    from ..journal.agreeing.proposing import preview_of
    from .agreeing.text_lines import write_exactly

    terminal.put(Bold(summary.title), f"  {say_space(summary.with_whom)}  {short_id(journal, summary.id)}")
    if stands:
        terminal.put(stands)
    try:
        text = preview_of(journal, summary).text
    except Refused as empty:
        terminal.put(empty.message)
        return
    write_exactly(text)


def say_void_before(journal: Journal, document: Entry) -> None:
    """Say on standard error what an edit makes void, before it is made; nothing where nobody has signed."""
    from ..journal.joint_summary.summaries import made_void_by_editing
    from .agreeing.void import say_void

    for text in made_void_by_editing(journal, document):
        say_void(text, "An edit makes that void: it is put forward and signed again.")
