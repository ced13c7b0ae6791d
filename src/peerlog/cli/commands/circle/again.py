from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...circle_card import file_output
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle again Sam", "peerlog circle again Chairing -o ~/Desktop"))
@click.argument("name", required=False)
@file_output
def command(name: str | None, output: Path | None, force: bool) -> None:
    """Write the files once more that you sent last and that wait for something.

    For when one was lost on the way: an invitation, an answer or an acceptance.
    """
    from ....errors import Refused
    from ....journal.circle.circles import circle_named
    from ....journal.first_meeting.first_meetings import file_again, first_meetings
    from ...circle_files import put_file, require_free

    require_free(output, force=force)
    with invocation().journal(writes=True) as journal:
        circle = circle_named(journal, name)
        waiting = first_meetings(journal, circle.space)
        if not waiting:
            raise Refused("Nothing of this is on its way: everybody has what they need.", "“peerlog exchange” goes on.")
        if output is not None and len(waiting) > 1 and not output.expanduser().is_dir():
            raise Refused(f"There are {len(waiting)} files to write.", "Name a folder that is there.")
        for each in waiting:
            path = put_file(file_again(journal, circle, each.token), output, force=force)
            who = each.name or "whom you invited"
            terminal.say(f"{path.name} is for {who}.")
