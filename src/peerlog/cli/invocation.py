"""What every command has at hand: the home it works on, and a way to open the journal there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ..errors import BadInput, Refused, WrongPassphrase

if TYPE_CHECKING:
    from ..journal.home import Home
    from ..journal.journal import Journal

TRIES = 3


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of the program."""

    home: Home

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """The open journal; asks for the passphrase where no source gives it."""
        with self.open() as journal:
            yield journal

    def open(self) -> Journal:
        """Open by the passphrase of the environment, else by the keyring, else by asking.

        Raises what `unlock` raises, and `BadInput` when there is nobody to ask.
        """
        from ..journal.opening import journal_exists, unlock
        from ..journal.passphrases import passphrase_from_environment

        if not journal_exists(self.home):
            raise Refused(f"There is no journal in {self.home.data}.", "“peerlog init” makes one.")
        given = passphrase_from_environment(os.environ)
        if given is not None:
            return unlock(self.home, given)
        return self._with_keyring() or self._by_asking()

    def _with_keyring(self) -> Journal | None:
        from ..journal.opening import unlock_with_keyring
        from .asking import can_ask_secretly
        from .terminal import say

        try:
            return unlock_with_keyring(self.home)
        except (Refused, WrongPassphrase) as error:
            if not can_ask_secretly():
                raise
            say(error.message)
            return None

    def _by_asking(self) -> Journal:
        from ..journal.opening import unlock
        from .asking import NO_PASSPHRASE, ask_secretly, can_ask_secretly
        from .terminal import say

        if not can_ask_secretly():
            raise BadInput(*NO_PASSPHRASE)
        for left in range(TRIES - 1, -1, -1):
            try:
                return unlock(self.home, ask_secretly("Passphrase"))
            except WrongPassphrase as error:
                if not left:
                    raise
                say(error.message)
        raise AssertionError("the last try returns or raises")


def invocation() -> Invocation:
    """The run that the current command belongs to."""
    found = click.get_current_context().find_object(Invocation)
    if found is None:
        raise LookupError("no command is running")
    return found
