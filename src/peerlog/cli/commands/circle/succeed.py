from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog circle succeed Sam --seats 3 --name Trio -o ~/Desktop",
        'peerlog circle succeed "Thursday set" --seats 5',
    )
)
@click.argument("name")
@click.option("--seats", type=click.IntRange(2, 8), required=True, metavar="N", help="How many you will be, 2 to 8.")
@click.option("--name", "new", metavar="NAME", help="What the new one is called; the same if left out.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write an invitation for each seat there."
)
def command(name: str, seats: int, new: str | None, output: Path | None) -> None:
    """Begin a larger one with the same focus and your card, to let somebody in.

    Everybody is invited to it anew, the newcomer too. They read nothing of what
    came before but what its author carries over (carry-over). What you have now
    stays as it is until you put it away.
    """
    from ....errors import Refused
    from ....journal.circle.circles import circle_named
    from ....journal.circle.successor import succeed
    from ....journal.first_meeting.meeting_partners import make_invitation
    from ....journal.home import expanded
    from ...circle_files import put_file, quoted

    if output is not None and not expanded(output).is_dir():
        raise Refused(f"{output} is not a folder.", "Name one that is there: there is a file for each seat.")
    with invocation().journal(writes=True) as journal:
        before = circle_named(journal, name)
        circle = succeed(journal, before, seats, new or "")
        terminal.put(f"{circle.label} has {circle.seats} seats; the first is yours.")
        for _ in range(seats - 1 if output else 0):
            put_file(make_invitation(journal, circle), output, force=False)
        label = quoted(circle.label)
        if output:
            terminal.say("Send each file to one person: everybody from before, and whoever comes in.")
        else:
            terminal.say(
                f"“peerlog circle invite {label}” writes an invitation: one for each from before, and the others."
            )
        terminal.say(f"“peerlog circle carry-over {quoted(before.label)} {label}” takes along what you choose.")
