"""Tab 4, before there is a partner: agreements, meetings with anybody by name, and what is asked of one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.kinds import MEETING
from ...domain.kinds.agreement import STATES
from ...domain.meeting_name import meeting_name
from ...domain.text import clean_line
from ...journal.agreements import agreements
from ...journal.asking import requests
from ...journal.journal import Journal
from ..commands import agreement, asking, bindings, meeting, people
from ..filter_words import short_day
from .line import Line, labelled
from .list_pane import Contents, ListPane, named, new_entry
from .when import say_due, say_when

_MOST = 200
_LASTS = timedelta(hours=1)
"""How long a meeting counts as still ahead once it has begun, as on Today."""
_RUNNING = ("active", "paused", "draft")
_ABOUT = (
    "When you write with a partner, what you share stands here: your agreement, what you meet about, what you ask "
    "of each other. Until then this tab keeps your meetings with anybody, by name, and only you can see them.\n\n"
)
_KEPT = "Your meetings with anybody, by name. Only you can see them."
_NEW = (
    ("n", "bold $accent"),
    " plans a meeting, or writes one down.   ",
    ("C", "bold $accent"),
    " logs a coffee afterwards.\n",
    ("a", "bold $accent"),
    " makes an agreement.   ",
    ("A", "bold $accent"),
    " asks and gives.   ",
    ("P", "bold $accent"),
    " shows the people you meet.",
)


class PartnerPane(ListPane):
    """What runs, what lies ahead with the next one first, what is asked, then what has been with the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        new_entry("meeting"),
        *bindings(agreement.ShowAgreement, asking.ShowAsking, people.ShowPeople, meeting.LogCoffeeHere),
    ]
    makes: ClassVar[str] = "meeting"
    marks_written: ClassVar[bool] = True

    def contents(self, journal: Journal) -> Contents:
        now = journal.time.moment()
        shown = Contents(Content("Together").stylize("bold"), now.day, now.zone)
        meetings = journal.entries.of_kind(MEETING.name, limit=_MOST)
        ahead = [each for each in meetings if each.state != "held" and each.when.utc >= now.utc - _LASTS]
        before = [each for each in meetings if each not in ahead]
        _section(shown, "Agreements", _agreements(journal, now.day))
        _section(shown, "Ahead", _meetings(journal, sorted(ahead, key=lambda each: each.when.utc), now.day))
        _section(shown, "Asked", ((_request(journal, each, now.day), each) for each in requests(journal, "open")))
        _section(shown, "Before", _meetings(journal, before, now.day))
        shown.about = Content(_KEPT).stylize("$quiet") if shown.things else Content.assemble((_ABOUT, "$quiet"), *_NEW)
        return shown

    async def action_show_agreement(self) -> None:
        await self.app.run_action("show_agreement")

    async def action_show_asking(self) -> None:
        await self.app.run_action("show_asking")

    async def action_show_people(self) -> None:
        await self.app.run_action("show_people")

    async def action_log_coffee_here(self) -> None:
        await self.app.run_action("log_coffee")


def _section(shown: Contents, title: str, rows: Iterable[tuple[Line, Entry]]) -> None:
    rows = list(rows)
    if rows:
        shown.head(title)
    for line, entry in rows:
        shown.add(line, entry, title)


def _agreements(journal: Journal, today: date) -> Iterable[tuple[Line, Entry]]:
    labels = {state.value: state.label for state in STATES}
    for each in agreements(journal, states=_RUNNING):
        names = ", ".join(each.members("people"))
        ends = each.line("ends")
        until = f"until {short_day(date.fromisoformat(ends), today)}" if ends else ""
        about = " · ".join(part for part in (f"with {names}" if names else "", clean_line(each.line("focus"))) if part)
        yield labelled(labels.get(each.state, each.state).capitalize(), about or named(each), until), each


def _meetings(journal: Journal, meetings: Iterable[Entry], today: date) -> Iterable[tuple[Line, Entry]]:
    for each in meetings:
        names = clean_line(", ".join(each.members("people")))
        name = meeting_name(each)
        aside = [names if names.casefold() not in name.casefold() else "", each.line("channel")]
        aside = ["cancelled"] if each.state == "cancelled" else aside
        said = " · ".join(part for part in aside if part)
        yield labelled(say_when(journal.entries.when_of(each), today), name, said), each


def _request(journal: Journal, request: Entry, today: date) -> Line:
    due, source = request.line("due"), request.line("source")
    whom = ", ".join(request.members("people"))
    label = say_due(date.fromisoformat(due), today) if due else say_when(journal.entries.when_of(request), today)
    return labelled(label, named(request), f"{source} asks" if source else f"you ask {whom}".rstrip())
