"""Putting a text forward: exactly what would be signed is shown, then it is signed and waits for the others."""

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
    from ...journal.agreeing.proposing import ToPropose
    from ...journal.agreeing.texts_to_agree import TextToAgree
    from ...journal.journal import Journal

_HELP = """Put a {noun} forward to be agreed, which is your own signature under it.

Shows exactly the text that all of you would sign, for what, who may have it, and whose signatures under an earlier
version come to nothing. Then it asks, and wants the passphrase once more. It reaches the others with your next
exchange.
"""
_THANKS_HELP = """Sign your own thanks, so that whoever you thank can show that they are from you.

Shows exactly what you would sign, then asks, and wants the passphrase once more. Only thanks that may be quoted are
signed: “peerlog thanks quotable ID” says that they may.
"""


def propose_command(subject: Subject) -> click.Command:
    """`propose` of a group; `approve` where one's own signature is all that there is to it."""
    own = subject.kind == "thanks"
    name = f"peerlog {subject.group} {'approve' if own else 'propose'}"

    @click.command(
        help=_THANKS_HELP if own else _HELP.format(noun=subject.noun),
        epilog=examples(
            f"{name} 3f9a2c1",
            f'{name} 3f9a2c1 --for "our appraisals" --may-have Kim --may-have Sam',
            *([] if own else [f"{name} 3f9a2c1 --answer-by +2w"]),
            *([f"{name} --closing"] if subject.may_close else []),
        ),
    )
    @meant(subject)
    @click.option(
        "--for", "purpose", metavar="PURPOSE", help="What it is for, in a few words; all of you sign that too."
    )
    @click.option("--may-have", "release", multiple=True, metavar="NAME", help="Who may have it; repeatable.")
    @click.option("--answer-by", metavar="DATE", help="The last day to answer; in a month if left out.")
    @yes_option
    @json_option
    def command(
        id_: str | None,
        purpose: str | None,
        release: tuple[str, ...],
        answer_by: str | None,
        yes: bool,
        as_json: bool,
        closing: bool = False,
    ) -> None:
        from ...domain.dates import parse_day
        from ...journal.agreeing.proposing import propose, to_propose
        from ..given import require_words
        from ..passphrase_again import with_passphrase_again
        from .said import say_signed

        for option, said in (
            ("--for", purpose),
            ("--answer-by", answer_by),
            *(("--may-have", each) for each in release),
        ):
            if said is not None:
                require_words(option, said)
        with invocation().journal(writes=True) as journal:
            day = parse_day(answer_by, journal.time.today(), ahead=True) if answer_by is not None else None
            shown = to_propose(
                journal,
                subject.meant(journal, id_),
                kind=subject.kind_of(closing=closing),
                purpose=purpose or "",
                release=release,
                answer_by=day,
            )
            if not (yes and as_json):
                _write(journal, shown)
            confirm(_question(journal, shown), yes=yes)
            say_signed(journal, with_passphrase_again(lambda typed: propose(journal, shown, typed)), as_json=as_json)

    return command


def _write(journal: Journal, shown: ToPropose) -> None:
    from ...domain.dates import say_day
    from ...domain.said_names import listed
    from ...journal.agreeing.text_words import where_it_stands
    from ..sharing import say_space
    from ..terminal import Bold
    from .text_lines import put_held, write_exactly

    version = f", version {shown.revision}" if shown.revision > 1 else ""
    terminal.put(Bold(f"{shown.title}{version}"), f"  {say_space(shown.document.with_whom)}")
    terminal.put("Exactly this would be signed:")
    write_exactly(shown.text)
    put_held("For: ", shown.purpose)
    put_held("May have it: ", listed(shown.release))
    if len(shown.members) > 1:
        terminal.put(f"To sign it: {listed(shown.members)}")
        terminal.put(f"Answer by: {say_day(shown.answer_by, journal.time.today())}")
    if same := _already(journal, shown):
        terminal.put(f"Exactly this is put forward already: {same.name} {where_it_stands(journal, same)}.")
    if shown.voids:
        many = "signatures" if len(shown.voids) > 1 else "signature"
        terminal.put(f"Void by it: the {many} of {listed(shown.voids)} under the version before.")
    if shown.replaces:
        terminal.put("It follows the version that you have agreed already, which stays agreed.")
    terminal.put("Once it has left, this text stays in their journals, whatever becomes of it.")
    terminal.put()


def _already(journal: Journal, shown: ToPropose) -> TextToAgree | None:
    """A version that can still be signed and says just the same."""
    from ...journal.agreeing.texts_to_agree import texts_to_agree

    texts = texts_to_agree(journal, space=shown.document.space)
    mine = (shown.document.id, shown.kind, shown.text, shown.purpose, shown.release)
    said = {(t.document, t.kind, t.text, t.purpose, t.release): t for t in texts if t.state == "open"}
    return said.get(mine)


def _question(journal: Journal, shown: ToPropose) -> str:
    from ...domain.said_names import listed
    from ...journal.circle.circles import read_circle

    me = read_circle(journal.spaces[shown.document.space]).me
    others = [name for name in shown.members if me is None or name != me.name]
    return f"Sign this, and put it forward to {listed(others)}?" if others else "Sign this?"
