"""The folder of one private file: what lies in it, and those that are there of a journal."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..domain.text import clean_text
from .memory_folders import memory_folders

_PREFIX = "peerlog-edit-"


@dataclass(frozen=True, slots=True)
class PrivateFolder:
    """It is 0700 and what is written in it 0600; its name tells which process made it, and for which journal."""

    path: Path

    @property
    def file(self) -> Path:
        """What the editor works on."""
        return self.path / "entry.md"

    @property
    def kept(self) -> Path:
        """The only copy of somebody's words, once it is there: nothing here removes it."""
        return self.path / "kept.md"

    @property
    def _before(self) -> Path:
        """Holds the hash of what the editor was given, so that a rescue tells words from none."""
        return self.path / "before"

    @property
    def _editor(self) -> Path:
        """Holds the process of the editor, which may outlive the program."""
        return self.path / "editor"

    def give(self, text: str) -> None:
        """Write what the editor is to work on. Raises OSError."""
        _write(self.file, text)
        _write(self._before, _hash(text))

    def put_by(self, text: str) -> None:
        """Write what stays. Raises OSError."""
        _write(self.kept, text)

    def note_editor(self, process: int) -> None:
        """Note which process works on the file, for a rescue to wait for; any other folder is left alone."""
        if self.path.name.startswith(_PREFIX):
            _write(self._editor, str(process))

    @property
    def processes(self) -> list[int]:
        """The program that made it and the editor, as far as one was started."""
        made_by = self.path.name.removeprefix(_PREFIX).partition("-")[0]
        return [int(each) for each in (made_by, _read(self._editor)) if each.isdigit()]

    @property
    def words(self) -> str:
        """What stands in the file, as a clean text."""
        return _read(self.file)

    @property
    def is_changed(self) -> bool:
        """Whether there are words, and others than the editor was given."""
        words = self.words
        return bool(words.strip()) and _hash(words) != _read(self._before)

    def clear(self) -> None:
        """Remove everything but words that are kept. Raises OSError."""
        if not self.kept.exists():
            shutil.rmtree(self.path)
        else:
            for beside in (self.file, self._before, self._editor):
                beside.unlink(missing_ok=True)


def make_folder(parent: Path, journal: Path) -> PrivateFolder:
    """A new one for the journal at this path. Raises OSError."""
    return PrivateFolder(Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-{_mark(journal)}-", dir=parent)))


def private_folders(journal: Path) -> Iterator[PrivateFolder]:
    """Those that are there of the journal at this path, in memory and in it."""
    for parent in (*memory_folders(), journal):
        for path in parent.glob(f"{_PREFIX}*-{_mark(journal)}-*"):
            if path.name.removeprefix(_PREFIX).partition("-")[0].isdigit():
                yield PrivateFolder(path)


def decoded(content: bytes) -> str:
    """A file as an editor left it, as a clean text."""
    try:
        return clean_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return clean_text(content.decode("cp1252", "replace"))


def _write(path: Path, text: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(text.encode("utf-8", "replace"))


def _read(path: Path) -> str:
    return decoded(path.read_bytes()) if path.is_file() else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _mark(journal: Path) -> str:
    """Tells the folders of one journal from those of another, and no more."""
    return hashlib.sha256(str(journal.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
