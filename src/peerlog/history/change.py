"""A change: the signed unit of history, read strictly from the bytes that were signed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from .encoding import unb64, unb64_ids
from .limits import CHANGE_BYTES, MOST_INTEGER
from .stamp import read_stamp
from .strict_json import BadText, parse_object

VERSION = 1
DELETED = "deleted"
"""The register that says whether an entry is deleted."""

_REQUIRED = frozenset({"v", "space", "device", "seq", "entry", "kind", "at"})
_ALLOWED = _REQUIRED | {"prev", "nonce", "sets", "forget"}
_REGISTER = re.compile("[a-z][a-z0-9_]{0,63}(?:/[A-Za-z0-9_-]{21}[AQgw])?")
_DEVICE = re.compile("[A-Za-z0-9_-]{21}[AQgw]")
_KIND = re.compile("[a-z][a-z-]{0,31}")
_SPACE = re.compile("[0-9a-f]{32}")
_ENTRY = re.compile("[0-9a-f]{64}")


class BadChange(ValueError):
    """A text that is no change; says why in one sentence without its end."""


class NewerChange(BadChange):
    """A change of a later version of the format."""


class Sets(NamedTuple):
    """What a change does to one register: the digest of its new value, and the ids of those that it takes over from."""

    digest: bytes
    supersedes: tuple[bytes, ...]


class Change(NamedTuple):
    """A change as it was signed (`text`) and what it says; DESIGN 5 and docs/format.md.

    `id`, `prev` and what `sets` holds are 32 bytes, `nonce` 16 (only in the change that creates the entry); `device`
    is 22 letters, `entry` 64 hex digits, `space` 32. `at` is a UTC stamp, a claim that decides nothing. A change that
    forgets sets nothing.
    """

    text: bytes
    id: bytes
    space: str
    device: str
    seq: int
    prev: bytes | None
    entry: str
    kind: str
    nonce: bytes | None
    at: str
    sets: Mapping[str, Sets]
    forget: bool


def read_change(text: bytes) -> Change:
    """The change in `text`; raises `BadChange`, or `NewerChange` for one of a later version."""
    try:
        found = parse_object(text, CHANGE_BYTES)
        version = found.get("v")
        if type(version) is not int or version < 1:
            raise BadChange("it does not say which version it is")
        if version > VERSION:
            raise NewerChange("it was written by a later version")
        return _change(text, found)
    except BadText as error:
        raise BadChange(str(error)) from error


def _change(text: bytes, found: dict[str, Any]) -> Change:
    names = found.keys()
    if not names >= _REQUIRED:
        raise BadChange(f"it lacks “{min(_REQUIRED - names)}”")
    if not names <= _ALLOWED or None in found.values():
        raise BadChange("it says something that its version does not know")
    seq, prev, nonce = found["seq"], found.get("prev"), found.get("nonce")
    if type(seq) is not int or not 1 <= seq <= MOST_INTEGER:
        raise BadChange("its number is not a whole number from 1")
    if (seq == 1) != (prev is None):
        raise BadChange("it names a change before the first, or none before a later one")
    forget = "forget" in names
    if forget == ("sets" in names) or (forget and (found["forget"] is not True or nonce is not None)):
        raise BadChange("it neither sets something nor forgets, or does both")
    sets = {} if forget else _sets(found["sets"])
    if nonce is not None and "when" not in sets:
        raise BadChange("it creates an entry without saying when")
    return Change(
        text,
        sha256(text).digest(),
        _like(_SPACE, found["space"], "space"),
        _like(_DEVICE, found["device"], "device"),
        seq,
        None if seq == 1 else _ids([prev])[0],
        _like(_ENTRY, found["entry"], "entry"),
        _like(_KIND, found["kind"], "kind"),
        unb64(_like(_DEVICE, nonce, "nonce"), 16) if nonce is not None else None,
        _stamp(found["at"]),
        sets,
        forget,
    )


def _sets(found: object) -> dict[str, Sets]:
    if not isinstance(found, dict) or not found:
        raise BadChange("it sets nothing")
    texts: list[str] = []
    for register, said in found.items():
        if not _REGISTER.fullmatch(register):
            raise BadChange("a field's name is not one")
        if type(said) is not list or len(said) != 2 or type(said[1]) is not list:
            raise BadChange("what it says of a field is not a digest and a list of changes")
        texts.append(said[0])
        texts += said[1]
    ids = iter(_ids(texts))
    read = {}
    for register, (_, superseded) in found.items():
        read[register] = Sets(next(ids), tuple(islice(ids, len(superseded))))
        if len(superseded) > 1 and len(set(superseded)) < len(superseded):
            raise BadChange("it takes over from one change twice")
    return read


def _ids(texts: list[Any]) -> list[bytes]:
    try:
        return unb64_ids(texts)
    except (TypeError, ValueError) as error:
        raise BadChange("a digest or the id of a change is not 32 bytes in base64") from error


def _like(pattern: re.Pattern[str], found: object, name: str) -> str:
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise BadChange(f"its “{name}” is not one")
    return found


def _stamp(found: object) -> str:
    try:
        return read_stamp(found)
    except ValueError as error:
        raise BadChange("its “at” is not a UTC stamp") from error
