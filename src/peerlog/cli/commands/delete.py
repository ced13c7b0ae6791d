from __future__ import annotations

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation


@click.command(epilog=examples("peerlog delete 3f9a2c1", "peerlog delete 3f9a2c1 --forever --yes"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--forever", is_flag=True, help="Erase them and every earlier version. This cannot be undone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(ids: tuple[str, ...], forever: bool, yes: bool) -> None:
    """Move entries to the trash, from where “peerlog undelete” brings them back."""
    from ...journal.safekeeping.erasing import WHAT_OTHERS_KEEP, erase
    from ..agreeing.void import saying_what_became_void
    from ..listing import one_line

    with invocation().journal(writes=True) as journal:
        entries = {entry.id: entry for entry in map(journal.entries.resolve, ids)}
        lines = {id_: one_line(journal, entry) for id_, entry in entries.items()}
        if not forever:
            with saying_what_became_void(journal, *entries.values()):
                for id_, line in lines.items():
                    journal.entries.delete(id_)
                    terminal.put("In the trash: ", line)
            return
        for line in lines.values():
            terminal.say(line)
        if any(entry.with_whom for entry in entries.values()):
            terminal.say(WHAT_OTHERS_KEEP)
        confirm("Erase this for good, with all its versions and parts?", yes=yes)
        with saying_what_became_void(journal, *entries.values()):
            places = erase(journal, list(entries))
        terminal.put(f"Erased: {len(entries)} {'entry' if len(entries) == 1 else 'entries'}.")
        if places:
            terminal.say("Copies that left the journal earlier may still hold what was erased:")
            for place in places:
                terminal.say(f"  {place}")
