"""The published Ed25519 test vectors: in the folder that PEERLOG_TEST_VECTORS names, else beside the checkout."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "vectors"
FILE = Path(os.environ.get("PEERLOG_TEST_VECTORS", _BESIDE)) / "ed25519" / "ed25519vectors.json"


@dataclass(frozen=True)
class Vector:
    """A key, a signature and a message, and what is odd about them."""

    number: int
    key: bytes
    signature: bytes
    message: bytes
    flags: frozenset[str]


def vectors() -> list[Vector]:
    if not FILE.is_file():
        return []
    return [
        Vector(
            found["number"],
            bytes.fromhex(found["key"]),
            bytes.fromhex(found["sig"]),
            found["msg"].encode(),
            frozenset(found["flags"] or ()),
        )
        for found in json.loads(FILE.read_bytes())
    ]
