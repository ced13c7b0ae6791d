from __future__ import annotations

import click

from ... import completing
from ...examples import examples
from ...invocation import invocation
from ...session_given import session_given, session_options


@click.command(
    epilog=examples(
        "peerlog protocol run action --people Kim,Sam,Ada,Bo,Cy --minutes 90",
        "peerlog protocol run troika --meeting 3f9a2c1",
    )
)
@click.argument("name", metavar="NAME", shell_complete=completing.protocols)
@session_options
@click.option("--title", default="", metavar="T", help="What to call the meeting that is kept.")
def command(name: str, people: str, turns: str, minutes: str, meeting: str, title: str) -> None:
    """Go through a session step by step, in plain lines, and keep what came of it as a meeting.

    Enter goes on, what you type is noted, /help says what else there is. A line says when the time of a step is over.
    What is left in the middle is unfinished: “peerlog protocol resume” goes on with it.
    """
    from dataclasses import replace

    from ....domain.kinds import MEETING
    from ...protocol_files import protocol
    from ...session_walk import walk

    called = MEETING.all_fields["title"].clean(title)  # what does not fit is told now, and not when all is said
    wanted = protocol(name)
    with invocation().journal(writes=True) as journal:
        session = session_given(journal, wanted, people, turns, minutes, meeting)
        walk(journal, replace(session, title=str(called or session.title)))
