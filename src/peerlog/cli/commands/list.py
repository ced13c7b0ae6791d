from __future__ import annotations

import click

from ..examples import examples
from ..filters import Filters, listing
from ..invocation import invocation


@click.command(epilog=examples("peerlog list --kind goal --tag chairing", "peerlog list --since -3m --limit 0 --json"))
@listing
@click.option("--trash", is_flag=True, help="What was deleted, instead of the journal.")
def command(
    filters: Filters,
    limit: int,
    as_json: bool,
    trash: bool,
) -> None:
    """List entries, the newest first."""
    from ..listing import list_hits

    with invocation().journal() as journal:
        selection = filters.selection(journal, deleted=trash)
        nothing = "The trash is empty." if trash else _nothing(selection.is_everything)
        list_hits(journal, selection, limit=limit, as_json=as_json, nothing=nothing)


def _nothing(everything: bool) -> str:
    if everything:
        return "There is nothing in your journal yet. “peerlog add” writes the first entry."
    return "There are no such entries."
