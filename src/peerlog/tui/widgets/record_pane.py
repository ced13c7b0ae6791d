"""A record's page: what is handed in, in the order of the form, written field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.prepared_record import PreparedField, PreparedPart, PreparedRecord
from ...domain.problem import Problem
from ...errors import Refused
from ...journal.cpd.record_look import RecordLook, is_handed_in, look_at_record
from ...journal.journal import Journal
from ..commands import bindings, record, record_leaving
from ..commands.entry import EditEntry
from ..cpd import record_opening
from ..cpd.cpd_words import say_facet
from ..cpd.record_choosing import leave_out_or_take_in, reopen_record, take_all_in, take_answer_away
from ..cpd.record_list import say_day
from ..cpd.record_rows import ITEM, MORE, OUT, Place, RecordRows, add_record, say_unsettled
from ..cpd.standing_words import say_left
from ..life.type_ahead import FOLLOWED
from .entry_line import name_of
from .entry_pane import EntryPane
from .glance import Glance
from .list_pane import Contents
from .plain import plain, plain_line
from .rows import Rows


class RecordPane(EntryPane):
    """Enter writes the field that is marked, opens an activity, or notes a person's part."""

    heading = "Record"
    says_what_counts = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(record.SeeToNext, record.TakeInOrOut, record.TakeAllIn, record.ReopenRecord),
        *record_leaving.record_bindings(*record_leaving.ON_ITS_PAGE),
        replace(EditEntry.binding(), show=False),  # Enter does the same
    ]

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self.look: RecordLook | None = None
        self._rows = RecordRows()
        self._unfolded: set[str] = set()
        self._seen_to = ""

    @property
    def prepared(self) -> PreparedRecord | None:
        """The record as it would be handed in, once it has been read; None also where it cannot be."""
        return self.look.prepared if self.look else None

    @property
    def is_handed_in(self) -> bool:
        return self.entry is not None and is_handed_in(self.entry)

    def page(self, journal: Journal, entry: Entry) -> Contents:
        shown = Contents(plain_line(entry.title).stylize("bold"), journal.time.today(), journal.time.zone)
        try:
            look = look_at_record(journal, entry)
        except (Problem, Refused) as problem:
            self.look, self._rows = None, RecordRows()
            shown.about = plain(f"{problem.message} {problem.hint}".strip()).stylize("$warning")
            return shown
        self.look = look
        shown.about = Content("\n").join(_about(look, entry, shown))
        self._rows = add_record(shown, look, self._unfolded)
        return shown

    # What is marked

    @property
    def _marked_id(self) -> str:
        rows = self.query_one_optional(Rows)
        option = rows.highlighted_option if rows else None
        return (option.id if option else None) or ""

    @property
    def place(self) -> Place | None:
        """What the marked row stands for; None on an activity and on all that is only read."""
        return self._rows.places.get(self._marked_id)

    @property
    def _marks_activity(self) -> bool:
        return self._marked_id.startswith((f"{ITEM}:", f"{OUT}:"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "toggle_done":
            return False
        if action == "reopen_record":
            return self.is_handed_in
        if action == "see_to_next":
            return not self.is_handed_in and bool(self._rows.missing)
        if action == "take_in_or_out":
            return not self.is_handed_in and self._marks_activity
        if action == "take_all_in":
            return not self.is_handed_in and self.look is not None and self.look.is_chosen
        return super().check_action(action, parameters)

    def glance(self) -> None:
        """The whole answer beside the list, or what the field asks for."""
        place, marked = self.place, self.marked()
        if place and place.field:
            said = _said(place.field)
        elif isinstance(marked, Entry) and self._marks_activity:
            said = _said_of_activity(marked)
        elif place and place.part and place.item is None:
            said = _said_of_part(place.part)
        else:
            super().glance()
            return
        self.query_one(Glance).query_one(Static).update(Content("\n").join(said))
        self.query_one(Glance).scroll_home(animate=False)

    # Opening

    def open_other(self, option_id: str) -> None:
        if option_id.startswith(MORE):
            self._unfold(option_id.removeprefix(MORE))
        elif option_id in self._rows.facts:
            self._unfold(self._rows.facts[option_id])
        elif place := self._rows.places.get(option_id):
            self._open(place)

    def _unfold(self, key: str) -> None:
        self._unfolded.add(key)
        self.reload()

    def _open(self, place: Place) -> None:
        if self.is_handed_in:
            self.app.tell("This record was handed in and is left as it is. R reopens it.", seconds=5)
        elif self.entry and self.look:
            record_opening.open_place(self.app, self.entry, self.look, place, self._go_on)

    def action_edit_entry(self) -> None:
        self.query_one(Rows).action_select()

    # From one thing to see to to the next

    @work(group=FOLLOWED)
    async def action_see_to_next(self) -> None:
        if found := self._next_missing():
            self._see_to(found)

    def _go_on(self) -> None:
        self.app.follow(self._go_on_from_here)

    async def _go_on_from_here(self) -> None:
        """After an answer: what is missing now has to be read first."""
        await self.load()
        found = self._next_missing()
        if not found:
            self.app.tell("Everything that is asked for is there.", seconds=5)
        elif found == self._seen_to:
            self.app.tell("This is all that is left to see to.", seconds=5)
        else:
            self._see_to(found)

    def _next_missing(self) -> str:
        """The row to see to after the marked one, round to the first; the marked one itself if it was passed over."""
        rows = self.query_one(Rows)
        here = rows.highlighted or 0
        if self._can_be_written(self._marked_id) and self._marked_id not in ("", self._seen_to):
            return self._marked_id
        order = sorted(self._rows.missing, key=lambda id_: ((at := rows.get_option_index(id_)) <= here, at))
        return order[0] if order else ""

    def _can_be_written(self, id_: str) -> bool:
        """Whether it is missing and can be written there, as what a whole part lacks cannot."""
        place = self._rows.places.get(id_) if id_ in self._rows.missing else None
        return place is not None and bool(place.field or place.person)

    def _see_to(self, id_: str) -> None:
        rows = self.query_one(Rows)
        rows.highlighted, self._seen_to = rows.get_option_index(id_), id_
        if self._can_be_written(id_):
            self._open(self._rows.places[id_])

    # What is in it

    @work(group=FOLLOWED, exclusive=True)
    async def action_take_in_or_out(self) -> None:
        marked = self.marked()
        if self.entry and isinstance(marked, Entry) and self._marks_activity:
            is_in = self._marked_id.startswith(f"{ITEM}:")
            await leave_out_or_take_in(self.app, self.entry.id, marked, is_in=is_in)
            await self.load()  # the next key is about what is marked then

    @work(group=FOLLOWED, exclusive=True)
    async def action_take_all_in(self) -> None:
        if self.entry:
            await take_all_in(self.app, self.entry.id)
            await self.load()

    @work(group=FOLLOWED, exclusive=True)
    async def action_reopen_record(self) -> None:
        if self.entry:
            await reopen_record(self.app, self.entry)
            await self.load()

    async def action_delete_entry(self) -> None:
        """On an activity it leaves the record, on a field its answer goes; the whole record goes from its parts."""
        place = self.place
        if self.is_handed_in or not (self._marks_activity or (place and place.field)):
            await super().action_delete_entry()
        elif self._marks_activity:
            self.action_take_in_or_out()
        elif place and place.field and place.field.source == "own":
            await take_answer_away(self.app, place.item_id, place.field)
        else:
            self.app.tell("Nothing is written there that could be taken away.", seconds=4)


def _about(look: RecordLook, entry: Entry, shown: Contents) -> list[Content]:
    record = look.prepared
    period = f"{written_out(record.first)} to {written_out(record.last)}"
    if is_handed_in(entry):
        day = say_day(entry, "handed_on")
        on = f" on {day}" if day else ""
        done = Content.assemble(f"Handed in{on}, and left as it is. ", ("R", "bold $accent"), " reopens it.")
        return [plain(period).stylize("$quiet"), done]
    left = say_left(record.due, shown.day)
    return [plain(f"{period} · {left}").stylize("$quiet"), say_unsettled(record)]


def _said_of_part(part: PreparedPart) -> list[Content]:
    """What leads on from a part that something is missing in."""
    leads = Content.assemble(("Enter", "bold $accent"), (" shows what could fill it, and what does.", "$quiet"))
    return [plain_line(part.label).stylize("bold"), Content(), leads]


def _said_of_activity(activity: Entry) -> list[Content]:
    parts = [plain_line(name_of(activity)).stylize("bold"), plain_line(say_facet(activity.fields)).stylize("$quiet")]
    return [*parts, Content(), plain(activity.text)] if activity.text else parts


def _said(field: PreparedField) -> list[Content]:
    parts = [plain_line(field.label).stylize("bold")]
    parts += [plain(each).stylize("$quiet") for each in (field.count, field.hint) if each]
    parts += [plain(field.problem).stylize("$warning")] if field.problem else []
    if field.source == "entry":
        parts.append(Content("From the entry; what you write here takes its place.").stylize("$quiet"))
    if field.text:
        parts += [Content(), plain(field.text)]
    elif field.draft:
        parts += [Content(), Content("Your entry says:").stylize("$quiet"), plain(field.draft)]
    return parts
