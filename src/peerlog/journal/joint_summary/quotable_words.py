"""The words of a private entry that could be quoted, before they are cut down."""

from __future__ import annotations

from ...domain.entry import Entry
from ...domain.field import Shape
from ...domain.kinds.kind import TEXT
from ..journal import Journal


def quotable_words(journal: Journal, entry: Entry) -> str:
    """What was written in its form, answer by answer, and then its text; empty where it has neither."""
    form = journal.forms.form_of(entry.kind, entry.fields)
    answers = [entry.line(name) for name, about in form.items() if about.shape is Shape.PROSE and name != TEXT.name]
    return "\n\n".join(said for said in (*answers, entry.text) if said.strip())
