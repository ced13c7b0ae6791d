"""Moving about in the journal."""

from __future__ import annotations

from .command import Command
from .group import Group


class Trash(Command):
    """See what you deleted. You can bring it back, or erase it for good."""

    label = "trash"
    key = "t"
    group = Group.JOURNAL


class YearHeatmap(Command):
    """See your year of writing, day by day."""

    label = "year"
    key = "y"
    group = Group.JOURNAL


class EarlierYear(Command):
    """See the year before."""

    label = "year before"
    key = "left_square_bracket,pageup"
    group = Group.JOURNAL
    footer = True


class LaterYear(Command):
    """See the year after."""

    label = "year after"
    key = "right_square_bracket,pagedown"
    group = Group.JOURNAL
    footer = True


class NextDay(Command):
    """Go to the next day."""

    label = "next day"
    key = "down,j"
    group = Group.JOURNAL


class PreviousDay(Command):
    """Go to the day before."""

    label = "day before"
    key = "up,k"
    group = Group.JOURNAL


class NextWeek(Command):
    """Go a week on."""

    label = "week on"
    key = "right,l"
    group = Group.JOURNAL


class PreviousWeek(Command):
    """Go a week back."""

    label = "week back"
    key = "left,h"
    group = Group.JOURNAL


class ShowDay(Command):
    """Show in the journal what you wrote on this day."""

    label = "show this day"
    key = "enter"
    group = Group.JOURNAL
    footer = True
