"""What can be done with an entry of the journal."""

from __future__ import annotations

from .command import Command
from .group import Group


class NewOther(Command):
    """Write something other than a note: a reflection, a goal, a meeting, an idea or a page."""

    label = "something else"
    key = "N"
    group = Group.ENTRY


class EditEntry(Command):
    """Change this entry. The words it had before stay among its earlier versions."""

    label = "edit"
    key = "e"
    group = Group.ENTRY
    footer = True


class NextEntry(Command):
    """Read the next entry of the list, which was written before this one."""

    label = "next entry"
    key = "J"
    group = Group.ENTRY


class PreviousEntry(Command):
    """Read the entry above in the list, which was written after this one."""

    label = "entry before"
    key = "K"
    group = Group.ENTRY


class DeleteEntry(Command):
    """Move this entry to the trash. u brings it straight back."""

    label = "delete"
    key = "d"
    group = Group.ENTRY


class Undo(Command):
    """Bring back what you deleted or threw away last; again, what went before that."""

    label = "undo"
    key = "u"
    group = Group.ENTRY


class EarlierVersions(Command):
    """See how this entry read before, what has changed since, and bring those words back."""

    label = "earlier versions"
    key = "v"
    group = Group.ENTRY


class ToggleMarkdown(Command):
    """Show the text as it was typed, or laid out again."""

    label = "as typed"
    key = "m"
    group = Group.ENTRY


class RestoreVersion(Command):
    """Make these earlier words the entry's newest ones. What they replace stays as a version."""

    label = "bring these words back"
    key = "r"
    group = Group.ENTRY
    footer = True


class BringBack(Command):
    """Put this entry back into the journal."""

    label = "bring back"
    key = "b"
    group = Group.ENTRY
    footer = True


class EraseForGood(Command):
    """Erase this entry and all its versions, for good."""

    label = "erase for good"
    key = "D,delete"
    group = Group.ENTRY
    footer = True
