from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog meeting show 3f9a2c1"))
@click.argument("id_", metavar="[ID]", required=False)
@json_option
def command(id_: str | None, as_json: bool) -> None:
    """Show a meeting with its agenda, decisions, actions, notes and thanks."""
    from ....domain.kinds import KINDS
    from ....journal.meeting.agenda import agenda
    from ...action_lines import write_actions
    from ...described import described
    from ...listing import write_entries
    from ...meetings import head, meeting_given, write_agenda, write_words
    from ...reading import write_entry

    with invocation().journal() as journal:
        meeting = meeting_given(journal, id_)
        items = agenda(journal, meeting.id)
        rest = [part for part in journal.entries.parts(meeting.id) if part.kind != "agenda-item"]
        if as_json:
            terminal.put_json({**described(meeting), "parts": [described(part) for part in (*items, *rest)]})
            return
        write_entry(journal, meeting)
        if items:
            head("Agenda")
            write_agenda(journal, items)
        for kind in dict.fromkeys(part.kind for part in rest):
            parts = [part for part in rest if part.kind == kind]
            head(KINDS[kind].label if kind in KINDS else kind)
            if kind == "action":
                write_actions(journal, parts)
            elif kind in ("minute", "turn"):
                write_words(journal, parts)
            else:
                write_entries(journal, parts)
