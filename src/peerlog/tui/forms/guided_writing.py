"""A reflection that is written by a model: what it holds, and where somebody is on the way through its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.entry import Draft
from ...domain.field import Field, Shape, Value
from ...domain.kinds import REFLECTION
from ...domain.walk import Walk
from ...journal.journal import Journal
from ...journal.typed import as_typed
from ..widgets.entry_line import label_from
from .writing import Writing, begin_change, begin_draft, look_up_links


@dataclass(frozen=True, slots=True)
class Guided:
    """A reflection being written, and the way through its model."""

    writing: Writing
    walk: Walk


def begin_reflection(journal: Journal, model: str, start: Mapping[str, Value]) -> Guided | None:
    """A new one by a model, with some fields filled in; None when there is no such model."""
    form = journal.forms.fields_of(REFLECTION.name, model)
    typed = {name: as_typed(form[name], value) for name, value in start.items()}
    writing = Writing(REFLECTION.name, form, {"model": model, **typed}, journal.time.moment())
    look_up_links(journal, writing)
    return _guided(journal, writing)


def go_on_reflecting(journal: Journal, draft: Draft) -> Guided | None:
    """One that was begun and not saved; None when its model is not here any more."""
    if str(draft.fields.get("model")) not in journal.forms.models:
        return None
    return _guided(journal, begin_draft(journal, draft))


def reflect_again(journal: Journal, entry_id: str) -> Guided | None:
    """One that was saved, or where a change of it was begun, that; None when it follows no model that is here."""
    if journal.entries.get(entry_id).line("model") not in journal.forms.models:
        return None
    found = _guided(journal, begin_change(journal, entry_id))
    if found is None or not found.walk.is_complete or found.writing.is_begun:
        return found
    return Guided(found.writing, found.walk.from_the_beginning())


def _guided(journal: Journal, writing: Writing) -> Guided | None:
    model = journal.forms.models.get(str(writing.typed.get("model")))
    if model is None:
        return None
    stray = {name: Field(name, label_from(name), Shape.PROSE) for name in writing.typed if name not in writing.form}
    writing.form = {**writing.form, **stray}
    writing.template = model.label
    return Guided(writing, Walk.begin(model, writing.typed, writing.said("asked")))
