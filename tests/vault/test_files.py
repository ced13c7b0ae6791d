"""Private folders and files, and writes that leave the old or the new, whole, whatever fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from peerlog.errors import Damaged, Refused
from peerlog.vault import files
from peerlog.vault.files import Missing, NotDurable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")

OLD, NEW = b"the old content", b"the new content, which is longer"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "journal"
    files.make_private_dir(made)
    return made


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "file"
    files.replace_atomically(path, OLD)
    return path


def failing(monkeypatch: pytest.MonkeyPatch, name: str, code: int, on_call: int = 1) -> list[int]:
    """Make the n-th call of a function of `os` fail; the list tells how often it was called."""
    original: Callable[..., object] = getattr(os, name)
    calls: list[int] = []

    def call(*args: object, **kwargs: object) -> object:
        calls.append(len(calls) + 1)
        if len(calls) == on_call:
            raise OSError(code, os.strerror(code))
        return original(*args, **kwargs)

    monkeypatch.setattr(os, name, call)
    return calls


# Folders


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_folders_and_files_are_for_their_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        files.make_private_dir(tmp_path / "above" / "journal")
        files.replace_atomically(tmp_path / "above" / "journal" / "file", NEW)
        files.create_new(tmp_path / "above" / "kit", NEW)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"above": 0o700, "journal": 0o700, "file": 0o600, "kit": 0o600}


def test_a_private_folder_is_accepted_as_it_is(folder: Path) -> None:
    files.make_private_dir(folder)
    files.require_private_dir(folder)


@pytest.mark.parametrize("mode", [0o777, 0o750, 0o701, 0o1707])
def test_a_folder_that_others_can_get_at_is_refused_and_left_alone(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    for use in (files.require_private_dir, files.make_private_dir):
        with pytest.raises(Refused, match=f"Other people.*{mode:04o}") as refusal:
            use(folder)
        assert f"chmod 700 '{folder}'" in refusal.value.hint
    assert folder.stat().st_mode & 0o7777 == mode


def test_a_link_to_a_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    for use in (files.require_private_dir, files.make_private_dir):
        with pytest.raises(Refused, match="is a symbolic link"):
            use(link)


def test_a_dangling_link_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="is a symbolic link"):
        files.make_private_dir(link)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    with pytest.raises(Refused, match="belongs to another user"):
        files.require_private_dir(folder)


def test_a_file_is_no_folder(file: Path) -> None:
    with pytest.raises(Refused, match="is not a folder"):
        files.require_private_dir(file)
    with pytest.raises(Refused, match="is not inside a folder"):
        files.require_private_dir(file / "deeper")


def test_a_vanished_folder_is_told(folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(Missing, match="is not there") as missing:
        files.require_private_dir(folder)
    assert "drive" in missing.value.hint


# Reading


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
        files.require_private_file(file)


def linked(file: Path) -> None:
    file.rename(file.with_name("real"))
    file.symlink_to("real")


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
        files.require_private_file(file)


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
    for use in (lambda path: files.read_private(path, 100), files.require_private_file):
        with pytest.raises(Missing):
            use(folder / "none")


# Writing


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
        lambda: files.make_private_dir(folder / "gen-2" / "circles"),
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
    with pytest.raises(Refused) as caught, files.said_of(tmp_path / "journal", new), files.explained(new / "gen-1"):
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


# Files that the user asks for


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
