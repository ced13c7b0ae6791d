from __future__ import annotations

from pathlib import Path

import click

from ...circle_card import file_output
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle accept answer-5f0c8a21.peerlog -o ~/Desktop"))
@click.argument("file", type=click.Path(path_type=Path))
@file_output
def command(file: Path, output: Path | None, force: bool) -> None:
    """Take an answer to your invitation, and write the acceptance.

    Whoever answered gets the seat, and both of you see the same words from here
    on. The same answer again writes the acceptance again. Given an acceptance,
    does what “join” does with it.
    """
    from ....errors import Refused
    from ....journal.first_meeting.meeting_partners import what_is
    from ...circle_files import accept, complete, read_file, require_free

    require_free(output, force=force)
    content = read_file(file)
    with invocation().journal(writes=True) as journal:
        what = what_is(journal, content)
        if what == "acceptance":
            complete(journal, content)
        elif what == "invitation":
            raise Refused(
                "This is an invitation.",
                f"“peerlog circle join {file.name}” answers it, or “peerlog device join” a device of yours.",
            )
        elif what == "update":
            raise Refused("This is an update.", f"“peerlog receive {file.name}” takes it in.")
        else:
            accept(journal, content, output, force=force)
