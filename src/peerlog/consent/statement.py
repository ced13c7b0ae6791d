"""What somebody signs who agrees to a text: which text, for what, for whom, and with whom.

Read strictly from the bytes that were signed, and written once; they are `statement.json` in a signed copy. Every
device key that may sign is in it, so that whoever holds the statement and the signatures needs nothing else to check
them, and a device that came later adds nothing and voids nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from ..crypto.ed25519_points import UnfitKey, require_key
from ..crypto.key_ids import member_id
from ..domain.text import clean_line, clean_text
from ..history.encoding import b64, unb64
from ..history.limits import MOST_INTEGER
from ..history.stamp import read_stamp
from ..history.strict_json import BadText, parse_object

VERSION = 1
PEERLOG = "agreed text"
STATEMENT_BYTES = 32 * 1024
MOST_MEMBERS = 8
MOST_KEYS = 64
MOST_LINE = 500
MOST_RELEASED = 20
KINDS = frozenset({"summary", "agreement", "closing", "thanks"})

_SPACE = re.compile("[0-9a-f]{32}")
_HEX = re.compile("[0-9a-f]{64}")
_MEMBER = re.compile("[A-Za-z0-9_-]{21}[AQgw]")
_NAMES = frozenset(
    {"peerlog", "v", "space", "circle", "members", "document", "kind", "number", "revision", "title", "purpose", "for"}
    | {"answer_by", "at", "text"}
)


class BadConsent(ValueError):
    """A text that is no statement or answer; says why in one sentence without its end."""


class NewerConsent(BadConsent):
    """One of a later version of the format."""


@dataclass(frozen=True)
class Signer:
    """A member who has to sign: name, member id (22 letters), and the keys (32 bytes each) of their devices."""

    name: str
    member: str
    keys: tuple[bytes, ...]


@dataclass(frozen=True)
class ConsentStatement:
    """A statement as it was signed (`text`) and what it says.

    `space` is 32 hex digits, `document` the id of the entry that the text was made from, `digest` SHA-256 of the
    text's bytes and `size` their number, `replaces` the id of a statement that this one supersedes, or None. `release`
    names who may have the text; `answer_by` is the day after which one's own program signs no more, `at` a claim.
    """

    text: bytes
    space: str
    circle: str
    members: tuple[Signer, ...]
    document: str
    kind: str
    number: int
    revision: int
    title: str
    purpose: str
    release: tuple[str, ...]
    answer_by: date
    at: str
    size: int
    digest: bytes
    replaces: bytes | None

    @cached_property
    def id(self) -> bytes:
        """SHA-256 of the text, 32 bytes."""
        return sha256(self.text).digest()

    @cached_property
    def signers(self) -> Mapping[bytes, Signer]:
        """Who each of the keys belongs to."""
        return {key: each for each in self.members for key in each.keys}

    def is_about(self, content: bytes) -> bool:
        """Whether these are the bytes that it speaks of."""
        return len(content) == self.size and sha256(content).digest() == self.digest


def content_of(text: str) -> bytes:
    """The bytes that are signed for and that `summary.md` holds: the text in UTF-8 with one newline at its end."""
    return text.encode() + b"\n"


def write_statement(
    *,
    space: str,
    circle: str,
    members: tuple[Signer, ...],
    document: str,
    kind: str,
    number: int,
    revision: int,
    title: str,
    purpose: str,
    release: tuple[str, ...],
    answer_by: date,
    at: str,
    content: bytes,
    replaces: bytes | None = None,
) -> ConsentStatement:
    """The statement to sign about `content`. Raises `BadConsent` for what nobody could read back."""
    said: dict[str, Any] = {
        "peerlog": PEERLOG,
        "v": VERSION,
        "space": space,
        "circle": circle,
        "members": [
            {"name": each.name, "member": each.member, "keys": [b64(key) for key in each.keys]} for each in members
        ],
        "document": document,
        "kind": kind,
        "number": number,
        "revision": revision,
        "title": title,
        "purpose": purpose,
        "for": list(release),
        "answer_by": answer_by.isoformat(),
        "at": at,
        "text": {"bytes": len(content), "sha256": sha256(content).hexdigest()},
        **({} if replaces is None else {"replaces": replaces.hex()}),
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return read_statement(text)


def read_statement(text: bytes) -> ConsentStatement:
    """The statement in `text`; raises `BadConsent`, or `NewerConsent` for one of a later version."""
    found = read_signed_object(text, PEERLOG)
    if found.keys() - {"replaces"} != _NAMES:
        raise BadConsent("it lacks something, or says something that its version does not know")
    members = _members(found["members"])
    about = found["text"]
    if not isinstance(about, dict) or about.keys() != {"bytes", "sha256"}:
        raise BadConsent("it does not say of which text it speaks")
    kind = found["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadConsent("it is about something that its version does not know")
    replaces = found.get("replaces")
    return ConsentStatement(
        text,
        _like(_SPACE, found["space"], "space"),
        _line(found["circle"], "circle"),
        members,
        _like(_HEX, found["document"], "document"),
        kind,
        _number(found["number"], "number"),
        _number(found["revision"], "revision"),
        _line(found["title"], "title"),
        _line(found["purpose"], "purpose"),
        _release(found["for"]),
        read_day(found["answer_by"]),
        _stamp(found["at"]),
        _number(about["bytes"], "bytes"),
        bytes.fromhex(_like(_HEX, about["sha256"], "sha256")),
        bytes.fromhex(_like(_HEX, replaces, "replaces")) if "replaces" in found else None,
    )


def read_signed_object(text: bytes, what: str) -> dict[str, Any]:
    """The object in a text under the namespace of consent, which says that it is `what`; raises `BadConsent`."""
    try:
        found = parse_object(text, STATEMENT_BYTES)
    except BadText as error:
        raise BadConsent(str(error)) from error
    if found.get("peerlog") != what:
        raise BadConsent("it is something else")
    version = found.get("v")
    if type(version) is not int or version < 1:
        raise BadConsent("it does not say which version it is")
    if version > VERSION:
        raise NewerConsent("it was written by a later version")
    said = text.decode()
    if clean_text(said) != said:
        raise BadConsent("it holds characters that cannot be shown")
    return found


def _members(found: object) -> tuple[Signer, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= MOST_MEMBERS:
        raise BadConsent(f"it does not name from one to {MOST_MEMBERS} members")
    members = tuple(_signer(each) for each in found)
    keys = [key for each in members for key in each.keys]
    if len({each.member for each in members}) < len(members) or len(set(keys)) < len(keys):
        raise BadConsent("it names a member or a key twice")
    if len({each.name.casefold() for each in members}) < len(members):
        raise BadConsent("two of its members have one name")
    return members


def _signer(found: object) -> Signer:
    if not isinstance(found, dict) or found.keys() != {"name", "member", "keys"}:
        raise BadConsent("a member is a name, an id and keys")
    keys = found["keys"]
    if not isinstance(keys, list) or not 1 <= len(keys) <= MOST_KEYS:
        raise BadConsent("a member has no keys, or too many")
    return Signer(
        _line(found["name"], "name"), _like(_MEMBER, found["member"], "member"), tuple(read_key(each) for each in keys)
    )


def read_key(found: object) -> bytes:
    """An Ed25519 key in base64, 32 bytes; raises `BadConsent`."""
    try:
        return require_key(unb64(str(found), 32))
    except (UnfitKey, ValueError) as error:
        raise BadConsent("a key in it is none") from error


def first_key_of(signer: Signer) -> bytes | None:
    """The key that the member id stands for, where it is still among the keys."""
    return next((key for key in signer.keys if member_id(key) == signer.member), None)


def _release(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= MOST_RELEASED:
        raise BadConsent("it does not say who may have the text")
    return tuple(_line(each, "for") for each in found)


def _line(found: object, name: str) -> str:
    if not isinstance(found, str) or not found or clean_line(found) != found:
        raise BadConsent(f"its “{name}” is not one line of text")
    if len(found) > MOST_LINE:
        raise BadConsent(f"its “{name}” is longer than {MOST_LINE} characters")
    return found


def _number(found: object, name: str) -> int:
    if type(found) is not int or not 1 <= found <= MOST_INTEGER:
        raise BadConsent(f"its “{name}” is not a whole number from 1")
    return found


def _like(pattern: re.Pattern[str], found: object, name: str) -> str:
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise BadConsent(f"its “{name}” is not one")
    return found


def read_day(found: object) -> date:
    """The day by which to answer; raises `BadConsent`."""
    try:
        day = date.fromisoformat(str(found))
    except ValueError as error:
        raise BadConsent("its “answer_by” is not a day") from error
    if day.isoformat() != found:
        raise BadConsent("its “answer_by” is not a day")
    return day


def _stamp(found: object) -> str:
    try:
        return read_stamp(found)
    except ValueError as error:
        raise BadConsent("its “at” is not a UTC stamp") from error
