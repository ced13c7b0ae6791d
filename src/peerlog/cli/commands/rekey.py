from __future__ import annotations

import click

from ...journal.home import Home
from ...journal.journal import Journal
from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation, say_what_was_mended
from ..left_copies import say_where_copies_are


@click.command(epilog=examples("peerlog rekey", "peerlog rekey --yes"))
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(yes: bool) -> None:
    """Encrypt the whole journal anew under new keys, for when somebody may have had the old ones.

    The passphrase stays. Recovery words and the keyring stop opening the journal: make a new kit afterwards.
    """
    from ...journal.safekeeping.upkeep import change_keys

    journal, passphrase = invocation().with_passphrase(_opened)
    with journal:
        say_what_was_mended(journal)
        confirm("Recovery words made so far will stop working. Encrypt everything anew?", yes=yes)
        places = change_keys(journal, passphrase)
    terminal.put("Everything is encrypted under new keys.")
    say_where_copies_are(places, "under the old keys")
    terminal.say("“peerlog recover kit” makes new recovery words.")


def _opened(home: Home, passphrase: str) -> tuple[Journal, str]:
    from ...journal.opening import unlock

    return unlock(home, passphrase), passphrase
