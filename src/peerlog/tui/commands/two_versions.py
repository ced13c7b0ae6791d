"""Two versions: looking at them side by side, and settling them."""

from __future__ import annotations

from .command import Command
from .group import Group


class SettleVersions(Command):
    """Look at what two people have changed apart from each other, side by side, and settle it."""

    label = "two versions"
    key = "V"
    group = Group.TWO_VERSIONS


class TakeMine(Command):
    """Let your version stand, or the first where none is yours."""

    label = "mine"
    key = "m"
    group = Group.TWO_VERSIONS
    footer = True


class TakeTheirs(Command):
    """Let the other version stand."""

    label = "theirs"
    key = "t"
    group = Group.TWO_VERSIONS
    footer = True


class TakeBoth(Command):
    """Let both stand, one after the other with an empty line between; for longer texts."""

    label = "both"
    key = "b"
    group = Group.TWO_VERSIONS
    footer = True


class WriteAnew(Command):
    """Write it as it shall stand, beginning with what both make together."""

    label = "edit"
    key = "e"
    group = Group.TWO_VERSIONS
    footer = True
    in_palette = False


class TakeFromBoth(Command):
    """Take the text that is made from both, where they did not change the same place."""

    label = "from both"
    key = "enter"
    group = Group.TWO_VERSIONS
    footer = True


class LetItStay(Command):
    """Keep what one of you took out while the other changed it."""

    label = "it stays"
    key = "s"
    group = Group.TWO_VERSIONS
    footer = True


class LetItGo(Command):
    """Let what one of you took out go, to the trash."""

    label = "it goes"
    key = "d"
    group = Group.TWO_VERSIONS
    footer = True


class NextVersions(Command):
    """Leave this as it is for now, and go to the next thing with two versions."""

    label = "next"
    key = "j,down,right"
    group = Group.TWO_VERSIONS
    in_palette = False


class PreviousVersions(Command):
    """Go to the thing with two versions before this one."""

    label = "before"
    key = "k,up,left"
    group = Group.TWO_VERSIONS
    in_palette = False


class TakeBackSettled(Command):
    """Show what was settled and has not left yet, to let both versions of one stand again."""

    label = "settled"
    key = "U"
    group = Group.TWO_VERSIONS
    footer = True


class KeepWords(Command):
    """Let these words stand. Left as they were, they settle nothing."""

    label = "let it stand so"
    key = "escape"
    group = Group.TWO_VERSIONS
    footer = True
    in_palette = False


class DropWords(Command):
    """Leave without settling anything; what you typed here is gone."""

    label = "leave it"
    key = "f10"
    group = Group.TWO_VERSIONS
    footer = True
    in_palette = False
