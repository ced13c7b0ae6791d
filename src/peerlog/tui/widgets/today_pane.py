"""Tab 1: what lies ahead, what is begun, what is due, and what was written on this day before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.entry import Draft, Entry
from ...domain.kinds import KINDS
from ...domain.meeting_name import meeting_name
from ...domain.text import clean_line
from ...journal.closing import meeting_closed_by, meeting_of
from ...journal.journal import Journal
from ...journal.today import Today, today
from ..commands import bindings, meeting, reflecting
from .line import LABEL_WIDTH, Line, labelled
from .list_pane import Contents, ListPane, named, new_entry
from .rows import heading, row
from .spark import spark
from .when import say_due, say_full_day, say_when, say_years

KIT = "recovery-kit"
_MOST_DRAFTS = 8
_EMPTY = (
    "Nothing is written here yet.\n\n",
    ("n", "bold $accent"),
    " begins a note. Write, and leave with ",
    ("Esc", "bold $accent"),
    ": it is saved. Title, tags and date can wait.",
)
_NO_KIT = "none yet for a forgotten passphrase"


class TodayPane(ListPane):
    """Today as rows, each of which Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        new_entry("note"),
        *bindings(reflecting.WriteOnPrompt, meeting.LogCoffeeHere),
    ]

    def contents(self, journal: Journal) -> Contents:
        found = today(journal)
        shown = Contents(Content(say_full_day(found.day)).stylize("bold"), found.day, journal.time.zone)
        page = _Page(shown)
        page.add("meeting", [(_meeting(each, found), each) for each in found.meetings[:3]])
        page.add("action", [(_action(each, found.day), each) for each in found.actions])
        page.ask("cooled", [(_cooled(each, found.day), each) for each in found.cooled_off])
        page.add("draft", [(_draft(each, journal), each) for each in found.drafts[:_MOST_DRAFTS]])
        page.add("due", [(_due(each, found.day), each) for each in found.goals_due])
        page.add("goal", [(_goal(each), each) for each in found.goals if each not in found.goals_due][:3])
        page.add("idea", [(labelled("To try", named(each)), each) for each in found.ideas[:3]])
        page.add("lately", [(_lately(each, found, journal), each) for each in found.recent])
        page.add("then", [(_years_ago(each, found.day), each) for each in found.years_ago[:3]])
        page.gap()
        if any(found.week):
            shown.options.append(heading(_four_weeks(found.week)))
        if found.wants_recovery_kit:
            shown.options.append(row(labelled("Recovery kit", _NO_KIT, "Enter makes it"), KIT))
        if not shown.things:
            shown.about = Content.assemble(*_EMPTY)
        return shown

    def action_log_coffee_here(self) -> None:
        from ..screens.coffee import CoffeeScreen

        self.app.push_screen(CoffeeScreen())

    async def action_write_on_prompt(self) -> None:
        await self.app.run_action("write_on_prompt")

    def open_other(self, option_id: str) -> None:
        if option_id == KIT:
            from ..screens.recovery_kit import RecoveryKitScreen

            self.app.push_screen(RecoveryKitScreen())
        elif self._shown and option_id in self._shown.asked:
            from ..screens.cooled_off import CooledOffScreen

            self.app.push_screen(CooledOffScreen(self._shown.asked[option_id], self._shown.day))


class _Page:
    """Collects rows in groups with a line of space between them."""

    def __init__(self, shown: Contents) -> None:
        self._shown = shown

    def add(self, group: str, rows: Iterable[tuple[Line, Entry | Draft]]) -> None:
        rows = list(rows)
        if rows:
            self.gap()
        for line, thing in rows:
            id = f"{group}:{thing.id}"
            self._shown.options.append(row(line, id))
            self._shown.things[id] = thing

    def ask(self, group: str, rows: Iterable[tuple[Line, Entry]]) -> None:
        """Rows that open a question about their entry instead of the entry."""
        rows = list(rows)
        if rows:
            self.gap()
        for line, entry in rows:
            id = f"{group}:{entry.id}"
            self._shown.options.append(row(line, id))
            self._shown.asked[id] = entry

    def gap(self) -> None:
        if self._shown.options:
            self._shown.options.append(Option(Content(), disabled=True))


def _meeting(entry: Entry, found: Today) -> Line:
    people = ", ".join(entry.members("people"))
    title = named(entry) if entry.headline else f"Meeting with {people}" if people else "Meeting"
    aside = people if people and people.casefold() not in title.casefold() else entry.line("channel")
    return labelled(say_when(entry.when.in_zone(found.now.zone), found.day), title, aside)


def _action(action: Entry, day: date) -> Line:
    due = action.line("due")
    label = say_due(date.fromisoformat(due), day) if due else "To do"
    owner = action.line("owner")
    return labelled(label, f"{owner}: {named(action)}" if owner else named(action), "Space done")


def _cooled(vent: Entry, day: date) -> Line:
    """Without its words: whoever looks over a shoulder need not read them."""
    words = len(vent.text.split())
    size = f" ({words} {'word' if words == 1 else 'words'})" if words else ""
    when = "yesterday" if (day - vent.when.day).days == 1 else f"on {say_full_day(vent.when.day)}"
    return labelled("Cooled off?", f"You let off steam {when}{size}", "Enter decides")


def _draft(draft: Draft, journal: Journal) -> Line:
    of = meeting_of(journal, draft)
    if of is not None:
        label, way = ("To close", "Enter goes on") if meeting_closed_by(draft) else ("Going on", "Enter comes back")
        return labelled(label, meeting_name(of), way)
    title = clean_line(draft.headline)
    kind = KINDS[draft.kind].label.lower() if draft.kind in KINDS else "entry"
    return labelled("Unfinished", title or f"a {kind}", "Enter goes on")


def _due(goal: Entry, day: date) -> Line:
    return labelled(say_due(date.fromisoformat(goal.line("due")), day), named(goal), _way(goal))


def _goal(goal: Entry) -> Line:
    return labelled("Goal", named(goal), _way(goal))


def _way(goal: Entry) -> str:
    start, end = goal.line("baseline"), goal.line("target")
    return f"{start} → {end}" if start and end else end


def _lately(entry: Entry, found: Today, journal: Journal) -> Line:
    kind = KINDS[entry.kind].label.lower() if entry.kind in KINDS else entry.kind
    return labelled(say_when(journal.entries.when_of(entry), found.day), named(entry), kind)


def _years_ago(entry: Entry, day: date) -> Line:
    return labelled(say_years(day.year - entry.when.day.year), named(entry))


def _four_weeks(days: tuple[int, ...]) -> Line:
    entries, written = sum(days), sum(1 for count in days if count)
    said = f"{entries} {'entry' if entries == 1 else 'entries'} on {written} {'day' if written == 1 else 'days'}"
    return Line(
        Content("Four weeks").stylize("$quiet"),
        Content.assemble((spark(days), "$accent"), "  ", (said, "$quiet")),
        label_width=LABEL_WIDTH,
    )
