"""What can be done while one looks for a question worth asking."""

from __future__ import annotations

from .command import Command
from .group import Group


class OtherPurpose(Command):
    """Show the questions for the next purpose: explore, solve, decide, share, any."""

    label = "purpose"
    key = "p"
    group = Group.QUESTIONS
    footer = True
    in_palette = False


class OtherMoment(Command):
    """Show the questions for the next moment of a conversation: to begin with, further on, to end with, any."""

    label = "moment"
    key = "m"
    group = Group.QUESTIONS
    footer = True
    in_palette = False


class OwnQuestion(Command):
    """Type a question of your own, or some words to find one by."""

    label = "your own"
    key = "o"
    group = Group.QUESTIONS
    footer = True
    in_palette = False
