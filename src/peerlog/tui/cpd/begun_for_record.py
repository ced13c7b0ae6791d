"""Going on with an answer, or with what was noted of a person, that was begun and not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.kinds import ANSWER, RECORD

if TYPE_CHECKING:
    from ...domain.entry import Draft, Entry
    from ...journal.cpd.asked import Asked
    from ...journal.cpd.people_wanted import Wanted
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


async def go_on_with(app: JournalApp, draft: Draft) -> None:
    """Open it where it was begun; in its plain form where what it belongs to is there no more."""
    opened = await (_go_on_with_answer if draft.kind == ANSWER.name else _go_on_with_person)(app, draft)
    if not opened:
        from ..screens.editor import EditorScreen

        app.push_screen(EditorScreen(draft=draft))


def _parent_of(journal: Journal, draft: Draft) -> Entry | None:
    item = journal.entries.find(str(draft.fields.get("parent") or ""))
    return None if item is None or item.deleted else item


async def _go_on_with_answer(app: JournalApp, draft: Draft) -> bool:
    from ...journal.cpd.asked_in_record import asked_again
    from ..screens.answer import AnswerScreen

    def look(journal: Journal) -> tuple[Entry, Asked] | None:
        item = _parent_of(journal, draft)
        asked = asked_again(journal, item, str(draft.fields.get("field") or "")) if item else None
        return (item, asked) if item and asked else None

    found = await app.ask(look)
    if found is None:
        return False
    item, asked = found
    is_whole = item.kind == RECORD.name
    about, record_id = ("", item.id) if is_whole else (item.title or item.headline, "")
    app.push_screen(AnswerScreen(item.id, asked, about=about, record_id=record_id))
    return True


async def _go_on_with_person(app: JournalApp, draft: Draft) -> bool:
    from ...journal.cpd.people_wanted import people_wanted, people_wanted_in_record
    from ..screens.person import PersonScreen

    def look(journal: Journal) -> tuple[Entry, list[Wanted], Entry | None, Draft] | None:
        item = _parent_of(journal, draft)
        if item is None:
            return None
        wanted = people_wanted_in_record if item.kind == RECORD.name else people_wanted
        noted = journal.entries.find(draft.entry) if draft.entry else None
        taken = journal.entries.take_over_draft(draft)
        return item, wanted(journal, item), None if noted and noted.deleted else noted, taken

    found = await app.ask(look)
    if found is None:
        return False
    item, wanted, noted, taken = found
    app.push_screen(PersonScreen(item, wanted, noted, taken))
    return True
