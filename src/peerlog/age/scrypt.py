"""The passphrase recipient type. Its stanza is always the only one of a file."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

from peerlog.age.errors import HeaderError, KeyFormatError
from peerlog.age.header import Stanza, decode_base64, encode_base64
from peerlog.age.keywrap import require_wrapped, unwrap, wrap

KIND = "scrypt"
WORK_FACTOR = 18
"""Written unless asked otherwise, as other tools do: 256 MiB, about a second."""
MAX_WORK_FACTOR = 20
"""Read unless asked otherwise: 1 GiB, some seconds."""

_SALT_BYTES = 16
_LABEL = b"age-encryption.org/v1/scrypt"
_NUMBER = re.compile(r"[1-9][0-9]?")


@dataclass(frozen=True)
class ScryptRecipient:
    """Anybody who knows the passphrase. `work_factor` is the base-two logarithm of scrypt's N."""

    passphrase: str = field(repr=False)
    work_factor: int = WORK_FACTOR
    kind = KIND

    def __post_init__(self) -> None:
        _require_passphrase(self.passphrase)
        if not 1 <= self.work_factor <= MAX_WORK_FACTOR:
            raise KeyFormatError(f"a work factor is between 1 and {MAX_WORK_FACTOR}")

    def wrap(self, file_key: bytes) -> Stanza:
        salt = secrets.token_bytes(_SALT_BYTES)
        body = wrap(_wrapping_key(self.passphrase, salt, self.work_factor), file_key)
        return Stanza((KIND, encode_base64(salt), str(self.work_factor)), body)


@dataclass(frozen=True)
class ScryptIdentity:
    """A passphrase to try; `max_work_factor` bounds what a file can make the reader spend on it."""

    passphrase: str = field(repr=False)
    max_work_factor: int = MAX_WORK_FACTOR

    def __post_init__(self) -> None:
        _require_passphrase(self.passphrase)

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """The file key, or None if the passphrase is another.

        Raises HeaderError for a malformed stanza and for a work factor above the maximum.
        """
        if stanza.kind != KIND:
            return None
        if len(stanza.arguments) != 3:
            raise HeaderError("a scrypt stanza has three arguments")
        salt = decode_base64(stanza.arguments[1])
        if len(salt) != _SALT_BYTES:
            raise HeaderError("a scrypt stanza has a salt of 16 bytes")
        if not _NUMBER.fullmatch(stanza.arguments[2]):
            raise HeaderError("a scrypt stanza has a work factor that is not one")
        work_factor = int(stanza.arguments[2])
        if work_factor > self.max_work_factor:
            raise HeaderError("the passphrase would cost too much time and memory to try")
        require_wrapped(stanza.body)
        return unwrap(_wrapping_key(self.passphrase, salt, work_factor), stanza.body)


def _require_passphrase(passphrase: str) -> None:
    try:
        usable = bool(passphrase.encode())
    except UnicodeEncodeError:
        usable = False
    if not usable:
        raise KeyFormatError("a passphrase that is empty or not Unicode text")


def _wrapping_key(passphrase: str, salt: bytes, work_factor: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=_LABEL + salt, length=32, n=1 << work_factor, r=8, p=1).derive(passphrase.encode())
