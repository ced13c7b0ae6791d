from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog conflicts", "peerlog conflicts list Sam --json"))
@click.argument("name", metavar="[NAME]", required=False)
@json_option
def command(name: str | None, as_json: bool) -> None:
    """List what has two versions, each with a text made from both, and what you have settled and not yet sent."""
    from ....journal.circle.circles import circle_named
    from ....journal.versions.two_versions import all_settled, all_two_versions
    from ...version_lines import described_settled, described_two, write_settled, write_two_versions

    if name is not None:
        require_words("NAME", name)
    with invocation().journal() as journal:
        circle = None if name is None else circle_named(journal, name)
        found, settled = all_two_versions(journal, circle), all_settled(journal, circle)
        if as_json:
            terminal.put_json(
                {
                    "two_versions": [described_two(each) for each in found],
                    "settled": [described_settled(each) for each in settled],
                }
            )
            return
        write_two_versions(journal, found)
        write_settled(journal, settled)
        if not found and not settled:
            terminal.say("Nothing has two versions.")
