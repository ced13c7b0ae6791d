"""What is copied for other programs, and taken away again.

A program of the desktop is asked where there is one, for it also tells what the clipboard holds; else the terminal is
(OSC 52), which says neither whether it did so nor what is there.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..journal_app import JournalApp

_PATIENCE = 2.0
"""Seconds for one of these programs; a desktop that has gone away lets it wait for ever."""
_ENDINGS = () if os.name == "nt" else (signal.SIGHUP, signal.SIGTERM)
_UNTIL_WRITTEN = 0.2
_UTF8 = {"LC_CTYPE": "UTF-8"}
"""What those of macOS have to be told, else they take every letter but ASCII for others."""
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
        self._is_with_terminal = self._programs is None
        self._ours: str | None = None

    @property
    def holds_ours(self) -> bool:
        """Whether something was put there that was not taken away again."""
        return self._ours is not None

    async def put(self, text: str) -> None:
        """Copy a text. Should the program be ended from outside, it is taken away all the same."""
        self._ours = text
        self._watch()
        if self._programs and not self._is_with_terminal:
            if await asyncio.to_thread(_told, self._programs.put, text):
                return
            self._is_with_terminal = True
        self._app.copy_to_clipboard(text)

    async def take_away(self) -> bool:
        """Empty it if it still holds what was put there last, where that can be told; else overwrite it.

        Whether nothing of ours can be in it any more. False where the desktop does not tell what it holds, or does not
        let go of it.
        """
        ours, self._ours = self._ours, None
        if ours is None:
            return True
        self._watch(no_more=True)
        if self._is_with_terminal:
            self._app.copy_to_clipboard(_NOTHING)
        return self._programs is None or await asyncio.to_thread(_emptied, self._programs, ours)

    def _watch(self, *, no_more: bool = False) -> None:
        """See to it that nothing stays there when a terminal is closed, or the system asks all programs to end."""
        loop = asyncio.get_running_loop()
        for number in _ENDINGS:
            if no_more:
                loop.remove_signal_handler(number)
            elif threading.current_thread() is threading.main_thread():
                loop.add_signal_handler(number, self._end, number)

    def _end(self, number: signal.Signals) -> None:
        ours, self._ours = self._ours, None
        if ours is not None and self._is_with_terminal:
            self._app.copy_to_clipboard(_NOTHING)
        if ours is not None and self._programs:
            _emptied(self._programs, ours)
        loop = asyncio.get_running_loop()
        loop.remove_signal_handler(number)
        # What is written to the terminal goes through a thread that has to come to it first.
        loop.call_later(_UNTIL_WRITTEN, os.kill, os.getpid(), number)


def _emptied(programs: Programs, ours: str) -> bool:
    """Empty it if it holds `ours`; whether it certainly does not any more."""
    there = _heard(programs.get)
    if there is None:
        return False
    if there.rstrip("\r\n") != ours.rstrip("\r\n"):
        return True
    return _told(programs.empty, "")


def _told(command: tuple[str, ...], text: str) -> bool:
    """Let a program read a text; whether it took it."""
    try:
        # What stays behind to hand out the text (xclip) must hold on to none of our own pipes.
        done = subprocess.run(
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            env=_environment(command),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _heard(command: tuple[str, ...]) -> str | None:
    """What a program writes; None where it fails, as some do when there is nothing."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            env=_environment(command),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def _environment(command: tuple[str, ...]) -> dict[str, str] | None:
    if not command[0].startswith("pb"):
        return None
    return {**{name: said for name, said in os.environ.items() if name != "LC_ALL"}, **_UTF8}
