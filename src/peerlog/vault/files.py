"""Folders and files that only their owner can get at, and writes that survive a crash.

Folders are 0700 and files 0600; neither is reached through a symbolic link. What is wrong with one that
exists is told, never put right in silence: who loosened it may have had a reason, or been somebody else.
Windows has other permissions, inherited from the user's profile; there only the kind of thing found is
checked.

A write is durable when the data and then the folder's entry for it have been synced. A failed sync is never
tried again: after it the system counts the lost pages as written, so that a second one would report success.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from peerlog.errors import Damaged, PeerlogError, Refused

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY
_NO_SUCH_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY}


class Missing(Refused):
    """There is nothing at this path."""


class NotDurable(Refused):
    """The new content is in place, but may be gone after a power cut; treat the old as still needed."""


def make_private_dir(path: Path) -> None:
    """Make a folder, and those above it that are not there, for its owner alone; accept a private one."""
    with explained(path):
        missing = [path]
        while not missing[-1].parent.exists():
            missing.append(missing[-1].parent)
        for folder in reversed(missing):
            with suppress(FileExistsError):
                folder.mkdir(mode=0o700)
                sync_dir(folder.parent)
    require_private_dir(path)


def require_private_dir(path: Path) -> None:
    """Refuse what is not a real folder of this user's that nobody else can get at."""
    _require_own(path, require_real_dir(path), "chmod 700")


def require_real_dir(path: Path) -> os.stat_result:
    """Refuse what is not a folder itself, such as a symbolic link to one."""
    with explained(path):
        found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        raise Refused(f"{path} is a symbolic link.", "Put the folder that it points to in its place.")
    if not stat.S_ISDIR(found.st_mode):
        raise Refused(f"{path} is not a folder.", "Name a folder, with --home or PEERLOG_HOME.")
    return found


def require_real_file(path: Path) -> None:
    """Refuse what is not a regular file with one name."""
    with explained(path):
        found = os.lstat(path)
    _require_real_file(path, found)


def require_private_file(path: Path) -> None:
    """Refuse what is not a regular file of this user's, with one name, that nobody else can get at."""
    with explained(path):
        found = os.lstat(path)
    _require_private_file(path, found)


def read_private(path: Path, limit: int) -> bytes:
    """The content of a private file of at most `limit` bytes.

    Raises Missing when it is not there, Damaged when it is longer, Refused when it is not private or not
    readable.
    """
    with explained(path):
        if stat.S_ISLNK(os.lstat(path).st_mode):
            raise Refused(f"{path} is a symbolic link.", "Put the file itself in its place.")
        # O_NONBLOCK so that a named pipe is refused and not waited for.
        descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0))
        try:
            _require_private_file(path, os.fstat(descriptor))
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read(limit + 1)
        finally:
            os.close(descriptor)
    if len(data) > limit:
        raise Damaged(f"{path} is longer than it can be.", "`peerlog restore` brings it back from a backup.")
    return data


def replace_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of a file, or make it: whatever happens, the old or the new is there, whole.

    Raises NotDurable when the new content is in place and may not survive a power cut, Refused when the old
    is untouched.
    """
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    with explained(path, "; nothing was changed"):
        _write_new(new, data)
        with _removed_on_failure(new):
            os.replace(new, path)
    _sync_entry_of(path)


def remove_leftovers(path: Path) -> None:
    """Remove what writes of `path` that were cut short left beside it. The caller is the only writer."""
    with explained(path):
        for left in path.parent.glob(f".{escape(path.name)}.*.new"):
            left.unlink(missing_ok=True)


def create_new(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, such as a recovery kit, for its owner alone; never overwrite."""
    with explained(path):
        _write_new(path, data)
    _sync_entry_of(path)


def sync_file(descriptor: int) -> None:
    """Make the content of an open file durable. What raises here is not to be tried again."""
    _sync(descriptor)


def sync_dir(path: Path) -> None:
    """Make the names in a folder durable. File systems that cannot sync a folder are left at their best."""
    if sys.platform != "win32":
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _sync(descriptor)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        finally:
            os.close(descriptor)


@contextmanager
def explained(path: Path, consequence: str = "") -> Iterator[None]:
    """Turn the system's errors about `path` into a sentence and a hint. `consequence` ends the sentence."""
    try:
        yield
    except OSError as error:
        sentence, hint = _EXPLANATIONS.get(error.errno or 0, (None, "Look at the disk and its permissions."))
        if sentence is None:
            sentence = "{path} cannot be used: " + (error.strerror or "the system does not say why")
        kind, about = Refused, path
        if error.errno == errno.ENOENT:
            kind, about = Missing, _first_missing(path)
        elif error.errno in (errno.EACCES, errno.EPERM) and (closed := _closed_folder(error, path)):
            (sentence, hint), about = READ_ONLY, closed
        raise kind(sentence.format(path=about) + consequence + ".", hint) from error


@contextmanager
def said_of(path: Path, stand_in: Path) -> Iterator[None]:
    """Let errors about what is written beside `path`, to be moved there whole, name `path` and what is in it."""
    try:
        yield
    except PeerlogError as error:
        error.message = error.message.replace(str(stand_in), str(path))
        error.hint = error.hint.replace(str(stand_in), str(path))
        error.args = (error.message,)
        raise


def _first_missing(path: Path) -> Path:
    """The topmost of a path and the folders above it that is not there; the path itself when all are."""
    missing = path
    while not os.path.lexists(missing.parent) and missing.parent != missing:
        missing = missing.parent
    return missing


def _closed_folder(error: OSError, path: Path) -> Path | None:
    """The folder in which something could not be made for want of the right to write in it."""
    made = Path(os.fsdecode(error.filename)) if isinstance(error.filename, (str, bytes)) else path
    if os.path.lexists(made) or not made.parent.is_dir() or os.access(made.parent, os.W_OK):
        return None
    return made.parent


READ_ONLY = ("The folder {path} is read-only", "Make it writable, or use another folder.")
_SPACE = ("There is no space left on the disk for {path}", "Free some space and try again.")
_RIGHTS = (
    "The system does not allow access to {path}",
    "Look at the permissions of the file and of the folders above it.",
)
_EXPLANATIONS: dict[int, tuple[str | None, str]] = {
    errno.ENOENT: (
        "{path} is not there",
        "If it was a moment ago: was the folder moved, or its drive taken out?",
    ),
    errno.EEXIST: ("{path} is already there, and was not touched", "Choose another name."),
    errno.ENOTDIR: ("{path} is not inside a folder", "Check the path."),
    errno.EISDIR: ("{path} is a folder", "Name a file."),
    errno.ENOSPC: _SPACE,
    getattr(errno, "EDQUOT", errno.ENOSPC): _SPACE,
    errno.EFBIG: (
        "{path} would grow beyond the size that the system allows a file",
        "Look at `ulimit -f`, and at the largest file that the drive can hold.",
    ),
    errno.EROFS: (
        "{path} is on a drive that can only be read",
        "Mount it for writing, or use another folder.",
    ),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EIO: (
        "The disk reported an error at {path}",
        "Save what you can: copy the journal elsewhere, and run `peerlog check` on the copy.",
    ),
    errno.ELOOP: ("{path} is a symbolic link", "Put the file itself in its place."),
    errno.ENAMETOOLONG: ("The name of {path} is too long", "Choose a shorter one."),
}


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _NEW, 0o600)
    with _removed_on_failure(path):
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            _sync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            path.unlink()
        raise


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        # fsync leaves the data in the drive's own memory there.
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NO_SUCH_SYNC:
                raise
        else:
            return
    os.fsync(descriptor)


def _sync_entry_of(path: Path) -> None:
    try:
        sync_dir(path.parent)
    except OSError as error:
        raise NotDurable(
            f"{path} was written, but may not survive a power cut: the disk reported an error.",
            "Do not trust this disk: copy the journal to another one, and run `peerlog check` there.",
        ) from error


def _require_private_file(path: Path, found: os.stat_result) -> None:
    _require_real_file(path, found)
    _require_own(path, found, "chmod 600")


def _require_real_file(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Refused(f"{path} is a symbolic link.", "Put the file itself in its place.")
    if not stat.S_ISREG(found.st_mode):
        raise Refused(f"{path} is not a regular file.", "Move it away; a backup holds the right one.")
    if found.st_nlink > 1:
        raise Refused(
            f"{path} also has another name in the file system (a hard link).",
            "Put a copy of the file in its place.",
        )


def _require_own(path: Path, found: os.stat_result, remedy: str) -> None:
    if sys.platform != "win32":
        if found.st_uid != os.geteuid():
            raise Refused(
                f"{path} belongs to another user.",
                "Run peerlog as the user who made the journal, without sudo.",
            )
        mode = stat.S_IMODE(found.st_mode)
        if mode & 0o077:
            raise Refused(
                f"Other people on this machine can get at {path} (its permissions are {mode:04o}).",
                f"If that was not on purpose: {remedy} '{path}'",
            )
