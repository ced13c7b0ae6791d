from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples(
        "peerlog meeting agenda",
        'peerlog meeting agenda --add "? how do you open a set" --add "! a round of one minute each"',
        "peerlog meeting agenda 3f9a2c1 --settle 77aa012 --move 8c0d1e2 -1",
    )
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--add", "lines", multiple=True, metavar="LINE", help="Add an item; repeatable. ? question, ! idea.")
@click.option("--settle", "settled", multiple=True, metavar="ITEM", help="An item is dealt with; repeatable.")
@click.option("--reopen", "reopened", multiple=True, metavar="ITEM", help="Take one up again; repeatable.")
@click.option(
    "--move", "moved", multiple=True, type=(str, int), metavar="ITEM N", help="Move one N places down, -N up."
)
@json_option
def command(
    id_: str | None,
    lines: tuple[str, ...],
    settled: tuple[str, ...],
    reopened: tuple[str, ...],
    moved: tuple[tuple[str, int], ...],
    as_json: bool,
) -> None:
    """List the agenda of a meeting, after adding, settling or moving what the options say.

    An item is one line. A name first says who brings it; “?” before it makes it a question, “!” an idea.
    """
    from ....journal.meeting.agenda import change_agenda
    from ...described import described
    from ...meetings import meeting_given, write_agenda

    changes = bool(lines or settled or reopened or moved)
    with invocation().journal(writes=changes) as journal:
        meeting = meeting_given(journal, id_)
        items = change_agenda(journal, meeting, add=lines, settled=settled, reopened=reopened, moved=moved)
        if as_json:
            terminal.put_json({"meeting": meeting.id, "agenda": [described(item) for item in items]})
        elif items:
            write_agenda(journal, items)
        else:
            terminal.say("There is nothing on the agenda yet. “--add LINE” puts something there.")
