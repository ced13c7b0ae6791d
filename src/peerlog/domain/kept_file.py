"""A file that is kept with an entry, as evidence of what it says."""

from __future__ import annotations

from dataclasses import dataclass

from .file_names import written_name
from .file_type import TYPES, FileType
from .said_size import say_size

LARGEST = 20 * 1024 * 1024
"""The most bytes of one file."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What is known of a kept file without its content.

    `id` is 32 hex digits, `entry` the id of the entry that it is kept with, `media` its media type, `size` in bytes,
    `sha256` 64 hex digits, `chunks` how many pieces it lies in, `added` a UTC stamp. `until` is the day up to which it
    is to be kept (`2031-11-17`), empty for none; `removed` a UTC stamp, empty unless it was taken away. `space` and
    `with_whom` are those of its entry.
    """

    id: str
    entry: str
    name: str
    media: str
    size: int
    sha256: str
    chunks: int
    added: str
    until: str = ""
    removed: str = ""
    space: str = "private"
    with_whom: str = ""

    @property
    def type(self) -> FileType | None:
        """None for a type that a later peerlog knows."""
        return TYPES.get(self.media)

    @property
    def words(self) -> str:
        """What sort of file it is, and how large: `PDF, 1.2 MB`."""
        return f"{self.type.words if self.type else self.media}, {say_size(self.size)}"

    @property
    def written_name(self) -> str:
        """Its name on a disk."""
        return written_name(self.name, self.type)
