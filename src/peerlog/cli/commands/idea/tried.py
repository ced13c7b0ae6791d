from __future__ import annotations

import click

from ...examples import examples
from ...moving_ideas import move


@click.command(epilog=examples("peerlog idea tried 3f9a2c1 they waited for the end"))
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[WHAT CAME OF IT]", nargs=-1)
def command(id_: str, words: tuple[str, ...]) -> None:
    """Say that you have tried it, and if you like what came of it."""
    move("tried", id_, " ".join(words))
