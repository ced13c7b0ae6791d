from __future__ import annotations

import click

from ...examples import examples
from ...moving_ideas import move


@click.command(epilog=examples("peerlog idea drop 3f9a2c1"))
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[WHAT CAME OF IT]", nargs=-1)
def command(id_: str, words: tuple[str, ...]) -> None:
    """Let go of an idea; with what came of it, if it was tried."""
    move("dropped", id_, " ".join(words))
