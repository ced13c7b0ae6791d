"""An update on its way: one age file of signed changes, and everything about it that has to be checked.

Inside is NDJSON (`docs/format.md`): a manifest, its signature, then each change and behind it its signature and the
values that it sets. Whoever knows a recipient can write an age file for it, so nothing behind the manifest is parsed
before the manifest's signature and the hash of all that follows have been checked by the caller.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import islice

from ..age import (
    AgeError,
    HybridIdentity,
    HybridRecipient,
    NoMatch,
    RecipientError,
    TooLarge,
    decrypt,
    encrypt,
)
from ..errors import Damaged, NewerFormat, Refused
from ..history.encoding import b64, unb64
from ..history.limits import BUNDLE_BYTES, CHANGES, MANIFEST_BYTES, VALUE_BYTES
from ..history.stamp import read_stamp
from ..history.strict_json import BadText, parse_object
from .opening import refuse_other
from .padding import padded_length

Kept = tuple[bytes, str]
"""A value as it travels: its salt, and its JSON text."""

_LINE_BYTES = 2 * (VALUE_BYTES + 64) * 16
_MOST_VALUES = 128
"""More registers than the 4,096 bytes of a change have room for."""
_MOST_TEXTS = 3 * _MOST_VALUES + 3
_SHORT = 64 * 1024
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_DAMAGED = "Nothing was changed. Ask for it once more."


@dataclass(frozen=True, slots=True)
class Carried:
    """A change as it travels: its signed bytes, the 64-byte signature, and those values that the sender still has."""

    text: bytes
    signature: bytes
    values: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the sender says of an update, and signs.

    `heads` are the newest change without a gap that the sender knows of each device, as (sequence number, id): the
    only acknowledgement there is. `roster` are signed statements that somebody may not have yet.
    """

    space: str
    device: str
    number: int
    to: tuple[str, ...]
    at: str
    changes: int
    body: bytes
    heads: Mapping[str, tuple[int, bytes]]
    roster: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A decrypted update of which nothing has been verified: its manifest, the bytes of it, its signature, the rest."""

    manifest: Manifest
    text: bytes
    signature: bytes
    body: bytes

    @property
    def body_fits(self) -> bool:
        return sha256(self.body).digest() == self.manifest.body


def write_bundle(
    manifest: Manifest,
    carried: Iterable[Carried],
    sign: Callable[[bytes], bytes],
    recipients: Sequence[bytes],
) -> bytes:
    """The file for these recipients (1,216 bytes each); `changes` and `body` of the manifest are filled in here."""
    changes = list(carried)
    body = b"".join(_lines(each) for each in changes)
    text = _manifest_text(manifest, len(changes), sha256(body).digest())
    plain = text + b"\n" + _dump({"signature": b64(sign(text))}) + b"\n" + body
    plain += b" " * (padded_length(len(plain)) - len(plain))
    return b"".join(encrypt([HybridRecipient(each) for each in recipients], [plain]))


def weight(carried: Carried) -> int:
    """How many bytes a change takes in an update."""
    return len(_lines(carried))


def open_bundle(file: bytes, identities: Iterable[bytes]) -> Opened | None:
    """Decrypt an update with any of these identities (32-byte seeds); None when it is for none of them.

    Raises `Refused` for what is no update, is too large or of mixed recipients, `Damaged` for one that was changed or
    cut short, `NewerFormat`.
    """
    if not file.startswith(b"age-encryption.org/v1\n"):
        raise Refused("This file is not an update.", "Nothing was changed. Was it another file that you meant?")
    for seed in identities:
        try:
            plain = decrypt([HybridIdentity(seed)], file, limit=BUNDLE_BYTES, kinds={"mlkem768x25519"}, armored=False)
        except NoMatch:
            continue
        except TooLarge:
            raise Refused(
                f"This update is larger than an update may be ({BUNDLE_BYTES >> 20} MiB).", _DAMAGED
            ) from None
        except RecipientError:
            raise Refused(
                "This update is locked in a way that peerlog does not use, so it was not opened.", _DAMAGED
            ) from None
        except AgeError:
            raise Damaged("This update was changed on its way, or is cut short.", _DAMAGED) from None
        return _read(plain)
    return None


def _read(plain: bytes) -> Opened:
    refuse_other(plain)
    text, _, rest = plain.partition(b"\n")
    signed, newline, body = rest.partition(b"\n")
    if not newline:
        raise Refused("This file is locked for you, but holds no update.", _DAMAGED)
    try:
        signature = unb64(str(parse_object(signed, 1024)["signature"]), 64)
        manifest = _read_manifest(parse_object(text, MANIFEST_BYTES))
    except (BadText, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("This file is locked for you, but holds no update.", _DAMAGED) from error
    return Opened(manifest, text, signature, body.rstrip(b" "))


def _read_manifest(found: dict[str, object]) -> Manifest:
    if isinstance(found.get("v"), int) and found["v"] != 1:
        raise NewerFormat("This update was made by a newer peerlog.", "Install a newer peerlog, then take it in again.")
    names = {"v", "space", "device", "number", "to", "at", "changes", "body", "heads", "roster"}
    if set(found) != names or found["v"] is True:
        raise ValueError("not a manifest")
    number, changes = found["number"], found["changes"]
    if not (type(number) is int and number >= 1 and type(changes) is int and changes >= 0):
        raise ValueError("not a manifest's numbers")
    if changes > CHANGES:
        raise Refused(f"This update holds {changes:,} edits; one update may hold {CHANGES:,}.", _DAMAGED)
    to, heads, roster = found["to"], found["heads"], found["roster"]
    if not (isinstance(to, list) and isinstance(heads, dict) and isinstance(roster, list)):
        raise ValueError("not a manifest's lists")
    return Manifest(
        _text(found["space"]),
        _text(found["device"]),
        number,
        tuple(_text(each) for each in to),
        read_stamp(found["at"]),
        changes,
        unb64(_text(found["body"]), 32),
        {device: _head(each) for device, each in heads.items()},
        tuple((_text(text).encode(), unb64(_text(signature), 64)) for text, signature in roster),
    )


def _head(found: object) -> tuple[int, bytes]:
    if not (isinstance(found, list) and len(found) == 2 and type(found[0]) is int and found[0] >= 1):
        raise ValueError("not a head")
    return found[0], unb64(_text(found[1]), 32)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError("not a text")
    return found


def carried_in(opened: Opened) -> list[Carried]:
    """The changes of an update whose manifest and body have been verified.

    Raises `Refused` where the lines are not what the manifest says: its sender has made it wrongly.
    """
    if opened.body.count(b"\n") != 2 * opened.manifest.changes or opened.body[-1:] not in (b"\n", b""):
        raise _wrongly_made()
    lines = iter(BytesIO(opened.body))  # one after the other: all of them would be the body once more
    try:
        return [_carried(text[:-1], beside[:-1]) for text, beside in zip(lines, lines, strict=True)]
    except (BadText, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _wrongly_made() from error


def _carried(text: bytes, beside: bytes) -> Carried:
    if len(beside) > _SHORT and sum(1 for _ in islice(_TEXT.finditer(beside), _MOST_TEXTS + 1)) > _MOST_TEXTS:
        raise ValueError("more texts than values of one change can have")
    found = parse_object(beside, _LINE_BYTES)
    values = found.get("values")
    if set(found) != {"signature", "values"} or not isinstance(values, dict) or len(values) > _MOST_VALUES:
        raise ValueError("not what stands beside a change")
    kept = {register: _kept(*pair) for register, pair in values.items()}
    return Carried(text, unb64(found["signature"], 64), kept)


def _kept(salt: str, value: str) -> Kept:
    if len(value.encode()) > VALUE_BYTES:
        raise ValueError("not a value")
    return unb64(salt, 16), value


def _wrongly_made() -> Refused:
    return Refused("This update was made wrongly by the program that sent it.", "Nothing was changed.")


def _lines(carried: Carried) -> bytes:
    values = {register: [b64(salt), value] for register, (salt, value) in carried.values.items()}
    return carried.text + b"\n" + _dump({"signature": b64(carried.signature), "values": values}) + b"\n"


def _manifest_text(manifest: Manifest, changes: int, body: bytes) -> bytes:
    return _dump(
        {
            "v": 1,
            "space": manifest.space,
            "device": manifest.device,
            "number": manifest.number,
            "to": list(manifest.to),
            "at": manifest.at,
            "changes": changes,
            "body": b64(body),
            "heads": {device: [seq, b64(id_)] for device, (seq, id_) in manifest.heads.items()},
            "roster": [[text.decode(), b64(signature)] for text, signature in manifest.roster],
        }
    )


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
