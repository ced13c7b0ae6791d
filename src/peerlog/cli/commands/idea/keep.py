from __future__ import annotations

import click

from ...examples import examples
from ...moving_ideas import move


@click.command(epilog=examples("peerlog idea keep 3f9a2c1 the room was calmer"))
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[WHAT CAME OF IT]", nargs=-1)
def command(id_: str, words: tuple[str, ...]) -> None:
    """Keep what works; with what came of it."""
    move("kept", id_, " ".join(words))
