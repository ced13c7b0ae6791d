"""Short pages to read on how to talk with each other."""

from __future__ import annotations

from .command import Command
from .group import Group


class HelpWithListening(Command):
    """Read a short page on listening."""

    label = "help with listening"
    key = ""
    group = Group.MEETING


class HelpWithQuestions(Command):
    """Read a short page on asking open questions."""

    label = "help with questions"
    key = ""
    group = Group.MEETING


class HelpWithFeedback(Command):
    """Read a short page on giving feedback and taking it."""

    label = "help with feedback"
    key = ""
    group = Group.MEETING


class HelpWithGroups(Command):
    """Read a short page on working in a group."""

    label = "help with groups"
    key = ""
    group = Group.MEETING


class NextCard(Command):
    """Read the next of these pages."""

    label = "next page"
    key = "right,l"
    group = Group.QUESTIONS
    footer = True


class CardBefore(Command):
    """Read the page before."""

    label = "page before"
    key = "left,h"
    group = Group.QUESTIONS
    footer = True
