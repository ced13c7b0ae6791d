"""A line for the name of a file: what could go on from there stands after the cursor, and Right or Tab takes it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from .line_input import LineInput

_MOST_LOOKED_AT = 2000


class PathLine(LineInput, inherit_bindings=True):
    """Completes names of folders, and of files whose name ends as `ending` says."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete", show=False)]

    def __init__(self, value: str = "", *, ending: str = ".peerlog", id: str | None = None) -> None:
        super().__init__(value, id=id)
        self.suggester = self._paths = _Paths(ending)

    def on_mount(self) -> None:
        self.cursor_position = len(self.value)

    async def action_complete(self) -> None:
        """Take what is offered, or will be as soon as the folder has been looked at; else go to the next field."""
        offered = await self._paths.get_suggestion(self.value)
        if not offered or offered == self.value:
            self.screen.focus_next()
        elif self.cursor_at_end:
            self.value = offered
            self.cursor_position = len(offered)
        else:
            self.action_end()


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
