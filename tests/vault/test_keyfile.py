"""vault.json and its copy: damage is never silent, never a wrong passphrase, and a crash leaves a good file."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto import slots
from peerlog.crypto.argon import CEILING, FLOOR, Argon2Cost
from peerlog.crypto.canonical import canonical_json
from peerlog.crypto.recovery import parse_recovery_key
from peerlog.crypto.slots import Slot
from peerlog.errors import Damaged, NewerFormat, Refused
from peerlog.vault import files, keyfile
from peerlog.vault.keyfile import COPY_NAME, NAME, KeyFile

GOLDEN = (Path(__file__).parent.parent / "golden" / "vault_v1.json").read_bytes()
WORDS = (
    "good clinic oil speak note cup random punch hunt logic frame tragic "
    "elder robot target august kidney swim butter woman way dolphin anxiety ladder"
)
VAULT = "00112233445566778899aabbccddeeff"
VAULT_KEY = bytes(range(32))
NAMES = (NAME, COPY_NAME)


def slot(kind: slots.SlotType, filling: int = 0) -> Slot:
    cost = FLOOR if kind == "passphrase" else None
    salt, commit, nonce, key = (bytes([filling]) * size for size in (16, 32, 12, 48))
    return Slot(kind, salt, commit, nonce, key, cost)


FIRST = KeyFile(VAULT, 1, (slot("passphrase"), slot("recovery")))
SECOND = KeyFile(VAULT, 1, (slot("passphrase", 7), slot("recovery")))
NEXT_GENERATION = KeyFile(VAULT, 2, (slot("passphrase", 9), slot("recovery", 9)))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A folder with both files holding FIRST, and the folder of its generation."""
    folder = tmp_path / "journal"
    files.make_private_dir(folder)
    files.make_private_dir(keyfile.generation_dir(folder, 1))
    keyfile.write(folder, FIRST)
    return folder


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)


def signed(members: dict[str, Any]) -> bytes:
    """The bytes of a file with these members and a checksum that fits, as an attacker would write it."""
    rest = {name: value for name, value in members.items() if name != "checksum"}
    return canonical_json({**rest, "checksum": hashlib.sha256(canonical_json(rest)).hexdigest()}) + b"\n"


def members(**changes: object) -> dict[str, Any]:
    return {**json.loads(FIRST.to_bytes()), **changes}


# The format


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


# Reading and writing


def state(journal: Path) -> tuple[KeyFile, bool, bool]:
    kept = keyfile.read(journal)
    return kept, kept.healed_from_copy, kept.copy_outdated


def test_both_files_are_written_privately(journal: Path) -> None:
    assert state(journal) == (FIRST, False, False)
    assert {(journal / name).read_bytes() for name in NAMES} == {FIRST.to_bytes()}
    assert sorted(path.name for path in journal.iterdir()) == ["gen-1", *NAMES]


def broken(path: Path) -> None:
    put(path, path.read_bytes()[:-40])


def emptied(path: Path) -> None:
    put(path, b"")


def grown(path: Path) -> None:
    put(path, path.read_bytes() + b" " * keyfile.LIMIT)


def removed(path: Path) -> None:
    path.unlink()


SPOIL = pytest.mark.parametrize("spoil", [broken, emptied, grown, removed])


@SPOIL
def test_the_copy_stands_in_for_a_spoilt_file(journal: Path, spoil: Callable[[Path], None]) -> None:
    spoil(journal / NAME)
    assert state(journal) == (FIRST, True, False)
    keyfile.write(journal, keyfile.read(journal))
    assert state(journal) == (FIRST, False, False)


@SPOIL
def test_a_spoilt_copy_is_noticed(journal: Path, spoil: Callable[[Path], None]) -> None:
    spoil(journal / COPY_NAME)
    assert state(journal) == (FIRST, False, True)
    keyfile.write(journal, keyfile.read(journal))
    assert state(journal) == (FIRST, False, False)


def test_reading_writes_nothing(journal: Path) -> None:
    broken(journal / NAME)
    before = {path: path.stat().st_mtime_ns for path in journal.iterdir()}
    keyfile.read(journal)
    assert {path: path.stat().st_mtime_ns for path in journal.iterdir()} == before


@pytest.mark.parametrize(
    ("main", "copy", "sentence"),
    [
        (broken, broken, "vault.json is damaged and vault.json.copy is damaged"),
        (broken, removed, "vault.json is damaged and vault.json.copy is missing"),
        (removed, emptied, "vault.json is missing and vault.json.copy is damaged"),
    ],
)
def test_both_spoilt_is_told_by_name_with_what_can_be_done(
    journal: Path, main: Callable[[Path], None], copy: Callable[[Path], None], sentence: str
) -> None:
    main(journal / NAME)
    copy(journal / COPY_NAME)
    with pytest.raises(Damaged, match=sentence) as damage:
        keyfile.read(journal)
    assert "peerlog restore" in damage.value.hint
    assert damage.value.exit_code == 4


def test_no_journal_at_all_is_told_as_that(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Refused, match="There is no journal in") as refusal:
            keyfile.read(folder)
        assert "peerlog init" in refusal.value.hint


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_file_that_is_not_private_is_refused_and_not_taken_for_damage(journal: Path, name: str) -> None:
    (journal / name).chmod(0o644)
    with pytest.raises(Refused, match=f"get at .*{name} "):
        keyfile.read(journal)


def test_a_newer_file_is_not_given_up_for_an_older_copy(journal: Path) -> None:
    put(journal / NAME, signed(members(version=2)))
    with pytest.raises(NewerFormat):
        keyfile.read(journal)


def test_a_newer_copy_of_a_spoilt_file_is_named(journal: Path) -> None:
    put(journal / COPY_NAME, signed(members(version=2)))
    assert state(journal) == (FIRST, False, True)
    broken(journal / NAME)
    with pytest.raises(NewerFormat):
        keyfile.read(journal)


def test_a_copy_whose_generation_is_gone_is_damage(journal: Path) -> None:
    put(journal / NAME, NEXT_GENERATION.to_bytes())
    files.make_private_dir(keyfile.generation_dir(journal, 2))
    keyfile.generation_dir(journal, 1).rmdir()
    assert state(journal) == (NEXT_GENERATION, False, True)
    broken(journal / NAME)
    with pytest.raises(Damaged, match="its copy is from before the last `peerlog rekey`"):
        keyfile.read(journal)


def test_a_copy_whose_generation_is_there_is_used(journal: Path) -> None:
    put(journal / NAME, NEXT_GENERATION.to_bytes())
    files.make_private_dir(keyfile.generation_dir(journal, 2))
    broken(journal / NAME)
    assert state(journal) == (FIRST, True, False)


# Crashes

DYING = """
import os, sys
from pathlib import Path
from peerlog.vault import keyfile

folder, new, deadline = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
calls = 0

def dying(name):
    original = getattr(os, name)
    def call(*args, **kwargs):
        global calls
        calls += 1
        if calls == deadline:
            if name == "write":
                original(args[0], bytes(args[1])[:100])
            os._exit(9)
        return original(*args, **kwargs)
    setattr(os, name, call)

content = keyfile.KeyFile.parse(new)
for name in ("open", "write", "fsync", "replace", "close", "unlink"):
    dying(name)
keyfile.write(folder, content)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="counts POSIX calls")
def test_a_death_at_any_call_leaves_the_old_or_the_new(journal: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_bytes(SECOND.to_bytes())
    source = Path(keyfile.__file__).parents[2]
    seen = []
    for deadline in range(1, 100):
        keyfile.write(journal, FIRST)
        arguments = [sys.executable, "-c", DYING, str(journal), str(new), str(deadline)]
        done = subprocess.run(arguments, cwd=source, check=False)
        assert done.returncode in (0, 9)
        kept, healed, outdated = state(journal)
        assert not healed
        assert outdated == ((journal / COPY_NAME).read_bytes() != kept.to_bytes())
        seen.append((kept == SECOND, outdated))
        broken(journal / NAME)
        copy = keyfile.read(journal)
        assert copy in (FIRST, SECOND)
        assert copy == kept or outdated
        keyfile.write(journal, copy)
        assert sorted(path.name for path in journal.iterdir()) == ["gen-1", *NAMES]
        if done.returncode == 0:
            break
    assert list(dict.fromkeys(seen)) == [(False, False), (True, True), (True, False)]
    assert len(seen) > 10


def test_a_copy_that_cannot_be_written_is_told_and_found_again(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = files.replace_atomically

    def failing(path: Path, data: bytes) -> None:
        if path.name == COPY_NAME:
            raise Refused("There is no space left.")
        original(path, data)

    monkeypatch.setattr(keyfile, "replace_atomically", failing)
    with pytest.raises(Refused, match="no space"):
        keyfile.write(journal, SECOND)
    assert state(journal) == (SECOND, False, True)
