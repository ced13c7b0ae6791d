"""Writing. In a text only function keys and Ctrl do something else than write."""

from __future__ import annotations

from .command import Command
from .group import Group


class SaveAndClose(Command):
    """Save and close. An empty new entry is simply closed."""

    label = "save"
    key = "escape"
    group = Group.WRITING
    footer = True


class SaveAndStay(Command):
    """Save and go on writing."""

    label = "save and stay"
    key = "ctrl+s"
    group = Group.WRITING


class OutsideEditor(Command):
    """Write this text in your own editor. It stands in a private file until you close the editor."""

    label = "own editor"
    key = "f2"
    group = Group.WRITING


class EntryDetails(Command):
    """Go to the title, tags, date and minutes, or from there back to the text."""

    label = "title, tags, date"
    key = "f3"
    group = Group.WRITING
    footer = True


class LetOffSteam(Command):
    """Let off steam: a note that can never be copied to anybody. Again: gone after a day, a week, or back to a note."""

    label = "let off steam"
    key = "f4"
    group = Group.WRITING
    footer = True


class LinkEntry(Command):
    """Link to another entry."""

    label = "link"
    key = "f6"
    group = Group.WRITING
    footer = True


class Discard(Command):
    """Throw away what you have just written, after asking. u brings it straight back."""

    label = "throw away"
    key = "f10"
    group = Group.WRITING
    footer = True
