"""Putting what was written into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .messages import JournalChanged

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from ..journal.journal import Journal
    from .journal_app import JournalApp
    from .typed_form import TypedForm


async def save(app: JournalApp, form: TypedForm, fields: dict[str, object]) -> bool:
    """Save `fields`, read from the form, as the entry's next version or as a new entry; whether that worked.

    Says so when somebody else has saved the entry since it was opened.
    """
    writing, typed = form.writing, form.typed()

    def into(journal: Journal) -> Entry:
        if writing.entry:
            return journal.entries.save(writing.entry.id, fields, draft=writing.draft)
        return journal.entries.add(writing.kind, fields, draft=writing.draft)

    is_new = writing.entry is None
    saved = await app.ask(into)
    if saved is None:
        return False
    if writing.entry and saved.version > writing.base + 1:
        app.tell(
            "This entry was changed elsewhere while you wrote. Yours are the newest words; the others are kept"
            " among its earlier versions (v).",
            seconds=12,
        )
    writing.entry, writing.base = saved, saved.version
    form.note_saved(typed)
    app.post_message(JournalChanged(written=saved.id if is_new else ""))
    return True
