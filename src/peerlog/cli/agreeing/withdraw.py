"""Marking an agreed text as withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation
from .options import json_option, meant
from .subject import Subject

if TYPE_CHECKING:
    from ...journal.agreeing.texts_to_agree import TextToAgree

_HELP = """Withdraw a {noun} that was agreed: nothing more of it leaves from here.

It stays agreed, for nobody can unsign what was signed. The others are asked to let nothing more of it leave either;
copies that are out stay where they are.
"""


def withdraw_command(subject: Subject) -> click.Command:
    """`withdraw` of a group."""
    name = f"peerlog {subject.group} withdraw"

    @click.command(
        help=_HELP.format(noun=subject.noun),
        epilog=examples(f"{name} 3f9a2c1", f'{name} 3f9a2c1 --reason "It names a patient." --yes'),
    )
    @meant(subject, required=True)
    @click.option("--reason", metavar="TEXT", help="Why, for the others to read.")
    @click.option("--yes", is_flag=True, help="Withdraw it without asking, for scripts.")
    @json_option
    def command(id_: str, reason: str | None, yes: bool, as_json: bool, closing: bool = False) -> None:
        from ...domain.said_names import listed
        from ...journal.agreeing.answering import withdraw
        from ...journal.agreeing.text_named import text_named
        from ..given import require_words
        from .said import say_answered

        if reason is not None:
            require_words("--reason", reason)
        with invocation().journal(writes=True) as journal:
            text = text_named(journal, id_, subject.kind_of(closing=closing))
            if text.state == "agreed" and not (yes and as_json):
                others = [each.name for each in text.members if not each.is_me]
                asked = f" {listed(others)} {'is' if len(others) == 1 else 'are'} asked for the same." if others else ""
                terminal.say(f"{text.name} stays {_kept(text)}. Nothing more of it leaves from here.{asked}")
                terminal.say("Copies that are out stay where they are.")
            if text.is_agreed:
                confirm(f"Withdraw {text.name}?", yes=yes)
            text = withdraw(journal, text, reason or "")
            say_answered(journal, text, f"You withdrew {text.name}. It stays {_kept(text)}.", as_json=as_json)

    return command


def _kept(text: TextToAgree) -> str:
    return "signed" if text.kind == "thanks" else "agreed"
