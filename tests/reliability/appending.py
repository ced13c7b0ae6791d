"""A program that adds entries until it has added so many, or cannot.

    python -m tests.reliability.appending FOLDER LABEL COUNT [BYTES]

With BYTES no file may grow beyond that size, as on a full disk. It prints a line of JSON for each entry that it has
been told is stored, and one for the error that ended it.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from tests.vault.vaults import NOW, add, fields, new_vault, open_vault, seal, unlock

from peerlog.crypto import slots
from peerlog.errors import PeerlogError
from peerlog.vault import backup, rekey
from peerlog.vault.entries import Entries
from peerlog.vault.kept_files import CHUNK, KeptFiles
from peerlog.vault.restore import restore


def say(**facts: object) -> None:
    print(json.dumps(facts), flush=True)


def append(folder: Path, label: str, count: int) -> None:
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        for number in range(count):
            text = f"{label} {number} " + "words " * (number % 80) + "end"
            say(id=add(space, text).id, text=text)


def append_carelessly(folder: Path, label: str, count: int) -> None:
    """As nobody should: to see that it would be found out."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        space.rows("PRAGMA synchronous=OFF")
        for number in range(count):
            say(id=add(space, f"{label} {number}").id, text=f"{label} {number}")


def edit(folder: Path, label: str, count: int) -> None:
    """Edit one entry, so that versions grow."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        entry = add(space, label)
        for number in range(count):
            text = f"{label} {number} " + "words " * 200 + "end"
            entry = Entries(space).save(entry.id, "note", fields(text), NOW)
            say(id=entry.id, text=text)


def keep_files(folder: Path, label: str, count: int) -> None:
    """Keep one file after the other, each of many pieces, with the journal's first entry."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        ((entry,),) = space.rows("SELECT id FROM entry ORDER BY pos LIMIT 1")
        for number in range(count):
            pieces = [bytes([number % 256]) * CHUNK] * 12
            kept = KeptFiles(space).keep(bytes(entry).hex(), f"{label} {number}", "text/plain", pieces, NOW)
            say(id=kept.id, sha256=kept.sha256)


def create(folder: Path, label: str, count: int) -> None:
    new_vault(folder)
    say(made=label)


def forget(folder: Path, label: str, count: int) -> None:
    """Erase the first entry of the journal for good."""
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        ((id_,),) = space.rows("SELECT id FROM entry ORDER BY pos LIMIT 1")
        Entries(space).forget(bytes(id_).hex(), NOW)
        say(forgotten=bytes(id_).hex())


def bring_back(folder: Path, label: str, count: int) -> None:
    """Put the backup beside the journal in its place."""
    restore(folder.with_name(label), folder, unlock, NOW, replace=True)
    say(restored=label)


def back_up(folder: Path, label: str, count: int) -> None:
    with closing(open_vault(folder)) as vault:
        backup.make_backup(vault, folder.with_name(label))
    say(made=label)


def change_keys(folder: Path, label: str, count: int) -> None:
    with closing(open_vault(folder)) as vault:
        rekey.rekey(vault, seal)


def change_slot(folder: Path, label: str, count: int) -> None:
    with closing(open_vault(folder)) as vault:
        vault.replace_slot(slots.seal_with_keyring(vault.vault_key, b"k" * 32, vault.id))
        vault.remove_slot("keyring")


TASKS = {
    task.__name__: task
    for task in (
        append,
        append_carelessly,
        edit,
        keep_files,
        create,
        forget,
        back_up,
        bring_back,
        change_keys,
        change_slot,
    )
}


def main(task: str, folder: Path, label: str, count: int, most: int | None) -> None:
    if most is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        TASKS[task](folder, label, count)
    except PeerlogError as error:
        say(error=type(error).__name__, message=error.message, hint=error.hint)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]) if len(sys.argv) > 5 else None)
