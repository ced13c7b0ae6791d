"""Going through what could count, one at a time, one key for each; then only what is required is asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ...domain.minutes import say_minutes
from ...domain.text import shorten
from ...journal.cpd.activities import count_not, look_again
from ...journal.cpd.counting import begin_counting, let_it_count
from ...journal.cpd.disclosure import first_counted
from ...journal.cpd.guesses import fields_of
from ...journal.cpd.record_material import prose_of
from ...journal.cpd.still_missing import Missing, still_missing
from ...journal.cpd.sweep import Candidate, candidates, let_count, sweep_since
from ...journal.journal import Journal
from ..commands import bindings, cpd, exchanging
from ..cpd.cpd_words import say_facet
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.entry_line import kind_of, name_of
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from ..widgets.standing_line import drawn
from ..widgets.topline import LockNotice
from ..widgets.when import say_full_day

if TYPE_CHECKING:
    from textual import getters

    from ...journal.cpd.counting import Counting
    from ..journal_app import JournalApp
    from .counting import Counted

AT_ONCE = 100
_BAR = 20
_LONGEST = 1200
"""Characters of a text: enough to tell whether it counts."""

COUNTS, NOT, LATER = "counts", "not", "later"


class SweepScreen(Screen[None]):
    """What is decided is saved at once, so that stopping at any moment loses nothing."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(cpd.SweepCounts, cpd.SweepCountsNot, cpd.SweepLater),
        replace(cpd.CountAsCpd.binding(), show=True, description="change it"),
        *bindings(cpd.EndSweep, cpd.SweepUndo, exchanging.ScrollOn, exchanging.ScrollBack),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Candidate] = []
        self._proses: dict[str, str] = {}
        self._more = False
        self._decided: list[str] = []
        self._counted: list[Entry] = []

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("What could count", classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        yield Static(id="sweep-place")
        with VerticalScroll(id="sweep-entry", can_focus=False):
            yield Static(id="sweep-about")
            yield Static(id="sweep-text")
        yield Static(id="sweep-as")
        yield KeyLine()

    def on_mount(self) -> None:
        self._look()

    @work(group=FOLLOWED, exclusive=True)
    async def _look(self) -> None:
        found = await self.app.ask(_to_look_at)
        if found is None or not self.is_attached:
            return
        candidates, self._proses = found
        self._found, self._more = candidates[:AT_ONCE], len(candidates) > AT_ONCE
        if self._found:
            self._show()
        else:
            self.app.tell("Everything that could count has been looked at.", seconds=5)
            self.dismiss()

    @property
    def current_entry(self) -> Entry | None:
        candidate = self._candidate
        return candidate.entry if candidate else None

    @property
    def _candidate(self) -> Candidate | None:
        at = len(self._decided)
        return self._found[at] if at < len(self._found) else None

    def _show(self) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        entry, at = candidate.entry, len(self._decided)
        place = Content.assemble(
            f"{at + 1} of {len(self._found)}  ", drawn(at / len(self._found), _BAR), f"  {self._so_far()}"
        )
        self.query_one("#sweep-place", Static).update(place)
        self.query_one(".page-space", Static).update(say_space(entry.with_whom))
        facts = plain_line(f"{kind_of(entry)} · {say_full_day(entry.when.day)} {entry.when.day.year}").stylize("$quiet")
        name = plain_line(name_of(entry)).stylize("bold")
        self.query_one("#sweep-about", Static).update(Content("\n").join([facts, name]))
        prose = self._proses[entry.id]
        text = prose if prose.strip() != entry.headline else ""
        self.query_one("#sweep-text", Static).update(plain(shorten(text, _LONGEST)))
        length = say_minutes(entry.minutes) if entry.minutes else "no length yet"
        said = plain_line(f"{length} · {say_facet(fields_of(candidate.guess))}")
        self.query_one("#sweep-as", Static).update(Content.assemble(("Would count as  ", "$quiet"), said))
        self.query_one("#sweep-entry").scroll_home(animate=False)
        self.refresh_bindings()

    def _so_far(self) -> str:
        counted = self._decided.count(COUNTS)
        return f"{counted} {'counts' if counted == 1 else 'count'}" if counted else ""

    # One key for each

    async def action_sweep_counts(self) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        activity = await self.app.ask(lambda journal: let_count(journal, candidate))
        if activity is not None:
            self._counted.append(activity)
            await self._decide(COUNTS)

    async def action_sweep_counts_not(self) -> None:
        entry = self.current_entry
        if entry and await self.app.ask(lambda journal: count_not(journal, entry.id)):
            await self._decide(NOT)

    async def action_sweep_later(self) -> None:
        if self._candidate:
            await self._decide(LATER)

    async def action_sweep_undo(self) -> None:
        """Go back to the one before, as if nothing had been said of it."""
        if not self._decided:
            self.app.tell("There is nothing to take back.", seconds=3)
            return
        before, entry_id = self._decided[-1], self._found[len(self._decided) - 1].entry.id
        if before != LATER and await self.app.ask(lambda journal: _forget(journal, entry_id)) is None:
            return
        self._decided.pop()
        if before == COUNTS:
            self._counted.pop()
        self._show()

    async def action_count_as_cpd(self) -> None:
        """Let it count as something else than what is guessed."""
        from .counting import CountingScreen

        candidate = self._candidate
        if candidate is None:
            return
        counting = await self.app.ask(lambda journal: begin_counting(journal, candidate.entry.id))
        if counting is not None:
            self.app.push_screen(CountingScreen(counting, offers_page=False), partial(self._changed, counting))

    def _changed(self, counting: Counting, said: Counted | None) -> None:
        if said is None:
            return
        what, minutes, facet, first_day = said

        async def take_in() -> None:
            if what == "not":
                await self.action_sweep_counts_not()
                return
            activity = await self.app.ask(lambda journal: let_it_count(journal, counting, minutes, facet, first_day))
            if activity is not None:
                self._counted.append(activity)
                await self._decide(COUNTS)

        self.app.follow(take_in)

    def action_scroll_on(self) -> None:
        self.query_one("#sweep-entry", VerticalScroll).scroll_relative(y=3, animate=False)

    def action_scroll_back(self) -> None:
        self.query_one("#sweep-entry", VerticalScroll).scroll_relative(y=-3, animate=False)

    async def _decide(self, what: str) -> None:
        self._decided.append(what)
        if self._candidate is None:
            await self._end()
        else:
            self._show()

    # The end

    async def action_end_sweep(self) -> None:
        await self._end()

    async def _end(self) -> None:
        counted = self._counted
        found = await self.app.ask(lambda journal: _about(journal, counted)) if counted else ({}, [])
        if found is None or not self.is_attached:
            return
        missing, reminders = found
        steps = [(each, one) for each in counted for one in missing[each.id] if one.sort != "field"]
        answers = sum(one.sort == "field" for some in missing.values() for one in some)
        self.app.post_message(JournalChanged())
        self.dismiss()
        self._say_the_end(answers)
        for each in reminders:
            self.app.tell(each, seconds=20, besides=True)
        if steps:
            self._fill_in(steps)

    def _fill_in(self, steps: list[tuple[Entry, Missing]]) -> None:
        from .filling_in import FillingInScreen

        self.app.push_screen(FillingInScreen(steps))

    def _say_the_end(self, answers: int) -> None:
        if not self._decided:
            return
        counted, not_counted = self._decided.count(COUNTS), self._decided.count(NOT)
        later = len(self._found) - counted - not_counted
        parts = [f"{counted} {'counts' if counted == 1 else 'count'}"]
        parts += [f"{not_counted} {'does' if not_counted == 1 else 'do'} not"] if not_counted else []
        parts += [f"{later} for later"] if later else []
        said = f"{', '.join(parts)}."
        if self._more:
            said += " More wait: s goes on."
        if answers:
            said += " Your record asks for a few words about those that go into it: r on tab 5."
        self.app.tell(said, seconds=8)


def _to_look_at(journal: Journal) -> tuple[list[Candidate], dict[str, str]]:
    """The candidates, one more than are shown where there are more, and all that was written in each by its id."""
    found = list(islice(candidates(journal, sweep_since(journal), journal.time.today()), AT_ONCE + 1))
    return found, {each.entry.id: prose_of(journal, each.entry) for each in found}


def _about(journal: Journal, counted: list[Entry]) -> tuple[dict[str, tuple[Missing, ...]], list[str]]:
    """What is still to be said of each, by its id, and what to keep in mind about the bodies that they count for."""
    return still_missing(journal, counted), [said for each in counted for said in first_counted(journal, each)]


def _forget(journal: Journal, entry_id: str) -> bool:
    look_again(journal, entry_id)
    return True
