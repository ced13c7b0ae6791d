"""What a file or folder is taken for when the wrong reader was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.day_one_entries import ENTRY, document, packed
from tests.importing.reading import DATA

from peerlog.importing.detect import detect, instead

GOLDEN = Path(__file__).parents[1] / "golden" / "export_v1"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (DATA / "jrnl-4.6.txt", "jrnl"),
        (DATA / "jrnl-4.6.json", "jrnl"),
        (DATA / "jrnl-4.6-encrypted.jrnl", "jrnl"),
        (GOLDEN / "journal.json", "json"),
        (GOLDEN / "markdown", "markdown"),
        (GOLDEN, "markdown"),
        (GOLDEN / "journal.csv", None),
        (GOLDEN / "nothing", None),
    ],
)
def test_known_files_are_told_apart(path: Path, found: str | None) -> None:
    assert detect(path) == found


def test_day_one_is_known_packed_and_unpacked(tmp_path: Path) -> None:
    (tmp_path / "Journal.json").write_text(document(ENTRY))

    assert detect(tmp_path / "Journal.json") == "dayone"
    assert detect(packed(tmp_path, {"Journal.json": document(ENTRY)})) == "dayone"
    assert detect(tmp_path) is None
    (tmp_path / "photos").mkdir()
    assert detect(tmp_path) == "dayone"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", None),
        (b"{}", None),
        (b"plain words", None),
        (b"\0\1\2", None),
        (b"2014-01-01 09:00 An old journal", "jrnl"),
        (b"\xef\xbb\xbf[2026-11-17 19:40] Title", "jrnl"),
        (b"words\n[17.11.2026 19:40] Title", "jrnl"),
        (b"- [ ] to do", None),
    ],
)
def test_contents_decide(tmp_path: Path, content: bytes, found: str | None) -> None:
    (tmp_path / "file").write_bytes(content)

    assert detect(tmp_path / "file") == found


def test_the_hint_names_the_command() -> None:
    assert instead(GOLDEN / "journal.json") == "It looks like peerlog's own export: peerlog import json …"
    assert instead(GOLDEN / "journal.csv") == ""
