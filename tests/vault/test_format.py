"""A space, as `docs/format.md` describes it for other programs, opened without a line of peerlog's code."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2
from tests.golden.frozen import PASSPHRASE
from tests.golden.make_vault_1 import CIRCLE
from tests.golden.make_vault_1 import FOLDER as GOLDEN
from tests.programs import program
from tests.vault.plain_reader import plain_sqlite
from tests.vault.vaults import NOW, add, fields, plain

from peerlog.vault.entries import Entries
from peerlog.vault.schema import VERSION
from peerlog.vault.vault import Vault


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """RFC 5869 with SHA-256, for 32 bytes."""
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\x01", "sha256")


def key_of(folder: Path, passphrase: str, space: str) -> bytes:
    """From a passphrase to the key of a space, by the documented derivation alone."""
    keys = json.loads((folder / "vault.json").read_bytes())
    slot = next(each for each in keys["slots"] if each["type"] == "passphrase")
    salt = bytes.fromhex(slot["salt"])
    argon = Argon2id(
        salt=salt, length=32, iterations=slot["passes"], lanes=slot["lanes"], memory_cost=slot["memory_kib"]
    ).derive(passphrase.encode())
    assert hkdf(argon, salt, b"peerlog/v1/commit").hex() == slot["commit"]
    bound = {name: value for name, value in slot.items() if name != "key"} | {"vault": keys["vault"]}
    vault_key = ChaCha20Poly1305(hkdf(argon, salt, b"peerlog/v1/kek")).decrypt(
        bytes.fromhex(slot["nonce"]),
        bytes.fromhex(slot["key"]),
        json.dumps(bound, sort_keys=True, separators=(",", ":")).encode(),
    )
    parts = (b"peerlog/v1/space", keys["vault"].encode(), str(keys["generation"]).encode(), space.encode())
    return hkdf(vault_key, b"", b"".join(len(part).to_bytes(4, "big") + part for part in parts))


@pytest.fixture(scope="module")
def key() -> bytes:
    return key_of(GOLDEN, PASSPHRASE, "private")


def test_plain_sqlcipher_calls_open_a_space(key: bytes, tmp_path: Path) -> None:
    copy = shutil.copy(GOLDEN / "gen-1" / "private.db", tmp_path)
    with closing(dbapi2.connect(str(copy))) as opened:
        opened.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        assert opened.execute("SELECT count(*) FROM entry").fetchall() == [(7,)]
        assert opened.execute("SELECT title FROM entry WHERE kind = 'meeting'").fetchall() == [("会議：ビデオ",)]
        assert opened.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_the_names_of_spaces_lead_to_their_keys(tmp_path: Path) -> None:
    key = key_of(GOLDEN, PASSPHRASE, CIRCLE)
    data = plain_sqlite((GOLDEN / "gen-1" / "circles" / f"{CIRCLE}.db").read_bytes(), key)
    (tmp_path / "plain.db").write_bytes(data)
    with closing(sqlite3.connect(tmp_path / "plain.db")) as opened:
        assert opened.execute("SELECT text FROM entry").fetchall() == [("Shared with Sam",)]


def test_an_id_is_a_hash_that_anybody_can_work_out(key: bytes, tmp_path: Path) -> None:
    (tmp_path / "plain.db").write_bytes(plain_sqlite((GOLDEN / "gen-1" / "private.db").read_bytes(), key))
    with closing(sqlite3.connect(tmp_path / "plain.db")) as opened:
        (space,) = opened.execute("SELECT value FROM setting WHERE name = 'space'").fetchone()
        rows = opened.execute("SELECT id, nonce, key FROM entry JOIN device ON number = device").fetchall()
    assert len(rows) == 7
    for id_, nonce, device in rows:
        parts = b"".join(len(part).to_bytes(4, "big") + part for part in (space.encode(), device, nonce))
        assert hashlib.sha256(b"peerlog/entry/v1" + parts).digest() == id_


def test_stock_sqlite_opens_what_the_reader_writes(vault: Vault, tmp_path: Path) -> None:
    sqlite = program("sqlite3")
    texts = [f"number {number} " + "chairing sets 会議 " * number for number in range(200)]
    with closing(vault.space()) as space, space.write():
        for number, text in enumerate(texts):
            add(space, text, title=f"Title {number}")
    path = tmp_path / "plain.db"
    path.write_bytes(plain(vault))

    def ask(sql: str) -> str:
        asked = subprocess.run([sqlite, "-readonly", str(path), sql], capture_output=True, check=True, text=True)
        return asked.stdout.strip()

    assert ask("PRAGMA integrity_check") == "ok"
    assert ask("SELECT count(*), sum(length(text)) FROM entry") == f"200|{sum(map(len, texts))}"
    assert (
        ask("SELECT pos = search.rowid FROM search JOIN entry ON pos = search.rowid WHERE search MATCH 'title AND 199'")
        == "1"
    )
    assert ask("SELECT count(*) FROM search WHERE search MATCH 'cha*'") == "199"


def test_python_s_sqlite_opens_what_the_reader_writes(vault: Vault, tmp_path: Path) -> None:
    with closing(vault.space()) as space:
        entries = Entries(space)
        for number in range(40):
            entries.save(add(space, f"number {number}").id, "idea", fields(f"changed {number}"), NOW)
        entries.forget(add(space, "gone").id, NOW)
    path = tmp_path / "plain.db"
    path.write_bytes(plain(vault))
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("SELECT name FROM pragma_integrity_check, (SELECT 1 AS name)").fetchall()
        assert opened.execute("SELECT count(*) FROM version").fetchall() == [(40,)]
        assert opened.execute("PRAGMA application_id").fetchall() == [(int.from_bytes(b"peer", "big"),)]
        assert opened.execute("PRAGMA user_version").fetchall() == [(VERSION,)]


@pytest.mark.parametrize("at", [0, 15, 16, 100, 4015, 4016, 4031, 4032, 4095, 4096, 8191, 50_000])
def test_the_reader_notices_a_changed_byte(key: bytes, at: int) -> None:
    data = bytearray((GOLDEN / "gen-1" / "private.db").read_bytes())
    data[at] ^= 1
    with pytest.raises(ValueError, match=f"page {1 if at < 16 else at // 4096 + 1} was changed"):
        plain_sqlite(bytes(data), key)


def test_the_reader_notices_pages_that_changed_places(key: bytes) -> None:
    data = (GOLDEN / "gen-1" / "private.db").read_bytes()
    swapped = data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:]
    with pytest.raises(ValueError, match="page 2"):
        plain_sqlite(swapped, key)


def test_another_key_reads_nothing(key: bytes) -> None:
    with pytest.raises(ValueError, match="page 1"):
        plain_sqlite((GOLDEN / "gen-1" / "private.db").read_bytes(), key[::-1])


def test_the_reader_is_short_enough_to_be_printed() -> None:
    source = Path(__file__).with_name("plain_reader.py").read_text(encoding="utf-8")
    body = source.split("def plain_sqlite", 1)[1].splitlines()
    assert len(body) <= 16
    assert "peerlog" not in source
