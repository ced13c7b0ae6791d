"""The golden vault.json opens by its description alone: the format's own code has no part in it."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

GOLDEN = Path(__file__).parent.parent / "golden" / "vault_v1.json"
VAULT_KEY = bytes(range(32))


def hkdf(ikm: bytes, salt: str, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(bytes.fromhex(salt), ikm, "sha256"), info + b"\x01", "sha256")


def canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def unsealed(slot: dict[str, Any], ikm: bytes, vault_id: str) -> bytes:
    assert hkdf(ikm, slot["salt"], b"peerlog/v1/commit").hex() == slot["commit"]
    associated = canonical({name: value for name, value in slot.items() if name != "key"} | {"vault": vault_id})
    kek = hkdf(ikm, slot["salt"], b"peerlog/v1/kek")
    return ChaCha20Poly1305(kek).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["key"]), associated)


def golden() -> tuple[str, dict[str, dict[str, Any]]]:
    content = json.loads(GOLDEN.read_bytes())
    return content["vault"], {slot["type"]: slot for slot in content["slots"]}


def test_the_passphrase_opens_it() -> None:
    vault_id, slots = golden()
    slot = slots["passphrase"]
    kdf = Argon2id(
        salt=bytes.fromhex(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    )
    passphrase = unicodedata.normalize("NFKC", "gr\u00fc\u00dfe \ufb01ne \uff12")
    assert unsealed(slot, kdf.derive(passphrase.encode()), vault_id) == VAULT_KEY


@pytest.mark.parametrize(
    ("kind", "secret"), [("recovery", bytes(range(100, 132))), ("keyring", bytes(range(200, 232)))]
)
def test_the_other_secrets_open_it(kind: str, secret: bytes) -> None:
    vault_id, slots = golden()
    assert unsealed(slots[kind], secret, vault_id) == VAULT_KEY


def test_the_checksum_is_over_everything_else() -> None:
    content = json.loads(GOLDEN.read_bytes())
    checksum = content.pop("checksum")
    assert hashlib.sha256(canonical(content)).hexdigest() == checksum
