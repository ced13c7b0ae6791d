"""Completing the path of a folder while it is typed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.suggester import Suggester

_MOST = 2000


class FolderSuggester(Suggester):
    """Suggests the first folder that begins as the last part of the path does. The file system is not waited for."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return await asyncio.to_thread(complete_folder, value)


def complete_folder(typed: str) -> str | None:
    """`typed` with its last part completed to a folder that is there; None where nothing would be added."""
    before, slash, begun = typed.rpartition("/")
    if not slash or not begun:
        return None
    try:
        names: list[str] = []
        for each in Path(before + slash).expanduser().iterdir():
            if len(names) == _MOST:
                break
            if each.name.startswith(begun) and each.is_dir():
                names.append(each.name)
    except (OSError, RuntimeError):
        return None  # there is no such folder, or nobody may look into it
    return f"{before}{slash}{min(names)}" if names and min(names) != begun else None
