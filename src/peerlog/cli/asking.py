"""Questions on the terminal. Without one, a sentence says what to give instead."""

from __future__ import annotations

import sys

import click

from ..errors import BadInput, Refused
from . import terminal

NO_PASSPHRASE = (
    "There is no terminal to ask for the passphrase.",
    "Name a file in PEERLOG_PASSPHRASE_FILE or a command in PEERLOG_PASSPHRASE_COMMAND.",
)


def can_ask_secretly() -> bool:
    """Whether a passphrase can be typed unseen: on the controlling terminal, even when standard input is a pipe."""
    if sys.platform == "win32":
        return terminal.can_ask()
    try:
        with open("/dev/tty", "rb+", buffering=0):
            return True
    except OSError:
        return terminal.can_ask()


def ask_secretly(question: str, default: str | None = None) -> str:
    """What is typed, unseen; `default` stands for just pressing Enter."""
    answer: str = click.prompt(question, default=default, show_default=False, hide_input=True, err=True)
    return answer


def ask(question: str, default: str = "") -> str:
    """What is typed; Enter takes `default`."""
    answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    return answer


def ask_words() -> str:
    """Recovery words: typed on one or more lines up to an empty one, or standard input when that is no terminal."""
    from .words import standard_input

    if not terminal.can_read():
        return standard_input()
    terminal.say("Type the 24 recovery words in order, on as many lines as you like, then an empty line.")
    terminal.say("The first four letters of each are enough.")
    lines: list[str] = []
    while line := ask(">" if not lines else " ").strip():
        lines.append(line)
    return "\n".join(lines)


def confirm(question: str, *, yes: bool) -> None:
    """Go on only when the person says yes, or has said so beforehand with `yes`.

    Raises `Refused` after a no, and `BadInput` naming --yes when there is no terminal.
    """
    if yes:
        return
    if not terminal.can_ask():
        raise BadInput(f"There is no terminal to ask: {question}", "Add --yes to say so beforehand.")
    if not click.confirm(question, default=False, err=True):
        raise Refused("Nothing was changed.")
