from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle drop Chairing"))
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--with-words", is_flag=True, help="Also what you have written in it, which is lost then.")
def command(name: str, yes: bool, with_words: bool) -> None:
    """Remove what was begun and came to nothing.

    That is an invitation that nobody took, or one that you answered and that
    never went on. Whatever others share with you stays: leave it, or put it
    away.
    """
    from ....journal.circle.circle_course import drop, words_in
    from ....journal.circle.circles import circle_named
    from ...asking import confirm

    with invocation().journal(writes=True) as journal:
        circle = circle_named(journal, name, archived=True)
        lost = words_in(journal, circle) if with_words and len(circle.members) < 2 else 0
        what = f" and the {lost} entries in it" if lost > 1 else " and the entry in it" if lost else ""
        confirm(f"Remove {circle.label}{what} for good?", yes=yes)
        drop(journal, circle, with_words=with_words)
        terminal.put(f"{circle.label} is gone.")
