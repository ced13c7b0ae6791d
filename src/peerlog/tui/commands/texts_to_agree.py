"""Texts to agree: putting one forward, reading and signing it, and what can be done with one that is agreed."""

from __future__ import annotations

from .command import Command
from .group import Group


class PutForward(Command):
    """Put this forward for all of you to sign, after a look at exactly the text."""

    label = "put forward"
    key = "F"
    group = Group.SIGNING


class ShowTexts(Command):
    """See every text that waits for a signature, and those that you have agreed on."""

    label = "texts to agree"
    key = ""
    group = Group.SIGNING


class SignAndPutForward(Command):
    """Sign exactly this text and put it forward, once you have given your passphrase."""

    label = "sign"
    key = "s,f5"
    group = Group.SIGNING
    footer = True


class NotYet(Command):
    """Go back. Nothing is signed, and what you typed here waits."""

    label = "later"
    key = "escape"
    group = Group.SIGNING
    footer = True


class SignText(Command):
    """Sign exactly this text, once you have given your passphrase."""

    label = "sign"
    key = "s"
    group = Group.SIGNING
    footer = True


class EditDraft(Command):
    """Change the draft that this was made from. Whoever has signed this version is asked again."""

    label = "edit"
    key = "e"
    group = Group.SIGNING
    footer = True


class DeclineText(Command):
    """Say no to this version. No reason is needed."""

    label = "decline"
    key = "d"
    group = Group.SIGNING
    footer = True


class WhatChanged(Command):
    """See word by word what has changed since the version that you looked at before, then the text as it is again."""

    label = "what changed"
    key = "v"
    group = Group.SIGNING
    footer = True


class TakeTheWay(Command):
    """Do what leads on from here, as it says above the text."""

    label = "go on"
    key = "enter"
    group = Group.SIGNING


class WithdrawText(Command):
    """Withdraw a text that is agreed: nothing more of it leaves from here, and the others are asked for the same."""

    label = "withdraw"
    key = "W"
    group = Group.SIGNING


class SaveSignedCopy(Command):
    """Save a signed copy, which anybody can check without peerlog."""

    label = "signed copy"
    key = "o"
    group = Group.SIGNING
    footer = True


class LeaveText(Command):
    """Go back. Nothing is signed by that, and nothing declined."""

    label = "later"
    key = "escape"
    group = Group.SIGNING
    footer = True


class WriteSignedCopy(Command):
    """Write the signed copy where it says."""

    label = "write it"
    key = "enter"
    group = Group.SIGNING
    footer = True
    priority = True
