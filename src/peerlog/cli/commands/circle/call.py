from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples('peerlog circle call "Thursday set" Thursdays', 'peerlog circle call Thursdays ""'))
@click.argument("name")
@click.argument("label")
def command(name: str, label: str) -> None:
    """Call it something of your own, in this journal alone.

    An empty LABEL gives it back the name that it has by itself: the partner's,
    or the group's.
    """
    from ....journal.circle.circle_course import call_it
    from ....journal.circle.circles import circle_named

    with invocation().journal(writes=True) as journal:
        circle = call_it(journal, circle_named(journal, name, archived=True), label)
        terminal.put(f"It is called {circle.label} here.")
