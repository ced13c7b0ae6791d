"""Having an editor work on a text, and taking back what it made of it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from ..errors import Refused
from .editor import SETTING, Editor
from .private_file import PrivateFile, private_file
from .private_folder import PrivateFolder, decoded

Run = Callable[[Sequence[str]], int]


class EditorFailed(Refused):
    """The editor ended with an error; `written` is what it had made of the text by then, None when nothing."""

    def __init__(self, message: str, written: str | None) -> None:
        super().__init__(message if written is not None else f"{message.removesuffix('.')}, so nothing was changed.")
        self.written = written


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
        raise Refused(f"{editor.name} cannot be started: {error.strerror}.", SETTING) from error
    try:
        written = decoded(file.path.read_bytes())
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
        PrivateFolder(Path(command[-1]).parent).note_editor(program.pid)

        def pass_on(number: int, _: object) -> None:
            program.send_signal(number)

        for name, answer in (("SIGINT", lambda *_: None), ("SIGTERM", pass_on), ("SIGHUP", pass_on)):
            if number := getattr(signal, name, None):
                stack.callback(signal.signal, number, signal.signal(number, answer))
        return program.wait()
