"""Keeping entries up to a day, what has been kept for long enough, and taking everything elsewhere."""

from __future__ import annotations

from .command import Command
from .group import Group


class KeepUntil(Command):
    """Keep this up to a day that you say. Then Today asks whether to forget it; nothing goes by itself."""

    label = "keep until a day"
    key = "H"
    group = Group.KEEPING


class ShowKeptUntil(Command):
    """See what is kept up to which day, what was kept for long enough first, and forget it or keep it longer."""

    label = "kept until when"
    key = ""
    group = Group.EVERYWHERE


class LeaveWithEverything(Command):
    """Write everything into a folder of plain files, for going on without peerlog."""

    label = "leave with everything"
    key = ""
    group = Group.EVERYWHERE
