"""The published age test vectors: in the folder that PEERLOG_TEST_VECTORS names, else beside the checkout."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peerlog import age
from peerlog.age import Identity, ScryptIdentity, parse_identity

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "vectors"
FOLDER = Path(os.environ.get("PEERLOG_TEST_VECTORS", _BESIDE)) / "age"

VERDICTS: dict[str, type[age.AgeError] | None] = {
    "success": None,
    "no match": age.NoMatch,
    "HMAC failure": age.MacError,
    "header failure": age.HeaderError,
    "armor failure": age.ArmorError,
    "payload failure": age.PayloadError,
}


@dataclass(frozen=True)
class Vector:
    """One file and what a reader has to say to it."""

    name: str
    verdict: type[age.AgeError] | None
    payload_sha256: str
    """Of the plaintext; of what a streaming reader would have let go of where the payload is damaged."""
    file_key: bytes
    identities: tuple[Identity, ...]
    armored: bool
    file: bytes


def vectors() -> Iterator[Vector]:
    if FOLDER.is_dir():
        for path in sorted(FOLDER.iterdir()):
            yield _vector(path)


def _vector(path: Path) -> Vector:
    head, file = path.read_bytes().split(b"\n\n", 1)
    lines = [line.split(": ", 1) for line in head.decode().splitlines()]
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    if fields.get("compressed") == "zlib":
        file = zlib.decompress(file)
    identities: list[Identity] = [parse_identity(value) for key, value in lines if key == "identity"]
    identities += [ScryptIdentity(value) for key, value in lines if key == "passphrase"]
    return Vector(
        name=path.name,
        verdict=VERDICTS[fields["expect"]],
        payload_sha256=fields.get("payload", ""),
        file_key=bytes.fromhex(fields["file key"]),
        identities=tuple(identities),
        armored=fields.get("armored") == "yes",
        file=file,
    )
