"""Writing a record: opening it, choosing what is in it, going from one thing to see to to the next."""

from __future__ import annotations

from .command import Command
from .group import Group


class OpenRecord(Command):
    """Open the record of this period for your professional body: what you hand in, made of what counts."""

    label = "record"
    key = ""
    group = Group.RECORD


class RecordHere(Command):
    """Open the record of this period: what you hand in, made of what counts."""

    label = "record"
    key = "r"
    group = Group.CPD
    footer = True
    in_palette = False


class SeeToNext(Command):
    """Go to the next thing that is missing or does not fit, and write it."""

    label = "see to the next"
    key = "s"
    group = Group.RECORD
    footer = True


class TakeInOrOut(Command):
    """Leave this activity out of the record, or take it in. It counts all the same."""

    label = "in or out"
    key = "space"
    group = Group.RECORD
    footer = True


class TakeAllIn(Command):
    """Let everything that counts be in the record again, also what is still to come."""

    label = "everything in"
    key = "a"
    group = Group.RECORD


class NextAnswer(Command):
    """Keep this answer, and go on to the next thing to see to."""

    label = "next"
    key = "f5"
    group = Group.RECORD
    footer = True


class OwnEntryWords(Command):
    """Show beside this what you have written that it may draw on, or put it away."""

    label = "what you wrote"
    key = "f4"
    group = Group.RECORD
    footer = True


class TakeEntryWords(Command):
    """Put the words of your entry in here as a start, to be cut down. The entry stays as it is."""

    label = "start from it"
    key = "f6"
    group = Group.RECORD
    footer = True


class ReopenRecord(Command):
    """Go on writing a record that was handed in, as when your body asks for more."""

    label = "reopen"
    key = "R"
    group = Group.RECORD
    footer = True
