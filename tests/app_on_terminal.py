"""The app as somebody has it in front of them: keys in, a screen out."""

from __future__ import annotations

import signal
import sys
import time
from typing import Any

import pexpect
import pyte
from tests import prebuilt

ROWS, COLUMNS = 24, 80


class App:
    """The real app on a pseudo-terminal; `command` are the arguments of Python."""

    def __init__(self, environ: dict[str, str], *command: str) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self.child: Any = pexpect.spawn(
            sys.executable, [*(command or ("-m", "peerlog"))], env=environ, encoding="utf-8", dimensions=(ROWS, COLUMNS)
        )

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def wait_for(self, words: str, *, gone: bool = False, seconds: float = 30) -> None:
        """Wait until `words` are on the screen, or are gone from it."""
        until = time.monotonic() + seconds
        while (words in "\n".join(self._screen.display)) is gone:
            if time.monotonic() > until:
                raise AssertionError(f"{words!r}:\n" + "\n".join(self._screen.display))
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue

    def unlock(self) -> None:
        self.wait_for("Passphrase")
        self.press(prebuilt.PASSPHRASE + "\r")
        self.wait_for("1 Today")

    def kill(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def end(self) -> int | None:
        """Wait until the program has ended; its exit status."""
        self.child.expect(pexpect.EOF, timeout=30)
        self.child.close()
        status: int | None = self.child.exitstatus
        return status
