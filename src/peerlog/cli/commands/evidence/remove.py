from __future__ import annotations

import click

from ....errors import Refused
from ... import terminal
from ...asking import confirm
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog evidence remove 81ac07e", "peerlog evidence remove 81ac07e --forever --yes"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--forever", is_flag=True, help="Erase them. This cannot be undone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(ids: tuple[str, ...], forever: bool, yes: bool) -> None:
    """Take files away from their entry, from where “peerlog evidence bring-back” brings them back.

    With --forever they are erased, also from the automatic backups.
    """
    from ....journal.evidence import erase, remove, resolve
    from ...evidence_lines import one_file
    from ...left_copies import say_where_copies_are

    with invocation().journal(writes=True) as journal:
        files = {file.id: file for file in (resolve(journal, id_) for id_ in ids)}
        lines = {file.id: one_file(journal, file) for file in files.values()}
        if not forever:
            for file in files.values():
                if file.removed:
                    raise Refused(f"“{file.name}” is removed already.", "--forever erases it.")
            for id_, line in lines.items():
                remove(journal, id_)
                terminal.put("Removed: ", line)
            return
        for line in lines.values():
            terminal.say(line)
        confirm("Erase this for good?", yes=yes)
        places = erase(journal, *lines)
        terminal.put(f"Erased: {len(lines)} {'file' if len(lines) == 1 else 'files'}.")
        say_where_copies_are(places, "with what was erased")
