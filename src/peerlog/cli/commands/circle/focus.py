from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples('peerlog circle focus Sam "Chair meetings that people want to come to"'))
@click.argument("name")
@click.argument("text")
def command(name: str, text: str) -> None:
    """Say in one sentence what it is for, for all of you; empty for nothing.

    It leaves with your next update.
    """
    from ....journal.circle.circle_course import rename_circle
    from ....journal.circle.circles import circle_named

    with invocation().journal(writes=True) as journal:
        circle = rename_circle(journal, circle_named(journal, name), focus=text)
        terminal.put(f"Focus: {circle.focus}" if circle.focus else "It has no focus now.")
