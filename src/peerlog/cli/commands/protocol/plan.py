from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option
from ...session_given import session_given, session_options


@click.command(
    epilog=examples(
        "peerlog protocol plan action --people Kim,Sam,Ada,Bo --minutes 90",
        "peerlog protocol plan troika --meeting 3f9a2c1 --json",
    )
)
@click.argument("name", metavar="NAME", shell_complete=completing.protocols)
@session_options
@json_option
def command(name: str, people: str, turns: str, minutes: str, meeting: str, as_json: bool) -> None:
    """Lay out a session: who has a turn when, who does what, and how long each step takes.

    Nothing is kept. Who has waited longest for a turn comes first, as far as the journal knows.
    """
    from ...protocol_files import protocol
    from ...protocol_words import described_plan, plan_lines
    from ...terminal import Bold

    wanted = protocol(name)
    with invocation().journal() as journal:
        session = session_given(journal, wanted, people, turns, minutes, meeting)
    if as_json:
        terminal.put_json(described_plan(wanted, session.people, session.steps))
        return
    terminal.put(Bold(wanted.label))
    for line in plan_lines(wanted, session.people, session.steps):
        terminal.put(line)
