"""What exchanging asks: how files are passed, which came, where one goes, and the one Enter before anything leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import BadInput, PeerlogError
from ..journal.home import expanded
from ..journal.updates.exchanging import use_folder
from . import terminal
from .asking import ask

if TYPE_CHECKING:
    from ..journal.circle.circles import Circle
    from ..journal.journal import Journal


def require_somebody_to_ask(*, yes: bool) -> None:
    """Raise `BadInput` when nobody could say yes to what leaves, and nobody has said so beforehand."""
    if not yes and not terminal.can_ask():
        raise BadInput(
            "There is no terminal to ask before anything leaves.",
            "Add --yes to say so beforehand; “peerlog send --dry-run” shows what would leave.",
        )


def with_a_way(journal: Journal, circle: Circle) -> Circle:
    """The circle with the way in which its files are passed, which is asked for once and kept."""
    if circle.folder is not None:
        return circle
    if not terminal.can_ask():
        raise BadInput(
            f"It is not settled yet how updates reach {circle.label}.",
            "Add --folder with a folder that you both have, or --mail.",
        )
    terminal.say(f"How do updates go between you and {circle.label}?")
    terminal.say("In a folder that you both see, such as one that Syncthing or Nextcloud")
    terminal.say("keeps, or on a USB stick; or you mail them.")
    while True:
        typed = ask("The folder (Enter: I mail them)").strip()
        try:
            use_folder(journal, circle, Path(typed) if typed else None)
        except PeerlogError as error:
            terminal.say(f"{error.message} {error.hint}".strip())
            continue
        return replace(circle, folder=str(expanded(Path(typed)).absolute()) if typed else "")


def files_that_came() -> list[Path]:
    """Where updates lie that came by mail, as they are typed or dropped on the terminal."""
    found: list[Path] = []
    if terminal.can_ask():
        while typed := ask("An update that came by mail (its path; Enter: no more)").strip().strip("'\""):
            found.append(expanded(Path(typed)))
    return found


def place_for(label: str, *, yes: bool) -> Path:
    """Where an update goes that will be mailed: the folder one is in, unless another place is typed."""
    if yes or not terminal.can_ask():
        return Path.cwd()
    return expanded(Path(ask(f"Where to put the update for {label}, for you to mail", ".").strip().strip("'\"")))


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the person says yes, which pressing Enter does."""
    if yes:
        return True
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return answer.strip().casefold() in ("", "y", "yes")
