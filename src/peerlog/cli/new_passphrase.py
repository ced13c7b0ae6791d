"""Choosing a new passphrase on the terminal: six words offered, a word on one's own, typed twice."""

from __future__ import annotations

from ..errors import Refused
from .asking import ask_secretly
from .terminal import say


def ask_for_new_passphrase() -> str:
    """An acceptable passphrase, typed twice the same."""
    from ..journal.passphrases import check_new_passphrase
    from ..journal.upkeep import passphrase_strength, suggest_passphrase

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
