"""The form of the three files: a line of JSON, and a line with the signature of exactly those bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peerlog.crypto import sshsig
from peerlog.crypto.ed25519_points import KEY_BYTES, LOW_ORDER
from peerlog.exchange.handshake.refusals import (
    ChangedOnTheWay,
    CutShort,
    DoesNotHold,
    NewerVersion,
    NotThisFile,
    TooLong,
    UnfitKey,
)
from peerlog.history.encoding import b64, unb64
from peerlog.history.strict_json import BadText, parse_object

VERSION = 1


@dataclass(frozen=True)
class SignedText:
    """A signed text, byte for byte, and its signature (64 bytes)."""

    text: bytes
    signature: bytes

    @property
    def file(self) -> bytes:
        """Both lines."""
        return self.text + b'\n{"signature":"' + b64(self.signature).encode("ascii") + b'"}\n'

    def require_by(self, key: bytes, what: str) -> None:
        """Raise unless the key signed it: UnfitKey for a key of low order, else ChangedOnTheWay."""
        if key in LOW_ORDER:
            raise UnfitKey(what)
        if not sshsig.verify(key, sshsig.MEETING, self.text, self.signature):
            raise ChangedOnTheWay(what)


def sign_text(what: str, said: Mapping[str, object], seed: bytes, most: int) -> SignedText:
    """One of the three files, by the key whose private half is `seed`. Raises TooLong for more than `most` bytes."""
    whole = {"peerlog": what, "v": VERSION, **said}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    signed = SignedText(text, sshsig.sign(seed, sshsig.MEETING, text))
    if len(signed.file) > most:
        raise TooLong(what)
    return signed


def split_lines(file: bytes, what: str) -> SignedText:
    """The two lines, unverified. Raises CutShort or ChangedOnTheWay."""
    text, newline, rest = file.partition(b"\n")
    line, end, more = rest.partition(b"\n")
    if not (newline and end):
        raise CutShort(what)
    try:
        found = parse_object(line, 200)
        if more or found.keys() != {"signature"}:
            raise ChangedOnTheWay(what)
        return SignedText(text, unb64(str(found["signature"]), sshsig.SIGNATURE_BYTES))
    except ValueError as error:
        raise ChangedOnTheWay(what) from error


def parse_text(signed: SignedText, what: str, limit: int) -> dict[str, Any]:
    """What the text says, without `peerlog` and `v`, still unverified.

    Raises NotThisFile for another of the files, NewerVersion, and ChangedOnTheWay for what is no JSON object.
    """
    try:
        said = parse_object(signed.text, limit)
    except BadText as error:
        raise ChangedOnTheWay(what) from error
    if said.pop("peerlog", None) != what:
        raise NotThisFile(what)
    version = said.pop("v", None)
    if type(version) is not int or version < VERSION:
        raise ChangedOnTheWay(what)
    if version > VERSION:
        raise NewerVersion(what)
    return said


def signer_of(said: Mapping[str, object], what: str) -> bytes:
    """The key in `by`, the one that has to have signed the text; raises ChangedOnTheWay."""
    by = said.get("by")
    try:
        return unb64(str(by["key"]) if isinstance(by, dict) else "", KEY_BYTES)
    except (KeyError, ValueError) as error:
        raise ChangedOnTheWay(what) from error


def require_names(said: Mapping[str, object], what: str, required: set[str], allowed: set[str] | None = None) -> None:
    """Raise DoesNotHold unless it says what it has to, and nothing that this version does not know."""
    if not required <= said.keys() <= required | (allowed or set()):
        raise DoesNotHold(what, "something is missing in it, or more is there than belongs")


def read_bytes(found: object, length: int, what: str) -> bytes:
    """`length` bytes in base64; raises DoesNotHold."""
    try:
        return unb64(str(found), length)
    except ValueError as error:
        raise DoesNotHold(what, "a part of it is not of the right length") from error
