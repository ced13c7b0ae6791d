"""A record on its way out: looking at its pages, names in it, files, carrying across, and that it was handed in."""

from __future__ import annotations

from dataclasses import replace

from textual.binding import BindingType

from .command import Command
from .group import Group


class PreviewRecord(Command):
    """Look at every page of this record, exactly as it would be read."""

    label = "preview"
    key = "p"
    group = Group.RECORD


class ExportRecord(Command):
    """Write this record to a file that you hand in: PDF, Word and others."""

    label = "export"
    key = "E"
    group = Group.RECORD
    footer = True


class CarryAcross(Command):
    """Carry the answers of this record across to a form or a website: one key copies each, in the order of the form."""

    label = "carry across"
    key = "y"
    group = Group.RECORD
    footer = True


class HandIn(Command):
    """Note that this record was handed in, and when; nobody changes it then. Again, to go on writing it."""

    label = "handed in"
    key = "H"
    group = Group.RECORD


class OtherNames(Command):
    """See which people, addresses, organisations and places are named in it, and give them other names."""

    label = "names"
    key = "o"
    group = Group.RECORD
    footer = True


class KeepName(Command):
    """Let this stand as it is, or put another name in its place again."""

    label = "keep it"
    key = "space"
    group = Group.RECORD
    footer = True


class ChangeName(Command):
    """Choose another name for this."""

    label = "call it"
    key = "e"
    group = Group.RECORD
    footer = True


class AddName(Command):
    """Name somebody or something else that could tell who it is about: the journal does not know everybody."""

    label = "add a name"
    key = "plus"
    group = Group.RECORD


class AllNames(Command):
    """Other names for everything, or everything as it is."""

    label = "all, or none"
    key = "a"
    group = Group.RECORD
    footer = True


class TakeNames(Command):
    """Go on with these names. Your entries stay as they are."""

    label = "go on"
    key = "enter"
    group = Group.RECORD
    footer = True
    priority = True


class WriteRecord(Command):
    """Write the file, or begin to carry the answers across."""

    label = "go on"
    key = "enter"
    group = Group.RECORD
    footer = True
    priority = True


class NextFormat(Command):
    """Choose the next format."""

    label = "format"
    key = "down"
    group = Group.RECORD
    footer = True
    in_palette = False
    priority = True


class FormatBefore(Command):
    """Choose the format before."""

    label = "format before"
    key = "up"
    group = Group.RECORD
    in_palette = False
    priority = True


class CopyField(Command):
    """Copy this field, and go on to the next."""

    label = "copy, go on"
    key = "enter"
    group = Group.RECORD
    footer = True


class SkipField(Command):
    """Go on to the next field without copying this one."""

    label = "skip"
    key = "j,down,space"
    group = Group.RECORD
    footer = True


class FieldBefore(Command):
    """Go back to the field before."""

    label = "one back"
    key = "k,up"
    group = Group.RECORD
    footer = True


class FirstField(Command):
    """Go to the first field."""

    label = "first field"
    key = "g,home"
    group = Group.RECORD


class EndCarrying(Command):
    """Stop here and empty the clipboard. The next time goes on with this field."""

    label = "stop"
    key = "escape"
    group = Group.RECORD
    footer = True


def record_bindings(*commands: type[Command]) -> list[BindingType]:
    """The bindings of what the app does with the record of the page one is on."""
    return [replace(command.binding(), action=f"app.{command.name()}") for command in commands]


ON_ITS_PAGE = (PreviewRecord, ExportRecord, CarryAcross, HandIn)
"""What a record's page offers, as `record_bindings(*ON_ITS_PAGE)`."""
