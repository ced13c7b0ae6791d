from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle take-up Sam"))
@click.argument("name")
def command(name: str) -> None:
    """Go on with what was put away."""
    from ....journal.circle.circle_course import take_up
    from ....journal.circle.circles import circle_named

    with invocation().journal(writes=True) as journal:
        circle = take_up(journal, circle_named(journal, name, archived=True))
        terminal.put(f"You go on with {circle.label}.")
