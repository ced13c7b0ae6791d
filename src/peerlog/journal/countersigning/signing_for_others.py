"""Signing one item for somebody else, with no journal of one's own: reading what they ask, and what goes back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.countersigning import DETAILS, MEANINGS, Detail, Meaning, missing_details
from ...domain.field import LONGEST_LINE
from ...domain.moment import utc_stamp
from ...domain.problem import Problem
from ...domain.slug import slug
from ...domain.text import brief, clean_line
from ...errors import Damaged, NewerFormat, Refused
from ..home import expanded

if TYPE_CHECKING:
    from ...consent.countersigning.request import Request
    from ..clock import Clock

LARGEST = 512 * 1024
"""Bytes of a file that are read at most, more than any request or answer has."""


@dataclass(frozen=True, slots=True)
class AskedToSign:
    """What a file asks for: exactly `text`, in the sense of `meaning`, for `asked_by`."""

    meaning: Meaning
    asked_by: str
    to: str
    title: str
    text: str
    answer_by: date | None
    details: tuple[Detail, ...]
    request: Request = field(repr=False, compare=False)

    @property
    def answer_name(self) -> str:
        """What the file that goes back may be called."""
        return f"signed-{slug(self.title, 40) or 'item'}.peerlog"


@dataclass(frozen=True, slots=True)
class SignedForOther:
    """The file that goes back, and the eight words by which its receiver can make sure aloud whose it is."""

    file: bytes
    words: tuple[str, ...]


def read_request_file(path: Path) -> AskedToSign:
    """What is asked in a file. Raises `Refused` for another file, `Damaged` for one that was changed on the way."""
    from ...consent.countersigning.countersignature import is_countersignature
    from ...consent.countersigning.request import is_request, read_request
    from ...consent.statement import BadConsent, NewerConsent

    file = read_signing_file(path)
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
        MEANINGS[found.meaning],
        found.asked_by,
        found.to,
        found.title,
        found.text,
        found.answer_by,
        tuple(DETAILS[name] for name in found.details),
        found,
    )


def clean_details(asked: AskedToSign, given: Mapping[str, str]) -> dict[str, str]:
    """What somebody says of themselves, as it is signed; raises `Problem` naming the first detail that is missing."""
    cleaned = {name: said for name in DETAILS if (said := clean_line(given.get(name, "")))}
    for name, said in cleaned.items():
        require_detail(DETAILS[name], said)
    if missing := missing_details([each.name for each in asked.details], cleaned):
        raise Problem(f"This signature needs more: {missing[0].label.lower()}.", "It is what such a record asks for.")
    return cleaned


def require_detail(detail: Detail, said: str) -> None:
    """Raise `Problem` for a line that cannot be this detail."""
    if len(said) > LONGEST_LINE:
        raise Problem(f"“{detail.label}” has {len(said)} characters; one line holds up to {LONGEST_LINE}.")
    if detail.name == "email" and not ("@" in said.strip("@") and " " not in said):
        raise Problem(f"“{brief(said)}” is not an e-mail address.", "Write it as name@example.org.")


def sign_for(
    asked: AskedToSign, details: Mapping[str, str], clock: Clock, *, contact: bool, ssh_key: Path | None = None
) -> SignedForOther:
    """Sign with a key made for this alone and kept nowhere, or with one's own SSH key of the type Ed25519.

    Raises `Problem` for missing details, `Refused` for an SSH key that cannot be used.
    """
    import secrets

    from ...consent.countersigning.countersignature import countersigned, what_to_sign
    from ...consent.countersigning.key_words import key_words
    from ...crypto import sshsig
    from ...crypto.device_keys import public_key
    from .ssh_signing import public_of, sign_with_ssh

    said = clean_details(asked, details)
    at = utc_stamp(clock.now())
    if ssh_key is not None:
        ssh_key = expanded(ssh_key)
        key = public_of(ssh_key)
        text = what_to_sign(asked.request, said, contact=contact, key=key, at=at)
        signature = sign_with_ssh(ssh_key, key, text)
    else:
        seed = secrets.token_bytes(32)
        key = public_key(seed)
        text = what_to_sign(asked.request, said, contact=contact, key=key, at=at)
        signature = sshsig.sign(seed, sshsig.CONSENT, text)
    return SignedForOther(countersigned(text, signature).file, key_words(text))


def read_signing_file(path: Path) -> bytes:
    """A plain file of at most `LARGEST` bytes; raises `Refused`."""
    from ...importing.files import read_whole

    return read_whole(expanded(path), LARGEST)


def write_answer(signed: SignedForOther, target: Path) -> Path:
    """Write the file that goes back, for its owner alone; where it is. Raises `Refused` for a place that is taken."""
    from ...vault.files import create_new
    from ..exporting import require_text

    target = expanded(target).absolute()
    require_text(target)
    if os.path.lexists(target):
        raise Refused(f"{target} is there already, and was not touched.", "Choose another name with -o.")
    create_new(target, signed.file)
    return target
