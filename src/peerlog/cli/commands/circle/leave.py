from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle leave Sam"))
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(name: str, yes: bool) -> None:
    """Leave. One last update tells the others, and then it is put away.

    What was shared stays, here to read and with them. You can come back only by
    a new invitation to something new.
    """
    from ....journal.circle.circle_course import leave
    from ....journal.circle.circles import circle_named
    from ...asking import confirm
    from ...circle_files import quoted

    with invocation().journal(writes=True) as journal:
        circle = circle_named(journal, name)
        confirm(f"Leave {circle.label}? That cannot be taken back.", yes=yes)
        circle = leave(journal, circle)
        if circle.archived:
            terminal.put(f"You have left {circle.label}; nobody else is there to tell, and it is put away.")
        else:
            terminal.put(f"You leave {circle.label}.")
            terminal.say(f"“peerlog exchange {quoted(circle.label)}” tells the others; after that it is put away.")
