"""Feedback a question at a time: situation, behaviour, impact, and from here."""

from __future__ import annotations

from ..domain.kinds import FEEDBACK
from . import terminal

QUESTIONS = ("situation", "behaviour", "impact", "wish")


def ask_for_the_rest(fields: dict[str, object]) -> dict[str, object]:
    """The fields with what somebody at a terminal answers; an empty line leaves a question out.

    Where nobody can be asked, and when some of it was given already, nothing is.
    """
    if any(name in fields for name in QUESTIONS) or not (terminal.can_ask() and terminal.can_read()):
        return fields
    about = FEEDBACK.all_fields
    answered = dict(fields)
    for name in QUESTIONS:
        terminal.say(f"{about[name].label}: {about[name].hint}")
        if said := input().strip():
            answered[name] = said
    return answered
