"""What can be done with files that are kept with entries."""

from __future__ import annotations

from .command import Command
from .group import Group


class KeepFile(Command):
    """Keep a copy of a file with this, encrypted: a certificate, a scan, a photograph. It never leaves."""

    label = "keep a file with this"
    key = ""
    group = Group.ENTRY
