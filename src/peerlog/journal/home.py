"""Where a person's journal and what belongs to it lie on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadInput


@dataclass(frozen=True, slots=True)
class Home:
    """A data folder. `state` is apart, so that putting back an older vault does not put back its high-water mark."""

    data: Path
    state: Path

    @property
    def vault(self) -> Path:
        return self.data / "vault"


def expanded(path: Path) -> Path:
    """A path with `~` and `~somebody` written out; raises `BadInput` where there is no such person here."""
    try:
        return path.expanduser()
    except RuntimeError:
        raise BadInput(f"There is no home folder for {path.parts[0]} on this machine.", "Write out the path.") from None


def find_home(option: Path | None, environ: Mapping[str, str]) -> Home:
    """The home that `--home` names, else `PEERLOG_HOME`, else the platform's folder for data."""
    named = option or (Path(environ["PEERLOG_HOME"]) if environ.get("PEERLOG_HOME") else None)
    from platformdirs import PlatformDirs

    folders = PlatformDirs("peerlog", appauthor=False)
    data = expanded(named).absolute() if named else folders.user_data_path
    return Home(data, folders.user_state_path)


def config_folder() -> Path:
    """The platform's folder for settings, page templates and keys."""
    from platformdirs import PlatformDirs

    return PlatformDirs("peerlog", appauthor=False).user_config_path
