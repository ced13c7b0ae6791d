from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ...domain.countersigning import DETAILS
from .. import terminal
from ..asking import ask, confirm
from ..examples import examples
from ..terminal import Bold

if TYPE_CHECKING:
    from ...journal.countersigning.signing_for_others import AskedToSign

F = TypeVar("F", bound=Callable[..., Any])


def _details(function: F) -> F:
    """An option for each detail that a signature can need."""
    for each in reversed(DETAILS.values()):
        hint = f"; {each.hint}" if each.hint else ""
        names = ("--place", "--where") if each.name == "place" else (f"--{each.name}",)
        function = click.option(*names, each.name, metavar="TEXT", help=f"{each.called}{hint}.")(function)
    return function


@click.command(
    epilog=examples(
        "peerlog sign to-sign-chairing.peerlog",
        "peerlog sign to-sign-chairing.peerlog --ssh-key ~/.ssh/id_ed25519",
        'peerlog sign to-sign-chairing.peerlog --name "Ann Lee" --role librarian --no-contact',
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT", help="The file that goes back.")
@_details
@click.option("--contact/--no-contact", default=None, help="Whether you may be asked about it later.")
@click.option(
    "--ssh-key", type=click.Path(path_type=Path), metavar="PATH", help="Sign with your own SSH key (Ed25519)."
)
@click.option("--yes", is_flag=True, help="Sign without asking, for scripts.")
def command(
    file: Path, output: Path | None, contact: bool | None, ssh_key: Path | None, yes: bool, **given: str | None
) -> None:
    """Sign one item that somebody has asked you to sign. You need no journal, and no passphrase.

    Shows exactly what you would sign, what that means and what it does not,
    asks what such a record needs to know of you, and writes a file to send
    back. The key is made for this signature alone and is kept nowhere.
    """
    from ...errors import BadInput
    from ...journal.clock import SystemClock
    from ...journal.countersigning.signing_for_others import clean_details, read_request_file, sign_for, write_answer
    from ...journal.home import expanded

    asked = read_request_file(file)
    _show(asked)
    said = {name: words for name, words in given.items() if words is not None}
    missing = [each for each in asked.details if not said.get(each.name, "").strip()]
    if not terminal.can_ask() and (missing or contact is None):
        options = [f"--{each.name}" for each in missing] + (["--contact or --no-contact"] if contact is None else [])
        raise BadInput("There is no terminal to ask what the signature needs.", f"Give {', '.join(options)}.")
    if missing:
        terminal.say(f"{asked.asked_by}'s record needs to know of you:")
    for each in missing:
        said[each.name] = _ask_for(asked, each.name)
    if contact is None:
        contact = click.confirm("May you be contacted about this later?", default=None, err=True)
    details = clean_details(asked, said)
    if not yes:
        _show_signature(asked, details, contact=contact)
    confirm("Sign this?", yes=yes)
    target = expanded(output) if output is not None else file.with_name(asked.answer_name)
    if target.is_dir():
        target /= asked.answer_name
    signed = sign_for(asked, details, SystemClock(), contact=contact, ssh_key=ssh_key)
    path = write_answer(signed, target)
    terminal.put(f"Signed. Send this file back to {asked.asked_by}: {path}")
    terminal.put(f"They may ask you on the phone for these words: {' '.join(signed.words)}")
    if ssh_key is None:
        terminal.say("The key was made for this signature alone, and is kept nowhere.")


def _show(asked: AskedToSign) -> None:
    from ...domain.dates import written_out
    from ..agreeing.text_lines import write_exactly

    terminal.put(Bold(f"{asked.asked_by} asks {asked.to or 'you'} to sign this: {asked.title}"))
    terminal.put("Exactly this text:")
    write_exactly(asked.text)
    terminal.put("You would sign: ", Bold(asked.meaning.sentence))
    terminal.put(asked.meaning.is_not)
    if asked.answer_by:
        terminal.put(f"{asked.asked_by} would like it back by {written_out(asked.answer_by)}.")
    terminal.put()


def _ask_for(asked: AskedToSign, name: str) -> str:
    """One detail; asks again until it can be one. Who was asked by name has it offered."""
    from ...domain.problem import Problem
    from ...domain.text import clean_line
    from ...journal.countersigning.signing_for_others import require_detail

    detail = DETAILS[name]
    hint = f" ({detail.hint})" if detail.hint else ""
    while True:
        said = clean_line(ask(f"{detail.label}{hint}", asked.to if name == "name" else ""))
        if not said:
            terminal.say("The signature needs it. Ctrl-C leaves, and nothing is signed.")
            continue
        try:
            require_detail(detail, said)
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}")
            continue
        return said


def _show_signature(asked: AskedToSign, details: dict[str, str], *, contact: bool) -> None:
    terminal.put()
    terminal.put("This goes back, together with the text:")
    terminal.put(f"  {asked.meaning.sentence}")
    for name, words in details.items():
        terminal.put(f"  {DETAILS[name].called}: {words}")
    terminal.put(f"  May be contacted about it: {'yes' if contact else 'no'}")
    terminal.put()
