"""Sharing with somebody: meeting, what they share, and what becomes of it."""

from __future__ import annotations

from .command import Command
from .group import Group


class BeginSharing(Command):
    """Begin to share with somebody: you write an invitation, they answer it, and you compare four words."""

    label = "share with somebody"
    key = "s"
    group = Group.SHARING


class TakeMeetingFile(Command):
    """Take in a file that somebody sent you: an invitation, an answer to yours, or what comes back after that."""

    label = "a file came"
    key = "f"
    group = Group.SHARING


class GoOnHere(Command):
    """Go on with what is typed here."""

    label = "go on"
    key = "f5"
    group = Group.SHARING
    footer = True


class LeaveForm(Command):
    """Go back. What is typed here waits for you, on Today and when you come here again."""

    label = "back"
    key = "escape"
    group = Group.SHARING
    footer = True


class WriteMeetingFile(Command):
    """Write the file where it says."""

    label = "write it"
    key = "enter"
    group = Group.SHARING
    footer = True
    priority = True


class SameWords(Command):
    """Both of you have these words: nobody stands between you."""

    label = "the same"
    key = "s"
    group = Group.SHARING
    footer = True


class DifferentWords(Command):
    """The other one has other words. Nothing has been sent so far, and nothing will be."""

    label = "different"
    key = "d"
    group = Group.SHARING
    footer = True


class WordsLater(Command):
    """Compare the words another time. Until then it says beside the name that it has not been done."""

    label = "later"
    key = "escape"
    group = Group.SHARING
    footer = True


class InviteNext(Command):
    """Invite somebody to the next free seat; each invitation is for one person."""

    label = "invite"
    key = "i"
    group = Group.SHARING


class NextPartners(Command):
    """Go on to the next of those you share with."""

    label = "next"
    key = "]"
    group = Group.SHARING


class PartnersBefore(Command):
    """Go back to those before."""

    label = "before"
    key = "["
    group = Group.SHARING


class AllPartners(Command):
    """See everybody you share with, and what you keep about meetings for yourself alone."""

    label = "everybody"
    key = "escape"
    group = Group.SHARING


class CompareWords(Command):
    """Compare the words with somebody here, so that you know that nobody stands between you."""

    label = "compare words"
    key = ""
    group = Group.SHARING


class RenameSharing(Command):
    """Give what you share another name, for everybody in it."""

    label = "rename"
    key = ""
    group = Group.SHARING


class ChangeFocus(Command):
    """Put into one sentence what you work on together, for everybody in it."""

    label = "focus"
    key = ""
    group = Group.SHARING


class CallIt(Command):
    """Choose what it is called in your journal alone."""

    label = "call it"
    key = ""
    group = Group.SHARING


class PutAway(Command):
    """Put this away: what was shared stays to read, and nothing new is written or exchanged."""

    label = "put away"
    key = ""
    group = Group.SHARING


class TakeUp(Command):
    """Take up again what was put away."""

    label = "take up again"
    key = ""
    group = Group.SHARING


class LeavePartners(Command):
    """Leave: one last update tells the others, and nothing of theirs comes after that."""

    label = "leave"
    key = ""
    group = Group.SHARING


class GoOnWithFewer(Command):
    """Go on without somebody. It holds once everybody who stays has signed the same."""

    label = "go on with fewer"
    key = ""
    group = Group.SHARING


class DropSharing(Command):
    """Remove what was begun here and came to nothing."""

    label = "remove"
    key = ""
    group = Group.SHARING


class BeginSuccessor(Command):
    """Begin anew with one person more, who reads only what each of you carries over."""

    label = "begin a larger one"
    key = ""
    group = Group.SHARING


class CarryOver(Command):
    """Choose what of yours is carried over to where the newcomer reads it, after a look at exactly that."""

    label = "carry over"
    key = ""
    group = Group.SHARING


class TogglePick(Command):
    """Choose what is marked, or leave it out again."""

    label = "choose"
    key = "space"
    group = Group.SHARING
    footer = True


class PickAll(Command):
    """Choose everything here, or nothing."""

    label = "all or none"
    key = "a"
    group = Group.SHARING
    footer = True


class TakePicked(Command):
    """Go on with what is chosen."""

    label = "go on"
    key = "enter"
    group = Group.SHARING
    footer = True
    priority = True


class CopyToPartners(Command):
    """Copy exactly these words to where they are read."""

    label = "copy this"
    key = "enter"
    group = Group.SHARING
    footer = True
    priority = True


class ShareAPart(Command):
    """Copy a chosen part of this private entry to somebody, after a look at exactly what they will read."""

    label = "share a part"
    key = "S"
    group = Group.SHARING


class TellThemItWorked(Command):
    """Tell whoever gave you this idea that it worked, after a look at what they will read."""

    label = "tell them"
    key = "t"
    group = Group.SHARING


class WriteWith(Command):
    """Choose who reads what you are writing, before it is first saved: only you, or somebody you share with."""

    label = "who reads it"
    key = "f8"
    group = Group.SHARING


class CommentHere(Command):
    """Write a comment on this."""

    label = "comment"
    key = "a"
    group = Group.SHARING
    footer = True
