from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle put-away Sam"))
@click.argument("name")
def command(name: str) -> None:
    """Keep it to read, and write and exchange nothing more in it.

    The others are not told; what they send meanwhile comes in when you go on.
    """
    from ....journal.circle.circle_course import put_away
    from ....journal.circle.circles import circle_named
    from ...circle_files import quoted

    with invocation().journal(writes=True) as journal:
        circle = put_away(journal, circle_named(journal, name))
        terminal.put(f"{circle.label} is put away.")
        terminal.say(f"“peerlog circle take-up {quoted(circle.label)}” goes on with it.")
