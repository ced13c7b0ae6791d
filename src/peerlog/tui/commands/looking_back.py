"""Looking back on a month or a year."""

from __future__ import annotations

from .command import Command
from .group import Group


class LookBack(Command):
    """Look back on this month or this year: what you wrote, whom you met, what was done."""

    label = "look back"
    key = "L"
    group = Group.LOOKING_BACK


class EarlierPeriod(Command):
    """See the month or year before."""

    label = "before"
    key = "left_square_bracket,left,h"
    group = Group.LOOKING_BACK
    footer = True


class LaterPeriod(Command):
    """See the month or year after."""

    label = "after"
    key = "right_square_bracket,right,l"
    group = Group.LOOKING_BACK
    footer = True


class MonthOrYear(Command):
    """See the whole year, or the month again."""

    label = "month or year"
    key = "y"
    group = Group.LOOKING_BACK
    footer = True


class ScrollDown(Command):
    """Read on further down."""

    label = "down"
    key = "j,down"
    in_palette = False
    group = Group.LOOKING_BACK


class ScrollUp(Command):
    """Read again further up."""

    label = "up"
    key = "k,up"
    in_palette = False
    group = Group.LOOKING_BACK
