"""Private folders: made so, accepted so, and refused when they are not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.vault.files.failures import NEW

from peerlog.errors import Refused
from peerlog.vault import files, private_places
from peerlog.vault.disk_errors import Missing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_folders_and_files_are_for_their_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        private_places.make_private_dir(tmp_path / "above" / "journal")
        files.replace_atomically(tmp_path / "above" / "journal" / "file", NEW)
        files.create_new(tmp_path / "above" / "kit", NEW)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"above": 0o700, "journal": 0o700, "file": 0o600, "kit": 0o600}


def test_a_private_folder_is_accepted_as_it_is(folder: Path) -> None:
    private_places.make_private_dir(folder)
    private_places.require_private_dir(folder)


@pytest.mark.parametrize("mode", [0o777, 0o750, 0o701, 0o1707])
def test_a_folder_that_others_can_get_at_is_refused_and_left_alone(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    for use in (private_places.require_private_dir, private_places.make_private_dir):
        with pytest.raises(Refused, match=f"Other people.*{mode:04o}") as refusal:
            use(folder)
        assert f"chmod 700 '{folder}'" in refusal.value.hint
    assert folder.stat().st_mode & 0o7777 == mode


def test_a_link_to_a_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    for use in (private_places.require_private_dir, private_places.make_private_dir):
        with pytest.raises(Refused, match="is a symbolic link"):
            use(link)


def test_a_dangling_link_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="is a symbolic link"):
        private_places.make_private_dir(link)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with pytest.raises(Refused, match="belongs to another user"):
        private_places.require_private_dir(folder)


def test_a_file_is_no_folder(file: Path) -> None:
    with pytest.raises(Refused, match="is not a folder"):
        private_places.require_private_dir(file)
    with pytest.raises(Refused, match="is not inside a folder"):
        private_places.require_private_dir(file / "deeper")


def test_a_vanished_folder_is_told(folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(Missing, match="is not there") as missing:
        private_places.require_private_dir(folder)
    assert "drive" in missing.value.hint
