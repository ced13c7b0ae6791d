from __future__ import annotations

import click

from .... import completing, terminal
from ....examples import examples
from ....json_option import json_option


@click.command(epilog=examples("peerlog cpd schemes show", "peerlog cpd schemes show gphc --json"))
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completing.requirements)
@click.option("--all", "everything", is_flag=True, help="Also requirements of other times, before and after.")
@json_option
def command(name: str | None, everything: bool, as_json: bool) -> None:
    """List whose requirements there are, or show all that is known of one body's."""
    from .....journal.clock import local_time
    from .....journal.cpd.memberships import scheme_named
    from .....journal.practice_files import requirement_sets
    from ....requirements_described import described_scheme, described_shortly
    from ....requirements_lines import write_list, write_scheme

    today = local_time().today()
    if name is not None:
        scheme = scheme_named(name)
        if as_json:
            terminal.put_json(described_scheme(scheme, today))
        else:
            write_scheme(scheme, today, everything=everything)
        return
    packs, problems = requirement_sets()
    for problem in problems:
        terminal.say(f"Left out: {problem}")
    if as_json:
        told = [described_shortly(each, today) for each in packs.values()]
        terminal.put_json({"requirements": told, "problems": list(problems)})
    else:
        write_list(packs.values(), today)
