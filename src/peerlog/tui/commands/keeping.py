"""What can be done on the screens that look after the journal: recovery kit, settings, name and zone, passphrase."""

from __future__ import annotations

from .command import Command
from .group import Group


class WrittenDown(Command):
    """Say that the words are on paper; two of them are asked back."""

    label = "I have written them down"
    key = "enter"
    group = Group.KEEPING
    footer = True


class KitToFile(Command):
    """Write the recovery kit to a file, to be printed and deleted."""

    label = "to a file"
    key = "f2"
    group = Group.KEEPING
    footer = True


class Later(Command):
    """Leave it for later, or leave this screen."""

    label = "later"
    key = "escape"
    group = Group.KEEPING
    footer = True


class Done(Command):
    """Leave this screen."""

    label = "back"
    key = "escape,q"
    group = Group.KEEPING
    footer = True
