"""Tab 4, before there is a partner: what it is for, and meetings with anybody by name."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.entry import Entry
from ...domain.selection import Selection
from ...journal.journal import Journal
from ..commands import asking, bindings, meeting
from .line import Line, labelled
from .list_pane import Contents, ListPane, named, new_entry
from .rows import row
from .when import say_when

_MOST = 200
_ABOUT = (
    "When you write with a partner, what you share stands here: your agreement, what you meet about, what you ask "
    "of each other. Until then this tab keeps your meetings with anybody, by name, and only you can see them.\n\n"
)
_KEPT = "Your meetings with anybody, by name. Only you can see them."
_NEW = (("n", "bold $accent"), " plans a meeting, or writes one down.")


class PartnerPane(ListPane):
    """Meetings: what lies ahead, the next one first; then what has been, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        new_entry("meeting"),
        *bindings(meeting.LogCoffeeHere, asking.ShowAsking),
    ]
    makes: ClassVar[str] = "meeting"

    def action_show_asking(self) -> None:
        from ..screens.asking import AskingScreen

        self.app.push_screen(AskingScreen())

    def contents(self, journal: Journal) -> Contents:
        now = journal.time.moment()
        shown = Contents(Content("Together").stylize("bold"), now.day, now.zone)
        meetings = journal.entries.page(Selection(kinds=frozenset({"meeting"})), limit=_MOST).entries
        shown.about = Content(_KEPT).stylize("$quiet") if meetings else Content.assemble((_ABOUT, "$quiet"), *_NEW)
        ahead = [each for each in meetings if each.state != "held" and each.when.utc >= now.utc - timedelta(hours=1)]
        before = [each for each in meetings if each not in ahead]
        for label, group in (("Ahead", sorted(ahead, key=lambda each: each.when.utc)), ("Before", before)):
            if not group:
                continue
            if shown.options:
                shown.options.append(Option(Content(), disabled=True))
            shown.options.append(Option(Content(label).stylize("$quiet"), disabled=True))
            for each in group:
                when = say_when(journal.entries.when_of(each), now.day)
                shown.options.append(row(_line(each, when), each.id))
                shown.things[each.id] = each
        return shown

    def action_log_coffee_here(self) -> None:
        from ..screens.coffee import CoffeeScreen

        self.app.push_screen(CoffeeScreen())


def _line(meeting: Entry, when: str) -> Line:
    people = ", ".join(meeting.members("people"))
    title = named(meeting) if meeting.headline else f"with {people}" if people else "Meeting"
    aside = " · ".join(part for part in (people if meeting.headline else "", meeting.line("channel")) if part)
    return labelled(when, title, aside)
