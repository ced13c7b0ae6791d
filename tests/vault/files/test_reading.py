"""Private files are read when they are just that."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.files.failures import OLD, linked

from peerlog.errors import Damaged, Refused
from peerlog.vault import files, private_places
from peerlog.vault.disk_errors import Missing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


def test_a_private_file_is_read_up_to_its_limit(file: Path) -> None:
    assert files.read_private(file, len(OLD)) == OLD
    with pytest.raises(Damaged, match="longer than it can be"):
        files.read_private(file, len(OLD) - 1)


def test_a_huge_file_costs_no_memory(file: Path) -> None:
    os.truncate(file, 10 * 2**30)
    with pytest.raises(Damaged, match="longer"):
        files.read_private(file, 1000)


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o602, 0o604])
def test_a_file_that_others_can_get_at_is_refused(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(Refused, match=f"Other people.*{mode:04o}") as refusal:
        files.read_private(file, 100)
    assert "chmod 600" in refusal.value.hint
    with pytest.raises(Refused, match="Other people"):
        private_places.require_private_file(file)


def hard_linked(file: Path) -> None:
    file.with_name("other").hardlink_to(file)


def piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


def foldered(file: Path) -> None:
    file.unlink()
    file.mkdir(0o700)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (linked, "is a symbolic link"),
        (hard_linked, "hard link"),
        (piped, "is not a regular file"),
        (foldered, "is not a regular file"),
    ],
)
def test_what_is_no_plain_file_is_refused(file: Path, spoil: Callable[[Path], None], sentence: str) -> None:
    spoil(file)
    with pytest.raises(Refused, match=sentence):
        files.read_private(file, 100)
    with pytest.raises(Refused, match=sentence):
        private_places.require_private_file(file)


def test_a_link_put_there_at_the_last_moment_is_not_followed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.lstat(file)
    linked(file)
    monkeypatch.setattr(os, "lstat", lambda _: before)
    with pytest.raises(Refused, match="is a symbolic link"):
        files.read_private(file, 100)


def test_a_file_of_another_user_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with pytest.raises(Refused, match="belongs to another user"):
        files.read_private(file, 100)


def test_a_missing_file_is_told_apart(folder: Path) -> None:
    for use in (lambda path: files.read_private(path, 100), private_places.require_private_file):
        with pytest.raises(Missing):
            use(folder / "none")
