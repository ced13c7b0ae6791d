from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples("peerlog goal check-in 3f9a2c1 7", "peerlog goal check-in 3f9a2c1 6 two people spoke early")
)
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="LEVEL [NOTE]", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write the new check-in as JSON.")
def command(id_: str, words: tuple[str, ...], as_json: bool) -> None:
    """Say where a goal stands, from 0 to 10, and if you like a few words about it."""
    from ....journal.goal.goals import check_in, trend
    from ...described import described
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        goal = journal.entries.resolve(id_)
        said = check_in(journal, goal.id, " ".join(words))
        if as_json:
            terminal.put_json(described(said))
        else:
            terminal.put(f"{one_line(journal, goal)}  {trend(journal, goal.id).bars}  {said.number('level')}")
