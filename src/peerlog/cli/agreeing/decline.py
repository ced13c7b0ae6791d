"""Saying no to a version of a text."""

from __future__ import annotations

import click

from ..examples import examples
from ..invocation import invocation
from .options import json_option, meant
from .subject import Subject

_HELP = """Say no to this version of a {noun}. No reason is needed.

A reason that you give is for the others to read. Your no is about this version alone: when the {noun} is changed and
put forward again, you are asked again.
"""


def decline_command(subject: Subject) -> click.Command:
    """`decline` of a group."""
    name = f"peerlog {subject.group} decline"

    @click.command(
        help=_HELP.format(noun=subject.noun),
        epilog=examples(f"{name} 3f9a2c1", f'{name} 3f9a2c1 --reason "The hours are not right yet."'),
    )
    @meant(subject, required=True)
    @click.option("--reason", metavar="TEXT", help="Why, for the others to read.")
    @json_option
    def command(id_: str, reason: str | None, as_json: bool, closing: bool = False) -> None:
        from ...journal.agreeing.answering import decline
        from ...journal.agreeing.text_named import text_named
        from ..given import require_words
        from .said import say_answered

        if reason is not None:
            require_words("--reason", reason)
        with invocation().journal(writes=True) as journal:
            text = decline(journal, text_named(journal, id_, subject.kind_of(closing=closing)), reason or "")
            say_answered(journal, text, f"You said no to {text.name}.", as_json=as_json)

    return command
