"""Opening what a row of a record's page stands for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from .record_writing import Writer

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...domain.prepared_record import PreparedPart, Shortfall
    from ...journal.cpd.asked import Asked
    from ...journal.cpd.people_wanted import Wanted
    from ...journal.cpd.record_look import RecordLook
    from ...journal.journal import Journal
    from ..journal_app import JournalApp
    from .record_rows import Place


def open_place(
    app: JournalApp, record: Entry, look: RecordLook, place: Place, go_on: Callable[[], None] | None = None
) -> None:
    """Write a field, note a person's part, or show what could fill a part; `go_on` goes to the next of them."""
    if place.field is not None:
        app.follow(partial(_write_field, app, record, place, go_on))
    elif place.person is not None:
        app.follow(partial(_note_person, app, record, place))
    elif place.part is not None and place.item is None:
        app.follow(partial(_show_requirement, app, look, place.part, place.short))
    else:
        app.tell("Its fields are too long together: shorten one of them.", seconds=5)


async def _write_field(app: JournalApp, record: Entry, place: Place, go_on: Callable[[], None] | None) -> None:
    from ...journal.cpd.asked_in_record import asked_in_record

    field, part = place.field, place.part
    if field is None or part is None:
        return

    def look(journal: Journal) -> tuple[Entry, Asked | None]:
        item = journal.entries.get(place.item_id)
        return item, asked_in_record(journal, journal.entries.get(record.id), part.name, item.id, field.name)

    found = await app.ask(look)
    if found is None:
        return
    item, asked = found
    about = "" if part.is_whole or place.item is None else place.item.title
    if asked is not None:
        Writer(app, item, about, record.id, go_on).write(asked)


async def _note_person(app: JournalApp, record: Entry, place: Place) -> None:
    from ...journal.cpd.people_wanted import person_wanted
    from ..screens.person import PersonScreen

    person = place.person
    if person is None:
        return

    def look(journal: Journal) -> tuple[Entry, Wanted, Entry | None]:
        wanted = person_wanted(journal, journal.entries.get(record.id), person.rule)
        noted = journal.entries.get(person.id) if person.id else None
        return journal.entries.get(place.item_id), wanted, noted

    found = await app.ask(look)
    if found is not None:
        item, wanted, noted = found
        app.push_screen(PersonScreen(item, [wanted], noted))


async def _show_requirement(app: JournalApp, look: RecordLook, part: PreparedPart, short: Shortfall | None) -> None:
    """What could fill a part, as far as it is about the period that runs."""
    from ...journal.cpd.record_look import requirement_behind
    from ..screens.requirement import RequirementScreen

    status = await app.ask(lambda journal: requirement_behind(journal, look, part.name, short))
    if status is not None:
        app.push_screen(RequirementScreen(look.membership.id, status.requirement.name, status.first.isoformat()))
    else:
        app.tell("What could be in it stands beneath, as left out. Space takes it in.", seconds=6)
