"""What can still be read of the kept files of a damaged space."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress

from ..domain.kept_file import KeptFile
from ..errors import PeerlogError
from .kept_files import KeptFiles
from .vault import Vault


def files_known(vault: Vault, name: str) -> list[KeptFile]:
    """The files that a space still tells of, those that were removed among them; nothing is written."""
    found: dict[str, KeptFile] = {}
    for order, beyond in (("ASC", ">"), ("DESC", "<")):
        for file in _walk(vault, name, order, beyond):
            found.setdefault(file.id, file)
    return sorted(found.values(), key=lambda file: (file.added, file.id))


def content_of(vault: Vault, file: KeptFile) -> Iterator[bytes]:
    """The content of a file piece by piece, by a connection of its own: after one page has failed it is not trusted.

    Raises `Damaged` when it cannot be read whole; what came until then is not to be used.
    """
    with closing(vault.space(file.space, read_only=True)) as space:
        yield from KeptFiles(space).chunks(file)


def _walk(vault: Vault, name: str, order: str, beyond: str) -> Iterator[KeptFile]:
    """One file after the other from an end of the table, up to what cannot be read."""
    last: bytes | None = None
    with suppress(PeerlogError), closing(vault.space(name, read_only=True)) as space:
        if space.format < 4:
            return
        while True:
            where, parameters = (f"WHERE id {beyond} ?", (last,)) if last else ("", ())
            row = space.row(f"SELECT id FROM kept_file {where} ORDER BY id {order} LIMIT 1", parameters)
            if row is None:
                return
            last = bytes(row[0])
            yield KeptFiles(space).get(last.hex())
