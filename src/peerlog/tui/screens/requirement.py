"""One requirement: where it stands, the entries that could fill it, and those that do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.dates import say_day
from ...domain.entry import Entry
from ...journal.cpd.overview import Outlook, requirement_outlook
from ...journal.cpd.quiet_marks import say_counting
from ...journal.cpd.words import say_have, say_lacks
from ...journal.journal import Journal
from ..commands import bindings, page
from ..standing_words import explained
from ..style_sheets import STYLES
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents, ListPane, named
from ..widgets.plain import plain_line
from ..widgets.standing_line import drawn
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...journal.cpd.wanted_now import Filler
    from ..journal_app import JournalApp

_BAR = 24
_NOTHING = "Nothing that you have written could fill it yet."


class RequirementScreen(Screen[None]):
    """Goes when the requirement is not there any more."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ClosePage)

    def __init__(self, membership_id: str, name: str, first: str) -> None:
        super().__init__()
        self.pane = RequirementPane(membership_id, name, date.fromisoformat(first))

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("Requirement", classes="page-kind")
            yield LockNotice()
        yield self.pane
        yield KeyLine()

    def on_mount(self) -> None:
        self.pane.focus_list()

    @property
    def current_entry(self) -> Entry | None:
        return self.pane.current_entry

    def action_close_page(self) -> None:
        self.dismiss()


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
