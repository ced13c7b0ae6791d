from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..left_copies import say_where_copies_are
from ..new_passphrase import new_passphrase


@click.command(epilog=examples("peerlog passphrase", "peerlog passphrase --keyring"))
@click.option("--keyring/--no-keyring", default=None, help="Let this machine's keyring open the journal, or no longer.")
def command(keyring: bool | None) -> None:
    """Choose another passphrase. It stops the earlier one from opening the journal and the backups kept inside it.

    For scripts the new one comes from PEERLOG_NEW_PASSPHRASE_FILE or PEERLOG_NEW_PASSPHRASE_COMMAND.
    """
    from ...journal.safekeeping.upkeep import change_passphrase, stop_using_keyring, use_keyring

    with invocation().journal() as journal:
        if keyring is True:
            use_keyring(journal)
            terminal.put("This machine's keyring opens the journal now; so does whoever can use your account here.")
            return
        if keyring is False:
            stop_using_keyring(journal)
            terminal.put("Only the passphrase and the recovery words open the journal now.")
            return
        places = change_passphrase(journal, new_passphrase())
    terminal.put("The passphrase is changed.")
    say_where_copies_are(places, "that the earlier passphrase opens")
