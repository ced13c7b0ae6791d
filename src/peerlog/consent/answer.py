"""What somebody signs who does not agree to a text, or takes back that others may have it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

from ..history.stamp import read_stamp
from .statement import VERSION, BadConsent, read_signed_object

PEERLOG = "answer"
Says = Literal["decline", "withdraw"]

_HEX = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Answer:
    """An answer as it was signed (`text`): which statement (its id, 32 bytes) it is about, and what it says.

    `decline`: no, to this version. `withdraw`: after it was agreed, nothing more of it is to leave; it stays agreed.
    """

    text: bytes
    statement: bytes
    says: Says
    at: str


def write_answer(statement: bytes, says: Says, at: str) -> Answer:
    """The answer to sign about the statement with this id."""
    said = {"peerlog": PEERLOG, "v": VERSION, "statement": statement.hex(), "says": says, "at": at}
    return read_answer(json.dumps(said, separators=(",", ":")).encode())


def read_answer(text: bytes) -> Answer:
    """The answer in `text`; raises `BadConsent`, or `NewerConsent` for one of a later version."""
    found = read_signed_object(text, PEERLOG)
    if found.keys() != {"peerlog", "v", "statement", "says", "at"}:
        raise BadConsent("it lacks something, or says something that its version does not know")
    statement, says = found["statement"], found["says"]
    if not isinstance(statement, str) or not _HEX.fullmatch(statement):
        raise BadConsent("it does not say what it answers")
    if says not in ("decline", "withdraw"):
        raise BadConsent("it says neither yes nor no")
    try:
        return Answer(text, bytes.fromhex(statement), says, read_stamp(found["at"]))
    except ValueError as error:
        raise BadConsent("its “at” is not a UTC stamp") from error
