from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog cpd not 3f9a2c1", "peerlog cpd not 3f9a2c1 8b2e4d0 --ask-again"))
@click.argument("ids", metavar="ENTRY...", nargs=-1, required=True)
@click.option("--ask-again", is_flag=True, help="Take back whatever was said, so that a sweep asks again.")
def command(ids: tuple[str, ...], ask_again: bool) -> None:
    """Say that entries do not count, so that no sweep asks about them again.

    What was filled in stays, for the day when you let one count after all.
    """
    from ....journal.cpd.activities import count_not, look_again
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        for entry in [journal.entries.resolve(id_) for id_ in ids]:
            if ask_again:
                look_again(journal, entry.id)
            else:
                count_not(journal, entry.id)
            terminal.put("To be asked again: " if ask_again else "Does not count: ", one_line(journal, entry))
