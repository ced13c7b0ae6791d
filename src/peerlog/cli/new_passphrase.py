"""Choosing a new passphrase on the terminal: six words offered, a word on one's own, typed twice."""

from __future__ import annotations

import os

from ..errors import BadInput, Refused
from .asking import ask_secretly, can_ask_secretly
from .terminal import say


def new_passphrase() -> str:
    """The new passphrase of an existing journal, given or asked for; raises `BadInput` when there is nobody to ask."""
    from ..journal.passphrases import new_passphrase_from_environment

    given = new_passphrase_from_environment(os.environ)
    if given is not None:
        return given
    if not can_ask_secretly():
        raise BadInput(
            "There is no terminal to ask for the new passphrase.",
            "Name a file in PEERLOG_NEW_PASSPHRASE_FILE or a command in PEERLOG_NEW_PASSPHRASE_COMMAND.",
        )
    return ask_for_new_passphrase()


def ask_for_new_passphrase() -> str:
    """An acceptable passphrase, typed twice the same."""
    from ..journal.passphrases import check_new_passphrase
    from ..journal.safekeeping.upkeep import passphrase_strength, suggest_passphrase

    suggested = suggest_passphrase()
    say("Choose a passphrase. There is no way to reset it. Here are six random words, if you like:")
    say()
    say(f"    {suggested}")
    say()
    while True:
        passphrase = ask_secretly("Passphrase (Enter takes the six words)", suggested)
        try:
            check_new_passphrase(passphrase)
        except Refused as refused:
            say(f"{refused.message} {refused.hint}")
            continue
        say(passphrase_strength(passphrase)[1])
        if ask_secretly("The same again") == passphrase:
            return passphrase
        say("The two differ. Try once more.")
