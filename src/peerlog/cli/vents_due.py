"""Letting notes that let off steam erase themselves, after the command that was asked for."""

from __future__ import annotations

from ..errors import PeerlogError
from ..journal.journal import Journal
from . import terminal


def erase_vents_due(journal: Journal) -> None:
    """Erase those whose day has come and say so on standard error; what is in the way is said there, too."""
    from ..journal.venting import erase_due

    try:
        erased = erase_due(journal)
    except PeerlogError as error:
        terminal.say(f"{error.message} {error.hint}".rstrip())
        return
    if erased.sentence:
        terminal.say(erased.sentence)
