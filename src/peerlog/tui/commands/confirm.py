"""Answering a question."""

from __future__ import annotations

from .command import Command
from .group import Group


class Yes(Command):
    """Yes, do it."""

    label = "yes"
    key = "y"
    group = Group.QUESTIONS
    footer = True


class YesInFull(Command):
    """Yes, once the word that is asked for has been typed."""

    label = "yes"
    key = "enter"
    group = Group.QUESTIONS
    footer = True
    priority = True


class No(Command):
    """No, leave everything as it is."""

    label = "no"
    key = "escape,n"
    group = Group.QUESTIONS
    footer = True


class Choose(Command):
    """Take what is marked."""

    label = "take it"
    key = "enter"
    group = Group.QUESTIONS
    footer = True
    priority = True


class CloseWindow(Command):
    """Close this and go back."""

    label = "back"
    key = "escape"
    group = Group.QUESTIONS
    footer = True
