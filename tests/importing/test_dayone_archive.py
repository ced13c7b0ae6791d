"""Day One's zip files: several journals, photos beside them, and archives made to do harm."""

from __future__ import annotations

import random
import struct
import zipfile
from pathlib import Path

import pytest
from tests.importing.day_one_entries import ENTRY, document, packed, plain
from tests.importing.reading import everything, only

from peerlog.errors import Damaged, Refused
from peerlog.importing import dayone, dayone_archive


def test_a_zip_with_one_journal_is_that_journal(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "Journal.json": document(ENTRY),
        "photos/31c8.jpeg": b"\xff\xd8",
        "__MACOSX/._Journal.json": b"\0\5\26\7",
        ".hidden.json": "{",
    }
    item = only(dayone.read, packed(tmp_path, members))

    assert item == only(dayone.read, plain(tmp_path, ENTRY))


def test_with_several_journals_each_name_is_a_tag(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "Work Log.json": document(ENTRY | {"uuid": "A1", "tags": []}),
        "Travel.json": document(ENTRY | {"uuid": "B2", "tags": ["sea"]}),
    }
    items, skipped = everything(dayone.read, packed(tmp_path, members))

    assert not skipped
    assert [(item.where, item.fields["tags"]) for item in items] == [
        ("Travel.json, entry 1 (2024-04-16)", ("Travel", "sea")),
        ("Work Log.json, entry 1 (2024-04-16)", ("Work-Log",)),
    ]


def test_the_folder_that_a_zip_unpacks_to_is_read_too(tmp_path: Path) -> None:
    plain(tmp_path, ENTRY)
    (tmp_path / "photos").mkdir()

    assert only(dayone.read, tmp_path).fields["title"] == "Castle"


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("words")
    with pytest.raises(Refused, match="holds no Day One export") as refusal:
        everything(dayone.read, tmp_path)

    assert "peerlog import markdown" in refusal.value.hint


@pytest.mark.parametrize(
    "name",
    ["../../evil.json", "/etc/evil.json", "C:\\evil.json", "a/b/\x1b[31mevil.json", "\u202eevil.json", "evil\n.json"],
)
def test_a_name_is_shown_and_never_used_as_a_path(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    items, _ = everything(dayone.read, packed(folder, {name: document(ENTRY)}))

    assert len(items) == 1
    assert items[0].where.isprintable()
    assert not set(items[0].where) & {"/", "\\"}
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["export.zip"]


def test_a_zip_without_a_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no Day One journal"):
        everything(dayone.read, packed(tmp_path, {"photos/a.jpeg": b""}))


def test_a_zip_that_grows_beyond_measure_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path, {"Journal.json": b" " * 20_000_000})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("it was unpacked"))
    with pytest.raises(Refused, match="would grow beyond all measure"):
        everything(dayone.read, path)


def test_a_zip_larger_than_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dayone_archive, "MOST_BYTES", 1000)
    noise = random.Random(1).randbytes(2000)
    with pytest.raises(Refused, match="up to 0 MiB are read"):
        everything(dayone.read, packed(tmp_path, {"Journal.json": noise}))


@pytest.mark.parametrize(
    ("limit", "message"), [("MOST_MEMBERS", "holds 5 files"), ("MOST_JOURNALS", "holds 5 journals")]
)
def test_too_many_members_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, message: str
) -> None:
    path = packed(tmp_path, {f"{number}.json": document(ENTRY) for number in range(5)})
    monkeypatch.setattr(dayone_archive, limit, 4)
    with pytest.raises(Refused, match=message):
        everything(dayone.read, path)


def test_a_size_that_lies_is_damage_and_not_more_memory(tmp_path: Path) -> None:
    path = packed(tmp_path, {"Journal.json": document(ENTRY) + " " * 10_000})
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 100)
    path.write_bytes(data)
    with pytest.raises(Damaged):
        everything(dayone.read, path)


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {"Journal.json": document(ENTRY)})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(Refused, match="a zip file with a password"):
        everything(dayone.read, path)


def test_every_truncation_and_flip_of_a_zip_is_told(tmp_path: Path) -> None:
    whole = packed(tmp_path, {"Journal.json": document(ENTRY)}).read_bytes()
    expected = only(dayone.read, tmp_path / "export.zip")
    broken = tmp_path / "broken.zip"
    rng = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        if rng.random() < 0.3:
            del data[rng.randrange(4, len(data)) :]
        else:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        broken.write_bytes(data)
        try:
            items, skipped = everything(dayone.read, broken)
        except (Refused, Damaged):
            continue
        # A flip in a date stamp or a name loses nothing.
        assert not skipped
        assert [item.fields for item in items] == [expected.fields]
