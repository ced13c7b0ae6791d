"""What a clock on the screen costs: processor time while nobody touches a key, and how far it is off after a minute."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.terminal import TODAY, Screen

F5, CTRL_P = "\x1b[15~", "\x10"


@dataclass(frozen=True, slots=True)
class Ticking:
    """The share of one core that the app took, and the seconds by which the display was late after a minute."""

    busy: float
    late: float


class Busy:
    """The share of one core that a program has taken since this was made."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._before, self._began = processor_seconds(pid), time.perf_counter()

    @property
    def share(self) -> float:
        return (processor_seconds(self._pid) - self._before) / (time.perf_counter() - self._began)


def processor_seconds(pid: int) -> float:
    """The processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def group_session(environ: Mapping[str, str], passphrase: str, marker: str) -> Ticking:
    """The first minute of an Action Learning set in the app."""
    unlocking = {name: value for name, value in environ.items() if not name.startswith("PEERLOG_PASSPHRASE")}
    screen = Screen([sys.executable, "-m", "peerlog"], unlocking)
    for shown, keys in (
        (marker, passphrase),
        ("", "\r"),
        (TODAY, CTRL_P),
        ("What would you like to do?", "run a protocol"),
        ("", "\r"),
        ("A way of working", "\r"),
        ("Who is there", "Sam, Ada, Bo, Cy"),
        ("It takes 90 minutes", F5),
    ):
        if shown:
            screen.wait_for(shown)
        screen.drain(0.5)
        screen.type(keys)
    screen.wait_for("step 1 of")
    screen.drain(0.5)
    busy = Busy(screen.pid)
    passed = screen.wait_for(" 1 of 90 min", patience=70)
    found = Ticking(busy.share, passed - 60)
    screen.end()
    return found
