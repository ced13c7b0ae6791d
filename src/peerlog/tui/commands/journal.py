"""Moving about in the journal."""

from __future__ import annotations

from .command import Command

GROUP = "Your journal"


class Trash(Command):
    """See what you deleted. You can bring it back, or erase it for good."""

    label = "trash"
    key = "t"
    group = GROUP


class YearHeatmap(Command):
    """See your year of writing, day by day."""

    label = "year"
    key = "y"
    group = GROUP


class EarlierYear(Command):
    """See the year before."""

    label = "year before"
    key = "left"
    group = GROUP
    footer = True


class LaterYear(Command):
    """See the year after."""

    label = "year after"
    key = "right"
    group = GROUP
    footer = True


class NextDay(Command):
    """Go to the next day."""

    label = "next day"
    key = "down,j"
    group = GROUP


class PreviousDay(Command):
    """Go to the day before."""

    label = "day before"
    key = "up,k"
    group = GROUP


class NextWeek(Command):
    """Go a week on."""

    label = "week on"
    key = "l,pagedown"
    group = GROUP


class PreviousWeek(Command):
    """Go a week back."""

    label = "week back"
    key = "h,pageup"
    group = GROUP


class ShowDay(Command):
    """Show what you wrote on this day."""

    label = "show this day"
    key = "enter"
    group = GROUP
    footer = True
