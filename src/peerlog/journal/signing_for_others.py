"""Signing one item for somebody else, with no journal of one's own: reading what they ask, and what goes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.countersigning import DETAILS, MEANINGS, Meaning, missing_details
from ..domain.moment import utc_stamp
from ..domain.problem import Problem
from ..domain.text import clean_line
from ..errors import Damaged, NewerFormat, Refused

if TYPE_CHECKING:
    from ..consent.countersigning.request import Request

_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class AskedToSign:
    """What a file asks for: exactly `text`, in the sense of `meaning`, for `asked_by`."""

    meaning: Meaning
    asked_by: str
    to: str
    title: str
    text: str
    answer_by: date | None
    request: Request = field(repr=False, compare=False)


def read_request_file(path: Path) -> AskedToSign:
    """What is asked in a file. Raises `Refused` for another file, `Damaged` for one that was changed on the way."""
    from ..consent.countersigning.countersignature import is_countersignature
    from ..consent.countersigning.request import is_request, read_request
    from ..consent.statement import BadConsent, NewerConsent

    file = read_small_file(path)
    if is_countersignature(file):
        raise Refused("This has been signed already: it is what goes back.", "Send it to whoever asked for it.")
    if not is_request(file):
        raise Refused(
            f"{path.name} asks for no signature.", "Name the file that you were sent, to the end of its name."
        )
    try:
        found = read_request(file)
    except NewerConsent:
        raise NewerFormat("This was written by a later version of peerlog.", "Install a newer one.") from None
    except BadConsent as error:
        raise Damaged(f"This cannot be signed: {error}.", "Ask for the file once more.") from error
    return AskedToSign(
        MEANINGS[found.meaning], found.asked_by, found.to, found.title, found.text, found.answer_by, found
    )


def clean_details(meaning: Meaning, given: Mapping[str, str]) -> dict[str, str]:
    """What somebody says of themselves, as it is signed; raises `Problem` naming the first detail that is missing."""
    cleaned = {name: said for name in DETAILS if (said := clean_line(given.get(name, "")))}
    if missing := missing_details(meaning, cleaned):
        raise Problem(f"This signature needs more: {missing[0].label.lower()}.", "It is what such a record asks for.")
    if long := next((DETAILS[name].label for name, said in cleaned.items() if len(said) > 500), ""):
        raise Problem(f"“{long}” has more than 500 characters.", "Shorten it.")
    return cleaned


def sign_for(asked: AskedToSign, details: Mapping[str, str], *, contact: bool, ssh_key: Path | None = None) -> bytes:
    """The file that goes back, signed with a key made for this alone, or with one's own SSH key of the type Ed25519.

    Raises `Problem` for missing details, `Refused` for an SSH key that cannot be used.
    """
    import secrets

    from ..consent.countersigning.countersignature import countersigned, what_to_sign
    from ..crypto import sshsig
    from ..crypto.device_keys import public_key
    from .ssh_signing import public_of, sign_with_ssh

    said = clean_details(asked.meaning, details)
    at = utc_stamp(datetime.now(UTC))
    if ssh_key is not None:
        key = public_of(ssh_key)
        text = what_to_sign(asked.request, said, contact=contact, key=key, at=at)
        signature = sign_with_ssh(ssh_key, key, text)
    else:
        seed = secrets.token_bytes(32)
        key = public_key(seed)
        text = what_to_sign(asked.request, said, contact=contact, key=key, at=at)
        signature = sshsig.sign(seed, sshsig.CONSENT, text)
    return countersigned(text, signature).file


def read_small_file(path: Path) -> bytes:
    """A regular file of at most 1 MiB; raises `Refused`."""
    import os
    import stat

    from ..vault.files import explained

    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with explained(path):
        descriptor = os.open(path, flags)
        with open(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise Refused(f"{path.name or path} is not a file.", "Name the very file, to the end of its name.")
            if found.st_size > _LARGEST:
                raise Refused(f"{path.name} is larger than such a file can be.", "Nothing of it was read.")
            return file.read(_LARGEST)
