"""Exchanging updates with partners."""

from __future__ import annotations

from .command import Command
from .group import Group


class Exchange(Command):
    """Take in what has come from partners, see what would leave, and let it."""

    label = "exchange"
    key = "x"
    group = Group.EXCHANGING


class ShowNews(Command):
    """Read what others have written and changed since you last looked."""

    label = "what has changed"
    key = ""
    group = Group.EXCHANGING


class ChangeWay(Command):
    """Say anew how updates go between you: through a folder, or by mail."""

    label = "how updates travel"
    key = "f"
    group = Group.EXCHANGING


class LetLeave(Command):
    """Let exactly this leave, for those who are named."""

    label = "send it"
    key = "enter"
    group = Group.EXCHANGING
    footer = True


class ReadNews(Command):
    """Read what has come."""

    label = "read what came"
    key = "r"
    group = Group.EXCHANGING
    footer = True


class TryAgain(Command):
    """Try once more what was refused earlier."""

    label = "try refused files again"
    key = "t"
    group = Group.EXCHANGING


class NotNow(Command):
    """Go back. What would leave stays here, and waits."""

    label = "back"
    key = "escape"
    group = Group.EXCHANGING
    footer = True


class TakeAsSeen(Command):
    """Take all of this as seen and go back: it is not shown as new again."""

    label = "seen, back"
    key = "escape"
    group = Group.EXCHANGING
    footer = True


class KeepAsNew(Command):
    """Go back, and show it as new the next time too."""

    label = "later"
    key = "l"
    group = Group.EXCHANGING
    footer = True


class ScrollOn(Command):
    """Read on further down."""

    label = "down"
    key = "j,down"
    in_palette = False
    group = Group.EXCHANGING


class ScrollBack(Command):
    """Read again further up."""

    label = "up"
    key = "k,up"
    in_palette = False
    group = Group.EXCHANGING
