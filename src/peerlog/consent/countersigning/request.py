"""The file that asks somebody to sign one item: a line of JSON, then exactly the text, readable in any editor."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from ...domain.countersigning import DETAILS, MEANINGS
from ...domain.text import clean_line, clean_text
from ...history.stamp import read_stamp
from ..statement import BadConsent, content_of, read_day, read_signed_object

PEERLOG = "request to sign"
REQUEST_BYTES = 300 * 1024
_ID = re.compile("[0-9a-f]{32}")
_MOST_LINE = 500
_NAMES = {"peerlog", "v", "id", "meaning", "details", "asked_by", "to", "title", "answer_by", "at", "text"}


@dataclass(frozen=True)
class Request:
    """A request. `header` is its first line without the newline, `text` the item without its last newline.

    `id` is 32 random hex digits, `details` the names of what who signs is asked to say of themselves. `answer_by` is
    None where no day was named; `to` is empty where nobody was.
    """

    header: bytes
    id: str
    meaning: str
    details: tuple[str, ...]
    asked_by: str
    to: str
    title: str
    answer_by: date | None
    at: str
    text: str

    @property
    def digest(self) -> bytes:
        """What the answer names: SHA-256 of the header, which has that of the text; 32 bytes."""
        return sha256(self.header).digest()

    @property
    def file(self) -> bytes:
        """The whole file."""
        return self.header + b"\n" + content_of(self.text)


def write_request(
    *,
    id_: str,
    meaning: str,
    details: tuple[str, ...],
    asked_by: str,
    to: str,
    title: str,
    answer_by: date | None,
    at: str,
    text: str,
) -> Request:
    """The request for this text; raises `BadConsent` for what nobody could read back."""
    content = content_of(text)
    said = {
        "peerlog": PEERLOG,
        "v": 1,
        "id": id_,
        "meaning": meaning,
        "details": list(details),
        "asked_by": asked_by,
        "to": to,
        "title": title,
        "answer_by": answer_by.isoformat() if answer_by else "",
        "at": at,
        "text": {"bytes": len(content), "sha256": sha256(content).hexdigest()},
    }
    header = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return read_request(header + b"\n" + content)


def is_request(file: bytes) -> bool:
    """Whether a file begins as a request does, whatever its version."""
    return file.startswith(b'{"peerlog":"request to sign"')


def read_request(file: bytes) -> Request:
    """The request in a file; raises `BadConsent`, or `NewerConsent` for one of a later version."""
    if len(file) > REQUEST_BYTES:
        raise BadConsent(f"it has more than {REQUEST_BYTES >> 10} KiB")
    header, _, content = file.partition(b"\n")
    found = read_signed_object(header, PEERLOG)
    about = found.get("text")
    if found.keys() != _NAMES or not isinstance(about, dict) or about.keys() != {"bytes", "sha256"}:
        raise BadConsent("it lacks something, or says something that its version does not know")
    if about["bytes"] != len(content) or about["sha256"] != sha256(content).hexdigest():
        raise BadConsent("its text is not the one that was asked about, so it was changed on the way")
    meaning = found["meaning"]
    if not isinstance(meaning, str) or meaning not in MEANINGS or not _ID.fullmatch(str(found["id"])):
        raise BadConsent("it asks for something that its version does not know")
    try:
        at = read_stamp(found["at"])
    except ValueError as error:
        raise BadConsent("its “at” is not a UTC stamp") from error
    return Request(
        header,
        found["id"],
        meaning,
        _details(found["details"], meaning),
        line_of(found["asked_by"], "asked_by"),
        line_of(found["to"], "to", empty=True),
        line_of(found["title"], "title"),
        None if found["answer_by"] == "" else read_day(found["answer_by"]),
        at,
        _text(content),
    )


def line_of(found: object, name: str, *, empty: bool = False) -> str:
    """One clean line of at most 500 characters; raises `BadConsent`."""
    if not isinstance(found, str) or clean_line(found) != found or len(found) > _MOST_LINE or not (found or empty):
        raise BadConsent(f"its “{name}” is not one line of text")
    return found


def _details(found: Any, meaning: str) -> tuple[str, ...]:
    """Each detail once, in their order, and none left out that the meaning needs."""
    wanted = tuple(name for name in DETAILS if isinstance(found, list) and name in found)
    if list(wanted) != found or not set(MEANINGS[meaning].needs) <= set(wanted):
        raise BadConsent("it does not ask for what this signature needs, or for something that cannot be given")
    return wanted


def _text(content: bytes) -> str:
    """The text without its last newline: clean, with nothing but that after its last word."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise BadConsent("its text is not UTF-8") from error
    if content_of(clean_text(text).rstrip()) != content or not text.strip():
        raise BadConsent("its text holds characters that cannot be shown, or nothing")
    return text[:-1]
