"""Signing a text that somebody has put forward, after a look at exactly that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation
from .options import json_option, meant, yes_option
from .subject import Subject

if TYPE_CHECKING:
    from ...journal.agreeing.texts_to_agree import TextToAgree
    from ...journal.journal import Journal

_HELP = """Sign a {noun} that was put forward.

Shows exactly the text first, for what it is and who may have it. Then it asks, and wants the passphrase once more.
Without ID, the one that waits for you. The id of a version means that version for good; that of the {noun}, the newest.
"""


def approve_command(subject: Subject) -> click.Command:
    """`approve` of a group."""
    name = f"peerlog {subject.group} approve"

    @click.command(
        help=_HELP.format(noun=subject.noun),
        epilog=examples(name, f"{name} 3f9a2c1", *([f"{name} --closing"] if subject.may_close else [])),
    )
    @meant(subject)
    @yes_option
    @json_option
    def command(id_: str | None, yes: bool, as_json: bool, closing: bool = False) -> None:
        from ...journal.agreeing.answering import sign
        from ...journal.agreeing.text_named import text_named
        from ...journal.agreeing.void_texts import require_signable
        from ..passphrase_again import with_passphrase_again
        from .said import say_signed

        with invocation().journal(writes=True) as journal:
            text = text_named(journal, id_, subject.kind_of(closing=closing))
            require_signable(journal, text)
            if not (yes and as_json):
                _write(journal, text)
            confirm(f"Sign exactly this, {text.name}?", yes=yes)
            say_signed(journal, with_passphrase_again(lambda typed: sign(journal, text, typed)), as_json=as_json)

    return command


def _write(journal: Journal, text: TextToAgree) -> None:
    from ...journal.agreeing.texts_seen import mark_looked_at
    from .changes import say_how_much_changed
    from .text_lines import write_exactly, write_heading, write_terms, write_where_it_stands

    write_heading(journal, text)
    write_where_it_stands(journal, text)
    terminal.put("Exactly this is what you would sign:")
    write_exactly(text.text)
    write_terms(journal, text)
    say_how_much_changed(journal, text)
    terminal.put()
    terminal.flush()
    mark_looked_at(journal, text)
