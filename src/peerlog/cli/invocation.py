"""What every command has at hand: the home it works on, and a way to open the journal there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ..errors import BadInput, NewerFormat, PeerlogError, Refused, WrongPassphrase
from .asking import NO_PASSPHRASE, ask_secretly, can_ask_secretly
from .terminal import say

if TYPE_CHECKING:
    from ..journal.home import Home
    from ..journal.journal import Journal

TRIES = 3


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of the program."""

    home: Home

    @contextmanager
    def journal(self, *, writes: bool = False) -> Iterator[Journal]:
        """The open journal; asks for the passphrase where no source gives it.

        A command that `writes` is followed by the day's backup when that is due, after its result has been shown.
        """
        with self.open() as journal:
            yield journal
            if writes:
                _back_up(journal)

    def open(self) -> Journal:
        """Open by the passphrase of the environment, else by the keyring, else by asking.

        Raises what `unlock` raises, and `BadInput` when there is nobody to ask.
        """
        from ..journal.opening import unlock
        from ..journal.passphrases import passphrase_from_environment
        from ..journal.presence import require_journal

        require_journal(self.home)
        given = passphrase_from_environment(os.environ)
        if given is not None:
            return unlock(self.home, given)
        return self._with_keyring() or self._by_asking()[0]

    def open_with_passphrase(self) -> tuple[Journal, str]:
        """The open journal and the passphrase that opened it, which the keyring cannot give."""
        from ..journal.opening import unlock
        from ..journal.passphrases import passphrase_from_environment
        from ..journal.presence import require_journal

        require_journal(self.home)
        given = passphrase_from_environment(os.environ)
        return (unlock(self.home, given), given) if given is not None else self._by_asking()

    def _with_keyring(self) -> Journal | None:
        from ..journal.opening import unlock_with_keyring

        try:
            return unlock_with_keyring(self.home)
        except (Refused, WrongPassphrase) as error:
            if isinstance(error, NewerFormat) or not can_ask_secretly():
                raise
            say(error.message)
            return None

    def _by_asking(self) -> tuple[Journal, str]:
        from ..journal.opening import unlock

        if not can_ask_secretly():
            raise BadInput(*NO_PASSPHRASE)
        for _ in range(TRIES - 1):
            passphrase = ask_secretly("Passphrase")
            try:
                return unlock(self.home, passphrase), passphrase
            except WrongPassphrase as error:
                say(error.message)
        passphrase = ask_secretly("Passphrase")
        return unlock(self.home, passphrase), passphrase


def _back_up(journal: Journal) -> None:
    from ..journal.home import config_folder
    from ..journal.upkeep import automatic_backup, may_be_due
    from ..settings import load_settings

    if not may_be_due(journal) or not load_settings(config_folder()).backups:
        return
    if sys.stdout is not None:
        sys.stdout.flush()
    try:
        automatic_backup(journal)
    except PeerlogError as error:
        say(f"Everything is saved, but the day's backup could not be made: {error.message} {error.hint}")


def invocation() -> Invocation:
    """The run that the current command belongs to."""
    found = click.get_current_context().find_object(Invocation)
    if found is None:
        raise LookupError("no command is running")
    return found
