"""What can be done while a meeting runs. Its notes are a text, so only function keys and Esc do something else."""

from __future__ import annotations

from .command import Command
from .group import Group


class PrivateSide(Command):
    """Show or hide the words that are for you alone. They are a note of your own, and never part of the meeting."""

    label = "private"
    key = "f2"
    group = Group.RUNNING
    footer = True


class NoteAction(Command):
    """Note in one line what somebody will do: “sam reading list fri”."""

    label = "action"
    key = "f3"
    group = Group.RUNNING
    footer = True


class AskQuestion(Command):
    """Look for a question worth asking, for what this meeting is about."""

    label = "question"
    key = "f4"
    group = Group.RUNNING
    footer = True


class NextItem(Command):
    """Settle what is being talked about, and go on to what comes next on the agenda."""

    label = "next"
    key = "f5"
    group = Group.RUNNING
    footer = True


class ItemBefore(Command):
    """Take up again what was settled last."""

    label = "back on the agenda"
    key = "f6"
    group = Group.RUNNING


class NoteItem(Command):
    """Put something more on the agenda, in one line."""

    label = "more to talk about"
    key = "f7"
    group = Group.RUNNING


class CloseTheMeeting(Command):
    """Close the meeting: what came of it, what is to be done, and when you meet again. All of it can be left out."""

    label = "close"
    key = "f8"
    group = Group.RUNNING
    footer = True


class ShowHelpCards(Command):
    """Read a short page on listening, on open questions, on feedback or on working in a group."""

    label = "help for the talk"
    key = "f9"
    group = Group.RUNNING


class StopMeeting(Command):
    """Let the meeting run no longer, without closing it. What you wrote is saved."""

    label = "stop without closing"
    key = "f10"
    group = Group.RUNNING


class LeaveMeeting(Command):
    """Go back and let the meeting go on. What you wrote is saved; Today and the meeting's page lead back to it."""

    label = "leave, it goes on"
    key = "escape"
    group = Group.RUNNING
