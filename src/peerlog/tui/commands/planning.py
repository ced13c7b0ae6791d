"""What can be done before a meeting: find a time, take up what was left open, put it into a calendar."""

from __future__ import annotations

from .command import Command
from .group import Group


class FindTime(Command):
    """Find a time between 7 and 22 on everybody's own clock."""

    label = "find a time"
    key = "f7"
    group = Group.MEETING
    footer = True


class CarryForward(Command):
    """Take up what earlier meetings with the same people left open."""

    label = "take up"
    key = "b"
    group = Group.MEETING
    footer = True


class MoveItemUp(Command):
    """Move this item of the agenda up."""

    label = "item up"
    key = "K,shift+up"
    group = Group.MEETING


class MoveItemDown(Command):
    """Move this item of the agenda down."""

    label = "item down"
    key = "J,shift+down"
    group = Group.MEETING


class CalendarFile(Command):
    """Write this meeting, or all that lie ahead, as a file for other calendars."""

    label = "calendar file"
    key = ""
    group = Group.MEETING


class OtherHours(Command):
    """Show the other hours too, those outside 7 to 22 for somebody, or leave them out again."""

    label = "other hours"
    key = "o"
    group = Group.QUESTIONS
    footer = True
