"""Editors that are installed and do nothing, and one that writes what it is told to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from peerlog.own_editor.editing import Run
from peerlog.own_editor.editor import Editor

EDITOR = Editor(("editor",), keeps_none=True)


def writes(written: str | bytes, status: int = 0) -> Run:
    def run(command: Sequence[str]) -> int:
        Path(command[-1]).write_bytes(written.encode() if isinstance(written, str) else written)
        return status

    return run


def program(folder: Path, name: str) -> Path:
    """A program on the search path that does nothing."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def install_programs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some editors, in a folder that is all of the search path."""
    for name in ("vim.basic", "nvim", "nano", "emacs", "emacsclient", "micro", "hx", "helix", "code", "nvi"):
        program(folder, name)
    (folder / "vi").symlink_to("vim.basic")
    (folder / "editor").symlink_to("nano")
    monkeypatch.setenv("PATH", str(folder))
    return folder
