from __future__ import annotations

import os

import click

from ...errors import BadInput, Refused
from .. import terminal
from ..asking import NO_PASSPHRASE, ask, can_ask_secretly
from ..examples import examples
from ..invocation import invocation
from ..new_passphrase import ask_for_new_passphrase


@click.command(epilog=examples("peerlog init", "peerlog init --name Kim --timezone Europe/Dublin"))
@click.option("--name", help="Your name, as it will stand on what you share one day.")
@click.option("--timezone", "--zone", "zone", metavar="TZ", help="The time zone you live in, such as Europe/Dublin.")
def command(name: str | None, zone: str | None) -> None:
    """Make your journal: an encrypted folder that only your passphrase opens."""
    from ...domain.moment import zone_named
    from ...journal.clock import system_zone
    from ...journal.opening import create_journal, journal_exists, require_place
    from ...journal.owner import system_name
    from ...journal.passphrases import passphrase_from_environment

    home = invocation().home
    require_place(home)
    if journal_exists(home):
        raise Refused(f"There is a journal in {home.data} already.", "Open it, or choose another folder with --home.")
    if zone:
        zone_named(zone)
    passphrase = passphrase_from_environment(os.environ)
    if passphrase is None and not can_ask_secretly():
        raise BadInput(*NO_PASSPHRASE)
    asks = terminal.can_ask()
    if name is None:
        name = ask("Your name", system_name()) if asks else system_name()
    if zone is None:
        zone = _ask_zone(system_zone()) if asks else system_zone()
    if passphrase is None:
        passphrase = ask_for_new_passphrase()
    create_journal(home, passphrase, name=name, zone=zone).close()
    terminal.say(f"Your journal is in {home.data}, and times in it are those of {zone}.")
    terminal.say("Next: “peerlog add” writes in it, “peerlog recover kit” makes words that open it when the passphrase")
    terminal.say("is forgotten. Without either of the two, nobody can open it, not even you.")


def _ask_zone(default: str) -> str:
    from ...domain.moment import zone_named
    from ...domain.problem import Problem

    while True:
        zone = ask("Time zone", default)
        try:
            zone_named(zone)
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}")
        else:
            return zone
