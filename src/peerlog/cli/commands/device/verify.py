from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples("peerlog device verify", "peerlog device verify --same", "peerlog device verify laptop --different")
)
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--same", is_flag=True, help="The words are the same on both.")
@click.option("--different", is_flag=True, help="They are not: the new one is out of use at once.")
@json_option
def command(name: str | None, same: bool, different: bool, as_json: bool) -> None:
    """Compare the four words that two of your devices show.

    Until that is done nothing leaves, for whoever could exchange the files on
    their way would be sent all of your journal. NAME is only needed when several
    devices wait.
    """
    from ....errors import BadInput, Refused
    from ....journal.own_devices.device_words import words_to_compare
    from ...device_lines import compare, described_words, settle, write_words
    from ...given import require_one

    require_one(("--same", same), ("--different", different))
    with invocation().journal(writes=True) as journal:
        waiting = [
            each
            for each in words_to_compare(journal)
            if name is None or each.name.casefold().startswith(name.strip().casefold())
        ]
        if as_json and not (same or different):
            terminal.put_json({"waiting": [described_words(each) for each in waiting]})
            return
        if not waiting:
            raise Refused("There are no words to compare.", "“peerlog device list” shows your devices.")
        if len(waiting) > 1 and (same or different):
            names = ", ".join(each.name for each in waiting)
            raise BadInput("More than one device waits.", f"Name one: {names}.")
        if same or different:
            settle(journal, waiting[0], same=same)
            if as_json:
                terminal.put_json({**described_words(waiting[0]), "same": same})
            return
        for each in waiting:
            write_words(each)
            terminal.flush()
            compare(journal, each)
