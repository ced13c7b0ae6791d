"""Moving about in the lists of Today, Goals and Together, of settings and of help."""

from __future__ import annotations

from .command import Command

GROUP = "Today, Goals, Together"


class OpenRow(Command):
    """Open what is marked: read it, or go on with it."""

    label = "open"
    key = "enter"
    group = GROUP
    footer = True


class RowDown(Command):
    """Go one line down."""

    label = "down"
    key = "j,down"
    in_palette = False
    group = GROUP


class RowUp(Command):
    """Go one line up."""

    label = "up"
    key = "k,up"
    in_palette = False
    group = GROUP


class FirstRow(Command):
    """Go to the first line."""

    label = "first"
    key = "g,home"
    in_palette = False
    group = GROUP


class LastRow(Command):
    """Go to the last line."""

    label = "last"
    key = "G,end"
    in_palette = False
    group = GROUP
