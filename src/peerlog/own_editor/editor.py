"""Which editor it is, and what keeps it from leaving copies of what it edits."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..domain.text import brief
from ..errors import BadInput, Refused

_VIM = "set noswapfile nobackup nowritebackup noundofile nomodeline viminfo="
_NVIM = "set noswapfile nobackup nowritebackup noundofile nomodeline shada="
_EMACS = (
    "(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil create-lockfiles nil"
    " kill-buffer-delete-auto-save-files t)"
)
SETTING = "Set $VISUAL or $EDITOR, or “editor” in the settings."
"""What to do about an editor that does not work."""

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
        raise Refused("No editor of your own is set.", SETTING)
    try:
        command = shlex.split(said, posix=os.name != "nt")
    except ValueError as error:
        raise BadInput(f"The editor “{brief(said)}” has a quotation mark too many.", SETTING) from error
    found = shutil.which(command[0])
    if found is None:
        raise Refused(f"The editor “{brief(command[0])}” is not installed.", SETTING)
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
