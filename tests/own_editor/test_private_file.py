"""The file is private while it is there, and gone afterwards."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.own_editor.editors import EDITOR

from peerlog.errors import Refused
from peerlog.own_editor import private_file as private_file_module
from peerlog.own_editor.editing import edit_text
from peerlog.own_editor.memory_folders import memory_folders
from peerlog.own_editor.private_file import keep_text, private_file


def test_the_file_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    seen: list[Path] = []

    def run(command: Sequence[str]) -> int:
        path = Path(command[-1])
        seen.append(path)
        assert path.read_text(encoding="utf-8") == "My words é\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        (path.parent / "entry.md~").write_text("a copy")
        path.write_text("My words", encoding="utf-8")
        return 0

    assert edit_text("My words é", EDITOR, tmp_path, run) == "My words"
    assert not seen[0].parent.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no memory file system at hand")
def test_it_lies_in_memory_where_there_is_one(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    seen: list[Path] = []

    def look(command: Sequence[str]) -> int:
        seen.append(Path(command[-1]).parent.parent)
        return 0

    folders = memory_folders()
    edit_text("words", EDITOR, tmp_path, look)
    request.getfixturevalue("no_memory")
    edit_text("words", EDITOR, tmp_path, look)
    assert seen == [folders[0] if folders else tmp_path, tmp_path]


def test_a_runtime_folder_on_a_disk_is_no_memory(home: Path) -> None:
    assert Path(os.environ["XDG_RUNTIME_DIR"]) not in memory_folders()


@pytest.mark.parametrize("failure", [OSError(8, "Exec format error"), KeyboardInterrupt()])
@pytest.mark.usefixtures("no_memory")
def test_it_is_removed_whatever_happens(tmp_path: Path, failure: BaseException) -> None:
    def run(command: Sequence[str]) -> int:
        raise failure

    with pytest.raises((Refused, KeyboardInterrupt)):
        edit_text("words", EDITOR, tmp_path, run)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_has_no_other_place_stays_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_file_module, "memory_folders", lambda: [tmp_path / "full"])
    with private_file("one", tmp_path) as file:
        kept = [file.keep(), keep_text("two", tmp_path)]
    edit_text("words", EDITOR, tmp_path, lambda _: 0)
    assert [path.read_text(encoding="utf-8") for path in kept] == ["one\n", "two"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    with pytest.raises(Refused, match="no place for a private file"):
        keep_text("three", tmp_path / "gone")
