"""Answering the questions that lead to a goal."""

from __future__ import annotations

from .command import Command
from .group import Group


class NarrowNext(Command):
    """Go to the next question, with or without an answer to this one."""

    label = "next, or skip"
    key = "enter"
    group = Group.GOAL
    footer = True
    priority = True


class NarrowBack(Command):
    """Go back to the question before."""

    label = "back"
    key = "up"
    group = Group.GOAL
    footer = True
    priority = True


class MakeGoal(Command):
    """Make the goal of what is answered so far."""

    label = "enough"
    key = "ctrl+s"
    group = Group.GOAL
    footer = True


class LeaveQuestions(Command):
    """Go back; what you have answered waits on Today."""

    label = "later"
    key = "escape"
    group = Group.GOAL
    footer = True
