"""One requirement: where it stands, the entries that could fill it, and those that do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.dates import say_day
from ...journal.cpd.overview import Outlook, requirement_outlook
from ...journal.cpd.quiet_marks import say_counting
from ...journal.cpd.words import say_have, say_lacks
from ...journal.journal import Journal
from ..standing_words import explained
from ..widgets.entry_line import name_of
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents, ListPane, named
from ..widgets.plain import plain_line
from ..widgets.standing_line import drawn
from .pane_screen import PaneScreen

if TYPE_CHECKING:
    from ...journal.cpd.wanted_now import Filler

_BAR = 24
_NOTHING = "Nothing that you have written could fill it yet."


class RequirementScreen(PaneScreen):
    """Goes when the requirement is not there any more."""

    def __init__(self, membership_id: str, name: str, first: str) -> None:
        super().__init__(RequirementPane(membership_id, name, date.fromisoformat(first)), "Requirement")


class RequirementPane(ListPane):
    """Its rows say what an entry lacks, or as what it counts."""

    says_what_counts = False

    def __init__(self, membership_id: str, name: str, first: date) -> None:
        super().__init__(id="requirement")
        self._membership_id = membership_id
        self._requirement = name
        self._first = first

    def contents(self, journal: Journal) -> Contents:
        today = journal.time.today()
        found = requirement_outlook(journal, self._membership_id, self._requirement, self._first)
        if found is None:
            return Contents(Content(), today, journal.time.zone, is_gone=True)
        status = found.status
        title = f"{found.standing.course.scheme.label}: {status.requirement.label}"
        shown = Contents(plain_line(title).stylize("bold"), today, journal.time.zone)
        figure = Content.assemble(plain_line(say_have(status)), "  ", drawn(status.share, _BAR) if status.need else "")
        shown.about = Content("\n").join([figure, *explained(found.standing, status)])
        if found.need:
            _add_fillers(shown, found)
        if found.fills:
            shown.head("Fills it")
        for each in found.fills:
            counting = say_counting(each.minutes, each.line("type"))
            shown.add(labelled(say_day(each.when.day, today), named(each), counting), each, "fills")
        return shown

    def show(self, shown: Contents) -> None:
        if shown.is_gone:
            self.screen.dismiss()
        else:
            super().show(shown)


def _add_fillers(shown: Contents, found: Outlook) -> None:
    need = found.need
    shown.head("Could fill it")
    if need is None or not need.fillers:
        shown.read(Content(_NOTHING).stylize("$quiet"))
        return
    for each in need.fillers:
        day = say_day(each.entry.when.day, shown.day)
        lacking = plain_line(_say_lacking(found, each)).stylize("$quiet")
        label = Content(day).stylize("$quiet")
        name = plain_line(name_of(each.entry))
        shown.add(Line(label, name, lacking, label_width=LABEL_WIDTH, right_is_whole=True), each.entry, "could")
    if need.more:
        shown.read(Content(f"and {need.more} more").stylize("$quiet"))
    shown.read(Content.assemble(("c", "bold $accent"), (" lets what is marked count; Enter opens it.", "$quiet")))


def _say_lacking(found: Outlook, filler: Filler) -> str:
    lacks = ", ".join(say_lacks(found.standing.course, filler.lacks))
    if not lacks:
        return "ready to count"
    return f"{'counts, ' if filler.counts else ''}needs {lacks}"
