from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....domain.entry import Entry


@click.command(epilog=examples("peerlog resource list", "peerlog resource list --words chairing --json"))
@click.option("--words", metavar="WORDS", help="Only what has all of these words; the last may be a beginning.")
@click.option("--to", "--for", "person", metavar="NAME", help="Only what is for this person.")
@json_option
def command(words: str | None, person: str | None, as_json: bool) -> None:
    """List what is on the shelf, the newest first."""
    from ....journal.giving import shelf
    from ...described import described
    from ...part_lines import write_parts

    with invocation().journal() as journal:
        found = shelf(journal, words or "")
        if person is not None:
            wanted = person.casefold()
            found = [each for each in found if wanted in map(str.casefold, each.members("people"))]
        if as_json:
            terminal.put_json({"resources": [described(each) for each in found]})
        elif found:
            write_parts(journal, found, _about)
        else:
            terminal.say("Nothing on the shelf. “peerlog resource add” puts something there.")


def _about(resource: Entry) -> str:
    pass_on = "may be passed on" if resource.fields.get("pass_on") else ""
    parts = [part for part in (resource.line("where"), resource.line("why"), pass_on) if part]
    return f"· {' · '.join(parts)}" if parts else ""
