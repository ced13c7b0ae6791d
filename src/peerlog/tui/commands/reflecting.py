"""Reflecting: choosing a way, going through its questions, and looking at what came of it."""

from __future__ import annotations

from .command import Command
from .group import Group


class Reflect(Command):
    """Reflect on something, led by questions: choose how, then one question at a time."""

    label = "reflect"
    key = ""
    group = Group.REFLECTING


class WriteOnPrompt(Command):
    """Write about the question of the day, or go on with what you wrote about it today."""

    label = "write"
    key = "r"
    group = Group.REFLECTING


class ReflectAgain(Command):
    """Go through the questions of this reflection again, with what you wrote before."""

    label = "go through again"
    key = ""
    group = Group.REFLECTING


class NextStage(Command):
    """Go on to the next question. One that you leave empty is skipped."""

    label = "next"
    key = "f5"
    group = Group.REFLECTING
    footer = True


class StageBefore(Command):
    """Go back to the question before, with what you wrote there."""

    label = "back"
    key = "f7"
    group = Group.REFLECTING
    footer = True


class AskFurther(Command):
    """Be asked something that leads further, about the same question."""

    label = "ask further"
    key = "f4"
    group = Group.REFLECTING
    footer = True


class FinishLater(Command):
    """Stop here and finish later: it waits on Today and goes on at this point."""

    label = "finish later"
    key = "f8"
    group = Group.REFLECTING
    footer = True


class LookAtDepth(Command):
    """Look at how deep a reflection went, for yourself: four questions, nothing is counted or kept."""

    label = "how deep?"
    key = "f9"
    group = Group.REFLECTING


class NextLook(Command):
    """Go on to the next look."""

    label = "next"
    key = "enter"
    group = Group.REFLECTING
    footer = True
