"""A folder that partners share, by whatever program carries it between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import PeerlogError, Refused
from ..vault.disk_errors import explained
from .update_files import has_update_name, is_whole, place_in_order, read_update_file, write_update_file

MOST = 10_000
"""Files that are looked at in one folder."""


@dataclass(frozen=True, slots=True)
class Found:
    """An update in a folder: its file's name and content."""

    name: str
    file: bytes


class Folder:
    """One folder, for the updates of one space."""

    def __init__(self, path: Path, space: str) -> None:
        self.path = path
        self.unreadable: list[str] = []
        """What `whole` could not read, in sentences."""
        self._space = space

    def require(self) -> None:
        """Raise `Refused` when it is not there: a drive that is not plugged in, a program that does not run."""
        with explained(self.path):
            there, is_file = self.path.is_dir(), self.path.is_file()
        if is_file:
            raise Refused(f"{self.path} is a file, not a folder.", "Name the folder that it lies in.")
        if not there:
            raise Refused(
                f"The folder {self.path} is not there.",
                "Is its drive plugged in? “peerlog exchange --folder” names another.",
            )

    def names(self) -> list[str]:
        """The updates of this space in the folder; what other programs leave beside them is passed over."""
        self.require()
        with explained(self.path):
            found = [each.name for each in self.path.iterdir() if has_update_name(each.name, self._space)]
        return sorted(found, key=place_in_order)[:MOST]

    def whole(self, names: Iterable[str]) -> Iterator[Found]:
        """Those of these updates that are complete; what is still on its way is left for later."""
        for name in names:
            try:
                file = read_update_file(self.path / name)
            except PeerlogError as error:
                self.unreadable.append(str(error))
                continue
            if is_whole(name, file):
                yield Found(name, file)

    def put(self, name: str, file: bytes) -> None:
        self.require()
        write_update_file(self.path / name, file)

    def remove(self, name: str) -> bool:
        """Take an update away that everybody has; whether it was there."""
        if not has_update_name(name, self._space):
            raise ValueError("not an update's name")
        path = self.path / name
        with explained(path):
            if not path.exists():
                return False
            path.unlink()
            return True
