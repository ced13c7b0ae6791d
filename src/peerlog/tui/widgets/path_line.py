"""A line for the name of a file: what could go on from there stands after the cursor, and Right or Tab takes it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from ..type_ahead import FOLLOWED
from .line_input import LineInput

_MOST_LOOKED_AT = 2000


class PathLine(LineInput, inherit_bindings=True):
    """Completes names of folders, and of files whose name ends as `ending` says."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete", show=False)]

    def __init__(self, value: str = "", *, ending: str = ".peerlog", id: str | None = None) -> None:
        super().__init__(value, id=id)
        self._ending = ending
        self.suggester = _Paths(ending)

    def on_mount(self) -> None:
        self.cursor_position = len(self.value)

    @work(group=FOLLOWED, exclusive=True)
    async def action_complete(self) -> None:
        """Take what goes on from here, whether or not it is offered already; else go to the next field."""
        typed = self.value
        found = await asyncio.to_thread(_completed, typed, self._ending) if typed.strip() else None
        if not self.is_attached or self.value != typed:
            return
        if found and found != typed:
            self.value = found
            self.cursor_position = len(found)
        else:
            self.screen.focus_next()


class _Paths(Suggester):
    def __init__(self, ending: str) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._ending = ending

    async def get_suggestion(self, value: str) -> str | None:
        return await asyncio.to_thread(_completed, value, self._ending) if value.strip() else None


def _completed(typed: str, ending: str) -> str | None:
    """What is typed with the rest of the first name that fits; a folder ends with a slash."""
    folder, _, begun = typed.rpartition("/")
    where = Path(os.path.expanduser(f"{folder}/" if folder or typed.startswith("/") else "."))
    found: list[str] = []
    try:
        with os.scandir(where) as names:
            for _, each in zip(range(_MOST_LOOKED_AT), names, strict=False):
                if each.name.startswith(begun) and (begun or not each.name.startswith(".")):
                    if each.is_dir():
                        found.append(f"{each.name}/")
                    elif each.name.endswith(ending):
                        found.append(each.name)
    except OSError:  # nothing can be offered where nothing can be read; writing or reading says why
        return None
    if not found:
        return None
    best = min(found, key=lambda name: (name.endswith("/"), name))
    return typed[: len(typed) - len(begun)] + best
