from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog meeting prepare", "peerlog meeting prepare 3f9a2c1 --json"))
@click.argument("id_", metavar="[ID]", required=False)
@json_option
def command(id_: str | None, as_json: bool) -> None:
    """Show on one page what helps in the ten minutes before a meeting.

    When it is for everybody, since last time, what each of you is to do, goals, open questions, questions worth asking,
    and what you bring.
    """
    from ....journal.meeting.preparing import preparation
    from ...meetings import meeting_given
    from ...prepared import described_preparation, write_preparation

    with invocation().journal() as journal:
        page = preparation(journal, meeting_given(journal, id_).id)
        if as_json:
            terminal.put_json(described_preparation(page))
        else:
            write_preparation(journal, page)
