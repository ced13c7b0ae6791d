"""Folders that a service copies to other machines, told by their names and by what the services leave in them."""

from __future__ import annotations

from pathlib import Path

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
}
_LEFT_BEHIND = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud or ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tresorit": "Tresorit",
}


def synced_by(path: Path) -> str | None:
    """The service that seems to copy what is at `path` to other machines, or None when none is known to."""
    folders = [path.absolute(), *path.absolute().parents]
    for folder in folders:
        name = folder.name.casefold()
        for start, service in _NAMES.items():
            if name == start or name.startswith((f"{start} ", f"{start}-")):
                return service
        for left, service in _LEFT_BEHIND.items():
            if (folder / left).exists():
                return service
    return None
