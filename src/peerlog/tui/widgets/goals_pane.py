"""Tab 3: goals by where they stand."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.entry import Entry
from ...domain.kinds.goal import STATES
from ...domain.selection import Selection
from ...journal.journal import Journal
from .line import Line, labelled
from .list_pane import Contents, ListPane, named, new_entry
from .rows import row
from .when import say_due

_MOST = 500
_ORDER = ("active", "agreed", "proposed", "met", "let-go")
_EMPTY = (
    "No goals yet. What would you like to be different?\n\n",
    ("n", "bold $accent"),
    " sets one; how you will know and by when can wait.",
)


class GoalsPane(ListPane):
    """Goals under their states, the nearest due date first."""

    BINDINGS: ClassVar[list[BindingType]] = [new_entry("goal")]
    makes: ClassVar[str] = "goal"

    def contents(self, journal: Journal) -> Contents:
        day = journal.time.today()
        shown = Contents(Content("Goals").stylize("bold"), day, journal.time.zone)
        goals = journal.entries.page(Selection(kinds=frozenset({"goal"})), limit=_MOST).entries
        if not goals:
            shown.about = Content.assemble(*_EMPTY)
        labels = {state.value: state.label for state in STATES}
        for state in _ORDER:
            standing = [goal for goal in goals if (goal.line("state") or "active") == state]
            if not standing:
                continue
            if shown.options:
                shown.options.append(Option(Content(), disabled=True))
            shown.options.append(Option(Content(labels[state].capitalize()).stylize("$quiet"), disabled=True))
            for goal in sorted(standing, key=lambda goal: (goal.line("due") or "9999", goal.id)):
                shown.options.append(row(_line(goal, day, ended=state in ("met", "let-go")), goal.id))
                shown.things[goal.id] = goal
        return shown


def _line(goal: Entry, day: date, *, ended: bool) -> Line:
    start, end = goal.line("baseline"), goal.line("target")
    way = f"{start} → {end}" if start and end else end
    due = "" if ended or not goal.line("due") else say_due(date.fromisoformat(goal.line("due")), day)
    return labelled(due, named(goal), way)
