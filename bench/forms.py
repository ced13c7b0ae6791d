"""From a key to its letter in every sort of form, beside a minimal Textual app with a text of several lines."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from bench import terminal
from bench.clocks import CTRL_P
from bench.ours import PASSPHRASE, Ours

MINIMAL = terminal.MINIMAL.replace("Input", "TextArea")
"""The same as everywhere, with a text of several lines in it as in most forms."""

FORMS: Mapping[str, tuple[str, ...]] = {
    "a note": ("n",),
    "a meeting's form": ("4", "n"),
    "a coffee afterwards": ("C",),
    "narrowing a goal": ("3", "N"),
    "reflecting by a model": (CTRL_P, "reflect", "\r", "\r"),
}
"""What leads from Today into each."""


def echoes(ours: Ours, marker: str) -> dict[str, float]:
    """Milliseconds by the name of the form; the minimal app's under an empty one."""
    environ = {name: value for name, value in ours.environ.items() if not name.startswith("PEERLOG_PASSPHRASE")}
    found: dict[str, float] = {}
    for name, keys in FORMS.items():
        screen = terminal.Screen([sys.executable, "-m", "peerlog"], environ)
        screen.wait_for(marker)
        screen.drain(0.5)
        screen.type(PASSPHRASE)
        screen.drain()
        screen.type("\r")
        screen.wait_for(terminal.TODAY)
        for key in keys:
            screen.drain(0.5)
            screen.type(key)
        screen.drain(0.5)
        found[name] = terminal.echo(screen)
        screen.end()
    minimal = terminal.Screen([sys.executable, "-c", MINIMAL], environ)
    minimal.wait_for("Passphrase")
    minimal.drain()
    found[""] = terminal.echo(minimal)
    minimal.end()
    return found
