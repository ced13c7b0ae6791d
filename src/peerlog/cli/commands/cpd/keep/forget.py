from __future__ import annotations

import click

from .... import terminal
from ....asking import confirm
from ....examples import examples
from ....invocation import invocation


@click.command(epilog=examples("peerlog cpd keep forget 3f9a2c1", "peerlog cpd keep forget 3f9a2c1 --with-entries"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--with-entries", is_flag=True, help="Also the private entries that a record draws on.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(ids: tuple[str, ...], with_entries: bool, yes: bool) -> None:
    """Erase records with their answers, entries that have a last day, or files, for good.

    They go with all their versions, from the automatic backups too, and what other copies may still hold them is named.
    The entries that a record draws on stay unless you say so. This cannot be undone.
    """
    from .....journal.cpd.forgetting import forget_kept
    from .....journal.cpd.retention import asked_about, kept_named
    from ....left_copies import say_where_copies_are

    with invocation().journal(writes=True) as journal:
        found = [kept_named(journal, id_) for id_ in dict.fromkeys(ids)]
        for each in found:
            terminal.say(f"{each.sort}  {each.title}")
            if not each.is_due and each.until:
                terminal.say(f"  It is to be kept until {each.until.isoformat()}.")
            asked = asked_about(journal, each)
            if asked and asked.until >= journal.time.today():
                terminal.say(f"  {asked.label} asks to keep it until {asked.until.isoformat()}.")
        confirm("Erase this for good?", yes=yes)
        places = forget_kept(journal, [each.id for each in found], with_entries=with_entries)
        terminal.put(f"Erased: {len(found)}.")
        say_where_copies_are(places, "with what was erased")
