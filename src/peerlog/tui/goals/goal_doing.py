"""What is written about a goal from wherever it is shown: each asks for a line in a small window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.action_line import read_action_line
from ...domain.check_in_line import read_check_in
from ...domain.dated_line import read_dated_line
from ...domain.dates import say_day
from ...domain.trend import bar
from ..messages import JournalChanged
from ..widgets.entry_line import name_of
from ..widgets.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ...domain.entry import Entry
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


def check_in(app: JournalApp, goal: Entry) -> None:
    """Ask where a goal stands."""

    async def begin() -> None:
        from ...journal.goal import goals
        from ..screens.one_line import OneLineScreen

        trend = await app.ask(lambda journal: goals.trend(journal, goal.id))
        if trend is None:
            return
        before = f"Last time {trend.now}  " if trend.points else "From 0, not at all, to 10, all of it."
        screen = OneLineScreen(
            f"{name_of(goal)}: where is it now, from 0 to 10?",
            _say_check_in,
            about=Content.assemble((before, "$quiet"), (trend.bars, "$accent")),
            example="7 held the time",
        )
        app.push_screen(screen, _writing(app, lambda journal, line: goals.check_in(journal, goal.id, line)))

    app.follow(begin)


def _say_check_in(line: str) -> Content:
    said = read_check_in(line)
    return Content.assemble((f"{bar(said.level)} {said.level}", "$accent"), "  ", plain_line(said.note))


def add_action(app: JournalApp, parent: Entry) -> None:
    """Ask for an action that belongs to `parent`, in one line."""

    async def begin() -> None:
        from ...journal import actions
        from ...journal.people import known_people
        from ..screens.one_line import OneLineScreen

        own = parent.members("people")
        known = await app.ask(lambda journal: ((*own, *known_people(journal)), journal.time.today()))
        if known is None:
            return
        people, today = known

        def understand(line: str) -> str:
            said = read_action_line(line, people, today)
            due = f"by {say_day(said.due, today)}" if said.due else ""
            return " · ".join(part for part in (said.title, said.owner or "me", due) if part)

        screen = OneLineScreen("What is to be done, by whom, by when?", understand, example="sam reading list fri")
        app.push_screen(
            screen,
            _writing(app, lambda journal, line: actions.add_action(journal, line, parent=parent.id, people=own)),
        )

    app.follow(begin)


def add_milestone(app: JournalApp, goal: Entry) -> None:
    """Ask for a place on the way, in one line."""

    async def begin() -> None:
        from ...journal.goal import goals
        from ..screens.one_line import OneLineScreen

        today = await app.ask(lambda journal: journal.time.today())
        if today is None:
            return

        def understand(line: str) -> str:
            title, due = read_dated_line(line, today)
            return f"{title} · by {say_day(due, today)}" if due else title

        screen = OneLineScreen("What will be there on the way?", understand, example="first draft by 4 dec")
        app.push_screen(screen, _writing(app, lambda journal, line: goals.add_milestone(journal, goal.id, line)))

    app.follow(begin)


def let_serve(app: JournalApp, goal: Entry, hidden: Collection[str]) -> None:
    """Ask which entry serves a goal, and link it to the goal; `hidden` are ids that are not offered."""
    from ..screens.links import LinkScreen

    def chosen(other: Entry | None) -> None:
        if other is not None:
            app.follow(partial(_write, app, lambda journal: _link(journal, other.id, goal.id)))

    app.push_screen(LinkScreen({goal.id, *hidden}, "What serves this goal?"), chosen)


def _link(journal: Journal, from_: str, to: str) -> Entry:
    return journal.entries.change(from_, {"links": [*journal.entries.get(from_).members("links"), to]})


def _writing(app: JournalApp, write: Callable[[Journal, str], object]) -> Callable[[str | None], None]:
    """What to do with the line that was asked for."""

    def answered(line: str | None) -> None:
        if line is not None:
            app.follow(partial(_write, app, lambda journal: write(journal, line)))

    return answered


async def _write(app: JournalApp, write: Callable[[Journal], object]) -> None:
    if await app.ask(write) is not None:
        app.post_message(JournalChanged())
