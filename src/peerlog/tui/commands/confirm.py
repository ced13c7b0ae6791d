"""Answering a question."""

from __future__ import annotations

from .command import Command

GROUP = "Questions and small windows"


class Yes(Command):
    """Yes, do it."""

    label = "yes"
    key = "y"
    group = GROUP
    footer = True


class No(Command):
    """No, leave everything as it is."""

    label = "no"
    key = "escape,n"
    group = GROUP
    footer = True


class CloseWindow(Command):
    """Close this and go back."""

    label = "back"
    key = "escape"
    group = GROUP
    footer = True
