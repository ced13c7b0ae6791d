from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog request take 8c41d07", "peerlog request take 8c41d07 --change 1 --change 3"))
@click.argument("id_", metavar="ID")
@click.option(
    "--change",
    "numbers",
    type=click.IntRange(min=1),
    multiple=True,
    metavar="N",
    help="Only this change, by its number in “peerlog request show”; repeatable.",
)
def command(id_: str, numbers: tuple[int, ...]) -> None:
    """Take over what an answer suggests; ID is that of the answer.

    The request's text becomes the suggestion, all of it or the changes you name. The text before stays as an earlier
    version.
    """
    from ....domain.suggested_edit import changes
    from ....errors import BadInput
    from ....journal.asking import request_of, take_over
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        comment = journal.entries.resolve(id_)
        base = request_of(journal, comment).text
        there = len(changes(base, comment.line("suggestion"))) if comment.line("suggestion") else 0
        if beyond := next((number for number in numbers if number > there), None):
            if not there:
                raise BadInput("There is nothing in it to take over.", "ID is that of an answer that suggests changes.")
            raise BadInput(f"There is no change {beyond} in it.", f"The last one is {there}.")
        chosen = {number - 1 for number in numbers} or None
        terminal.put("Taken over: ", one_line(journal, take_over(journal, comment.id, chosen, base=base)))
