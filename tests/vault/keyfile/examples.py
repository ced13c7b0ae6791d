"""Key files as they are and as they should not be."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from peerlog.crypto import slots
from peerlog.crypto.argon import FLOOR
from peerlog.crypto.canonical import canonical_json
from peerlog.crypto.slots import Slot
from peerlog.vault import keyfile
from peerlog.vault.keyfile import COPY_NAME, NAME, KeyFile

GOLDEN = (Path(__file__).parents[2] / "golden" / "vault_v1.json").read_bytes()
WORDS = (
    "good clinic oil speak note cup random punch hunt logic frame tragic "
    "elder robot target august kidney swim butter woman way dolphin anxiety ladder"
)
VAULT = "00112233445566778899aabbccddeeff"
VAULT_KEY = bytes(range(32))
NAMES = (NAME, COPY_NAME)


def slot(kind: slots.SlotType, filling: int = 0) -> Slot:
    cost = FLOOR if kind == "passphrase" else None
    salt, commit, nonce, key = (bytes([filling]) * size for size in (16, 32, 12, 48))
    return Slot(kind, salt, commit, nonce, key, cost)


FIRST = KeyFile(VAULT, 1, (slot("passphrase"), slot("recovery")))
SECOND = KeyFile(VAULT, 1, (slot("passphrase", 7), slot("recovery")))
NEXT_GENERATION = KeyFile(VAULT, 2, (slot("passphrase", 9), slot("recovery", 9)))


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)


def signed(members: dict[str, Any]) -> bytes:
    """The bytes of a file with these members and a checksum that fits, as an attacker would write it."""
    rest = {name: value for name, value in members.items() if name != "checksum"}
    return canonical_json({**rest, "checksum": hashlib.sha256(canonical_json(rest)).hexdigest()}) + b"\n"


def members(**changes: object) -> dict[str, Any]:
    return {**json.loads(FIRST.to_bytes()), **changes}


def state(journal: Path) -> tuple[KeyFile, bool, bool]:
    kept = keyfile.read(journal)
    return kept, kept.healed_from_copy, kept.copy_outdated


def broken(path: Path) -> None:
    put(path, path.read_bytes()[:-40])
