"""Taking back what was done last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .messages import JournalChanged

if TYPE_CHECKING:
    from .journal_app import JournalApp


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take something back: what was done, what to say when it is taken back, and the way to do it.

    `carry_out` says whether it worked.
    """

    done: str
    undone: str
    carry_out: Callable[[], Awaitable[bool]]


class LastDone:
    """What was done last and can be taken back; it may hold text, so it goes when the journal is locked."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._undo: Undo | None = None

    def remember(self, undo: Undo) -> None:
        """Say what was done, and be ready to take it back."""
        self._undo = undo
        self._app.tell(f"{undo.done} U takes that back.", seconds=8)

    def forget(self) -> None:
        self._undo = None

    async def take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is None:
            self._app.tell("There is nothing to take back.")
        elif await undo.carry_out():
            self._app.tell(undo.undone)
            self._app.post_message(JournalChanged())
        else:
            self._undo = undo
