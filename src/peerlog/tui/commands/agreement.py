"""What can be done with an agreement, and while one is made."""

from __future__ import annotations

from .command import Command
from .group import Group


class NewAgreement(Command):
    """Make an agreement with somebody: with whom, what for, how often, until when."""

    label = "new agreement"
    key = ""
    group = Group.AGREEMENT


class ShowAgreement(Command):
    """Look at the agreement that runs, and where it stands."""

    label = "agreement"
    key = "a"
    group = Group.AGREEMENT
    footer = True


class BeginAgreement(Command):
    """Begin with this agreement, or go on with it after a pause."""

    label = "begin or go on"
    key = "s"
    group = Group.AGREEMENT
    footer = True


class ContinueAgreement(Command):
    """Continue as long again. What was agreed before stays among its earlier versions."""

    label = "continue"
    key = "r"
    group = Group.AGREEMENT
    footer = True


class PauseAgreement(Command):
    """Let this agreement rest, until a day that you name or for as long as it takes."""

    label = "pause"
    key = "p"
    group = Group.AGREEMENT


class LookedAtAgreement(Command):
    """Note that you have looked at this agreement together."""

    label = "looked at it"
    key = "L"
    group = Group.AGREEMENT


class PartAgreement(Command):
    """Part: look back together, and end this agreement."""

    label = "part"
    key = "E"
    group = Group.AGREEMENT


class ShareOfTime(Command):
    """See how you share the time: your own part first."""

    label = "share of time"
    key = "b"
    group = Group.AGREEMENT
    footer = True


class OthersShare(Command):
    """Show the others' part too, or only your own again."""

    label = "the others"
    key = "o"
    group = Group.AGREEMENT
    footer = True


class NotWorking(Command):
    """Something is not working: think it through for yourself, with where to turn at the end. Nobody else sees it."""

    label = "something is not working"
    key = "h"
    group = Group.AGREEMENT


class GiveAndTake(Command):
    """Note how it is going, from 1 to 5: what you gave, what you got. For your own eyes."""

    label = "give and take"
    key = "t"
    group = Group.AGREEMENT


class ClosingStatement(Command):
    """Read a closing statement: period, meetings, hours, goals met."""

    label = "statement"
    key = "S"
    group = Group.AGREEMENT


class GuideOn(Command):
    """Go on to the next step; after the last one, keep what was written."""

    label = "go on"
    key = "f5"
    group = Group.AGREEMENT
    footer = True


class GuideBack(Command):
    """Go back to the step before."""

    label = "step back"
    key = "f4"
    group = Group.AGREEMENT
    footer = True


class KeepAsDraft(Command):
    """Keep the agreement as it is now, as a draft; what was not asked yet stays as it was offered."""

    label = "keep as a draft"
    key = "ctrl+s"
    group = Group.AGREEMENT
    footer = True


class LeaveGuide(Command):
    """Leave. What you have written waits among what is unfinished."""

    label = "later"
    key = "escape"
    group = Group.AGREEMENT
    footer = True


class GuideEnter(Command):
    """Go on to the next step."""

    label = "go on"
    key = "enter"
    group = Group.AGREEMENT
    in_palette = False


class LeaveOutClause(Command):
    """Leave this clause out, or take it in again."""

    label = "leave out"
    key = "space"
    group = Group.AGREEMENT
    footer = True


class RewordClause(Command):
    """Set what stands in this clause, or put it in your own words."""

    label = "reword"
    key = "e"
    group = Group.AGREEMENT
    footer = True


class KeepClause(Command):
    """Keep the clause as it reads now."""

    label = "keep it so"
    key = "escape"
    group = Group.AGREEMENT
    footer = True
