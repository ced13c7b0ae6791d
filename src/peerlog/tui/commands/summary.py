"""A joint summary: beginning one, and putting it together section by section."""

from __future__ import annotations

from .command import Command
from .group import Group


class NewSummary(Command):
    """Begin a summary: a first text is put together from what you share, and you go on from there."""

    label = "summary"
    key = "S"
    group = Group.SUMMARY


class MakeSummary(Command):
    """Put the first text together from what is chosen here."""

    label = "put it together"
    key = "enter"
    group = Group.SUMMARY
    footer = True
    priority = True


class ChooseSection(Command):
    """Let the first text have this section, or do without it. It can be written later all the same."""

    label = "choose"
    key = "space"
    group = Group.SUMMARY
    footer = True


class OwnWords(Command):
    """Say something in your own words, under your name. Nobody else changes it."""

    label = "own words"
    key = "a"
    group = Group.SUMMARY
    footer = True


class QuoteEntry(Command):
    """Take words of a private entry into this section, cut down to what you like, after a look at exactly that."""

    label = "quote"
    key = "i"
    group = Group.SUMMARY
    footer = True


class ComposeAgain(Command):
    """Put this section together again from what you share now, after a look. The earlier text stays as a version."""

    label = "put together again"
    key = "r"
    group = Group.SUMMARY


class LeaveOutSection(Command):
    """Leave this section out. u brings it straight back."""

    label = "leave out"
    key = "o"
    group = Group.SUMMARY


class NextSection(Command):
    """Go to the next section."""

    label = "next section"
    key = "]"
    group = Group.SUMMARY


class SectionBefore(Command):
    """Go to the section before."""

    label = "section before"
    key = "["
    group = Group.SUMMARY


class PutIntoSection(Command):
    """Put exactly these words into the section."""

    label = "put it in"
    key = "enter"
    group = Group.SUMMARY
    footer = True
    priority = True
