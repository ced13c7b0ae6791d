"""Writing everything into a folder of plain files, from the app: where to, what to mind, and how far it is."""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from ...journal.everything.place import NOT_ENCRYPTED, cautions_for, place_for_everything
from ..widgets.plain import plain_line

if TYPE_CHECKING:
    from ...journal.everything.writing import EverythingWritten
    from ...journal.journal import Journal
    from ..journal_app import JournalApp

_WHAT = (
    "Everything you have written and what is shared with you, as JSON and to be read; earlier versions, kept files, "
    "records, signed copies, your own pages and requirements. Your journal stays as it is."
)


def ask_where(app: JournalApp) -> None:
    """Ask where everything is to go, then what is to be minded there, then write it."""
    from ..screens.where_to import WhereToScreen

    looked_at: list[tuple[Path, tuple[str, ...]]] = []

    async def go_on(typed: str) -> bool:
        def look(journal: Journal) -> tuple[Path, tuple[str, ...]]:
            target = place_for_everything(journal, Path(typed))
            return target, cautions_for(target)

        found = await app.ask(look)
        if found is not None:
            looked_at.append(found)
        return found is not None

    def answered(done: bool | None) -> None:
        if done:
            _ask(app, *looked_at[-1])

    app.push_screen(
        WhereToScreen(
            "Leave with everything",
            "~/leaving-peerlog",
            go_on,
            first=[Content(_WHAT)],
            foot="A new folder, or an empty one. Tab completes a name.",
        ),
        answered,
    )


def _ask(app: JournalApp, target: Path, cautions: tuple[str, ...]) -> None:
    from ..screens.confirm import ConfirmScreen

    async def write() -> None:
        await _write(app, target)

    def answered(yes: bool | None) -> None:
        if yes:
            app.follow(write)

    about = " ".join([NOT_ENCRYPTED, *cautions])
    app.push_screen(
        ConfirmScreen(f"Write everything to {target}?", "writes it", "writes nothing", about=about), answered
    )


async def _write(app: JournalApp, target: Path) -> None:
    from ...journal.everything.writing import write_everything

    loop, context = asyncio.get_running_loop(), copy_context()

    def tell(done: int, of: int) -> None:
        # Never waits for the app, which may be waiting for this to end.
        said = f"Writing everything: {100 * done // max(of, 1)} %"
        loop.call_soon_threadsafe(partial(app.tell, said, seconds=60), context=context)

    app.tell("Writing everything …", seconds=60)
    written = await app.ask(lambda journal: write_everything(journal, target, tell))
    if written is not None:
        app.tell(_said(written), seconds=20)


def _said(written: EverythingWritten) -> str:
    path = plain_line(str(written.path)).plain
    counts = written.counts
    said = f"{_many(counts['entries'], 'entry', 'entries')} and {_many(counts['files'], 'file', 'files')} are in {path}"
    left = ["What had to be left out stands in its README.txt."] if written.left_out else []
    return "\n".join([f"{said}, not encrypted.", *left, *written.warnings])


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
