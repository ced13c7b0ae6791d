from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples("peerlog thanks quotable 3f9a2c1 --they-said-so", "peerlog thanks quotable 3f9a2c1 --not")
)
@click.argument("id_", metavar="ID")
@click.option("--they-said-so", is_flag=True, help="Whoever wrote it said so; needed for somebody else's.")
@click.option("--not", "take_back", is_flag=True, help="It may not be quoted any more.")
def command(id_: str, they_said_so: bool, take_back: bool) -> None:
    """Say that a thank-you may be quoted. Only whoever wrote it decides that."""
    from ....journal.giving import set_quotable
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        thanks = journal.entries.resolve(id_)
        changed = set_quotable(journal, thanks.id, quotable=not take_back, they_said_so=they_said_so)
        terminal.put("Not to be quoted: " if take_back else "May be quoted: ", one_line(journal, changed))
