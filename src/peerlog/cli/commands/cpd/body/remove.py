from __future__ import annotations

import click

from .... import completing, terminal
from ....asking import confirm
from ....examples import examples
from ....invocation import invocation


@click.command(epilog=examples("peerlog cpd body remove alia", "peerlog cpd body remove alia --yes"))
@click.argument("name", metavar="BODY", shell_complete=completing.requirements)
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(name: str, yes: bool) -> None:
    """Keep to a body no more. What counts goes on counting for others; gaps and lists of this body go along.

    “peerlog undelete” brings it back.
    """
    from .....journal.cpd.memberships import let_go, membership_named
    from ....listing import one_line

    with invocation().journal(writes=True) as journal:
        kept = membership_named(journal, name)
        confirm(f"Keep to “{kept.title}” no more?", yes=yes)
        let_go(journal, kept)
        terminal.put("Removed: ", one_line(journal, kept))
