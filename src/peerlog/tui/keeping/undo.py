"""Taking back what was done last."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..commands.entry import Undo as UndoKey
from ..keys.keymap import say_keys
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ..journal_app import JournalApp


MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take something back: what was done, what to say when it is taken back, and the way to do it.

    `carry_out` says whether it worked; why not it has told, and it is not tried again. `entry_id` is what comes back.
    """

    done: str
    undone: str
    carry_out: Callable[[], Awaitable[bool]]
    entry_id: str = ""


class LastDone:
    """What was done and can be taken back, step by step; it may hold text, so it goes when the journal is locked."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._undos: list[Undo] = []

    def __bool__(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undos)

    def remember(self, undo: Undo) -> None:
        """Say what was done, and be ready to take it back."""
        self._undos = [*self._undos[1 - MOST_STEPS :], undo]
        keys = say_keys(UndoKey, self._app.settings.keys)
        self._app.tell(f"{undo.done} {keys} takes that back." if keys else undo.done, seconds=8)

    def forget(self) -> None:
        self._undos.clear()

    async def take_back(self) -> None:
        if not self._undos:
            self._app.tell("There is nothing to take back.")
            return
        undo = self._undos.pop()
        if await undo.carry_out():
            self._app.tell(undo.undone)
            self._app.post_message(JournalChanged(undo.entry_id))
