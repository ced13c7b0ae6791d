"""Putting what was written into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...journal.versions.two_versions import two_versions_of
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.journal import Journal
    from ..journal_app import JournalApp
    from .typed_form import TypedForm

_ALL_OF_IT = "This was changed elsewhere while you wrote: yours and the others' changes are both in it."
_OTHERS_TOO = f"{_ALL_OF_IT} What you both changed has two versions (V)."


async def save(app: JournalApp, form: TypedForm, fields: dict[str, object]) -> bool:
    """Save `fields`, read from the form, as the entry's next version or as a new entry; whether that worked.

    Says so when somebody else has saved the entry since it was opened.
    """
    writing, typed = form.writing, form.typed()

    said = ""

    def into(journal: Journal) -> Entry:
        nonlocal said
        before = journal.entries.find(writing.entry.id) if writing.entry else None
        if writing.entry and before is None:
            said = "This entry was erased elsewhere while you wrote. Your words are a new one."
        if before is None:
            return journal.entries.add(writing.kind, fields, draft=writing.draft, space=writing.space)
        if before.deleted:
            journal.entries.undelete(before.id)
            said = "This entry was deleted elsewhere while you wrote. It is back, with your words."
        after = journal.entries.save(before.id, fields, draft=writing.draft, base=writing.base)
        if before.version != writing.base and after.with_whom:
            said = _OTHERS_TOO if two_versions_of(journal, after) else _ALL_OF_IT
        return after

    saved = await app.ask(into)
    if saved is None:
        return False
    is_new = writing.entry is None or saved.id != writing.entry.id
    if said:
        app.tell(said, seconds=12)
    elif writing.entry and saved.version > writing.base + 1:
        app.tell(
            "This entry was changed elsewhere while you wrote. Yours are the newest words; the others are kept"
            " among its earlier versions (v).",
            seconds=12,
        )
    writing.entry, writing.base = saved, saved.version
    form.note_saved(typed)
    app.post_message(JournalChanged(written=saved.id if is_new else ""))
    return True
