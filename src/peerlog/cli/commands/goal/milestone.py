from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(epilog=examples("peerlog goal milestone 3f9a2c1 first draft by 4 dec"))
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write the new milestone as JSON instead of its id.")
def command(id_: str, words: tuple[str, ...], as_json: bool) -> None:
    """Add a place on the way to a goal; a day at the end says until when.

    “peerlog action done” ticks off a milestone, too.
    """
    from ....journal.goal.goals import add_milestone
    from ...described import described
    from ...listing import one_line

    require_words("TEXT", " ".join(words))
    with invocation().journal(writes=True) as journal:
        milestone = add_milestone(journal, journal.entries.resolve(id_).id, " ".join(words))
        if as_json:
            terminal.put_json(described(milestone))
        else:
            terminal.put(one_line(journal, milestone))
