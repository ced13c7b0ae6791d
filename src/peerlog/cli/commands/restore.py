from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from ...errors import BadInput, WrongPassphrase
from .. import terminal
from ..asking import NO_PASSPHRASE, ask_secretly, ask_words, can_ask_secretly, confirm
from ..examples import examples
from ..invocation import TRIES, invocation


@click.command(
    epilog=examples(
        "peerlog restore peerlog-2026-11-21.tar",
        "peerlog restore backup.tar --words",
        "peerlog restore --salvage rescued.json",
    )
)
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--words", "by_words", is_flag=True, help="Open it by recovery words instead of a passphrase.")
@click.option(
    "--salvage", is_flag=True, help="Write what a damaged journal still holds to FILE, a new one: JSON, not encrypted."
)
@click.option("--yes", is_flag=True, help="Do not ask before the present journal is moved aside.")
def command(file: Path | None, by_words: bool, salvage: bool, yes: bool) -> None:
    """Put a backup in the journal's place. It opens with the passphrase or recovery words of its day.

    Without FILE it is the newest of the backups that the journal keeps of itself.
    The journal that is there now is moved aside, not removed. If anything is wrong with the backup, nothing changes.

    With --salvage nothing is restored: entries that a damaged journal still gives go to FILE, kept files into a folder
    beside it, and the journal stays as it is. Once a backup is back in its place, “peerlog import json FILE” adds the
    entries that it lacks.
    """
    from ...journal.home import expanded
    from ...journal.opening import journal_exists
    from ...journal.passphrases import passphrase_from_environment
    from ...journal.safekeeping.upkeep import newest_backup, read_backup, restore_backup

    home = invocation().home
    if salvage:
        _salvage(file, by_words=by_words)
        return
    file = newest_backup(home) if file is None else expanded(file)
    written = read_backup(file).written
    given = None if by_words else passphrase_from_environment(os.environ)
    if not by_words and given is None and not can_ask_secretly():
        raise BadInput(*NO_PASSPHRASE)
    if journal_exists(home):
        terminal.say(f"The backup is {file}, written {written}.")
        confirm(f"Move the journal in {home.data} aside?", yes=yes)
    restore = partial(restore_backup, home, file, replace=True)
    for left in range(TRIES - 1, -1, -1):
        try:
            if by_words:
                restored = restore(words=ask_words())
            else:
                restored = restore(passphrase=given or ask_secretly("Passphrase of the backup"))
            break
        except WrongPassphrase as error:
            if given or by_words or not left:
                raise
            terminal.say(error.message)
    terminal.put(f"Restored to {home.data}: {restored.entries:,} {'entry' if restored.entries == 1 else 'entries'}.")
    if restored.moved:
        terminal.put(f"What was there before is now in {restored.moved}.")
    terminal.say("It opens with the passphrase and the recovery words of the day of this backup.")


def _salvage(file: Path | None, *, by_words: bool) -> None:
    from ...journal.home import expanded
    from ...journal.presence import require_journal
    from ...journal.safekeeping.salvaging import salvage_to, salvage_with_keyring

    if file is None:
        raise BadInput("There is no FILE to write to.", "Name a new file: peerlog restore --salvage rescued.json")
    target = expanded(file)
    if by_words:
        require_journal(invocation().home)
        done = salvage_to(invocation().home, target, words=ask_words())
    else:
        done = invocation().with_passphrase(
            lambda home, passphrase: salvage_to(home, target, passphrase=passphrase),
            lambda home: salvage_with_keyring(home, target),
        )
    terminal.put(f"{done.entries:,} of {done.total:,} entries are in {done.path}, not encrypted.")
    if done.files_path:
        terminal.put(f"{done.files:,} of {done.all_files:,} kept files are in {done.files_path}, not encrypted.")
    terminal.say("Earlier versions and what was unfinished are not in it. “peerlog import json” takes it in again.")
