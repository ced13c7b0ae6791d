"""The bytes of vault.json: one spelling, and everything else is damage, a newer format or a refusal."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.keyfile.examples import FIRST, GOLDEN, SECOND, VAULT, VAULT_KEY, WORDS, members, signed, slot

from peerlog.crypto import slots
from peerlog.crypto.argon import CEILING, FLOOR, Argon2Cost
from peerlog.crypto.recovery import parse_recovery_key
from peerlog.crypto.slots import Slot
from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.vault import keyfile
from peerlog.vault.keyfile import KeyFile


def test_the_golden_file_opens_for_ever() -> None:
    kept = KeyFile.parse(GOLDEN)
    assert kept.to_bytes() == GOLDEN
    assert (kept.vault_id, kept.generation) == (VAULT, 1)
    passphrase, recovery, keyring = kept.slot("passphrase"), kept.slot("recovery"), kept.slot("keyring")
    assert passphrase is not None
    assert recovery is not None
    assert keyring is not None
    typed = "gr\u00fc\u00dfe \ufb01ne \uff12"
    assert slots.open_with_passphrase(passphrase, typed, VAULT) == VAULT_KEY
    assert slots.open_with_recovery(recovery, parse_recovery_key(WORDS).secret, VAULT) == VAULT_KEY
    assert slots.open_with_keyring(keyring, bytes(range(200, 232)), VAULT) == VAULT_KEY


def test_every_changed_byte_is_damage() -> None:
    for place in range(len(GOLDEN)):
        for mask in (0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF):
            changed = GOLDEN[:place] + bytes([GOLDEN[place] ^ mask]) + GOLDEN[place + 1 :]
            with pytest.raises(Damaged):
                KeyFile.parse(changed)


def test_every_shorter_file_is_damage() -> None:
    for length in range(len(GOLDEN)):
        with pytest.raises(Damaged):
            KeyFile.parse(GOLDEN[:length])


def test_every_lost_or_doubled_byte_is_damage() -> None:
    for place in range(len(GOLDEN)):
        for changed in (
            GOLDEN[:place] + GOLDEN[place + 1 :],
            GOLDEN[: place + 1] + GOLDEN[place:],
            GOLDEN[:place] + b" " + GOLDEN[place:],
        ):
            if changed != GOLDEN:
                with pytest.raises(Damaged):
                    KeyFile.parse(changed)


byte_strings = [st.binary(min_size=size, max_size=size) for size in (16, 32, 12, 48)]
costs = st.builds(
    Argon2Cost,
    st.integers(FLOOR.memory_kib, CEILING.memory_kib),
    st.integers(FLOOR.passes, CEILING.passes),
    st.integers(FLOOR.lanes, CEILING.lanes),
)
any_slot = st.builds(Slot, st.just("passphrase"), *byte_strings, costs) | st.builds(
    Slot, st.sampled_from(["recovery", "keyring"]), *byte_strings
)
key_files = st.builds(
    KeyFile,
    st.text("0123456789abcdef", min_size=32, max_size=32),
    st.integers(1, 10**9),
    st.lists(any_slot, min_size=1, max_size=3, unique_by=lambda slot: slot.type).map(tuple),
)


@given(key_files)
def test_what_is_written_is_read(kept: KeyFile) -> None:
    assert KeyFile.parse(kept.to_bytes()) == kept


@given(st.binary(max_size=300))
def test_noise_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        KeyFile.parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b"[" * 30_000 + b"]" * 30_000,
        b"1" * 60_000,
        b" " * 65_537,
        b'{"version":1e999}',
        b'{"version":NaN}',
        b"null",
        b"[]",
        b"",
        FIRST.to_bytes().replace(b'"version":1', b'"version":1,"version":1'),
        FIRST.to_bytes().replace(b"{", b'{"generation":1,', 1),
        FIRST.to_bytes() * 2,
        b"\xef\xbb\xbf" + FIRST.to_bytes(),
        FIRST.to_bytes().decode().encode("utf-16"),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_hostile_json_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        KeyFile.parse(data)


@pytest.mark.parametrize(
    "changed",
    [
        members(format="peerlog bundle"),
        members(version=0),
        members(version=True),
        members(version="1"),
        members(version=10**4000),
        members(vault="AB" * 16),
        members(vault="ab" * 15),
        members(vault=7),
        members(generation=0),
        members(generation=-1),
        members(generation=True),
        members(generation=10**10),
        members(generation="1"),
        members(slots=[]),
        members(slots={}),
        members(slots=[slot("recovery").to_json(), slot("recovery", 1).to_json()]),
        members(slots=[None]),
        members(extra=1),
        {name: value for name, value in members().items() if name != "vault"},
    ],
    ids=lambda changed: str(changed)[:0],
)
def test_a_wrong_shape_is_damage_even_with_a_checksum_that_fits(changed: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        KeyFile.parse(signed(changed))


def test_another_spelling_of_the_same_values_is_damage() -> None:
    with pytest.raises(Damaged):
        KeyFile.parse(json.dumps(members(), indent=1).encode())


def test_a_newer_version_is_named() -> None:
    with pytest.raises(NewerFormat, match=r"format 2; this one reads 1"):
        KeyFile.parse(signed({**members(version=2), "lattice": {"n": 768}}))


def test_a_newer_version_that_is_damaged_is_damage() -> None:
    with pytest.raises(Damaged):
        KeyFile.parse(FIRST.to_bytes().replace(b'"version":1', b'"version":2'))


def test_a_member_given_twice_is_damage_in_any_version() -> None:
    newer = signed(members(version=2))
    with pytest.raises(Damaged):
        KeyFile.parse(newer.replace(b'"version":2', b'"version":3,"version":2'))


def test_an_unknown_type_of_slot_is_named() -> None:
    with pytest.raises(NewerFormat, match='"passkey"'):
        KeyFile.parse(signed(members(slots=[{"type": "passkey"}])))


def test_a_passphrase_made_cheaper_to_guess_is_refused_and_is_no_damage() -> None:
    weak = replace(slot("passphrase"), cost=replace(FLOOR, memory_kib=1024)).to_json()
    with pytest.raises(Refused, match="weaker protection"):
        KeyFile.parse(signed(members(slots=[weak])))


def test_slots_are_found_added_replaced_and_removed() -> None:
    assert FIRST.slot("recovery") == slot("recovery")
    assert FIRST.slot("keyring") is None
    added = FIRST.with_slot(slot("keyring"))
    assert [kept.type for kept in added.slots] == ["passphrase", "recovery", "keyring"]
    assert FIRST.with_slot(slot("passphrase", 7)) == SECOND
    assert added.without_slot("keyring") == FIRST
    with pytest.raises(ValueError, match="key file"):
        FIRST.without_slot("passphrase").without_slot("recovery")


def test_vault_ids_are_random() -> None:
    ids = {keyfile.new_vault_id() for _ in range(20)}
    assert len(ids) == 20
    assert all(KeyFile(vault_id, 1, FIRST.slots) for vault_id in ids)
