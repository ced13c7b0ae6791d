"""Asking for a second pair of eyes, and giving: feedback, resources, thanks."""

from __future__ import annotations

from .command import Command
from .group import Group


class WriteRequest(Command):
    """Ask for a second pair of eyes: what to look at, what help you would like, and by when."""

    label = "ask for eyes"
    key = ""
    group = Group.ASKING


class WriteFeedback(Command):
    """Give feedback, or note what you were given: situation, behaviour, impact, and from here."""

    label = "new feedback"
    key = ""
    group = Group.ASKING


class WriteResource(Command):
    """Put something on the shelf that is worth reading, hearing or using."""

    label = "new resource"
    key = ""
    group = Group.ASKING


class WriteThanks(Command):
    """Thank somebody, or keep what you were thanked for."""

    label = "new thanks"
    key = ""
    group = Group.ASKING


class ShowAsking(Command):
    """See who has asked whom for what, feedback, the shelf of resources, and thanks."""

    label = "asking"
    key = "A"
    group = Group.ASKING


class NewFeedback(Command):
    """Give feedback, or note what you were given."""

    label = "feedback"
    key = "f"
    group = Group.ASKING
    footer = True
    in_palette = False


class NewResource(Command):
    """Put something on the shelf."""

    label = "resource"
    key = "r"
    group = Group.ASKING
    footer = True
    in_palette = False


class NewThanks(Command):
    """Thank somebody, or keep what you were thanked for."""

    label = "thanks"
    key = "t"
    group = Group.ASKING
    footer = True
    in_palette = False


class FindOnShelf(Command):
    """Find a resource by its words, as you type."""

    label = "search the shelf"
    key = "slash"
    group = Group.ASKING


class AnswerRequest(Command):
    """Answer a request. What help is wanted stands beside your words."""

    label = "answer"
    key = "a"
    group = Group.ASKING
    footer = True


class SuggestChanges(Command):
    """Answer with the text as you would have it; what you change can be taken over piece by piece."""

    label = "suggest changes"
    key = "p"
    group = Group.ASKING
    footer = True


class ChangeRequestState(Command):
    """Say where it stands: open, answered, closed, and open again."""

    label = "where it stands"
    key = "s"
    group = Group.ASKING
    footer = True


class TakeChange(Command):
    """Take this change, and go on to the next."""

    label = "take it"
    key = "y"
    group = Group.QUESTIONS
    footer = True


class LeaveChange(Command):
    """Leave the words as they are here, and go on to the next change."""

    label = "leave it"
    key = "n"
    group = Group.QUESTIONS
    footer = True


class NextChange(Command):
    """Go to the next change."""

    label = "next change"
    key = "j,down"
    group = Group.ASKING
    in_palette = False


class PreviousChange(Command):
    """Go to the change before."""

    label = "change before"
    key = "k,up"
    group = Group.ASKING
    in_palette = False


class TakeEveryChange(Command):
    """Take every change that has not been left."""

    label = "all of it"
    key = "Y"
    group = Group.ASKING


class TakeOver(Command):
    """Make the text what you have chosen. The text before stays as an earlier version."""

    label = "take over"
    key = "enter"
    group = Group.ASKING
    footer = True


class AcceptFeedback(Command):
    """Take this feedback into your own record, or out of it again."""

    label = "my record"
    key = "m"
    group = Group.ASKING
    footer = True


class ReflectOnFeedback(Command):
    """Write a reflection on this feedback."""

    label = "reflect on it"
    key = "r"
    group = Group.ASKING
    footer = True


class MayBeQuoted(Command):
    """Say that this thank-you may be quoted, or may not. Only whoever wrote it decides that."""

    label = "may be quoted"
    key = "m"
    group = Group.ASKING
    footer = True
