"""The file that comes back: what was signed in one line of JSON, and the signature in a second."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from ...crypto import sshsig
from ...domain.countersigning import DETAILS, MEANINGS, missing_details
from ...history.encoding import b64, unb64
from ...history.stamp import read_stamp
from ...history.strict_json import parse_object
from ..statement import STATEMENT_BYTES, BadConsent, content_of, read_key, read_signed_object
from .request import Request, line_of

PEERLOG = "countersignature"
FILE_BYTES = STATEMENT_BYTES + 1024
_HEX = re.compile("[0-9a-f]{64}")
_NAMES = frozenset(
    {"peerlog", "v", "request", "meaning", "sentence", "asked_by", "title", "text", "signer", "contact", "key", "at"}
)


@dataclass(frozen=True)
class Countersignature:
    """What somebody signed of one item (`text` are the signed bytes), with their key (32 bytes) and signature (64).

    `request` is the digest of the request that it answers, `digest` that of the item's text, 32 bytes each. `signer`
    are the details that they gave, by the names in `DETAILS`; `contact` says that they may be asked about it.
    """

    text: bytes
    signature: bytes
    request: bytes
    meaning: str
    asked_by: str
    title: str
    digest: bytes
    signer: Mapping[str, str]
    contact: bool
    key: bytes
    at: str

    @property
    def name(self) -> str:
        """Who signed, as they say."""
        return self.signer["name"]

    def fits(self) -> bool:
        """Whether the signature is good."""
        return sshsig.verify(self.key, sshsig.CONSENT, self.text, self.signature)

    def fault_as_answer(self, request: Request) -> str:
        """Why this is not what was asked for, as a sentence without its end; empty where it is."""
        if self.request != request.digest:
            return "it answers another request"
        if self.meaning != request.meaning:
            return "it means something else than what you asked for"
        if self.digest != sha256(content_of(request.text)).digest():
            return "it was signed for another text"
        if (self.asked_by, self.title) != (request.asked_by, request.title):
            return "it names another item, or somebody else who asked"
        if missing := missing_details(request.details, self.signer):
            return f"it does not say what you asked for: {', '.join(each.label.lower() for each in missing)}"
        return ""

    @property
    def file(self) -> bytes:
        """The whole file."""
        return self.text + b"\n" + _signature_line(self.signature)


def what_to_sign(request: Request, signer: Mapping[str, str], *, contact: bool, key: bytes, at: str) -> bytes:
    """The bytes to sign with the private half of `key`; raises `BadConsent` where a detail is missing or unfit."""
    content = content_of(request.text)
    said = {
        "peerlog": PEERLOG,
        "v": 1,
        "request": request.digest.hex(),
        "meaning": request.meaning,
        "sentence": MEANINGS[request.meaning].sentence,
        "asked_by": request.asked_by,
        "title": request.title,
        "text": {"bytes": len(content), "sha256": sha256(content).hexdigest()},
        "signer": {name: signer[name] for name in DETAILS if signer.get(name)},
        "contact": contact,
        "key": b64(key),
        "at": at,
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    _read(text, b"\0" * 64)
    return text


def countersigned(text: bytes, signature: bytes) -> Countersignature:
    """What `what_to_sign` gave, with its signature; raises `BadConsent` where that is not good."""
    found = _read(text, signature)
    if not found.fits():
        raise BadConsent("its signature is not good")
    return found


def is_countersignature(file: bytes) -> bool:
    """Whether a file begins as a countersignature does, whatever its version."""
    return file.startswith(b'{"peerlog":"countersignature"')


def read_countersignature(file: bytes) -> Countersignature:
    """The countersignature in a file, whose signature is good; raises `BadConsent`, or `NewerConsent`."""
    if len(file) > FILE_BYTES:
        raise BadConsent(f"it has more than {FILE_BYTES >> 10} KiB")
    text, _, rest = file.partition(b"\n")
    try:
        found = parse_object(rest.removesuffix(b"\n"), 1024)
        signature = unb64(str(found.get("signature")), 64)
        if _signature_line(signature) != rest:
            raise ValueError("there is one way to write a signature")
    except ValueError as error:
        raise BadConsent("its signature is none") from error
    return countersigned(text, signature)


def _signature_line(signature: bytes) -> bytes:
    return json.dumps({"signature": b64(signature)}).encode("ascii") + b"\n"


def _read(text: bytes, signature: bytes) -> Countersignature:
    found = read_signed_object(text, PEERLOG)
    about, signer = found.get("text"), found.get("signer")
    if found.keys() != _NAMES or not isinstance(about, dict) or about.keys() != {"bytes", "sha256"}:
        raise BadConsent("it lacks something, or says something that its version does not know")
    meaning = MEANINGS.get(found["meaning"]) if isinstance(found["meaning"], str) else None
    if meaning is None or found["sentence"] != meaning.sentence:
        raise BadConsent("it means something that its version does not know")
    if not isinstance(signer, dict) or list(signer) != [name for name in DETAILS if name in signer]:
        raise BadConsent("it says something about who signed that its version does not know")
    given = {name: line_of(value, name) for name, value in signer.items()}
    if missing := missing_details(meaning.needs, given):
        needed = ", ".join(each.label.lower() for each in missing)
        raise BadConsent(f"it does not give what this signature needs: {needed}")
    if type(found["contact"]) is not bool:
        raise BadConsent("it does not say whether who signed may be asked about it")
    if not all(isinstance(each, str) and _HEX.fullmatch(each) for each in (found["request"], about["sha256"])):
        raise BadConsent("it does not say what it was signed for")
    try:
        at = read_stamp(found["at"])
    except ValueError as error:
        raise BadConsent("its “at” is not a UTC stamp") from error
    return Countersignature(
        text,
        signature,
        bytes.fromhex(found["request"]),
        meaning.name,
        line_of(found["asked_by"], "asked_by"),
        line_of(found["title"], "title"),
        bytes.fromhex(about["sha256"]),
        given,
        found["contact"],
        read_key(found["key"]),
        at,
    )
