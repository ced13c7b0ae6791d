from __future__ import annotations

from pathlib import Path

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option


@click.command(
    epilog=examples(
        "peerlog receive update-5f0c.peerlog", "peerlog receive ~/Downloads", "peerlog receive *.peerlog --json"
    )
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@json_option
def command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Take in updates that came as files.

    The half of “peerlog exchange” that receives, for scripts. Of a folder, all
    updates in it. Each is taken whole or not at all, and taking one twice
    changes nothing. The exit status is 1 when every file was refused, 4 when
    they were damaged, and 0 as soon as one counts.
    """
    from ...journal.home import expanded
    from ...journal.updates.arrived_words import what_arrived, what_was_refused
    from ...journal.updates.exchanging import arrived_files
    from ..agreeing.waiting import say_what_to_sign
    from ..arrivals import exit_code
    from ..exchange_described import described_arrival, described_refusal
    from ..exchange_lines import say_refused, write_arrived
    from ..progress import progress

    with invocation().journal(writes=True) as journal:
        with progress("Taking in") as show:
            arrived = arrived_files(journal, [expanded(path) for path in paths], show)
        found, refused = what_arrived(journal, arrived), what_was_refused(arrived)
        already = [each.name for each in arrived if each.taken and each.taken.already]
        if as_json:
            terminal.put_json(
                {
                    "arrived": [described_arrival(each) for each in found],
                    "refused": [described_refusal(each) for each in refused],
                    "already": already,
                }
            )
        else:
            write_arrived(found)
            say_what_to_sign(journal, found)
            for name in already:
                terminal.put(f"{name}: you have that already, nothing is new.")
            if not arrived:
                terminal.put("There is no update to take in there.")
        say_refused(refused)
        terminal.flush()
    click.get_current_context().exit(exit_code(arrived))
