"""What can be done on the page of one entry, and with what stands in lists."""

from __future__ import annotations

from .command import Command
from .group import Group


class OpenPage(Command):
    """Open the page of this entry, with all that belongs to it."""

    label = "open its page"
    key = "o"
    group = Group.ENTRY


class ClosePage(Command):
    """Go back to where this page was opened."""

    label = "back"
    key = "escape"
    group = Group.LISTS


class ToggleDone(Command):
    """Tick off what is marked as done today, or open it again."""

    label = "done"
    key = "space"
    group = Group.LISTS
    footer = True
