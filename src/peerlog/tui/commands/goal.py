"""What can be done with a goal, and with what belongs to it."""

from __future__ import annotations

from .command import Command
from .group import Group


class NarrowGoal(Command):
    """Come from a wide theme to a goal by short questions, each of which may stay open."""

    label = "narrow"
    key = "N"
    group = Group.GOAL
    footer = True


class CheckIn(Command):
    """Say where this goal stands, from 0 to 10, and if you like a few words about it."""

    label = "check in"
    key = "i"
    group = Group.GOAL
    footer = True


class MoveOn(Command):
    """Move this goal or idea on: to the states that it can go to from where it stands."""

    label = "move on"
    key = "s"
    group = Group.GOAL
    footer = True


class AddGoalAction(Command):
    """Add an action in one line: “sam reading list fri”."""

    label = "action"
    key = "a"
    group = Group.GOAL


class AddMilestone(Command):
    """Add a place on the way in one line: “first draft by 4 dec”."""

    label = "milestone"
    key = "M"
    group = Group.GOAL


class ReflectOnGoal(Command):
    """Write a reflection about this goal or idea; it is linked to it."""

    label = "reflect"
    key = "r"
    group = Group.GOAL


class LetServe(Command):
    """Choose an entry that serves this goal: an idea, a note, a meeting. It stands here from then on."""

    label = "what serves it"
    key = "l"
    group = Group.GOAL


class AddIdea(Command):
    """Write down an idea that serves this goal."""

    label = "idea for it"
    key = "I"
    group = Group.GOAL
