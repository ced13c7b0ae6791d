"""What is said beside a form that belongs to something else, such as what help is wanted beside an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..domain.help_wanted import answer_prompt, help_wanted
from ..domain.kinds import COMMENT, REQUEST
from .widgets.plain import plain

if TYPE_CHECKING:
    from textual.widgets import Static

    from ..domain.entry import Entry
    from .journal_app import JournalApp
    from .typed_form import TypedForm
    from .writing import Writing


@dataclass(frozen=True, slots=True)
class Aside:
    """The words beside the form, what stands in its empty text, and the fields that it does without.

    A field of `says_nothing` that reads as there is left out: what was put there to be changed, and was not.
    """

    words: str
    prompt: str
    hides: frozenset[str] = frozenset()
    says_nothing: Mapping[str, str] = field(default_factory=dict)


def aside_for(writing: Writing, parent: Entry) -> Aside | None:
    """What to say beside something that is written as a part of `parent`; None for nothing."""
    if writing.kind == COMMENT.name and parent.kind == REQUEST.name:
        hides = frozenset() if writing.said("suggestion") else frozenset({"suggestion"})
        return Aside(help_wanted(parent), answer_prompt(parent), hides, {"suggestion": parent.text})
    return None


async def look_aside(app: JournalApp, form: TypedForm, place: Static) -> None:
    """Look up what the form's entry belongs to, and say in `place` what that asks for."""
    parent_id = form.writing.said("parent")
    parent = await app.ask(lambda journal: journal.entries.find(parent_id))
    aside = aside_for(form.writing, parent) if parent else None
    if aside and place.is_attached:
        form.show_aside(aside)
        place.update(plain(aside.words))
        place.display = True
