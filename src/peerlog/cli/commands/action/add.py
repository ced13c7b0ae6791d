from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog action add sam reading list fri",
        "peerlog action add book the room by 3 dec --for 3f9a2c1",
    )
)
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.option("--for", "parent", metavar="ID", help="The meeting, goal or idea that it belongs to.")
@click.option("--json", "as_json", is_flag=True, help="Write the new action as JSON instead of its id.")
def command(words: tuple[str, ...], parent: str | None, as_json: bool) -> None:
    """Add an action in one line.

    A name first says whose it is, where the journal knows the name; a day last says until when.
    """
    from ....journal.actions import action_parent, add_action
    from ...described import described
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        of = action_parent(journal, journal.entries.resolve(parent)) if parent is not None else None
        people = of.members("people") if of else ()
        action = add_action(journal, " ".join(words), parent=of.id if of else "", people=people)
        if as_json:
            terminal.put_json(described(action))
        else:
            terminal.put(one_line(journal, action))
