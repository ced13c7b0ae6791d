"""What can be done while the journal is locked, and while it is made."""

from __future__ import annotations

from .command import Command
from .group import Group


class UseRecoveryWords(Command):
    """Open the journal with the 24 words of the recovery kit."""

    label = "recovery words"
    key = "f2"
    group = Group.OPENING
    footer = True


class UsePassphrase(Command):
    """Open the journal with the passphrase after all."""

    label = "passphrase"
    key = "escape"
    group = Group.OPENING
    footer = True


class MakeJournal(Command):
    """Make the journal as it is described here."""

    label = "make it"
    key = "enter"
    group = Group.OPENING
    footer = True


class OtherWords(Command):
    """Offer six other words."""

    label = "other words"
    key = "f2"
    group = Group.OPENING
    footer = True


class ShowWords(Command):
    """Show what has been typed, or hide it."""

    label = "show or hide"
    key = "f3"
    group = Group.OPENING
    footer = True
