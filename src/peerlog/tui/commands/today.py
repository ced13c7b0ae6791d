"""Moving about in the lists of Today, Goals and Together, of settings and of help."""

from __future__ import annotations

from .command import Command
from .group import Group


class OpenRow(Command):
    """Open what is marked: read it, or go on with it."""

    label = "open"
    key = "enter"
    group = Group.LISTS
    footer = True


class RowDown(Command):
    """Go one line down."""

    label = "down"
    key = "j,down"
    in_palette = False
    group = Group.LISTS


class RowUp(Command):
    """Go one line up."""

    label = "up"
    key = "k,up"
    in_palette = False
    group = Group.LISTS


class FirstRow(Command):
    """Go to the first line."""

    label = "first"
    key = "g,home"
    in_palette = False
    group = Group.LISTS


class LastRow(Command):
    """Go to the last line."""

    label = "last"
    key = "G,end"
    in_palette = False
    group = Group.LISTS
