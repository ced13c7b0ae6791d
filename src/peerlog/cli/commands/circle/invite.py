from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...circle_card import file_output
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog circle invite", "peerlog circle invite Chairing -o ~/Desktop"))
@click.argument("name", required=False)
@click.option("--withdraw", is_flag=True, help="Let the invitations that nobody has answered count no more.")
@file_output
def command(name: str | None, withdraw: bool, output: Path | None, force: bool) -> None:
    """Write an invitation: the first of three files, for one person.

    It holds your name, what it is called and what for, and nothing else of
    yours. Whoever has it can answer it, and the first answer that you accept
    counts; the words that you compare tell whether it was the right one.
    """
    from ....journal.circle.circles import circle_named
    from ....journal.first_meeting.meeting_partners import make_invitation, open_invitations, withdraw_invitation
    from ...circle_files import put_file, require_free

    require_free(output, force=force)
    with invocation().journal(writes=True) as journal:
        circle = circle_named(journal, name)
        if withdraw:
            waiting = open_invitations(journal, circle)
            for each in waiting:
                withdraw_invitation(journal, circle, each)
            what = "1 invitation counts" if len(waiting) == 1 else f"{len(waiting)} invitations count"
            terminal.put(f"{what} no more." if waiting else "No invitation is waiting for an answer.")
            return
        path = put_file(make_invitation(journal, circle), output, force=force)
        terminal.say(f"Send {path.name} to one person, who answers it with “peerlog circle join”.")
        terminal.say("Their answer comes back to you: “peerlog circle accept FILE” takes it.")
