"""A text in an editor of the person's own: the one place where it stands in a file unencrypted.

The file is private (0600 in a directory 0700), on a memory file system where there is one, and removed whatever
happens, unless it is the last place that holds the words. Editors whose copies can be prevented are told to keep none.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .domain.text import brief, clean_text
from .errors import BadInput, Refused

_PREFIX = "peerlog-edit-"
_FILE = "entry.md"
_BEFORE = "before"
"""Holds the hash of what the editor was given, so that a rescue tells words from none."""
_EDITOR = "editor"
"""Holds the process of the editor, which may outlive the program."""
_KEPT = "kept.md"
"""A file of this name is the only copy of somebody's words: nothing here removes it."""
_VIM = "set noswapfile nobackup nowritebackup noundofile nomodeline viminfo="
_NVIM = "set noswapfile nobackup nowritebackup noundofile nomodeline shada="
_EMACS = (
    "(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil create-lockfiles nil"
    " kill-buffer-delete-auto-save-files t)"
)
_SETTING = "Set $VISUAL or $EDITOR, or “editor” in the settings."

# By the program's name, what keeps it from leaving copies of what it edits. Vim is told twice, because its start-up
# file is read after --cmd, and swap and undo files are opened before -c. Nano in its restricted mode makes no backup
# and keeps no history; Helix keeps no copies in the first place.
_FLAGS: dict[str, tuple[str, ...]] = {
    "vim": ("-n", "-i", "NONE", "--cmd", _VIM, "-c", _VIM),
    "nvim": ("-n", "-i", "NONE", "--cmd", _NVIM, "-c", _NVIM),
    "gvim": ("-f", "-n", "-i", "NONE", "--cmd", _VIM, "-c", _VIM),
    "nano": ("-R",),
    "emacs": ("--eval", _EMACS),
    "micro": ("-backup", "false", "-permbackup", "false", "-saveundo", "false", "-savehistory", "false"),
    "helix": (),
}
_NAMES = {
    "hx": "helix",
    "vim.tiny": "vim",
    "vim.basic": "vim",
    "vim.nox": "vim",
    "vim.gtk3": "gvim",
    "emacs-nox": "emacs",
}

Run = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor's command with what keeps it from leaving copies; `keeps_none` is False where nothing does."""

    command: tuple[str, ...]
    keeps_none: bool

    @property
    def name(self) -> str:
        return Path(self.command[0]).name

    @property
    def warning(self) -> str:
        """What has to be said once to somebody who uses it, or nothing."""
        if self.keeps_none:
            return ""
        return f"{self.name} may keep copies of the text of its own: peerlog cannot prevent it."


def find_editor(setting: str, environ: Mapping[str, str]) -> Editor:
    """The editor that the settings name, else `$VISUAL`, else `$EDITOR`; raises `Refused` or `BadInput`."""
    said = next((each for each in (setting, environ.get("VISUAL", ""), environ.get("EDITOR", "")) if each.strip()), "")
    if not said:
        raise Refused("No editor of your own is set.", _SETTING)
    try:
        command = shlex.split(said, posix=os.name != "nt")
    except ValueError as error:
        raise BadInput(f"The editor “{brief(said)}” has a quotation mark too many.", _SETTING) from error
    found = shutil.which(command[0])
    if found is None:
        raise Refused(f"The editor “{brief(command[0])}” is not installed.", _SETTING)
    flags = _flags(command[0], found)
    return Editor((*command, *(flags or ())), flags is not None)


def _flags(program: str, path: str) -> tuple[str, ...] | None:
    """The flags for a program by what it really is (`vi` and `editor` are mostly links), None when it is unknown."""
    for name in (Path(path).resolve().name, Path(program).name):
        name = name.removesuffix(".exe")
        family = _NAMES.get(name, name.rstrip("0123456789.-"))
        if family in _FLAGS:
            return _FLAGS[family]
    return None


class EditorFailed(Refused):
    """The editor ended with an error; `written` is what it had made of the text by then, None when nothing."""

    def __init__(self, message: str, written: str | None) -> None:
        super().__init__(message if written is not None else f"{message.removesuffix('.')}, so nothing was changed.")
        self.written = written


@dataclass(frozen=True, slots=True)
class PrivateFile:
    """The file that an editor has, and that is gone with its `private_file` unless it is kept."""

    path: Path

    def keep(self) -> Path:
        """Leave the file when all else is removed; where it is then. Raises OSError."""
        return self.path.rename(self.path.with_name(_KEPT))


@contextmanager
def private_file(text: str, fallback: Path) -> Iterator[PrivateFile]:
    """A file with `text` that only its owner can read, for as long as the context lasts.

    `fallback` is a folder of the person's own (the journal's) for machines without a memory file system. Raises
    `Refused` when there is no place for it.
    """
    with _private_folder(fallback) as folder:
        path = folder / _FILE
        try:
            given = f"{text}\n" if text and not text.endswith("\n") else text
            _write(path, given)
            _write(folder / _BEFORE, _hash(given))
        except OSError as error:
            raise _no_place(error) from error
        yield PrivateFile(path)


def keep_text(text: str, fallback: Path) -> Path:
    """Put a text that could be kept nowhere else into a private file that stays; where it is. Raises `Refused`."""
    failure: OSError | None = None
    for parent in (*memory_folders(), fallback):
        try:
            folder = _made([parent], fallback)
            _write(folder / _KEPT, text)
        except OSError as error:
            failure = error
        except Refused:
            continue
        else:
            return folder / _KEPT
    raise _no_place(failure)


def edit_text(text: str, editor: Editor, fallback: Path, run: Run | None = None) -> str | None:
    """`text` as it comes back from the editor, cleaned; None when it was not changed.

    `fallback` is as for `private_file`. Raises `EditorFailed` when the editor ends with an error, and `Refused` when
    it cannot be started.
    """
    with private_file(text, fallback) as file:
        return edit_file(file, text, editor, run)


def edit_file(file: PrivateFile, text: str, editor: Editor, run: Run | None = None) -> str | None:
    """As `edit_text`, in a private file that holds `text` already and stays for now."""
    try:
        status = (run or in_terminal)((*editor.command, str(file.path)))
    except OSError as error:
        raise Refused(f"{editor.name} cannot be started: {error.strerror}.", _SETTING) from error
    try:
        written = _decoded(file.path.read_bytes())
    except FileNotFoundError as error:
        raise Refused(f"{editor.name} left no file behind, so nothing was changed.") from error
    if not text.endswith("\n"):
        written = written.removesuffix("\n")
    changed = written if written != text else None
    if status:
        why = f"was stopped by signal {-status}" if status < 0 else f"ended with an error ({status})"
        raise EditorFailed(f"{editor.name} {why}.", changed)
    return changed


def in_terminal(command: Sequence[str]) -> int:
    """Run a program in the foreground.

    A Ctrl-C that is typed meanwhile is the program's alone. A closed terminal and a request to end are passed on to
    it, and what it has written is looked after once it has gone.
    """
    with subprocess.Popen(command) as program, ExitStack() as stack:
        note = Path(command[-1]).with_name(_EDITOR)
        if note.parent.name.startswith(_PREFIX):
            _write(note, str(program.pid))

        def pass_on(number: int, _: object) -> None:
            program.send_signal(number)

        for name, answer in (("SIGINT", lambda *_: None), ("SIGTERM", pass_on), ("SIGHUP", pass_on)):
            if number := getattr(signal, name, None):
                stack.callback(signal.signal, number, signal.signal(number, answer))
        return program.wait()


def _decoded(content: bytes) -> str:
    try:
        return clean_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return clean_text(content.decode("cp1252", "replace"))


@contextmanager
def _private_folder(fallback: Path) -> Iterator[Path]:
    folder = _made([*memory_folders(), fallback], fallback)
    try:
        yield folder
    finally:
        if not (folder / _KEPT).exists():
            shutil.rmtree(folder)
        else:
            for beside in (_FILE, _BEFORE, _EDITOR):
                (folder / beside).unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(text.encode("utf-8", "replace"))


def _made(parents: list[Path], journal: Path) -> Path:
    failure: OSError | None = None
    for parent in parents:
        try:
            return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-{_mark(journal)}-", dir=parent))
        except OSError as error:
            failure = error
    raise _no_place(failure) from failure


def _mark(journal: Path) -> str:
    """Tells the folders of one journal from those of another, and no more."""
    return hashlib.sha256(str(journal.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def _no_place(failure: OSError | None) -> Refused:
    reason = failure.strerror if failure else "no folder"
    return Refused(f"There is no place for a private file: {reason}.", "The text is still here.")


def memory_folders() -> list[Path]:
    """Folders of this machine that lie in memory and that we may write to, the most private first."""
    if not sys.platform.startswith("linux"):
        return []
    named = [Path(each) for each in (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm") if each]
    return [each for each in named if _in_memory(each) and os.access(each, os.W_OK | os.X_OK)]


def _in_memory(folder: Path) -> bool:
    try:
        real = folder.resolve(strict=True)
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    best = ("", "")
    for line in mounts.splitlines():
        point, kind = [*line.split(" "), "", "", ""][1:3]
        if real.is_relative_to(point or "-") and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1] in ("tmpfs", "ramfs")


def rescue_left_behind(fallback: Path, keep: Callable[[str], object]) -> int:
    """Hand to `keep` the words of sessions that were killed while an editor was open, and remove their files then.

    Returns how many there were.

    `fallback` is as for `private_file`, and names the journal: words of another one stay where they are. What `keep`
    raises leaves the file where it is.
    """
    rescued = 0
    for parent in (*memory_folders(), fallback):
        for folder in parent.glob(f"{_PREFIX}*-{_mark(fallback)}-*"):
            process = folder.name.removeprefix(_PREFIX).partition("-")[0]
            kept = (folder / _KEPT).exists()
            if not process.isdigit() or not _is_ours(folder) or kept:
                continue
            if any(_is_alive(int(each)) for each in (process, _read(folder / _EDITOR)) if each.isdigit()):
                continue
            written = _read(folder / _FILE)
            if written.strip() and _hash(written) != _read(folder / _BEFORE):
                keep(written.strip())
                rescued += 1
            shutil.rmtree(folder, ignore_errors=True)
    return rescued


def _read(path: Path) -> str:
    return _decoded(path.read_bytes()) if path.is_file() else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _is_ours(folder: Path) -> bool:
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and (not hasattr(os, "getuid") or about.st_uid == os.getuid())


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return True  # os.kill would end it there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _has_ended(process)


def _has_ended(process: int) -> bool:
    """Whether it only waits for somebody to ask how it ended, as far as the system tells."""
    try:
        about = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return about.rpartition(")")[2].split()[:1] == ["Z"]
