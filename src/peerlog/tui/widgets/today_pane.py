"""Tab 1: what lies ahead and what is due, how the goals go, a question, and how the writing has gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.visual import Visual

from ...domain.entry import Draft, Entry
from ...journal.journal import Journal
from ...journal.today import Today, today
from ..commands import bindings, meeting, reflecting
from ..signing.signed_rows import TEXT
from ..signing.text_lines import news_line, text_line
from .goal_line import goal_lines
from .line import labelled
from .list_pane import Contents, ListPane, new_entry
from .rows import heading, row
from .today_lines import (
    action_line,
    apart_line,
    asked_line,
    cooled_line,
    draft_line,
    exchange_line,
    four_weeks_line,
    kept_line,
    lately_line,
    meeting_line,
    prompt_line,
    prompt_words,
    record_due_line,
    request_line,
    years_ago_line,
)
from .when import say_full_day

if TYPE_CHECKING:
    from ...journal.cpd.due_soon import RecordDue
    from ...journal.updates.exchange_outlook import ExchangeOutlook
    from ..actions.agreeing_texts import AgreeingTextActions
    from ..actions.keeping import KeepingActions
    from ..actions.records import RecordActions

KIT = "recovery-kit"
PROMPT = "prompt"
APART = "two-versions"
KEPT = "kept-until"
RECORD = "record:"
_EXCHANGE = "exchange:"
_LOOK_SECONDS = 60
_MOST_DRAFTS = 8
_MOST_TEXTS = 3
_FULL = 12
"""Lines before the question of the day that an ordinary terminal has room for."""
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

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._exchanges: dict[str, ExchangeOutlook] = {}
        self._in_folders: dict[str, int] = {}
        self._records_due: list[RecordDue] = []

    def on_mount(self) -> None:
        self.set_interval(_LOOK_SECONDS, self._look_into_folders)

    def show(self, shown: Contents) -> None:
        super().show(shown)
        self._look_into_folders()
        self._look_for_records()

    @work(group="folders", exclusive=True)
    async def _look_into_folders(self) -> None:
        """Count what lies in partners' folders. Drives can take their time, so neither screen nor journal waits."""
        outlooks = [each for each in self._exchanges.values() if each.circle.folder]
        if not outlooks:
            return
        from ...journal.updates.exchange_outlook import look_into_folder, with_folder

        names = [await asyncio.to_thread(look_into_folder, each) for each in outlooks]
        counted = await self.app.ask(
            lambda journal: [with_folder(journal, *each) for each in zip(outlooks, names, strict=True)]
        )
        now = {each.circle.space: each.in_folder for each in counted or () if each.in_folder}
        if counted is not None and now != self._in_folders and self.is_attached:
            self._in_folders = now
            self.reload()

    @work(group="records", exclusive=True)
    async def _look_for_records(self) -> None:
        """Bodies' requirements take some time to be read at first, so nothing else waits for them."""
        from ...journal.cpd.due_soon import records_due

        now = await self.app.ask(records_due)
        if now is not None and now != self._records_due and self.is_attached:
            self._records_due = now
            self.reload()

    def contents(self, journal: Journal) -> Contents:
        found = today(journal)
        shown = Contents(Content(say_full_day(found.day)).stylize("bold"), found.day, journal.time.zone)
        self._waiting(shown, found, journal)
        shown.gap()
        for progress, line in goal_lines(found.progress[:3], shown):
            shown.add(line, progress.goal, "goal")
        is_new = not shown.things and not found.recent
        self._lately(shown, found, journal, _FULL - len(shown.options))
        shown.gap()
        shown.read(prompt_words(found.prompt))
        shown.options.append(row(prompt_line(found.prompt, answered=found.answer is not None), PROMPT))
        shown.gap()
        if any(found.week):
            shown.options.append(heading(four_weeks_line(found.week)))
        if found.wants_recovery_kit:
            shown.options.append(row(labelled("Recovery kit", _NO_KIT, "Enter makes it"), KIT))
        if is_new:
            shown.about = Content.assemble(*_EMPTY)
        return shown

    def _waiting(self, shown: Contents, found: Today, journal: Journal) -> None:
        """What waits for somebody, without a line of space between."""
        if found.two_versions:
            shown.options.append(row(apart_line(found.two_versions), APART))
        for number, each in enumerate(found.meetings[:3]):
            shown.add(meeting_line(each, found, "" if number else "p prepare"), each, "meeting")
        self._exchanges = {
            each.circle.space: replace(each, in_folder=self._in_folders.get(each.circle.space, 0))
            for each in found.exchanges
        }
        for space, outlook in self._exchanges.items():
            if outlook.says_something:
                shown.options.append(row(exchange_line(outlook), _EXCHANGE + space))
        self._texts(shown, found, journal)
        _add(shown, "action", ((action_line(each, found.day), each) for each in found.actions))
        for asked in found.asked[:2]:
            shown.add(asked_line(asked), asked.agreement, "asked")
        for due in self._records_due:
            line = record_due_line(due, found.day)
            if due.record:
                shown.add(line, due.record, "record")
            else:
                shown.options.append(row(line, RECORD + due.membership.id))
        _add(shown, "request", ((request_line(each, found.day), each) for each in found.requests[:3]))
        for vent in found.cooled_off:
            shown.ask(cooled_line(vent, found.day), vent)
        if found.kept_long_enough:
            shown.options.append(row(kept_line(found.kept_long_enough), KEPT))
        _add(shown, "draft", ((draft_line(each, journal), each) for each in found.drafts[:_MOST_DRAFTS]))

    def _texts(self, shown: Contents, found: Today, journal: Journal) -> None:
        """What waits for a signature, and what has become of other texts since one last looked."""
        for each in found.to_sign[:_MOST_TEXTS]:
            shown.options.append(row(text_line(journal, each, say_whom=True), TEXT + each.id))
        for each in found.agreed_news[:_MOST_TEXTS]:
            shown.options.append(row(news_line(each), TEXT + each.id))

    def _lately(self, shown: Contents, found: Today, journal: Journal, room: int) -> None:
        """What was written lately and does not stand above, and this day in other years, as far as there is room."""
        rows: list[tuple[Visual, Entry, str]] = [
            (years_ago_line(each, found.day), each, "then") for each in found.years_ago
        ]
        above = {thing.id for thing in shown.things.values()}
        recent = [each for each in found.recent if each.id not in above]
        lately = [(lately_line(each, found, journal), each, "lately") for each in recent]
        rows = [*lately, *rows][: max(0, room - 1)]
        if rows:
            shown.gap()
        for line, entry, group in rows:
            shown.add(line, entry, group)

    def open_other(self, option_id: str) -> None:
        if option_id == KIT:
            from ..screens.recovery_kit import RecoveryKitScreen

            self.app.push_screen(RecoveryKitScreen())
        elif option_id == APART:
            self.app.run_worker(self.app.run_action("settle_versions"), group="apart")
        elif option_id == KEPT:
            cast("KeepingActions", self.app).action_show_kept_until()
        elif option_id.startswith(RECORD):
            self._begin_record(option_id.removeprefix(RECORD))
        elif option_id == PROMPT:
            self.app.run_worker(self.action_write_on_prompt(), group="prompt")
        elif option_id.startswith(TEXT):
            cast("AgreeingTextActions", self.app).show_text(option_id.removeprefix(TEXT))
        elif option_id.startswith(_EXCHANGE):
            outlook = self._exchanges.get(option_id.removeprefix(_EXCHANGE))
            self.app.run_worker(self.app.run_action("show_news" if outlook and outlook.came else "exchange"))
        elif self.shown and (vent := self.shown.asked.get(option_id)):
            self._cool_off(vent)

    def _begin_record(self, membership_id: str) -> None:
        for each in self._records_due:
            if each.membership.id == membership_id:
                self.app.follow(partial(cast("RecordActions", self.app).open_record, each.membership))

    def _cool_off(self, vent: Entry) -> None:
        from ..screens.cooled_off import CooledOffScreen

        if self.shown:
            self.app.push_screen(CooledOffScreen(vent, self.shown.day))

    def action_log_coffee_here(self) -> None:
        from ..screens.coffee import CoffeeScreen

        self.app.push_screen(CoffeeScreen())

    async def action_write_on_prompt(self) -> None:
        await self.app.run_action("write_on_prompt")


def _add(shown: Contents, group: str, rows: Iterable[tuple[Visual, Entry | Draft]]) -> None:
    for line, thing in rows:
        shown.add(line, thing, group)
