"""What is copied for other programs, and taken away again.

A program of the desktop is asked where there is one, for it also tells what the clipboard holds; else the terminal is
(OSC 52), which says neither whether it did so nor what is there.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .journal_app import JournalApp

_PATIENCE = 2.0
"""Seconds for one of these programs; a desktop that has gone away lets it wait for ever."""
_NOTHING = " "
"""Some terminals take no notice of an empty text."""


@dataclass(frozen=True, slots=True)
class Programs:
    """The commands that put in what they read, that write out what is there, and that empty it."""

    put: tuple[str, ...]
    get: tuple[str, ...]
    empty: tuple[str, ...]


_MAC = Programs(("pbcopy",), ("pbpaste",), ("pbcopy",))
_WAYLAND = Programs(("wl-copy", "--type", "text/plain"), ("wl-paste", "--no-newline"), ("wl-copy", "--clear"))
_XCLIP = ("xclip", "-selection", "clipboard")
_X11 = (
    Programs((*_XCLIP, "-in"), (*_XCLIP, "-out"), (*_XCLIP, "-in")),
    Programs(("xsel", "-b", "-i"), ("xsel", "-b", "-o"), ("xsel", "-b", "-c")),
)


def programs_of(platform: str, environment: Mapping[str, str]) -> Programs | None:
    """The programs of this desktop; None where there are none, and on another machine, whose clipboard nobody wants."""
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return None
    fitting = [_MAC] if platform == "darwin" else []
    fitting += [_WAYLAND] if environment.get("WAYLAND_DISPLAY") else []
    fitting += _X11 if environment.get("DISPLAY") else []
    return next((each for each in fitting if shutil.which(each.put[0]) and shutil.which(each.get[0])), None)


def find_programs() -> Programs | None:
    return programs_of(sys.platform, os.environ)


class Clipboard:
    """Holds one text of ours at a time."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._programs = find_programs()
        self._ours: str | None = None

    @property
    def holds_ours(self) -> bool:
        """Whether something was put there that was not taken away again."""
        return self._ours is not None

    async def put(self, text: str) -> None:
        """Copy a text."""
        self._ours = text
        if self._programs:
            if await asyncio.to_thread(_told, self._programs.put, text):
                return
            self._programs = None
        self._app.copy_to_clipboard(text)

    async def take_away(self) -> None:
        """Empty it if it still holds what was put there last, where that can be told; else overwrite it."""
        ours, self._ours = self._ours, None
        if ours is None:
            return
        if self._programs is None:
            self._app.copy_to_clipboard(_NOTHING)
        elif await asyncio.to_thread(_heard, self._programs.get) == ours:
            await asyncio.to_thread(_told, self._programs.empty, "")


def _told(command: tuple[str, ...], text: str) -> bool:
    """Let a program read a text; whether it took it."""
    try:
        # What stays behind to hand out the text (xclip) must hold on to none of our own pipes.
        done = subprocess.run(
            command, input=text.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _heard(command: tuple[str, ...]) -> str | None:
    """What a program writes; None where it fails, as some do when there is nothing."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
