"""Ideas: all of them on a board, and those to try this week."""

from __future__ import annotations

from .command import Command
from .group import Group


class ShowBoard(Command):
    """Look at all your ideas side by side: to try, trying, tried, kept."""

    label = "all ideas"
    key = "B"
    group = Group.IDEAS


class TryThisWeek(Command):
    """See what you could try this week: up to three of your ideas, the same ones from Monday to Sunday."""

    label = "try this week"
    key = "T"
    group = Group.IDEAS


class ColumnLeft(Command):
    """Go to the column before."""

    label = "column before"
    key = "left,h"
    in_palette = False
    group = Group.IDEAS


class ColumnRight(Command):
    """Go to the next column."""

    label = "next column"
    key = "right,l"
    in_palette = False
    group = Group.IDEAS
