"""Moving a goal or an idea on: where it can go is asked, what came of an idea as well, and it can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ...domain.goal_course import COURSE as GOAL_COURSE
from ...domain.idea_course import COURSE as IDEA_COURSE
from ...domain.idea_course import asks_what_came
from ...domain.kinds import GOAL, IDEA
from ..keeping.undo import Undo
from ..messages import JournalChanged
from ..widgets.entry_line import name_of

if TYPE_CHECKING:
    from ...domain.course import Course
    from ...domain.entry import Entry
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


def can_move(entry: Entry | None) -> bool:
    return entry is not None and entry.kind in (GOAL.name, IDEA.name)


def course_of(entry: Entry) -> Course:
    return GOAL_COURSE if entry.kind == GOAL.name else IDEA_COURSE


def move_on(app: JournalApp, id_: str) -> None:
    """Offer the states that a goal or an idea can go to from where it stands now."""

    async def begin() -> None:
        entry = await app.ask(lambda journal: journal.entries.find(id_))
        if entry is not None and can_move(entry):
            _offer(app, entry)

    app.follow(begin)


def _offer(app: JournalApp, entry: Entry) -> None:
    from ..screens.moves import MovesScreen
    from ..screens.one_line import OneLineScreen

    course = course_of(entry)

    def answered(to: str, outcome: str | None) -> None:
        if outcome is not None:
            app.follow(partial(move_to, app, entry, to, outcome))

    def chosen(to: str | None) -> None:
        if to is None:
            return
        if entry.kind != IDEA.name or not asks_what_came(to):
            answered(to, "")
            return
        question = f"{course.label(to).capitalize()}. What came of it?"
        asked = OneLineScreen(
            question, lambda _: "", about="One line, or Enter alone.", value=entry.line("outcome"), may_be_empty=True
        )
        app.push_screen(asked, partial(answered, to))

    app.push_screen(MovesScreen(entry, course), chosen)


async def move_to(app: JournalApp, entry: Entry, to: str, outcome: str = "") -> None:
    """Bring a goal or an idea to another state, and say how to take that back."""
    from ...journal.goal.goals import move_goal
    from ...journal.ideas import move_idea

    def moved(journal: Journal) -> Entry:
        if entry.kind == GOAL.name:
            return move_goal(journal, entry.id, to)
        return move_idea(journal, entry.id, to, outcome)

    before = {name: entry.line(name) for name in ("state", "outcome") if name == "state" or entry.kind == IDEA.name}

    async def back() -> bool:
        return await app.ask(lambda journal: journal.entries.change(entry.id, before)) is not None

    if await app.ask(moved) is not None:
        done = f"“{name_of(entry)}”: {course_of(entry).label(to)}."
        app.last_done.remember(Undo(done, "It stands where it stood.", back))
        app.post_message(JournalChanged())
