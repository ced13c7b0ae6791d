"""The system's errors about files and folders as sentences, with a hint what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerlog.errors import PeerlogError, Refused


class Missing(Refused):
    """There is nothing at this path."""


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
