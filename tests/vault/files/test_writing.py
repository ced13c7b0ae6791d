"""Writes that leave the old or the new, whole, whatever fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.files.failures import NEW, OLD, failing, linked

from peerlog.errors import Refused
from peerlog.vault import disk_errors, files, private_places
from peerlog.vault.disk_errors import Missing
from peerlog.vault.files import NotDurable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


def test_a_file_is_made_and_replaced(file: Path) -> None:
    assert files.read_private(file, 100) == OLD
    files.replace_atomically(file, NEW)
    assert files.read_private(file, 100) == NEW
    assert list(file.parent.iterdir()) == [file]


def test_replacing_a_link_leaves_what_it_points_to(file: Path) -> None:
    linked(file)
    files.replace_atomically(file, NEW)
    assert not file.is_symlink()
    assert file.with_name("real").read_bytes() == OLD


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EDQUOT, "no space left"),
        (errno.EFBIG, "would grow beyond the size"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "does not allow access"),
        (errno.EPERM, "does not allow access"),
        (errno.EIO, "disk reported an error"),
        (errno.ENOENT, "is not there"),
        (errno.EMFILE, "cannot be used: Too many open files"),
    ],
)
@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, sentence: str
) -> None:
    failing(monkeypatch, step, code)
    with pytest.raises(Refused, match=f"{sentence}.*; nothing was changed") as refusal:
        files.replace_atomically(file, NEW)
    monkeypatch.undo()
    assert not isinstance(refusal.value, NotDurable)
    assert refusal.value.hint
    assert refusal.value.exit_code == 1
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == {file: OLD}


def test_a_failed_sync_is_not_tried_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = failing(monkeypatch, "fsync", errno.EIO)
    with pytest.raises(Refused):
        files.replace_atomically(file, NEW)
    assert calls == [1]


def test_a_folder_that_does_not_sync_means_the_new_may_be_lost(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = failing(monkeypatch, "fsync", errno.EIO, on_call=2)
    with pytest.raises(NotDurable, match="may not survive a power cut") as refusal:
        files.replace_atomically(file, NEW)
    assert calls == [1, 2]
    assert "peerlog check" in refusal.value.hint
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == {file: NEW}


def test_a_file_system_without_folder_sync_is_lived_with(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, "fsync", errno.EINVAL, on_call=2)
    files.replace_atomically(file, NEW)
    assert file.read_bytes() == NEW


def test_a_sync_that_file_systems_must_have_is_never_skipped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, "fsync", errno.EINVAL)
    with pytest.raises(Refused):
        files.replace_atomically(file, NEW)
    assert file.read_bytes() == OLD


def test_data_then_name_then_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that a power cut cannot break: the content is on the disk before the name points to it."""
    steps: list[str] = []
    for name in ("write", "fsync", "replace"):
        original = getattr(os, name)

        def call(*args: object, _name: str = name, _original: Callable[..., object] = original) -> object:
            what = "folder" if _name == "fsync" and os.path.isdir(f"/proc/self/fd/{args[0]}") else ""
            steps.append(f"{_name} {what}".strip())
            return _original(*args)

        monkeypatch.setattr(os, name, call)
    files.replace_atomically(file, NEW)
    expected = ["write", "fsync", "replace", "fsync folder" if sys.platform == "linux" else "fsync"]
    assert sys.platform == "darwin" or steps == expected


def test_short_writes_are_carried_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: original(descriptor, bytes(data)[:3]))
    files.replace_atomically(file, NEW)
    assert file.read_bytes() == NEW


def test_an_interrupted_write_leaves_the_old_and_nothing_else(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.replace_atomically(file, NEW)
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == {file: OLD}


def limited(statement: str) -> subprocess.CompletedProcess[str]:
    """Run a statement where no file may grow beyond 1000 bytes; prints the refusal's sentence."""
    program = (
        "import resource; from pathlib import Path\n"
        "from peerlog.errors import Refused; from peerlog.vault import files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        f"try:\n    {statement}\n"
        "except Refused as refusal: print(refusal)"
    )
    source = Path(files.__file__).parents[2]
    return subprocess.run([sys.executable, "-c", program], cwd=source, capture_output=True, text=True, check=True)


def test_a_real_limit_on_the_size_of_files(file: Path) -> None:
    done = limited(f"files.replace_atomically(Path({str(file)!r}), b'x' * 5000)")
    assert done.stdout == f"{file} would grow beyond the size that the system allows a file; nothing was changed.\n"
    assert {path: path.read_bytes() for path in file.parent.iterdir()} == {file: OLD}


def test_a_kit_cut_short_by_the_limit_is_not_left_behind(folder: Path) -> None:
    done = limited(f"files.create_new(Path({str(folder / 'kit')!r}), b'x' * 5000)")
    assert "would grow beyond the size" in done.stdout
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(file: Path) -> None:
    file.parent.chmod(0o500)
    try:
        with pytest.raises(Refused, match="is read-only; nothing was changed"):
            files.replace_atomically(file, NEW)
    finally:
        file.parent.chmod(0o700)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_the_folder_that_is_closed_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(os, "mkdir", refuse)
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    uses: list[Callable[[], None]] = [
        lambda: private_places.make_private_dir(folder / "gen-2" / "circles"),
        lambda: files.create_new(folder / "kit", NEW),
        lambda: files.replace_atomically(folder / "file", NEW),
    ]
    for use in uses:
        with pytest.raises(Refused) as caught:
            use()
        assert caught.value.message.startswith(f"The folder {folder} is read-only")


def test_what_is_missing_above_is_named(tmp_path: Path) -> None:
    with pytest.raises(Missing) as caught:
        files.create_new(tmp_path / "none" / "deeper" / "kit", NEW)
    assert caught.value.message == f"{tmp_path / 'none'} is not there."


def test_what_is_built_beside_a_place_is_named_by_the_place(tmp_path: Path) -> None:
    new = tmp_path / ".journal.0123.new"
    with (
        pytest.raises(Refused) as caught,
        disk_errors.said_of(tmp_path / "journal", new),
        disk_errors.explained(new / "gen-1"),
    ):
        raise OSError(errno.ENOSPC, "full")
    assert caught.value.message == str(caught.value)
    assert caught.value.message == f"There is no space left on the disk for {tmp_path / 'journal' / 'gen-1'}."


def test_what_killed_writes_left_is_removed_and_nothing_else(file: Path) -> None:
    left = file.with_name(".file.0123456789abcdef.new")
    others = {file.with_name(name) for name in (".other.0123456789abcdef.new", "file.new", ".file")}
    for path in {left} | others:
        path.write_bytes(b"half")
    files.remove_leftovers(file)
    assert set(file.parent.iterdir()) == {file} | others
