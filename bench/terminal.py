"""The app in a pseudo-terminal: when its first frame, its list and each typed letter are on the screen."""

from __future__ import annotations

import os
import select
import signal
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

ROWS, COLUMNS = 40, 120
TODAY = "2 Journal"
LISTED = "f filter"
"""Words that are on the screen once Today, and the list of entries, are painted."""
_PATIENCE = 30.0

MINIMAL = """
import os
os.environ.setdefault("TEXTUAL_FPS", "120")
from textual.app import App
from textual.widgets import Input, Static
class Minimal(App):
    def compose(self):
        yield Static("Passphrase")
        yield Input()
Minimal().run()
"""


class Screen:
    """A program in a pseudo-terminal of 40 rows and 120 columns."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.started = time.perf_counter()
        self.pid, self._descriptor = _spawn(command, environ)

    def wait_for(self, text: str, patience: float = _PATIENCE) -> float:
        """Seconds since the start, or since keys were typed, until `text` is on the screen."""
        until = time.perf_counter() + patience
        while time.perf_counter() < until:
            if any(text in line for line in self._screen.display):
                return time.perf_counter() - self.started
            if select.select([self._descriptor], [], [], 0.5)[0]:
                self._stream.feed(self._read())
        shown = "\n".join(line.rstrip() for line in self._screen.display if line.strip())
        raise SystemExit(f"“{text}” never came on the screen:\n{shown}")

    def type(self, keys: str) -> None:
        self.started = time.perf_counter()
        os.write(self._descriptor, keys.encode())

    def drain(self, seconds: float = 0.3) -> None:
        """Let the screen come to rest."""
        while select.select([self._descriptor], [], [], seconds)[0]:
            self._stream.feed(self._read())

    def resident_mib(self) -> tuple[float, float]:
        """Resident memory now, and its peak."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in status.splitlines() if "kB" in line}
        return found["VmRSS"], found["VmHWM"]

    def end(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)

    def _read(self) -> bytes:
        try:
            return os.read(self._descriptor, 65536)
        except OSError as error:
            raise SystemExit("the program ended unexpectedly") from error


def _spawn(command: Sequence[str], environ: Mapping[str, str]) -> tuple[int, int]:
    import fcntl
    import pty
    import struct
    import termios

    pid, descriptor = pty.fork()
    if pid == 0:
        os.execvpe(command[0], list(command), {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return pid, descriptor


def first_frames(environ: Mapping[str, str], marker: str, runs: int = 20) -> tuple[float, float]:
    """Medians in ms of the unlock screen's first frame and a minimal Textual app's, runs interleaved."""
    ours: list[float] = []
    minimal: list[float] = []
    for _ in range(runs + 1):
        for command, text, taken in (
            ([sys.executable, "-m", "peerlog"], marker, ours),
            ([sys.executable, "-c", MINIMAL], "Passphrase", minimal),
        ):
            screen = Screen(command, environ)
            taken.append(screen.wait_for(text) * 1000)
            screen.end()
    return statistics.median(ours[1:]), statistics.median(minimal[1:])


@dataclass(frozen=True, slots=True)
class AppTimes:
    """Milliseconds and MiB of the app with a journal open."""

    unlocked: float
    listed: float
    echo: float
    minimal_echo: float
    resident: float
    peak: float


def app_times(environ: Mapping[str, str], passphrase: str, marker: str) -> AppTimes:
    """Unlock the journal in the app, search while typing, and look at its memory."""
    unlocking = {name: value for name, value in environ.items() if not name.startswith("PEERLOG_PASSPHRASE")}
    unlocked, listed = [], []
    for _ in range(5):
        screen = Screen([sys.executable, "-m", "peerlog"], unlocking)
        screen.wait_for(marker)
        screen.drain(0.5)
        screen.type(passphrase)
        screen.drain()
        screen.type("\r")
        unlocked.append(screen.wait_for(TODAY) * 1000)
        screen.drain()
        screen.type("2")
        listed.append(screen.wait_for(LISTED) * 1000)
        if len(listed) < 5:
            screen.end()
    screen.drain()
    screen.type("/")
    screen.drain()
    echoed = echo(screen)
    resident, peak = screen.resident_mib()
    screen.end()
    minimal = Screen([sys.executable, "-c", MINIMAL], unlocking)
    minimal.wait_for("Passphrase")
    minimal.drain()
    minimal_echo = echo(minimal)
    minimal.end()
    return AppTimes(statistics.median(unlocked), statistics.median(listed), echoed, minimal_echo, resident, peak)


def echo(screen: Screen) -> float:
    """The median of milliseconds from a key to its letter on the screen."""
    times = []
    typed = ""
    for letter in "meetingmeetingm":
        typed += letter
        screen.type(letter)
        times.append(screen.wait_for(typed) * 1000)
        screen.drain(0.15)
    return statistics.median(times)
