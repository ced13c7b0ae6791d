"""Files that only somebody who knows the format makes: each flaw by itself, everything else as it must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from tests.age.sinks import refusal

from peerlog.age import (
    AgeError,
    HeaderError,
    HybridIdentity,
    Identity,
    NoMatch,
    PayloadError,
    ScryptIdentity,
    ScryptRecipient,
    Stanza,
    X25519Identity,
    decrypt,
)
from peerlog.age.header import VERSION_LINE, decode_base64, encode_base64, write_header
from peerlog.age.keywrap import derive_key
from peerlog.age.stream import CHUNK, seal

FILE_KEY = b"0123456789abcdef"
CLASSIC = X25519Identity(b"c" * 32)
HYBRID = HybridIdentity(b"h" * 32)
PASSPHRASE = ScryptIdentity("open sesame")
FOR_CLASSIC = CLASSIC.recipient.wrap(FILE_KEY)
FOR_HYBRID = HYBRID.recipient.wrap(FILE_KEY)
FOR_PASSPHRASE = ScryptRecipient("open sesame", 3).wrap(FILE_KEY)
EVERYBODY: list[Identity] = [CLASSIC, HYBRID, PASSPHRASE]


def file_with(stanzas: Sequence[Stanza]) -> bytes:
    return write_header(stanzas, FILE_KEY) + b"".join(seal(FILE_KEY, [b"text"]))


def file_of_chunks(chunks: Iterable[tuple[int, int, bytes]]) -> bytes:
    """A file whose chunks have these numbers, these marks of the last chunk, these contents."""
    nonce = bytes(16)
    cipher = ChaCha20Poly1305(derive_key(FILE_KEY, salt=nonce, info=b"payload"))
    sealed = [cipher.encrypt(number.to_bytes(11, "big") + bytes([mark]), data, None) for number, mark, data in chunks]
    return write_header([FOR_CLASSIC], FILE_KEY) + nonce + b"".join(sealed)


def test_without_a_flaw() -> None:
    for stanzas in ([FOR_CLASSIC], [FOR_HYBRID], [FOR_PASSPHRASE]):
        assert decrypt(EVERYBODY, file_with(stanzas)) == b"text"
    assert decrypt([CLASSIC], file_of_chunks([(0, 0, bytes(CHUNK)), (1, 1, b"text")])) == bytes(CHUNK) + b"text"


def test_others_stanzas_are_passed_over() -> None:
    others = [Stanza(("example.com/enigma", "~!@#"), b""), Stanza(("mlkem768p256tag",), bytes(48))]
    assert decrypt([CLASSIC], file_with([*others, FOR_CLASSIC, *others])) == b"text"
    assert refusal(file_with(others), EVERYBODY) is NoMatch


def test_classic_beside_hybrid_opens() -> None:
    for identity in (CLASSIC, HYBRID):
        assert decrypt([identity], file_with([FOR_CLASSIC, FOR_HYBRID])) == b"text"


@pytest.mark.parametrize("beside", [FOR_CLASSIC, FOR_HYBRID, FOR_PASSPHRASE, Stanza(("other",), b"")])
@pytest.mark.parametrize("identity", EVERYBODY, ids=["classic", "hybrid", "passphrase"])
def test_a_passphrase_beside_anything(beside: Stanza, identity: Identity) -> None:
    assert refusal(file_with([FOR_PASSPHRASE, beside]), [identity]) is HeaderError
    assert refusal(file_with([beside, FOR_PASSPHRASE]), [identity]) is HeaderError


@pytest.mark.parametrize(
    "stanza",
    [
        CLASSIC.recipient.wrap(FILE_KEY + b"x"),
        HYBRID.recipient.wrap(FILE_KEY + b"x"),
        ScryptRecipient("open sesame", 3).wrap(FILE_KEY + b"x"),
        Stanza(FOR_CLASSIC.arguments[:1], FOR_CLASSIC.body),
        Stanza((*FOR_CLASSIC.arguments, "more"), FOR_CLASSIC.body),
        Stanza((*FOR_HYBRID.arguments, "more"), FOR_HYBRID.body),
        Stanza((*FOR_PASSPHRASE.arguments, "more"), FOR_PASSPHRASE.body),
        Stanza(("X25519", encode_base64(bytes(32))), FOR_CLASSIC.body),
        Stanza(("X25519", encode_base64(bytes(31))), FOR_CLASSIC.body),
        Stanza(("X25519", FOR_HYBRID.arguments[1]), FOR_CLASSIC.body),
        Stanza(
            ("mlkem768x25519", encode_base64(decode_base64(FOR_HYBRID.arguments[1])[:1088] + bytes(32))),
            FOR_HYBRID.body,
        ),
        Stanza(("mlkem768x25519", FOR_CLASSIC.arguments[1]), FOR_HYBRID.body),
        Stanza(("scrypt", encode_base64(bytes(15)), "3"), FOR_PASSPHRASE.body),
        *(
            Stanza(("scrypt", encode_base64(bytes(16)), number), FOR_PASSPHRASE.body)
            for number in ("0", "03", "+3", "-3", "3.", "0x3", "3e1", "21", "9" * 5000)
        ),
    ],
)
def test_malformed_stanzas(stanza: Stanza) -> None:
    assert refusal(file_with([stanza]), EVERYBODY) is HeaderError


def test_a_stanza_for_somebody_else_before_mine() -> None:
    for kind, identity in ((X25519Identity, CLASSIC), (HybridIdentity, HYBRID)):
        other = kind(b"o" * 32).recipient.wrap(FILE_KEY)
        assert decrypt([identity], file_with([other, identity.recipient.wrap(FILE_KEY)])) == b"text"


@pytest.mark.parametrize(
    "chunks",
    [
        [],
        [(0, 0, b"text")],
        [(1, 1, b"text")],
        [(0, 2, b"text")],
        [(0, 0, bytes(CHUNK)), (1, 1, b"")],
        [(0, 0, bytes(CHUNK)), (0, 1, b"text")],
        [(0, 0, bytes(CHUNK)), (2, 1, b"text")],
        [(0, 1, bytes(CHUNK)), (1, 1, b"text")],
        [(0, 0, bytes(CHUNK)), (1, 0, b"text")],
        [(0, 0, bytes(CHUNK - 1)), (1, 1, b"text")],
        [(0, 0, b""), (1, 1, b"text")],
        [(0, 1, b"text"), (0, 1, b"text")],
        [(0, 1, b""), (0, 1, b"")],
    ],
)
def test_payloads_that_do_not_add_up(chunks: list[tuple[int, int, bytes]]) -> None:
    assert refusal(file_of_chunks(chunks), [CLASSIC]) is PayloadError


def test_a_payload_without_a_whole_nonce() -> None:
    header = write_header([FOR_CLASSIC], FILE_KEY)
    assert [refusal(header + bytes(size), [CLASSIC]) for size in range(16)] == [HeaderError] * 16


def test_other_versions() -> None:
    file = file_with([FOR_CLASSIC])
    for version in (b"age-encryption.org/v2\n", b"age-encryption.org/v1.1\n", b"age-encryption.org/v1 \n"):
        assert refusal(file.replace(VERSION_LINE, version), [CLASSIC]) is HeaderError


def test_no_identity() -> None:
    with pytest.raises(AgeError) as caught:
        decrypt([], file_with([FOR_CLASSIC]))
    assert caught.type is NoMatch
