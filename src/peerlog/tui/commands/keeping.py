"""What can be done on the screens that look after the journal: recovery kit, settings, name and zone, passphrase."""

from __future__ import annotations

from .command import Command
from .group import Group


class WrittenDown(Command):
    """Say that the words are on paper; two of them are asked back."""

    label = "written down"
    key = "enter"
    group = Group.KEEPING
    footer = True


class WriteKit(Command):
    """Write the recovery kit to the file that is named."""

    label = "write it"
    key = "enter"
    group = Group.KEEPING
    footer = True
    priority = True


class NextWord(Command):
    """Go to the next word that is asked for; after the last one they are compared."""

    label = "go on"
    key = "enter"
    group = Group.KEEPING
    footer = True
    priority = True


class KitToFile(Command):
    """Write the recovery kit to a file, to be printed and deleted."""

    label = "to a file"
    key = "f2"
    group = Group.KEEPING
    footer = True


class Later(Command):
    """Leave the recovery kit for later. The words stay the same until the journal is locked."""

    label = "later"
    key = "escape"
    group = Group.KEEPING
    footer = True


class WordsAgain(Command):
    """Go back to the words of the recovery kit."""

    label = "the words again"
    key = "escape"
    group = Group.KEEPING
    footer = True


class KeepValue(Command):
    """Keep the setting as it has been typed."""

    label = "keep"
    key = "enter"
    group = Group.KEEPING
    footer = True
    priority = True


class LeaveValue(Command):
    """Leave the setting as it was."""

    label = "leave as it was"
    key = "escape"
    group = Group.KEEPING
    footer = True


class Done(Command):
    """Leave this screen."""

    label = "back"
    key = "escape,q"
    group = Group.KEEPING
    footer = True
