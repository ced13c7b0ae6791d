"""Throwing away what has just been written, with a way back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from ..keeping.undo import Undo
from ..messages import DraftOpened
from ..screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from ..journal_app import JournalApp
    from .typed_form import TypedForm


def ask_to_discard(app: JournalApp, form: TypedForm, end: Callable[[], Awaitable[None]]) -> None:
    """Ask, then let `end` close the form without saving. Undo opens it again as it was."""
    asked = ConfirmScreen("Throw away what you have just written?", "throw it away", "go on writing")

    def answered(yes: bool | None) -> None:
        if yes:
            app.follow(partial(_discard, app, form, end))

    app.push_screen(asked, answered)


async def _discard(app: JournalApp, form: TypedForm, end: Callable[[], Awaitable[None]]) -> None:
    draft = form.writing.as_draft(form.typed())

    async def bring_back() -> bool:
        app.post_message(DraftOpened(draft))
        return True

    await end()
    app.last_done.remember(Undo("Thrown away.", "Here it is again.", bring_back))
