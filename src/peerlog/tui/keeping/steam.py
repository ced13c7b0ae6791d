"""Letting off steam while one writes: whether the note does, and when it erases itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...domain.venting import next_choice
from ..commands.editor import LetOffSteam
from ..keys.keymap import say_keys
from ..widgets.when import say_gone

if TYPE_CHECKING:
    from ..forms.typed_form import TypedForm
    from ..journal_app import JournalApp


def choose_next(form: TypedForm, today: date) -> None:
    """Go on to the next choice: lets off steam, gone in a day, gone in a week, an ordinary note again."""
    vent, erase_on = next_choice(form.vent, form.erase_on, today)
    form.let_off_steam(vent=vent, erase_on=erase_on)


def words_beside_title(form: TypedForm) -> str:
    """What the top line says about it; empty for an ordinary note."""
    if not form.vent:
        return ""
    now = form.writing.now
    erasing = f", gone {say_gone(form.erase_on, now.day)}" if form.erase_on and now else ""
    return f" · letting off steam{erasing}"


def say_what_becomes_of_it(app: JournalApp, form: TypedForm) -> None:
    """After letting off steam for the first time: whether it stays."""
    entry, now = form.writing.entry, form.writing.now
    if not (form.vent and entry and entry.version == 1 and now):
        return
    said = f"erases itself {say_gone(form.erase_on, now.day)}" if form.erase_on else "stays until you erase it"
    keys = say_keys(LetOffSteam, app.settings.keys)
    hint = f" {keys} while writing lets it erase itself." if keys and not form.erase_on else ""
    app.tell(f"Off your chest. It {said}.{hint}", seconds=6)
