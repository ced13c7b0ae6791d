from __future__ import annotations

import click

from .....errors import BadInput
from .... import terminal
from ....examples import examples
from ....given import require_one
from ....invocation import invocation
from ....record_options import body as body_option
from ....record_options import period as period_option


@click.command(
    epilog=examples(
        "peerlog cpd record choose 3f9a2c1 77b0e14",
        "peerlog cpd record choose --without 3f9a2c1 --body gphc",
        "peerlog cpd record choose --all",
    )
)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@body_option
@period_option
@click.option("--only", is_flag=True, help="These, and nothing else.")
@click.option("--without", "without", is_flag=True, help="Leave these out; they count all the same.")
@click.option("--all", "everything", is_flag=True, help="Everything that counts for it, now and later.")
def command(
    ids: tuple[str, ...], body: str | None, period: str | None, only: bool, without: bool, everything: bool
) -> None:
    """Choose what goes into a record. Until you do, everything that counts for it does.

    A form or a website has room for so many only: there, those that are nearest to being complete go in by themselves.
    """
    from .....journal.cpd.writing_record import choose, choose_all, leave_out, prepared, record_named
    from ....record_options import day_of

    require_one(("--only", only), ("--without", without), ("--all", everything))
    if everything == bool(ids):
        raise BadInput("Which entries?" if not ids else "--all takes no entries.", "Give their ids, or --all.")
    with invocation().journal(writes=True) as journal:
        wanted = [journal.entries.resolve(id_).id for id_ in ids]
        record = record_named(journal, body, day_of(journal, period))
        if everything:
            record = choose_all(journal, record)
        elif without:
            record = leave_out(journal, record, wanted)
        else:
            record = choose(journal, record, wanted, only=only)
        for part in prepared(journal, record).parts:
            if not part.is_whole:
                terminal.put(f"{part.label}: {len(part.items):,} in it, {len(part.left_out):,} left out")
