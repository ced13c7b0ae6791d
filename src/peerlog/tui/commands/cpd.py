"""What counts as CPD: counting, sweeping, and where one stands with a professional body."""

from __future__ import annotations

from .command import Command
from .group import Group


class CountAsCpd(Command):
    """Let this count as CPD: you say how long it took, the rest is guessed. Again, to change that or take it back."""

    label = "count as CPD"
    key = "c"
    group = Group.CPD


class SweepWhatCounts(Command):
    """Go through what could count and was not looked at yet, one key for each."""

    label = "sweep"
    key = ""
    group = Group.CPD


class SweepHere(Command):
    """Go through what could count and was not looked at yet, one key for each."""

    label = "sweep"
    key = "s"
    group = Group.CPD
    footer = True
    in_palette = False


class ChooseBody(Command):
    """Choose a professional body, by name, whose requirements you keep to."""

    label = "choose a body"
    key = "b"
    group = Group.CPD
    footer = True
    in_palette = False


class KeepToBody(Command):
    """Choose a professional body whose requirements you keep to."""

    label = "professional body"
    key = ""
    group = Group.CPD


class CountThis(Command):
    """Let it count, as it says here."""

    label = "it counts"
    key = "enter"
    group = Group.CPD
    footer = True
    priority = True


class ChangeWhatItIs(Command):
    """Change as what it counts: the type, what it is for, with others or alone, planned or not."""

    label = "as what"
    key = "tab"
    group = Group.CPD
    footer = True
    in_palette = False


class CountsNot(Command):
    """Say that this does not count, so that nobody asks about it again."""

    label = "does not count"
    key = "f8"
    group = Group.CPD
    footer = True


class OpenWhatItIs(Command):
    """Let it count, and open the page about that: answers, other people's parts, files."""

    label = "all about it"
    key = "f2"
    group = Group.CPD
    footer = True


class OpenChooser(Command):
    """Choose among all of them, by typing a part of the name."""

    label = "choose"
    key = "space"
    group = Group.CPD
    footer = True
    in_palette = False


class SweepCounts(Command):
    """This counts, as it is guessed."""

    label = "counts"
    key = "y"
    group = Group.CPD
    footer = True


class SweepCountsNot(Command):
    """This does not count; nobody asks about it again."""

    label = "does not"
    key = "minus"
    group = Group.CPD
    footer = True


class SweepLater(Command):
    """Leave this for another time."""

    label = "later"
    key = "space"
    group = Group.CPD
    footer = True


class SweepUndo(Command):
    """Go back to the one before, as if nothing had been said of it."""

    label = "one back"
    key = "u"
    group = Group.CPD


class EndSweep(Command):
    """Stop here. What was decided is kept; the rest waits for another time."""

    label = "stop"
    key = "escape"
    group = Group.CPD
    footer = True


class AnswerMissing(Command):
    """Take this; an empty line leaves it for later."""

    label = "next"
    key = "enter"
    group = Group.CPD
    footer = True
    priority = True


class AddPerson(Command):
    """Note another person's part in this, with what your body wants to know of them."""

    label = "add a person"
    key = "p"
    group = Group.CPD
    footer = True


class AddGap(Command):
    """Note a time in which you did not practise or learn, and why."""

    label = "add a gap"
    key = "a"
    group = Group.CPD
    footer = True


class KeepAnswer(Command):
    """Keep this answer and go back."""

    label = "keep it"
    key = "escape"
    group = Group.CPD
    footer = True


class LinkSigned(Command):
    """Link what this person has signed."""

    label = "what they signed"
    key = "f6"
    group = Group.CPD
    footer = True


class KeepPerson(Command):
    """Keep what is noted of this person."""

    label = "keep it"
    key = "escape"
    group = Group.CPD
    footer = True
