"""Sharing with somebody: meeting, what they share, and what becomes of it."""

from __future__ import annotations

from .command import Command
from .group import Group


class BeginSharing(Command):
    """Begin to share with somebody: you write an invitation, they answer it, and you compare four words."""

    label = "share with somebody"
    key = "s"
    group = Group.SHARING
    footer = True


class TakeMeetingFile(Command):
    """Take in a file that somebody sent you: an invitation, an answer to yours, or what comes back after that."""

    label = "a file came"
    key = "f"
    group = Group.SHARING
    footer = True


class GoOnHere(Command):
    """Go on with what is typed here."""

    label = "go on"
    key = "f5"
    group = Group.SHARING
    footer = True


class LeaveForm(Command):
    """Go back. What is typed here waits for you until the journal is locked."""

    label = "back"
    key = "escape"
    group = Group.SHARING
    footer = True


class WriteMeetingFile(Command):
    """Write the file where it says."""

    label = "write it"
    key = "enter"
    group = Group.SHARING
    footer = True
    priority = True


class SameWords(Command):
    """Both of you have these words: nobody stands between you."""

    label = "the same"
    key = "s"
    group = Group.SHARING
    footer = True


class OtherWords(Command):
    """The other one has other words. Nothing has been sent so far, and nothing will be."""

    label = "different"
    key = "d"
    group = Group.SHARING
    footer = True


class WordsLater(Command):
    """Compare the words another time. Until then it says beside the name that it has not been done."""

    label = "later"
    key = "escape"
    group = Group.SHARING
    footer = True
