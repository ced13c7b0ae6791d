"""Opening an encrypted database: only the right key opens it, and nothing is created or said by the way."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from peerlog.errors import Busy, Damaged, NewerFormat, Refused
from peerlog.vault import connection
from peerlog.vault.connection import connect, refuse_newer, translated
from peerlog.vault.migrations import migrate
from peerlog.vault.schema import VERSION

KEY = "0123456789abcdef" * 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty space under `KEY`."""
    path = tmp_path / "private.db"
    with closing(connect(path, KEY, create=True)) as made:
        migrate(made)
    return path


@pytest.mark.parametrize("key", ["", KEY[:-1], KEY + "0", KEY.upper(), KEY[:-1] + "g", KEY[:-1] + "'"])
def test_a_key_is_64_hex_digits_and_never_taken_for_a_passphrase(path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="64 lower-case hex") as caught:
        connect(path, key)
    assert key == "" or key not in str(caught.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bytes(8192)),
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(4080)),
        lambda path: path.write_bytes(path.read_bytes()[:2000]),
        lambda path: path.write_bytes(b"\x01" + path.read_bytes()[1:]),
    ],
    ids=["missing", "empty", "zeros", "plain", "short", "flipped"],
)
def test_what_does_not_open_is_damaged_and_left_as_it_is(path: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(Damaged):
        connect(path, KEY)
    assert (path.read_bytes() if path.exists() else None) == before


def test_another_key_finds_it_damaged_without_a_word_on_the_terminal(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged) as caught:
        connect(path, KEY[::-1])
    assert KEY not in repr(caught.value)
    assert capfd.readouterr() == ("", "")


def test_a_database_of_another_program_is_no_space(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "other.db", KEY, create=True)) as other:
        other.execute("CREATE TABLE something (a)")
    with pytest.raises(Damaged, match="holds no journal"):
        connect(tmp_path / "other.db", KEY)


def test_creating_refuses_a_space_that_is_there(path: Path) -> None:
    with pytest.raises(Refused, match="exists already"):
        connect(path, KEY, create=True)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("application_id", 0x70656572),
        ("user_version", VERSION),
    ],
)
def test_the_settings_that_keep_data_safe_are_in_force(path: Path, pragma: str, value: object) -> None:
    with closing(connect(path, KEY)) as opened:
        assert opened.execute(f"PRAGMA {pragma}").fetchall() == [(value,)]


def test_read_only_reads_only(path: Path) -> None:
    with (
        closing(connect(path, KEY, read_only=True)) as opened,
        pytest.raises(Refused, match="read-only"),
        translated(path),
    ):
        opened.execute("INSERT INTO setting VALUES ('a', 'b')")


def test_a_newer_format_is_named(path: Path) -> None:
    with closing(connect(path, KEY)) as opened:
        opened.execute("PRAGMA user_version=7")
        with pytest.raises(NewerFormat, match="format 7; this peerlog knows up to 1"):
            refuse_newer(opened, 1, path)


def test_waiting_for_another_writer_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    with closing(connect(path, KEY)) as one, closing(connect(path, KEY)) as other:
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy), translated(path):
            other.execute("BEGIN IMMEDIATE")


def test_errors_of_the_database_quote_nothing(path: Path) -> None:
    with closing(connect(path, KEY)) as opened, pytest.raises(Refused) as caught, translated(path):
        opened.execute("INSERT INTO setting VALUES ('name', 'a secret word'), ('name', 'a secret word')")
    assert "secret" not in f"{caught.value!r}{caught.value.hint}{caught.value.__cause__!r}"
