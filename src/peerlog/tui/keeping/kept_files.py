"""Files that are kept with an entry: their lines in lists, and what is done with one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.dates import say_day
from ...domain.kept_file import KeptFile
from ...domain.moment import Moment
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import heading, row
from .undo import Undo

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.cpd.retention import Kept
    from ..actions.keeping import KeepingActions
    from ..journal_app import JournalApp

HEADING = "Kept with this"
_ROW = "file:"


def file_rows(files: Sequence[KeptFile], label_width: int, today: date, zone: str) -> Iterator[Option]:
    """A heading and a row for each file: the day it came, its name, what it is; nothing for none."""
    if files:
        yield heading(Content(HEADING).stylize("$quiet"))
    for file in files:
        day = Content(say_day(day_of(file, zone), today)).stylize("$quiet")
        about = Content(file.words).stylize("$quiet")
        yield row(Line(day, plain_line(file.name), about, label_width=label_width), f"{_ROW}{file.id}")


def file_of(option_id: str | None, files: Sequence[KeptFile]) -> KeptFile | None:
    """The file that a row stands for, if it stands for one."""
    return next((file for file in files if option_id == f"{_ROW}{file.id}"), None)


def day_of(file: KeptFile, zone: str) -> date:
    """The day on which it was kept, on the journal's clock."""
    return Moment.parse(file.added).in_zone(zone).day


def ask_for_file(app: JournalApp, entry: Entry | None) -> None:
    """Ask for a file to keep with an entry, where there is one."""
    from ..screens.keep_file import KeepFileScreen

    if entry:
        app.push_screen(KeepFileScreen(entry))


def open_file(app: JournalApp, file: KeptFile, zone: str, today: date) -> None:
    """Show what a file is, and do with it what is chosen."""
    from ..screens.kept_file import KeptFileScreen

    app.push_screen(KeptFileScreen(file, zone), partial(_do, app, file, today))


def _do(app: JournalApp, file: KeptFile, today: date, chosen: str | None) -> None:
    from ..screens.save_copy import SaveCopyScreen

    if chosen == "save":
        app.push_screen(SaveCopyScreen(file))
    elif chosen == "until":
        cast("KeepingActions", app).choose_day(_kept(file), today)
    elif chosen == "forget":
        cast("KeepingActions", app).forget_after_asking(_kept(file))
    elif chosen == "remove":
        app.run_worker(remove(app, file), group=FOLLOWED)


def _kept(file: KeptFile) -> Kept:
    from ...journal.cpd.retention import FILE_KEPT, Kept

    until = date.fromisoformat(file.until) if file.until else None
    return Kept(file.id, FILE_KEPT, file.name, until, "", is_due=False)


async def remove(app: JournalApp, file: KeptFile) -> None:
    """Take a file away from its entry; undo brings it back."""
    from ...journal import evidence

    if await app.ask(lambda journal: evidence.remove(journal, file.id)) is None:
        return

    async def bring_back() -> bool:
        return await app.ask(lambda journal: evidence.bring_back(journal, file.id)) is not None

    app.last_done.remember(Undo(f"“{file.name}” is no longer kept with this.", "It is back.", bring_back))
    app.post_message(JournalChanged())
