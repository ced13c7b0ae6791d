"""What can be done with a meeting, on its page and afterwards."""

from __future__ import annotations

from .command import Command
from .group import Group


class PrepareMeeting(Command):
    """See on one page what to know before it begins: since last time, what is open, what is worth asking."""

    label = "prepare"
    key = "p"
    group = Group.MEETING
    footer = True


class RunMeeting(Command):
    """Let the meeting run: notes, agenda and time on one screen, without any lock. Again comes back to it."""

    label = "run"
    key = "r"
    group = Group.MEETING
    footer = True


class AddMeetingAction(Command):
    """Note in one line what somebody will do: “sam reading list fri”."""

    label = "action"
    key = "a"
    group = Group.MEETING
    footer = True


class AddItem(Command):
    """Put something on the agenda in one line: ? first makes it a question, ! an idea."""

    label = "agenda"
    key = "i"
    group = Group.MEETING
    footer = True


class CloseMeeting(Command):
    """Close the meeting: what came of it, what is to be done, and when you meet again. All of it can be left out."""

    label = "close"
    key = "f8"
    group = Group.MEETING
    footer = True


class LogCoffee(Command):
    """Write down a coffee that you had, or any other talk or exchange of messages, in under a minute."""

    label = "log a coffee"
    key = ""
    group = Group.MEETING


class LogCoffeeHere(Command):
    """Write down a coffee that you had, or any other talk or exchange of messages, in under a minute."""

    label = "log a coffee"
    key = "C"
    in_palette = False
    group = Group.MEETING


class SaveClosing(Command):
    """Close the meeting with what is written here."""

    label = "close it"
    key = "f8,ctrl+s"
    group = Group.QUESTIONS
    footer = True
    priority = True


class LeaveClosing(Command):
    """Go back to the meeting. What is written here waits for you."""

    label = "not yet"
    key = "escape"
    group = Group.QUESTIONS
    footer = True


class SaveCoffee(Command):
    """Save it. An empty one is simply closed."""

    label = "save"
    key = "escape"
    group = Group.QUESTIONS
    footer = True


class DiscardCoffee(Command):
    """Throw it away."""

    label = "throw away"
    key = "f10"
    group = Group.QUESTIONS
    footer = True


class KeepLine(Command):
    """Note this line."""

    label = "note it"
    key = "enter"
    group = Group.QUESTIONS
    footer = True
    priority = True


class LeaveLine(Command):
    """Go back. What is typed in the line waits there."""

    label = "back"
    key = "escape"
    group = Group.QUESTIONS
    footer = True
