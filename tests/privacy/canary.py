"""A word that must be nowhere in clear, and looking for it everywhere."""

from __future__ import annotations

import base64
import os
import secrets
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

CANARY = f"xylographer-quoin-{secrets.randbelow(10**8):08}"
"""Another one in each process: shared folders are looked through while other tests write to them."""


MOST = 64 << 20
"""As much of a file is looked at; ours are far smaller."""


def spellings(word: str = CANARY) -> dict[str, bytes]:
    """The word in the encodings in which it might be left somewhere."""
    raw = word.encode()
    # Base64 of a word depends on where it begins; the middle of each of the three alignments is constant.
    shifted = {f"base64+{shift}": base64.b64encode(b"\0" * shift + raw)[4:-4] for shift in range(3)}
    return {
        "as it is": raw,
        "UTF-16": word.encode("utf-16-le"),
        "UTF-32": word.encode("utf-32-le"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "backwards": raw[::-1],
        "JSON": "".join(f"\\u{ord(letter):04x}" for letter in word).encode(),
        **shifted,
    }


def files_in(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


class Watched:
    """A home, and folders that others write to as well: of these, what of ours has changed since."""

    def __init__(self, home: Path, shared: Iterable[Path], besides: Path) -> None:
        """`besides` is left out of the shared folders, as are the temporary folders of other runs of the tests."""
        self._home, self._shared, self._besides = home, list(shared), besides
        mark = home / "began"
        mark.touch()
        self._since = mark.stat().st_mtime_ns

    def traces(self) -> list[str]:
        return traces_in([*files_in([self._home]), *(path for each in self._shared for path in self._changed(each, 2))])

    def _changed(self, folder: Path, levels: int) -> Iterator[Path]:
        """Files that have changed, in so many levels of folders and in all folders that have changed themselves."""
        try:
            found = list(os.scandir(folder))
        except OSError:
            return  # gone, or another user's
        for entry in found:
            try:
                about = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            changed = about.st_mtime_ns >= self._since or about.st_ctime_ns >= self._since
            if entry.is_dir(follow_symlinks=False):
                skipped = Path(entry.path) == self._besides or entry.name.startswith("pytest-")
                if not skipped and (changed or levels > 1):
                    yield from self._changed(Path(entry.path), levels - 1)
            elif entry.is_file(follow_symlinks=False) and changed and about.st_uid == os.getuid():
                yield Path(entry.path)


def traces(folders: Iterable[Path], word: str = CANARY) -> list[str]:
    """Every file that holds the word in some spelling, plainly or deflated, and every path that names it."""
    return traces_in(files_in(folders), word)


def traces_in(files: Iterable[Path], word: str = CANARY) -> list[str]:
    found: list[str] = []
    for path in files:
        if word in str(path):
            found.append(f"{path}: in its name")
        try:
            with open(path, "rb") as file:
                data = file.read(MOST)
        except OSError:
            continue  # a file that went away meanwhile holds nothing any more
        found += [f"{path}: {name}" for name, spelt in spellings(word).items() if spelt in data]
        found += [f"{path}: deflated" for unpacked in _inflated(data) if word.encode() in unpacked]
    return found


def _inflated(data: bytes) -> Iterator[bytes]:
    start = data.find(b"\x78")
    tries = 0
    while start >= 0 and tries < 2000:
        if data[start + 1 : start + 2] in (b"\x01", b"\x5e", b"\x9c", b"\xda"):
            tries += 1
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(data[start:], 1 << 20)
        start = data.find(b"\x78", start + 1)
