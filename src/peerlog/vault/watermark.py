"""How far a journal had got on this machine, kept outside its folder: it shows when an older copy was put back.

Encryption cannot tell yesterday's file from today's. So the number of writes to each space is kept in a small file in
the state folder, sealed under a key that follows from the vault key:

    "peerlog mark 1\\n"    15 bytes
    generation            8 bytes, most significant first
    nonce                 12 bytes
    box                   ChaCha20-Poly1305 over JSON, {"<space>": <writes>, …}, for a shared space besides
                          "<space> updates": the number of its newest own update; associated data: the 23 bytes
                          before the nonce, then the vault id in ASCII

The key is HKDF-SHA256 of the vault key, no salt, info "peerlog/v1/watermark", 32 bytes. The file's name is the first
half of the SHA-256 of the vault id in hex, so that it names no vault to somebody who has none. Somebody who can write
to the state folder can remove the file, or put back an older one together with the journal.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..crypto.key_ids import device_id
from ..domain.entry import PRIVATE
from ..errors import Damaged, PeerlogError
from .disk_errors import Missing, explained
from .files import read_private
from .finding import Finding
from .private_places import make_private_dir
from .space import Space
from .updates import Updates
from .vault import Vault

FOLDER = "marks"

_MAGIC = b"peerlog mark 1\n"
_HEAD = len(_MAGIC) + 8
_NONCE = 12
_LIMIT = 1024 * 1024
_UPDATES = " updates"


@dataclass(frozen=True, slots=True)
class Mark:
    """A generation, and how often each of its spaces had been written to. `writes` is None under another vault key."""

    generation: int
    writes: dict[str, int] | None


def mark_path(vault_id: str, state_dir: Path) -> Path:
    """Where the mark of a vault lies."""
    return state_dir / FOLDER / sha256(vault_id.encode()).hexdigest()[:32]


def keep(vault: Vault, state_dir: Path) -> None:
    """Note how far the journal has got; a mark that is ahead of it stays, so that the warning is not lost."""
    now = _writes(vault)
    try:
        known = _read(vault, state_dir)
    except (Damaged, Missing):
        known = None
    if known and known.generation > vault.keys.generation:
        return
    if known and known.generation == vault.keys.generation and known.writes:
        now = {name: max(now.get(name, 0), known.writes.get(name, 0)) for name in now | known.writes}
    _write(vault, state_dir, now)


def reset(vault: Vault, state_dir: Path) -> None:
    """Take the journal as it is now for the newest: after a restore, or when its owner has put back a copy."""
    _write(vault, state_dir, _writes(vault))


def leave_out(vault: Vault, state_dir: Path, space: str) -> None:
    """Forget how far a space had got that was removed on purpose."""
    try:
        known = _read(vault, state_dir)
    except (Damaged, Missing):
        return
    if known.writes and space in known.writes:
        left_out = {space, space + _UPDATES}
        _write(vault, state_dir, {name: writes for name, writes in known.writes.items() if name not in left_out})


def compare(vault: Vault, state_dir: Path) -> Finding:
    """Whether the journal is at least as far as it had got on this machine."""
    try:
        mark = _read(vault, state_dir)
    except Missing:
        return Finding(
            "note", "This machine has not yet noted how far the journal had got; an older copy would not show."
        )
    except PeerlogError:
        return Finding("note", "This machine's note of how far the journal had got cannot be read.")
    if mark.generation > vault.keys.generation:
        return _older("its keys are from before they were last changed")
    if mark.generation < vault.keys.generation or mark.writes is None:
        return Finding(
            "note", "This machine's note of how far the journal had got is from before its keys were changed."
        )
    now = _writes(vault)
    behind = {name: writes - now.get(name, 0) for name, writes in mark.writes.items() if writes > now.get(name, 0)}
    gone = [name for name in behind if name not in now]
    if gone:
        return _older(f"{'Private' if PRIVATE in gone else 'a file'} that was there is gone")
    if behind:
        changes = sum(number for name, number in behind.items() if not name.endswith(_UPDATES))
        if not changes:
            return _older("it no longer has an update that it sent")
        return _older(
            f"{changes:,} change{'' if changes == 1 else 's'} that it had {'is' if changes == 1 else 'are'} missing"
        )
    return Finding("ok", "The journal is as far as this machine has seen it.")


def _older(how: str) -> Finding:
    return Finding(
        "problem",
        f"This is an older copy of the journal: {how}.",
        "If you put back a copy yourself, all is well. If not, somebody else had access to the folder.",
    )


def _writes(vault: Vault) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in vault.spaces:
        if vault.path(name).exists():
            space = vault.space(name, read_only=True)
            try:
                found[name] = space.writes
                if space.is_shared:
                    # What is written goes on in an older copy too; only an update says what was signed for others.
                    found[name + _UPDATES] = _newest_update(space)
            finally:
                space.close()
    return found


def _newest_update(space: Space) -> int:
    own = [device_id(bytes(key)) for (key,) in space.rows("SELECT key FROM device WHERE own = 1")]
    return Updates(space).next_number(own) - 1


def _read(vault: Vault, state_dir: Path) -> Mark:
    """Raises `Missing`, and `Damaged` for a mark of this generation that does not open."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    data = read_private(mark_path(vault.id, state_dir), _LIMIT)
    head, nonce, box = data[:_HEAD], data[_HEAD : _HEAD + _NONCE], data[_HEAD + _NONCE :]
    if not head.startswith(_MAGIC) or len(nonce) < _NONCE:
        raise Damaged("This is no mark.")
    generation = int.from_bytes(head[len(_MAGIC) :], "big")
    if generation != vault.keys.generation:
        return Mark(generation, None)
    try:
        plain = ChaCha20Poly1305(_key(vault)).decrypt(nonce, box, head + vault.id.encode())
    except InvalidTag:
        raise Damaged("This mark was changed.") from None
    return Mark(generation, json.loads(plain))


def _write(vault: Vault, state_dir: Path, writes: dict[str, int]) -> None:
    # Not synced: a mark lost to a power cut is only a note, and closing the journal should not wait for the disk.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    path = mark_path(vault.id, state_dir)
    make_private_dir(path.parent)
    head = _MAGIC + vault.keys.generation.to_bytes(8, "big")
    nonce = secrets.token_bytes(_NONCE)
    box = ChaCha20Poly1305(_key(vault)).encrypt(nonce, json.dumps(writes).encode(), head + vault.id.encode())
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    with explained(path):
        try:
            with open(
                os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
            ) as out:
                out.write(head + nonce + box)
            os.replace(new, path)
        except BaseException:
            with suppress(OSError):  # the first error is the one to tell
                new.unlink(missing_ok=True)
            raise


def _key(vault: Vault) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"peerlog/v1/watermark").derive(vault.vault_key)
