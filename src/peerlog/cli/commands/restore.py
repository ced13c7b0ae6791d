from __future__ import annotations

import os
from pathlib import Path

import click

from ...errors import BadInput, WrongPassphrase
from .. import terminal
from ..asking import NO_PASSPHRASE, ask_secretly, ask_words, can_ask_secretly, confirm
from ..examples import examples
from ..invocation import TRIES, invocation


@click.command(epilog=examples("peerlog restore peerlog.backup", "peerlog restore peerlog.backup --words"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--words", "by_words", is_flag=True, help="Open it by recovery words instead of a passphrase.")
@click.option("--yes", is_flag=True, help="Do not ask before the present journal is moved aside.")
def command(file: Path, by_words: bool, yes: bool) -> None:
    """Put a backup in the journal's place. It opens with the passphrase or recovery words of its day.

    The journal that is there now is moved aside, not removed. If anything is wrong with the backup, nothing changes.
    """
    from ...journal.opening import journal_exists
    from ...journal.passphrases import passphrase_from_environment

    home, file = invocation().home, file.expanduser()
    if not file.is_file():
        raise BadInput(f"There is no file {file}.", "Check the spelling of the path.")
    given = None if by_words else passphrase_from_environment(os.environ)
    if not by_words and given is None and not can_ask_secretly():
        raise BadInput(*NO_PASSPHRASE)
    if journal_exists(home) and not confirm(f"Move the journal in {home.data} aside?", yes=yes):
        raise click.Abort
    moved = _restored(file, given, by_words=by_words)
    terminal.put(f"Restored to {home.data}.")
    if moved:
        terminal.put(f"What was there before is now in {moved}.")
    terminal.say("From now on it opens with the passphrase or the recovery words that this backup was opened with.")


def _restored(file: Path, given: str | None, *, by_words: bool) -> Path | None:
    from ...journal.upkeep import restore_backup

    home = invocation().home
    if by_words:
        return restore_backup(home, file, words=ask_words())
    if given is not None:
        return restore_backup(home, file, passphrase=given)
    for _ in range(TRIES - 1):
        try:
            return restore_backup(home, file, passphrase=ask_secretly("Passphrase of the backup"))
        except WrongPassphrase as error:
            terminal.say(error.message)
    return restore_backup(home, file, passphrase=ask_secretly("Passphrase of the backup"))
