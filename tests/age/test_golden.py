"""Files written by the first release: they open for ever, and the same randomness writes the same bytes."""

from __future__ import annotations

import hashlib
import secrets
from itertools import count
from pathlib import Path

import pytest

from peerlog.age import (
    HybridIdentity,
    Identity,
    Recipient,
    ScryptIdentity,
    ScryptRecipient,
    X25519Identity,
    armored,
    decrypt,
    encrypt,
    parse_identity,
    parse_recipient,
    read_header,
)

GOLDEN = Path(__file__).parent / "golden"
PLAINTEXT = "Ask before advising. Naïve? Peut-être.\n".encode() * 3
PASSPHRASE = "correct horse battery staple anew"

# `age -d -i identities.txt` reads this file too, from age 1.3 on.
CLASSIC, HYBRID = (
    parse_identity(line)
    for line in (GOLDEN / "identities.txt").read_text(encoding="ascii").splitlines()
    if not line.startswith("#")
)

OPENED_BY: dict[str, Identity] = {
    "x25519.age": CLASSIC,
    "x25519-armored.age": CLASSIC,
    "scrypt.age": ScryptIdentity(PASSPHRASE),
    "hybrid.age": HYBRID,
}
WRITTEN_FOR: dict[str, Recipient] = {
    "x25519.age": CLASSIC.recipient,
    "x25519-armored.age": CLASSIC.recipient,
    "scrypt.age": ScryptRecipient(PASSPHRASE, 12),
}


def test_the_keys() -> None:
    assert isinstance(CLASSIC, X25519Identity)
    assert isinstance(HYBRID, HybridIdentity)
    lines = (GOLDEN / "recipients.txt").read_text(encoding="ascii").splitlines()
    assert [parse_recipient(line) for line in lines] == [CLASSIC.recipient, HYBRID.recipient]
    assert lines == [str(CLASSIC.recipient), str(HYBRID.recipient)]


def test_every_golden_file_is_tested() -> None:
    assert {path.name for path in GOLDEN.glob("*.age")} == set(OPENED_BY)


@pytest.mark.parametrize("name", OPENED_BY)
def test_opens(name: str) -> None:
    assert decrypt([OPENED_BY[name]], (GOLDEN / name).read_bytes()) == PLAINTEXT


@pytest.mark.parametrize("name", WRITTEN_FOR)
def test_is_written_again(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = count()
    monkeypatch.setattr(
        secrets, "token_bytes", lambda size: hashlib.shake_256(next(numbers).to_bytes(4, "big")).digest(size)
    )
    file = encrypt([WRITTEN_FOR[name]], [PLAINTEXT])
    assert b"".join(armored(file) if "armored" in name else file) == (GOLDEN / name).read_bytes()


def test_the_shape_of_a_hybrid_file() -> None:
    """Its bytes cannot be written again: the key encapsulation draws its own randomness."""
    (stanza,) = read_header((GOLDEN / "hybrid.age").read_bytes()).stanzas
    assert [len(argument) for argument in stanza.arguments] == [len("mlkem768x25519"), 1494]
    assert len(stanza.body) == 32
