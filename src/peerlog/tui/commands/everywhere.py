"""What can be done on every screen while the journal is open."""

from __future__ import annotations

from .command import Command


class Help(Command):
    """Show every key and what it does."""

    label = "help"
    key = "question_mark,f1"


class Here(Command):
    """Show what can be done with what is on the screen."""

    label = "more"
    key = "full_stop"


class CommandPalette(Command):
    """Find anything that can be done, by typing a part of its name."""

    label = "everything"
    key = "ctrl+p"
    priority = True


class Quit(Command):
    """Leave peerlog. What is unfinished is kept and waits on Today."""

    label = "quit"
    key = "q,ctrl+q"


class Lock(Command):
    """Lock the journal now: keys and text leave the memory, what is unfinished is kept."""

    label = "lock"
    key = "ctrl+l"
    priority = True


class Back(Command):
    """Go back one step."""

    label = "back"
    key = "escape"


class ShowToday(Command):
    """Go to Today."""

    label = "Today"
    key = "1"


class ShowJournal(Command):
    """Go to the journal: everything you have written."""

    label = "Journal"
    key = "2"


class ShowGoals(Command):
    """Go to your goals."""

    label = "Goals"
    key = "3"


class ShowTogether(Command):
    """Go to those you share with, and to your meetings with anybody."""

    label = "Together"
    key = "4"


class ShowCpd(Command):
    """Go to what counts as CPD: where you stand with your professional body, and what is missing."""

    label = "CPD"
    key = "5"


class Search(Command):
    """Find entries by their words, as you type."""

    label = "search"
    key = "slash"
    footer = True


class NewEntry(Command):
    """Write something new: a note, or what this tab holds."""

    label = "note"
    key = "n"
    footer = True


class GoOn(Command):
    """Go on with what was begun last and not saved."""

    label = "go on writing"
    key = "ctrl+o"


class WhoCanSee(Command):
    """Ask who can see this."""

    label = "who can see this?"
    key = "w"


class WriteNote(Command):
    """Write a note: anything, in your own words."""

    label = "new note"
    key = ""


class WriteReflection(Command):
    """Write a reflection in one text, without being led by questions."""

    label = "new reflection"
    key = ""


class WriteGoal(Command):
    """Set a goal, and how you will know."""

    label = "new goal"
    key = ""


class WriteMeeting(Command):
    """Plan a meeting, or write one down."""

    label = "new meeting"
    key = ""


class WriteIdea(Command):
    """Keep an idea to try."""

    label = "new idea"
    key = ""


class WritePage(Command):
    """Fill in a page: a plan, a case, a visit and others."""

    label = "new page"
    key = ""


class ChooseTheme(Command):
    """Choose the colours."""

    label = "theme"
    key = ""


class ShowSettings(Command):
    """Look at the settings and change them."""

    label = "settings"
    key = ""


class ShowProfile(Command):
    """Change your name and time zone."""

    label = "name and time zone"
    key = ""


class MakeRecoveryKit(Command):
    """Make a recovery kit: 24 words that open the journal when the passphrase is forgotten."""

    label = "recovery kit"
    key = ""


class ChangePassphrase(Command):
    """Choose another passphrase."""

    label = "change passphrase"
    key = ""
