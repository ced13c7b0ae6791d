from __future__ import annotations

import click

from .....errors import BadInput
from .... import terminal
from ....examples import examples
from ....invocation import invocation


@click.command(epilog=examples("peerlog cpd gap remove 3f9a2c1"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Take gaps away. “peerlog undelete” brings them back."""
    from ....standing_lines import say_gap

    with invocation().journal(writes=True) as journal:
        gaps = [journal.entries.resolve(id_) for id_ in ids]
        for gap in gaps:
            if gap.kind != "gap":
                raise BadInput(f"{gap.id[:7]} is no gap.", "“peerlog cpd gap list” shows them.")
        for gap in gaps:
            journal.entries.delete(gap.id)
            terminal.put("Removed: ", say_gap(journal, gap))
