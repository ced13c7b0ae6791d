from __future__ import annotations

import click

from ...examples import examples
from ...moving_ideas import move


@click.command(epilog=examples("peerlog idea try 3f9a2c1"))
@click.argument("id_", metavar="ID")
def command(id_: str) -> None:
    """Say that you are trying it."""
    move("trying", id_)
