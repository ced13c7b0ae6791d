"""Having an entry signed by somebody outside."""

from __future__ import annotations

from .command import Command
from .group import Group


class AskForSignature(Command):
    """Ask somebody who has no journal to sign this, after a look at exactly what they get."""

    label = "ask for a signature"
    key = ""
    group = Group.SHARING


class TakeSignature(Command):
    """Take in the file that came back from somebody whom you asked to sign."""

    label = "a signature came"
    key = ""
    group = Group.SHARING


class PageToSign(Command):
    """Write a page to be printed and signed by hand."""

    label = "page to sign by hand"
    key = ""
    group = Group.SHARING


class KeepScan(Command):
    """Keep the scan of a page that somebody signed by hand. It is never called verified."""

    label = "scan of a signed page"
    key = ""
    group = Group.SHARING


class WriteSignedItem(Command):
    """Write the signed text into a folder, with what shows to anybody that it was signed."""

    label = "write it out signed"
    key = ""
    group = Group.SHARING
