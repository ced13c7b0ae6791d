"""What every command has at hand: the home it works on, and a way to open the journal there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from ..errors import BadInput, NewerFormat, PeerlogError, Refused, WrongPassphrase
from .asking import NO_PASSPHRASE, ask_secretly, can_ask_secretly
from .terminal import NotWritten, flush, say

if TYPE_CHECKING:
    from ..journal.home import Home
    from ..journal.journal import Journal

T = TypeVar("T")

TRIES = 3


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of the program."""

    home: Home

    @contextmanager
    def journal(self, *, writes: bool = False) -> Iterator[Journal]:
        """The open journal; asks for the passphrase where no source gives it.

        A command that `writes` is followed, after its result has been shown, by what is due that day: notes that
        erase themselves, the backup.
        """
        with self.open() as journal:
            with said_to_be_saved(journal):
                yield journal
                flush()
            if writes:
                after_the_result(journal)

    def open(self) -> Journal:
        """The open journal. Raises what `unlock` raises, and `BadInput` when there is nobody to ask."""
        from ..journal.opening import unlock, unlock_with_keyring

        journal = self.with_passphrase(unlock, unlock_with_keyring)
        say_what_was_mended(journal)
        return journal

    def with_passphrase(
        self, use: Callable[[Home, str], T], use_keyring: Callable[[Home], T | None] | None = None
    ) -> T:
        """The result of `use(home, passphrase)`: with that of the environment, else by the keyring, else by asking.

        `use_keyring` gives None when the keyring does not open the journal.
        """
        from ..journal.passphrases import passphrase_from_environment
        from ..journal.presence import require_journal

        require_journal(self.home)
        given = passphrase_from_environment(os.environ)
        if given is not None:
            return use(self.home, given)
        found = self._by_keyring(use_keyring) if use_keyring else None
        return self._by_asking(use) if found is None else found

    def _by_keyring(self, use_keyring: Callable[[Home], T | None]) -> T | None:
        try:
            return use_keyring(self.home)
        except (Refused, WrongPassphrase) as error:
            if isinstance(error, NewerFormat) or not can_ask_secretly():
                raise
            say(error.message)
            return None

    def _by_asking(self, use: Callable[[Home, str], T]) -> T:
        if not can_ask_secretly():
            raise BadInput(*NO_PASSPHRASE)
        for _ in range(TRIES - 1):
            try:
                return use(self.home, ask_secretly("Passphrase"))
            except WrongPassphrase as error:
                say(error.message)
        return use(self.home, ask_secretly("Passphrase"))


@contextmanager
def said_to_be_saved(journal: Journal) -> Iterator[None]:
    """When the result cannot be written anywhere, add that the journal has what it was to have."""
    try:
        yield
    except NotWritten:
        if journal.has_written:
            say("It is saved; only the answer could not be written where you wanted it.")
        raise


def say_what_was_mended(journal: Journal) -> None:
    """Say on standard error what opening the journal has put right, if anything."""
    if journal.mended:
        say(journal.mended)


def after_the_result(journal: Journal) -> None:
    """What the day's first command does besides, once people have what they asked for."""
    from .vents_due import erase_vents_due

    erase_vents_due(journal)
    _back_up(journal)


def _back_up(journal: Journal) -> None:
    from ..journal.home import config_folder
    from ..journal.safekeeping.upkeep import automatic_backup, may_be_due
    from ..settings import load_settings

    if not may_be_due(journal) or not load_settings(config_folder()).backups:
        return
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
