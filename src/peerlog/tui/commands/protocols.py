"""What can be done in a group's session: an Action Learning set, a troika, a pair swap."""

from __future__ import annotations

from .command import Command
from .group import Group


class RunProtocol(Command):
    """Run a protocol: a set, a troika, a pair swap, with a clock and everybody's turn."""

    label = "run a protocol"
    key = ""
    group = Group.TURNS


class PauseSession(Command):
    """Stop the clock, or let it run again."""

    label = "pause"
    key = "f2"
    group = Group.TURNS
    footer = True


class SessionAction(Command):
    """Note in one line what somebody will do: “sam reading list fri”."""

    label = "action"
    key = "f3"
    group = Group.TURNS
    footer = True


class FindQuestion(Command):
    """Look for a question worth asking; the one that is taken stands among the notes."""

    label = "question"
    key = "f4"
    group = Group.TURNS


class NextStep(Command):
    """Begin a session that is laid out; in a session, go on to the next step."""

    label = "next"
    key = "f5"
    group = Group.TURNS
    footer = True


class StepBack(Command):
    """Go back to the step before, which goes on from the time it had taken."""

    label = "step back"
    key = "f6"
    group = Group.TURNS


class SkipStep(Command):
    """Leave this step out and go on to the next."""

    label = "skip"
    key = "f7"
    group = Group.TURNS


class EndSession(Command):
    """Close the session: look at what came of it and keep it."""

    label = "close"
    key = "f8"
    group = Group.TURNS
    footer = True


class MinuteMore(Command):
    """Give this step one minute more."""

    label = "a minute more"
    key = "f9"
    group = Group.TURNS
    footer = True


class DiscardSession(Command):
    """Throw this session away."""

    label = "throw away"
    key = "f10"
    group = Group.TURNS


class ReadHelpCards(Command):
    """Read how to listen, to ask and to give feedback; the clock goes on."""

    label = "help cards"
    key = "f12"
    group = Group.TURNS


class LeaveSession(Command):
    """Leave the session for now, with its clock stopped; it waits on Today."""

    label = "leave for now"
    key = "escape"
    group = Group.TURNS


class ToggleQuestionHints(Command):
    """Show a gentle word beneath questions that are closed, leading or advice in disguise, or leave it out."""

    label = "question hints"
    key = "ctrl+t"
