"""Files that the user asks for, such as a recovery kit: never over another, never by halves."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from tests.vault.files.failures import NEW, OLD, failing

from peerlog.errors import Refused
from peerlog.vault import files
from peerlog.vault.disk_errors import Missing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


def test_a_new_file_is_written(tmp_path: Path) -> None:
    files.create_new(tmp_path / "kit", NEW)
    assert (tmp_path / "kit").read_bytes() == NEW


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(OLD)
    (tmp_path / "link").symlink_to("there")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    for name in ("there", "link", "dangling", "folder"):
        with pytest.raises(Refused, match="already there, and was not touched"):
            files.create_new(tmp_path / name, NEW)
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "there").read_bytes() == OLD


def test_a_new_file_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="is not there"):
        files.create_new(tmp_path / "none" / "kit", NEW)


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_new_file_that_fails_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    failing(monkeypatch, step, errno.ENOSPC)
    with pytest.raises(Refused, match="no space left"):
        files.create_new(tmp_path / "kit", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_open_removes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kit").write_bytes(OLD)
    failing(monkeypatch, "open", errno.EACCES)
    with pytest.raises(Refused, match="does not allow access"):
        files.create_new(tmp_path / "kit", NEW)
    assert (tmp_path / "kit").read_bytes() == OLD
