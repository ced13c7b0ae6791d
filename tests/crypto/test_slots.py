"""Slots: each opens with its own secret, and nothing about it can be changed unnoticed."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto import argon, slots
from peerlog.crypto.argon import FLOOR
from peerlog.crypto.slots import Slot
from peerlog.errors import Damaged, NewerFormat, PeerlogError, Refused, WrongPassphrase

VAULT = "ab" * 16
OTHER_VAULT = "cd" * 16
VAULT_KEY = bytes(range(32))
SECRET = bytes(range(64, 96))
PASSPHRASE = "six words that nobody has written"
PARTS = ["salt", "commit", "nonce", "key"]

Seal = Callable[[bytes, bytes, str], Slot]
Open = Callable[[Slot, bytes, str], bytes]
WITHOUT_KDF = pytest.mark.parametrize(
    ("seal", "open_"),
    [
        (slots.seal_with_recovery, slots.open_with_recovery),
        (slots.seal_with_keyring, slots.open_with_keyring),
    ],
    ids=["recovery", "keyring"],
)


@pytest.fixture(scope="module")
def by_passphrase() -> Slot:
    return slots.seal_with_passphrase(VAULT_KEY, PASSPHRASE, VAULT, FLOOR)


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_passphrase_opens_its_slot(by_passphrase: Slot) -> None:
    read_back = Slot.from_json(by_passphrase.to_json())
    assert slots.open_with_passphrase(read_back, PASSPHRASE, VAULT) == VAULT_KEY


def test_another_passphrase_does_not_and_is_told_as_such(by_passphrase: Slot) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        slots.open_with_passphrase(by_passphrase, PASSPHRASE + " ", VAULT)
    assert PASSPHRASE not in str(wrong.value) + wrong.value.hint


def test_the_right_passphrase_on_a_damaged_slot_is_damage(by_passphrase: Slot) -> None:
    with pytest.raises(Damaged):
        slots.open_with_passphrase(replace(by_passphrase, key=flipped(by_passphrase.key, 5)), PASSPHRASE, VAULT)


def test_a_changed_cost_never_opens(by_passphrase: Slot) -> None:
    dearer = replace(by_passphrase, cost=replace(FLOOR, passes=FLOOR.passes + 1))
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(dearer, PASSPHRASE, VAULT)


def test_the_cost_is_authenticated_even_where_the_derived_key_is_right(
    by_passphrase: Slot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert by_passphrase.cost is not None
    right_key = argon.derive(PASSPHRASE, by_passphrase.salt, by_passphrase.cost)
    monkeypatch.setattr(slots, "derive", lambda *_: right_key)
    dearer = replace(by_passphrase, cost=replace(FLOOR, passes=FLOOR.passes + 1))
    with pytest.raises(Damaged):
        slots.open_with_passphrase(dearer, PASSPHRASE, VAULT)


def test_a_cheaper_cost_is_refused_when_sealing() -> None:
    with pytest.raises(Refused):
        slots.seal_with_passphrase(VAULT_KEY, PASSPHRASE, VAULT, replace(FLOOR, passes=1))


@WITHOUT_KDF
@given(vault_key=st.binary(min_size=32, max_size=32), secret=st.binary(min_size=32, max_size=32))
def test_a_secret_opens_its_slot(seal: Seal, open_: Open, vault_key: bytes, secret: bytes) -> None:
    slot = Slot.from_json(seal(vault_key, secret, VAULT).to_json())
    assert open_(slot, secret, VAULT) == vault_key


@WITHOUT_KDF
def test_another_secret_does_not(seal: Seal, open_: Open) -> None:
    slot = seal(VAULT_KEY, SECRET, VAULT)
    for place in range(32):
        with pytest.raises(WrongPassphrase):
            open_(slot, flipped(SECRET, place), VAULT)


@WITHOUT_KDF
@pytest.mark.parametrize(
    ("part", "error"),
    [("salt", WrongPassphrase), ("commit", WrongPassphrase), ("nonce", Damaged), ("key", Damaged)],
)
def test_every_byte_of_a_slot_counts(seal: Seal, open_: Open, part: str, error: type[PeerlogError]) -> None:
    slot = seal(VAULT_KEY, SECRET, VAULT)
    data: bytes = getattr(slot, part)
    for place in range(len(data)):
        changes: dict[str, Any] = {part: flipped(data, place)}
        with pytest.raises(error):
            open_(replace(slot, **changes), SECRET, VAULT)


@WITHOUT_KDF
def test_a_slot_of_another_journal_with_the_same_secret_is_damage(seal: Seal, open_: Open) -> None:
    with pytest.raises(Damaged):
        open_(seal(VAULT_KEY, SECRET, OTHER_VAULT), SECRET, VAULT)


def test_a_slot_does_not_open_as_one_of_another_type() -> None:
    renamed = replace(slots.seal_with_recovery(VAULT_KEY, SECRET, VAULT), type="keyring")
    with pytest.raises(Damaged):
        slots.open_with_keyring(renamed, SECRET, VAULT)
    with pytest.raises(ValueError, match="keyring slot"):
        slots.open_with_recovery(renamed, SECRET, VAULT)
    with pytest.raises(ValueError, match="not a passphrase slot"):
        slots.open_with_passphrase(renamed, PASSPHRASE, VAULT)


@WITHOUT_KDF
@pytest.mark.parametrize("part", PARTS)
def test_no_part_can_be_taken_from_another_slot(seal: Seal, open_: Open, part: str) -> None:
    one, other = seal(VAULT_KEY, SECRET, VAULT), seal(bytes(32), SECRET, VAULT)
    mixed: dict[str, Any] = {part: getattr(other, part)}
    with pytest.raises((Damaged, WrongPassphrase)):
        open_(replace(one, **mixed), SECRET, VAULT)


@WITHOUT_KDF
def test_sealing_twice_shares_nothing(seal: Seal, open_: Open) -> None:
    one, other = seal(VAULT_KEY, SECRET, VAULT), seal(VAULT_KEY, SECRET, VAULT)
    assert all(getattr(one, part) != getattr(other, part) for part in PARTS)


@WITHOUT_KDF
def test_keys_and_secrets_have_32_bytes(seal: Seal, open_: Open) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(VAULT_KEY[:31], SECRET, VAULT)
    with pytest.raises(ValueError, match="32 bytes"):
        seal(VAULT_KEY, SECRET + b"x", VAULT)


def test_json_shape(by_passphrase: Slot) -> None:
    members = by_passphrase.to_json()
    assert set(members) == {"type", "memory_kib", "passes", "lanes", *PARTS}
    assert {name: len(str(members[name])) for name in PARTS} == {"salt": 32, "commit": 64, "nonce": 24, "key": 96}
    assert set(slots.seal_with_keyring(VAULT_KEY, SECRET, VAULT).to_json()) == {"type", *PARTS}


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(name=st.sampled_from(["type", "memory_kib", "passes", "lanes", *PARTS, "other"]), value=JSON_VALUES)
def test_a_slot_with_any_member_replaced_is_refused_or_reads_as_what_it_says(name: str, value: object) -> None:
    good = Slot("passphrase", bytes(16), bytes(32), bytes(12), bytes(48), FLOOR).to_json()
    changed = {**good, name: value}
    try:
        slot = Slot.from_json(changed)
    except PeerlogError:
        return
    assert slot.to_json() == changed
    assert [type(number) for number in slot.to_json().values()] == [type(number) for number in good.values()]


@given(JSON_VALUES)
def test_what_is_no_slot_is_damage_or_a_newer_type(value: object) -> None:
    with pytest.raises((Damaged, NewerFormat)):
        Slot.from_json(value)


@pytest.mark.parametrize("name", ["type", "memory_kib", "passes", "lanes", *PARTS])
def test_every_member_is_required(name: str) -> None:
    members = Slot("passphrase", bytes(16), bytes(32), bytes(12), bytes(48), FLOOR).to_json()
    del members[name]
    with pytest.raises(Damaged):
        Slot.from_json(members)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("salt", "AB" * 16),
        ("salt", "ab" * 15),
        ("salt", " " * 32),
        ("salt", "\u0661" * 32),
        ("passes", True),
        ("passes", "3"),
        ("extra", 1),
        ("type", "\x1b[2J"),
        ("type", "x" * 33),
        ("type", ["passphrase"]),
        ("type", "recovery"),
    ],
)
def test_a_wrong_shape_is_damage(name: str, value: object) -> None:
    members = Slot("passphrase", bytes(16), bytes(32), bytes(12), bytes(48), FLOOR).to_json()
    with pytest.raises(Damaged):
        Slot.from_json({**members, name: value})


def test_an_unknown_type_is_named_as_newer() -> None:
    with pytest.raises(NewerFormat, match=r'"passkey-v2"'):
        Slot.from_json({"type": "passkey-v2", "what": "ever"})


def test_a_cost_below_the_floor_is_refused_when_read() -> None:
    weak = Slot("passphrase", bytes(16), bytes(32), bytes(12), bytes(48), replace(FLOOR, passes=2))
    with pytest.raises(Refused) as refusal:
        Slot.from_json(weak.to_json())
    assert not isinstance(refusal.value, NewerFormat)


def test_the_repr_of_a_slot_shows_nothing_that_is_not_in_the_file() -> None:
    secret = secrets.token_bytes(32)
    slot = slots.seal_with_recovery(VAULT_KEY, secret, VAULT)
    assert {field.name for field in fields(slot)} == {"type", "cost", *PARTS}
    assert repr(secret)[2:-1] not in repr(slot)
