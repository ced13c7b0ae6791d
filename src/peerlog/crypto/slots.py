"""Slots: several ways into one journal, all holding the same 32-byte vault key.

A slot in JSON, every member required and no other allowed; all bytes are lower-case hex:

    {"type": "passphrase",          or "recovery", or "keyring"
     "memory_kib": 65536,           the cost of Argon2id; these three stand in a passphrase slot only
     "passes": 3,
     "lanes": 4,
     "salt": 16 bytes,
     "commit": 32 bytes,            tells a wrong secret from a damaged slot
     "nonce": 12 bytes,
     "key": 48 bytes}               the sealed vault key

From the secret to the vault key:

    ikm     passphrase: Argon2id(passphrase, salt, cost), 32 bytes, see `argon`
            recovery:   the 256 bits that the recovery words stand for
            keyring:    the 32 bytes kept in the system keyring
    commit  HKDF-SHA256(ikm, salt, info "peerlog/v1/commit"), 32 bytes
    kek     HKDF-SHA256(ikm, salt, info "peerlog/v1/kek"), 32 bytes
    key     ChaCha20-Poly1305 (RFC 8439) under kek and nonce, the 16-byte tag at the end; the associated data
            is the canonical JSON of every member of the slot but "key", and "vault": the vault id

The commitment is compared first: if it differs the secret is wrong, if it agrees and the vault key does not
come out the slot is damaged. It also closes the gap that ChaCha20-Poly1305 alone lets one ciphertext open
under two keys. Every seal draws a fresh salt, so a kek and nonce are used once. The generation is not part of
the associated data: `spacekeys` binds it, and a slot says nothing about generations.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from peerlog.crypto.argon import KEY_BYTES, SALT_BYTES, Argon2Cost, derive, require_sane
from peerlog.crypto.canonical import canonical_json
from peerlog.errors import Damaged, NewerFormat, WrongPassphrase

SlotType = Literal["passphrase", "recovery", "keyring"]

_SIZES = {"salt": SALT_BYTES, "commit": 32, "nonce": 12, "key": KEY_BYTES + 16}
_COST = ("memory_kib", "passes", "lanes")
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,31}")
_HEX = re.compile(r"[0-9a-f]*")

_WRONG = {
    "passphrase": (
        "That passphrase does not open this journal.",
        "Look at Caps Lock and the keyboard layout; with the recovery words, `peerlog recover` opens it.",
    ),
    "recovery": (
        "Those recovery words do not open this journal.",
        "They may be from the kit of another journal, or from one that a newer kit has replaced.",
    ),
    "keyring": (
        "The key in the system keyring does not open this journal.",
        "Open it with the passphrase and turn the keyring on again.",
    ),
}


@dataclass(frozen=True)
class Slot:
    """One sealed copy of the vault key. `cost` is there in a passphrase slot and in no other."""

    type: SlotType
    salt: bytes
    commit: bytes
    nonce: bytes
    key: bytes
    cost: Argon2Cost | None = None

    def to_json(self) -> dict[str, object]:
        """The members of the slot, in the shape that the module's docstring gives."""
        cost = {} if self.cost is None else {name: getattr(self.cost, name) for name in _COST}
        return {"type": self.type} | cost | {name: getattr(self, name).hex() for name in _SIZES}

    @classmethod
    def from_json(cls, members: object) -> Slot:
        """Read a slot strictly.

        Raises NewerFormat for a type that this release does not know, Refused for a cost outside the limits,
        Damaged for anything else.
        """
        if not isinstance(members, dict):
            raise _damaged()
        kind = members.get("type")
        if not isinstance(kind, str) or not _NAME.fullmatch(kind):
            raise _damaged()
        if kind not in _WRONG:
            raise NewerFormat(
                f'This journal can be opened in a way that this release does not know ("{kind}").',
                "Install a newer peerlog.",
            )
        cost_members = _COST if kind == "passphrase" else ()
        if set(members) != {"type", *cost_members, *_SIZES}:
            raise _damaged()
        numbers = [members[name] for name in cost_members]
        if not all(type(number) is int for number in numbers):
            raise _damaged()
        cost = Argon2Cost(*numbers) if numbers else None
        if cost is not None:
            require_sane(cost)
        return cls(
            type=cast(SlotType, kind),
            cost=cost,
            **{name: _bytes(members[name], size) for name, size in _SIZES.items()},
        )


def seal_with_passphrase(vault_key: bytes, passphrase: str, vault_id: str, cost: Argon2Cost) -> Slot:
    """A new slot that a passphrase opens; takes as long as `cost` says."""
    return _seal("passphrase", vault_key, vault_id, lambda salt: derive(passphrase, salt, cost), cost)


def seal_with_recovery(vault_key: bytes, secret: bytes, vault_id: str) -> Slot:
    """A new slot that the 32-byte secret of a recovery key opens."""
    return _seal("recovery", vault_key, vault_id, lambda _: _secret(secret))


def seal_with_keyring(vault_key: bytes, secret: bytes, vault_id: str) -> Slot:
    """A new slot that a random 32-byte secret kept in the system keyring opens."""
    return _seal("keyring", vault_key, vault_id, lambda _: _secret(secret))


def open_with_passphrase(slot: Slot, passphrase: str, vault_id: str) -> bytes:
    """The vault key. Raises WrongPassphrase, or Damaged when the passphrase is right and the slot is not."""
    if slot.cost is None:
        raise ValueError("not a passphrase slot")
    return _open("passphrase", slot, derive(passphrase, slot.salt, slot.cost), vault_id)


def open_with_recovery(slot: Slot, secret: bytes, vault_id: str) -> bytes:
    """The vault key. Raises WrongPassphrase for other recovery words, Damaged for a broken slot."""
    return _open("recovery", slot, _secret(secret), vault_id)


def open_with_keyring(slot: Slot, secret: bytes, vault_id: str) -> bytes:
    """The vault key. Raises WrongPassphrase for another secret, Damaged for a broken slot."""
    return _open("keyring", slot, _secret(secret), vault_id)


def _seal(
    kind: SlotType,
    vault_key: bytes,
    vault_id: str,
    ikm_for: Callable[[bytes], bytes],
    cost: Argon2Cost | None = None,
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if len(vault_key) != KEY_BYTES:
        raise ValueError("a vault key has 32 bytes")
    salt = secrets.token_bytes(SALT_BYTES)
    commit, kek = _commit_and_kek(ikm_for(salt), salt)
    slot = Slot(kind, salt, commit, secrets.token_bytes(12), b"", cost)
    return replace(slot, key=ChaCha20Poly1305(kek).encrypt(slot.nonce, vault_key, _associated(slot, vault_id)))


def _open(kind: SlotType, slot: Slot, ikm: bytes, vault_id: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if slot.type != kind:
        raise ValueError(f"a {slot.type} slot, not a {kind} slot")
    commit, kek = _commit_and_kek(ikm, slot.salt)
    if not hmac.compare_digest(commit, slot.commit):
        raise WrongPassphrase(*_WRONG[kind])
    try:
        return ChaCha20Poly1305(kek).decrypt(slot.nonce, slot.key, _associated(slot, vault_id))
    except InvalidTag:
        raise _damaged() from None


def _commit_and_kek(ikm: bytes, salt: bytes) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    commit, kek = (
        HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(ikm)
        for info in (b"peerlog/v1/commit", b"peerlog/v1/kek")
    )
    return commit, kek


def _associated(slot: Slot, vault_id: str) -> bytes:
    members: Mapping[str, object] = {name: value for name, value in slot.to_json().items() if name != "key"}
    return canonical_json({**members, "vault": vault_id})


def _secret(secret: bytes) -> bytes:
    if len(secret) != 32:
        raise ValueError("a recovery or keyring secret has 32 bytes")
    return secret


def _bytes(text: object, size: int) -> bytes:
    if not isinstance(text, str) or len(text) != 2 * size or not _HEX.fullmatch(text):
        raise _damaged()
    return bytes.fromhex(text)


def _damaged() -> Damaged:
    return Damaged(
        "The part of vault.json that holds the journal's key is damaged.",
        "`peerlog restore` brings it back from a backup.",
    )
