"""What is said when something is done for good, and the copies from before it could not all be replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import PeerlogError, Refused
from ..journal import Journal

if TYPE_CHECKING:
    from ...vault.backup import Reason

_ABOUT = {
    "forget": "Still with what was erased",
    "rekey": "Still under the old keys",
    "passphrase": "Still opened by the earlier passphrase",
}
_AFTERWARDS = {
    "forget": "",
    "rekey": " Recovery words have to be made anew: “peerlog recover kit”.",
    "passphrase": "",
}


class Unfinished(Refused):
    """It is done and stays done; the hint says what stopped the rest, and names the copies that remain."""


@contextmanager
def told_what_is_done(journal: Journal, reason: Reason, is_done: Callable[[], bool], done: str) -> Iterator[None]:
    """Let whatever stops the block once `is_done()` be told as `Unfinished`, Ctrl-C too; before that as it is.

    `done` says what has been done, as the beginning of a sentence.
    """
    before = _automatic(journal)
    try:
        yield
    except (PeerlogError, OSError, KeyboardInterrupt) as error:
        if not is_done():
            raise
        remaining = [*(str(path) for path in before if path.exists()), *places_of_copies(journal, reason)]
        rest = "copies from before it could not all be replaced" if remaining else "it was stopped before its very end"
        raise Unfinished(
            f"{done}, but {rest}.",
            _why(error) + _named(_ABOUT[reason], remaining) + _AFTERWARDS[reason],
        ) from error


def places_of_copies(journal: Journal, reason: Reason) -> list[str]:
    """Where lies what a fresh backup does not replace: files of the old keys, backups and exports made on purpose."""
    from ...vault import backup, vault

    keys = journal.vault.keys
    places: list[str] = []
    with suppress(PeerlogError):  # only the list gets shorter; what is wrong has been told, or will be
        if reason == "rekey":
            found = vault.generations(journal.vault.folder)
            places += [str(path) for number, path in found if number < keys.generation]
        copies = backup.copies_outside(journal.vault, reason)
        places += [f"{copy.path} ({copy.what} of {copy.at[:10]})" for copy in copies]
    return places


def _automatic(journal: Journal) -> list[Path]:
    from ...vault import backup

    return [path for _, path in backup.automatic_backups(journal.vault.folder)]


def _why(error: BaseException) -> str:
    if isinstance(error, PeerlogError):
        return f"{error.message} {error.hint}".rstrip()
    if isinstance(error, OSError):
        return f"The system refused: {error.strerror or type(error).__name__}."
    return "It was interrupted."


def _named(about: str, places: list[str]) -> str:
    return f" {about}: {', '.join(places)}." if places else ""
