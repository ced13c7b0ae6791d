"""Feedback a question at a time: situation, behaviour, impact, and from here."""

from __future__ import annotations

import secrets

import click

from ..domain.entry import Draft
from ..domain.kinds import FEEDBACK
from ..journal.journal import Journal
from . import terminal
from .asking import ask

QUESTIONS = ("situation", "behaviour", "impact", "wish")


def ask_for_the_rest(journal: Journal, fields: dict[str, object]) -> dict[str, object]:
    """The fields with what somebody at a terminal answers; an empty line leaves a question out.

    Where nobody can be asked, and when some of it was given already, nothing is. What was answered before somebody
    left in the middle is kept as unfinished.
    """
    if any(name in fields for name in QUESTIONS) or not (terminal.can_ask() and terminal.can_read()):
        return fields
    answered = dict(fields)
    try:
        for name in QUESTIONS:
            about = FEEDBACK.all_fields[name]
            if said := ask(f"{about.label}: {about.hint}\n>").strip():
                answered[name] = said
    except click.Abort:
        if answered != fields:
            draft = Draft(secrets.token_hex(16), FEEDBACK.name, answered, journal.time.stamp())
            journal.entries.keep_draft(draft)
            terminal.say("\nWhat you answered is kept as unfinished: “peerlog drafts” lists it.")
        raise
    return answered
