"""One requirement: where it stands, the entries that could fill it, and those that do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from ...domain.dates import say_day
from ...domain.text import clean_line
from ...journal.cpd.overview import Outlook, people_for, requirement_outlook
from ...journal.cpd.words import say_have, say_lacks
from ...journal.journal import Journal
from ..commands import cpd
from ..cpd.standing_words import called, explained
from ..widgets.counted_line import counted_line
from ..widgets.entry_line import name_of
from ..widgets.line import LABEL_WIDTH, Line
from ..widgets.list_pane import Contents, ListPane, named, new_entry
from ..widgets.plain import plain_line
from ..widgets.standing_line import drawn
from .pane_screen import PaneScreen

if TYPE_CHECKING:
    from ...journal.cpd.wanted_now import Filler
    from ..app import PeerlogApp

_BAR = 24
_NOTHING = "Nothing that you have written could fill it yet. "


class RequirementScreen(PaneScreen):
    """Goes when the requirement is not there any more."""

    def __init__(self, membership_id: str, name: str, first: str) -> None:
        self._which = membership_id, name, first
        self.pane = RequirementPane(membership_id, name, date.fromisoformat(first))
        super().__init__(self.pane, "Requirement")

    def way_back(self) -> Callable[[], Screen[None]]:
        return partial(_requirement_again, self._which, self.pane.marked_row)


def _requirement_again(which: tuple[str, str, str], row: str) -> Screen[None]:
    screen = RequirementScreen(*which)
    screen.pane.starts_at = row
    return screen


class RequirementPane(ListPane):
    """Its rows say what an entry lacks, or as what it counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(cpd.CountAsCpd.binding(), action="app.count_as_cpd", show=True),
        new_entry("something that counts"),
    ]
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
        title = f"{found.standing.course.scheme.label}: {called(status)}"
        shown = Contents(plain_line(title).stylize("bold"), today, journal.time.zone)
        figure = Content.assemble(plain_line(say_have(status)), "  ", drawn(status.share, _BAR) if status.need else "")
        shown.about = Content("\n").join([figure, *explained(found.standing, status)])
        if found.need:
            _add_fillers(shown, found)
        if found.fills:
            shown.head("Fills it")
        for each in found.fills:
            shown.add(counted_line(each, named(each), today), each, "fills")
        return shown

    def show(self, shown: Contents) -> None:
        if shown.is_gone:
            self.screen.dismiss()
        else:
            super().show(shown)

    def action_new_entry(self) -> None:
        actions = cast("PeerlogApp", self.app)
        actions.follow(actions.add_activity)


def _add_fillers(shown: Contents, found: Outlook) -> None:
    need = found.need
    if need is None or not need.fillers:
        shown.head("Could fill it")
        with_somebody = people_for(found.standing, found.status)
        who = ", and p on its page says who it was with" if with_somebody else ""
        hint = (("n", "bold $accent"), (f" writes down what stands nowhere else{who}.", "$quiet"))
        shown.read(Content.assemble((_NOTHING, "$quiet"), *hint))
        return
    common = frozenset.intersection(*(frozenset(each.lacks) for each in need.fillers))
    said = ", ".join(say_lacks(found.standing.course, sorted(common)))
    shown.head(clean_line(f"Could fill it; still needed: {said}" if said else "Could fill it"))
    for each in need.fillers:
        day = say_day(each.entry.when.day, shown.day)
        lacking = plain_line(_say_lacking(found, each, common)).stylize("$quiet")
        label = Content(day).stylize("$quiet")
        name = plain_line(name_of(each.entry))
        line = Line(label, name, lacking, label_width=LABEL_WIDTH, right_is_whole=True)
        shown.add(line, each.activity or each.entry, "could")
    if need.more:
        shown.read(Content(f"and {need.more} more").stylize("$quiet"))


def _say_lacking(found: Outlook, filler: Filler, common: frozenset[str]) -> str:
    """What it lacks besides what all of them lack, and whether it counts already."""
    lacks = ", ".join(say_lacks(found.standing.course, (each for each in filler.lacks if each not in common)))
    return ", ".join(each for each in ("counts" if filler.counts else "", f"needs {lacks}" if lacks else "") if each)
