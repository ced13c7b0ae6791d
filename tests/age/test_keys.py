"""Recipients, identities, passphrases: their texts, and what is not one."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.age import (
    HeaderError,
    HybridIdentity,
    HybridRecipient,
    KeyFormatError,
    RecipientError,
    ScryptIdentity,
    ScryptRecipient,
    X25519Identity,
    X25519Recipient,
    bech32,
    encrypt,
    parse_identity,
    parse_recipient,
)
from peerlog.age.scrypt import MAX_WORK_FACTOR

SEEDS = st.binary(min_size=32, max_size=32)
LOW_ORDER = bytes(32)


def test_the_keys_of_the_specification() -> None:
    classic = parse_identity("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
    assert str(classic.recipient) == "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
    hybrid = parse_identity("AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR")
    # The last six characters are a checksum over all the others.
    assert str(hybrid.recipient).startswith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5")
    assert str(hybrid.recipient).endswith("53k2ykx3qheyty7saeq0d3fzv49zc0k")
    assert len(str(hybrid.recipient)) == 1959


@given(SEEDS)
def test_texts_read_back(seed: bytes) -> None:
    for identity in (X25519Identity(seed), HybridIdentity(seed)):
        assert parse_identity(identity.secret_text()) == identity
        assert parse_recipient(str(identity.recipient)) == identity.recipient


def test_generated_identities_differ() -> None:
    for kind in (X25519Identity, HybridIdentity):
        assert kind.generate() != kind.generate()


@given(SEEDS)
def test_nothing_secret_is_shown(seed: bytes) -> None:
    shown = [
        repr(identity) + str(identity)
        for identity in (
            X25519Identity(seed),
            HybridIdentity(seed),
            ScryptIdentity(seed.hex()),
            ScryptRecipient(seed.hex()),
        )
    ]
    for text in shown:
        assert repr(seed) not in text
        assert seed.hex() not in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk",
        "AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ",
        " age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\n",
        bech32.encode("age", bytes(31)),
        bech32.encode("age", b"\x01" * 33),
        bech32.encode("age", LOW_ORDER),
        bech32.encode("age1tag", b"\x02" * 33),
        bech32.encode("age1pq", bytes(1215)),
        bech32.encode("age1pq", bytes(1184) + LOW_ORDER),
        bech32.encode("age1pq", b"\xff" * 1184 + X25519Identity(bytes(32)).recipient.public),
        X25519Identity(bytes(32)).secret_text(),
        "ssh-ed25519 AAAA",
    ],
)
def test_not_a_recipient(text: str) -> None:
    with pytest.raises(KeyFormatError):
        parse_recipient(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        X25519Identity(bytes(32)).secret_text().lower(),
        X25519Identity(bytes(32)).secret_text()[:-1] + "Q",
        bech32.encode("age-secret-key-", bytes(31)).upper(),
        bech32.encode("age-secret-key-pq-", bytes(33)).upper(),
        bech32.encode("age-plugin-", bytes(32)).upper(),
        str(X25519Identity(bytes(32)).recipient),
    ],
)
def test_not_an_identity(text: str) -> None:
    with pytest.raises(KeyFormatError) as caught:
        parse_identity(text)
    assert not text or text not in str(caught.value)


def test_keys_of_another_size() -> None:
    for make in (X25519Identity, HybridIdentity, X25519Recipient, HybridRecipient):
        with pytest.raises(KeyFormatError):
            make(bytes(30))


def test_nothing_is_encrypted_to_a_key_of_low_order() -> None:
    good = HybridIdentity(bytes(32)).recipient.public
    for recipient in (X25519Recipient(LOW_ORDER), HybridRecipient(good[:1184] + LOW_ORDER)):
        with pytest.raises(KeyFormatError):
            encrypt([recipient], [])


@pytest.mark.parametrize("passphrase", ["", "\udc80"])
def test_not_a_passphrase(passphrase: str) -> None:
    with pytest.raises(KeyFormatError):
        ScryptRecipient(passphrase)
    with pytest.raises(KeyFormatError):
        ScryptIdentity(passphrase)


@pytest.mark.parametrize("work_factor", [-1, 0, MAX_WORK_FACTOR + 1])
def test_work_factors_that_are_not_written(work_factor: int) -> None:
    with pytest.raises(KeyFormatError):
        ScryptRecipient("passphrase", work_factor)


def test_the_cost_of_trying_a_passphrase_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    stanza = ScryptRecipient("passphrase", 5).wrap(bytes(16))
    assert ScryptIdentity("passphrase", max_work_factor=5).unwrap(stanza) == bytes(16)
    assert ScryptIdentity("another").unwrap(stanza) is None
    monkeypatch.setattr("peerlog.age.scrypt._wrapping_key", lambda *_: pytest.fail("the passphrase was tried"))
    with pytest.raises(HeaderError, match="cost"):
        ScryptIdentity("passphrase", max_work_factor=4).unwrap(stanza)


CLASSIC = X25519Identity(hashlib.sha256(b"classic").digest()).recipient
HYBRID = HybridIdentity(hashlib.sha256(b"hybrid").digest()).recipient
PASSPHRASE = ScryptRecipient("passphrase", 5)


@pytest.mark.parametrize(
    "recipients",
    [
        [],
        [CLASSIC, HYBRID],
        [HYBRID, HYBRID, CLASSIC],
        [PASSPHRASE, CLASSIC],
        [HYBRID, PASSPHRASE],
        [PASSPHRASE, PASSPHRASE],
    ],
    ids=[
        "nobody",
        "classic and hybrid",
        "one classic",
        "passphrase and classic",
        "hybrid and passphrase",
        "two passphrases",
    ],
)
def test_recipients_that_one_file_may_not_have(
    recipients: list[X25519Recipient | HybridRecipient | ScryptRecipient],
) -> None:
    with pytest.raises(RecipientError):
        encrypt(recipients, [])
