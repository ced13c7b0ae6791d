"""What is in a record and what is not, an answer taken away, a record reopened: each with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..keeping.undo import Undo
from ..messages import JournalChanged
from ..widgets.entry_line import name_of

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...domain.prepared_record import PreparedField
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


async def leave_out_or_take_in(app: JournalApp, record_id: str, activity: Entry, *, is_in: bool) -> None:
    from ...journal.cpd.writing_record import choose, leave_out

    def do(journal: Journal) -> tuple[str, ...]:
        record = journal.entries.get(record_id)
        (leave_out if is_in else choose)(journal, record, [activity.id])
        return record.members("links")

    before = await app.ask(do)
    if before is not None:
        said = "is left out" if is_in else "is in the record"
        _remember(app, record_id, before, f"“{name_of(activity)}” {said}.")


async def take_all_in(app: JournalApp, record_id: str) -> None:
    from ...journal.cpd.writing_record import choose_all

    def do(journal: Journal) -> tuple[str, ...]:
        record = journal.entries.get(record_id)
        choose_all(journal, record)
        return record.members("links")

    before = await app.ask(do)
    if before is not None:
        _remember(app, record_id, before, "Everything that counts is in it, also what is still to come.")


def _remember(app: JournalApp, record_id: str, before: tuple[str, ...], done: str) -> None:
    from ...journal.cpd.writing_record import put_choice_back

    async def back() -> bool:
        return await app.ask(lambda journal: put_choice_back(journal, record_id, before)) is not None

    app.last_done.remember(Undo(done, "It is as it was before.", back))
    app.post_message(JournalChanged())


async def take_answer_away(app: JournalApp, item_id: str, field: PreparedField) -> None:
    """Let a field be empty again, or say what its entry says."""
    from ...journal.cpd.answers import answers_of, set_answer

    def do(journal: Journal) -> str:
        item = journal.entries.get(item_id)
        text = answers_of(journal, item.id)[field.name].text
        set_answer(journal, item, field.name, "")
        return text

    text = await app.ask(do)
    if text is None:
        return

    async def back() -> bool:
        return await app.ask(partial(_set, item_id, field.name, text)) is not None

    app.last_done.remember(Undo(f"“{field.label}” is empty.", "It says what it said.", back))
    app.post_message(JournalChanged())


def _set(item_id: str, name: str, text: str, journal: Journal) -> Entry | None:
    from ...journal.cpd.answers import set_answer

    return set_answer(journal, journal.entries.get(item_id), name, text)


async def reopen_record(app: JournalApp, record: Entry) -> None:
    from ...journal.cpd.writing_record import reopen

    def again(journal: Journal) -> Entry:
        said = {name: record.line(name) or None for name in ("state", "handed_on")}
        return journal.entries.change(record.id, said)

    async def back() -> bool:
        return await app.ask(again) is not None

    if await app.ask(lambda journal: reopen(journal, record)) is not None:
        app.last_done.remember(Undo("It can be written again.", "It is handed in, as before.", back))
        app.post_message(JournalChanged())
