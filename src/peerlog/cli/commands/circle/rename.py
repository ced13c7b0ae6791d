from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(epilog=examples('peerlog circle rename "Thursday set" "Friday set"'))
@click.argument("name")
@click.argument("new")
def command(name: str, new: str) -> None:
    """Give it another name, for all of you; that leaves with your next update."""
    from ....journal.circle.circle_course import rename_circle
    from ....journal.circle.circles import circle_named

    require_words("NEW", new)
    with invocation().journal(writes=True) as journal:
        circle = rename_circle(journal, circle_named(journal, name), name=new)
        terminal.put(f"It is called {circle.name} now.")
        if circle.label != circle.name:
            terminal.say(f"In your own lists it stays {circle.label}; “peerlog circle call” changes that.")
