"""A recovery kit in a file: either its words open the journal, or the file is not there."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import PeerlogError, Refused
from ..journal import Journal
from .unfinished import Unfinished
from .upkeep import keep_recovery_key, recovery_kit

if TYPE_CHECKING:
    from ...crypto.slots import Slot
    from .upkeep import RecoveryKey


def keep_kit_in_file(journal: Journal, key: RecoveryKey, path: Path, day: date, *, known: bool) -> None:
    """Let these words open the journal, then write their kit to a new file.

    When there is no such file in the end, words that are `known` to somebody stay (`Unfinished` says so); others are
    taken back, and the words of an earlier kit go on opening the journal.
    """
    from ...vault import keyfile
    from ...vault.files import NotDurable, create_new

    if os.path.lexists(path):
        raise Refused(f"{path} is already there, and was not touched.", "Choose another name.")
    earlier = keyfile.read(journal.vault.folder).slot("recovery")
    written = False
    try:
        keep_recovery_key(journal, key)
        try:
            create_new(path, recovery_kit(journal, key, day).encode("utf-8"))
        except NotDurable:
            written = True
            raise
    except BaseException as error:
        if written or journal.vault.keys.slot("recovery") == earlier:
            raise
        if not known:
            _take_back(journal, earlier)
        elif isinstance(error, PeerlogError):
            raise Unfinished(
                "These words open your journal from now on, but there is no file with them.",
                f"{error.message} {error.hint}".rstrip(),
            ) from error
        raise


def _take_back(journal: Journal, earlier: Slot | None) -> None:
    try:
        if earlier is None:
            journal.vault.remove_slot("recovery")
        else:
            journal.vault.replace_slot(earlier)
    except PeerlogError as error:
        raise Refused(
            "No kit was written, and the words of an earlier kit may no longer open the journal.",
            f"{error.message} Make a kit anew: “peerlog recover kit”.",
        ) from error
