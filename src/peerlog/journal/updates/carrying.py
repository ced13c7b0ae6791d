"""How updates travel between people: through a folder that some program carries, or by mail."""

from __future__ import annotations

from pathlib import Path

from ...errors import Refused
from ...exchange.folder import Folder
from ...exchange.sending import Sender
from ...exchange.update_files import name_of_digest
from ...vault.disk_errors import explained
from ..circle.circles import Circle
from ..home import expanded
from ..journal import Journal
from .arriving import not_seen


def use_folder(journal: Journal, circle: Circle, folder: Path | None) -> None:
    """Keep how updates travel: in this folder, which has to be there, or by mail for None."""
    space = journal.spaces[circle.space]
    if folder is not None:
        folder = expanded(folder).absolute()
        Folder(folder, space.id).require()
    space.set_value("folder", str(folder) if folder else "")


def require_there(path: Path) -> None:
    """Raise `Refused` where nothing lies under this path. It asks the file system alone, which may take long."""
    with explained(path):
        path.stat()


def tidy_folder(journal: Journal, circle: Circle) -> list[str]:
    """Remove those of one's own updates from the folder that everybody they were for has confirmed; their names."""
    if not circle.folder:
        return []
    space = journal.spaces[circle.space]
    folder = Folder(Path(circle.folder), space.id)
    sender = Sender(space, journal.time.stamp())
    names = {name_of_digest(space.id, each.device, each.number, each.digest) for each in sender.confirmed()}
    return [name for name in folder.names() if name in names and folder.remove(name)]


def waiting_in_folder(journal: Journal, circle: Circle, names: list[str]) -> int:
    """How many of the files in the circle's folder (`names_in_folder`) nobody here has looked at."""
    return len(not_seen(journal.spaces[circle.space], names))


def names_in_folder(folder: str, space: str) -> list[str]:
    """The names of the updates in a folder for the space with this id; nothing where it is not there.

    It asks the file system alone, which may take long: in the app, not in the journal's thread.
    """
    try:
        return Folder(Path(folder), space).names()
    except Refused:
        return []
