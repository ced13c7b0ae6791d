from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog feedback accept 3f9a2c1", "peerlog feedback accept 3f9a2c1 --not"))
@click.argument("id_", metavar="ID")
@click.option("--not", "take_out", is_flag=True, help="Take it out again.")
def command(id_: str, take_out: bool) -> None:
    """Take feedback into your own record."""
    from ....journal.giving import set_accepted
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        entry = set_accepted(journal, journal.entries.resolve(id_).id, accepted=not take_out)
        terminal.put("Not in your record: " if take_out else "In your record: ", one_line(journal, entry))
