"""Finding entries."""

from __future__ import annotations

from .command import Command
from .group import Group


class Filter(Command):
    """Show only some kinds of entries, some tags or a stretch of time."""

    label = "filter"
    key = "f"
    group = Group.FINDING
    footer = True


class ClearSearch(Command):
    """Take back the search a step at a time: first the words, then the filters."""

    label = "take back"
    key = "escape"
    group = Group.FINDING
    footer = True


class ToResults(Command):
    """Go from the search line to what it found."""

    label = "to what was found"
    key = "enter,down"
    group = Group.FINDING
    footer = True


class ToggleTag(Command):
    """Ask for this tag, or ask for it no longer."""

    label = "choose tag"
    key = "space"
    group = Group.FINDING
    footer = True


class ShowFiltered(Command):
    """Show what fits these filters."""

    label = "show"
    key = "enter"
    group = Group.FINDING
    footer = True
    priority = True


class LeaveFilter(Command):
    """Go back and leave the filters as they were."""

    label = "leave as it was"
    key = "escape"
    group = Group.FINDING
    footer = True


class NoFilter(Command):
    """Take away all filters and show everything again."""

    label = "no filter"
    key = "f5"
    group = Group.FINDING
    footer = True
