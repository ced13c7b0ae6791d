"""A word that must be nowhere in clear, and looking for it everywhere."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

CANARY = "xylographer-quoin-7419"


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


def traces(folders: Iterable[Path], word: str = CANARY) -> list[str]:
    """Every file that holds the word in some spelling, plainly or deflated, and every path that names it."""
    found: list[str] = []
    for path in files_in(folders):
        if word in str(path):
            found.append(f"{path}: in its name")
        try:
            data = path.read_bytes()
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
