"""A vault: the folder with its key file, one generation of spaces, and the backups."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from ..crypto.slots import Slot
from ..crypto.spacekeys import space_key
from ..domain.entry import PRIVATE
from ..errors import Busy, Damaged, NewerFormat, Refused
from . import keyfile
from .birth import create_space, create_whole
from .connection import connect, format_version, translated
from .disk_errors import explained, said_of
from .exclusion import KEYS, Hold
from .keyfile import KeyFile, generation_dir
from .layout import exists as exists
from .layout import generations as generations
from .layout import space_names as space_names
from .layout import space_path as space_path
from .migrations import migrate
from .private_places import make_private_dir, require_private_dir, require_private_file, require_real_dir
from .schema import VERSION
from .space import Space
from .surroundings import require_folder_above, require_kept_name
from .syncing import sync_dir

BACKUPS = "backups"

_CIRCLE_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
Unlock = Callable[[KeyFile], bytes]
"""Opens one of a key file's slots: gives the 32-byte vault key, or raises `WrongPassphrase` or `Damaged`."""


def create(folder: Path, seal: Callable[[bytes, str], Slot], settings: dict[str, str], now: str) -> None:
    """Make a vault with an empty private space; `seal(vault_key, vault_id)` gives its first slot.

    It is built beside its place and moved there whole, so that a crash leaves a vault or none.
    """
    require_folder_above(folder)
    if exists(folder):
        raise Refused("There is a journal here already.", "Open it with “peerlog”, or choose another --home.")
    with explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in folder.parent.glob(f".{escape(folder.name)}.*.new"):
            shutil.rmtree(left)
        if folder.exists() and not any(folder.iterdir()):
            folder.rmdir()
    require_kept_name(folder)
    new = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}.new")
    try:
        with said_of(folder, new):
            _build(new, seal, settings, now)
        with explained(folder):
            new.rename(folder)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            shutil.rmtree(new)
        raise
    with explained(folder):
        sync_dir(folder.parent)


def _build(new: Path, seal: Callable[[bytes, str], Slot], settings: dict[str, str], now: str) -> None:
    vault_id, vault_key = keyfile.new_vault_id(), secrets.token_bytes(32)
    for path in (new, generation_dir(new, 1), generation_dir(new, 1) / "circles", new / BACKUPS):
        make_private_dir(path)
    create_space(space_path(new, 1, PRIVATE), space_key(vault_key, vault_id, 1, PRIVATE), settings, now)
    keyfile.write(new, KeyFile(vault_id, 1, (seal(vault_key, vault_id),)))


class Vault:
    """An open vault: holds the vault key in memory and the folder's shared lock until `close()`.

    `mended` says that one of the two key files was damaged or missing, and has been written anew.
    """

    def __init__(self, folder: Path, keys: KeyFile, vault_key: bytes, hold: Hold) -> None:
        self.folder = folder
        self.keys = keys
        self.vault_key = vault_key
        self.mended = False
        self._hold = hold

    @classmethod
    def open(cls, folder: Path, unlock: Unlock) -> Vault:
        """Open the vault with a slot's secret, bringing its spaces to the newest format first when that is due."""
        require_private_dir(folder)
        require_kept_name(folder)
        mended = _heal(folder)
        hold = Hold.shared(folder)
        try:
            keys = keyfile.read(folder)
            _require_private(folder, keys.generation)
            vault = cls(folder, keys, unlock(keys), hold)
            vault.mended = mended
            vault._remove_old_generations()
            vault._migrate_if_due()
            return vault
        except BaseException:
            hold.release()
            raise

    @classmethod
    def inspect(cls, folder: Path, unlock: Unlock) -> Vault:
        """Open a vault that may be damaged, to look at it: nothing is mended, migrated or removed."""
        require_private_dir(folder)
        hold = Hold.shared(folder)
        try:
            keys = keyfile.read(folder)
            for path in _folders(folder, keys.generation):
                require_real_dir(path)
            return cls(folder, keys, unlock(keys), hold)
        except BaseException:
            hold.release()
            raise

    def close(self) -> None:
        self._hold.release()

    @property
    def id(self) -> str:
        return self.keys.vault_id

    @property
    def spaces(self) -> list[str]:
        return space_names(self.folder, self.keys.generation)

    def path(self, name: str) -> Path:
        return space_path(self.folder, self.keys.generation, name)

    def key(self, name: str) -> str:
        """The raw key of a space in the current generation."""
        return space_key(self.vault_key, self.id, self.keys.generation, name)

    def space(self, name: str = PRIVATE, *, read_only: bool = False) -> Space:
        """Open one space; the caller closes it, in the thread that opened it."""
        return Space.open(name, self.path(name), self.key(name), read_only=read_only)

    def create_circle(self, settings: dict[str, str], now: str) -> str:
        """Make the space of a new circle; its name, drawn at random. Raises `Refused` when the disk refuses."""
        name = "".join(secrets.choice(_CIRCLE_LETTERS) for _ in range(16))
        path = self.path(name)
        with Hold.exclusive(self.folder, KEYS):
            make_private_dir(path.parent)
            create_whole(path, self.key(name), settings, now)
        return name

    def remove_circle(self, name: str) -> None:
        """Remove the space of a circle that came to nothing, for good; whoever had it open has closed it.

        The high-water mark still knows it: `watermark.leave_out` follows.
        """
        if name == PRIVATE:
            raise ValueError("the private space is no circle")
        path = self.path(name)
        with Hold.exclusive(self.folder, KEYS), explained(path):
            path.unlink()
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
            sync_dir(path.parent)

    def replace_slot(self, slot: Slot) -> None:
        """Add a slot, or put it in the place of the one of its type."""
        self._write_keys(lambda keys: keys.with_slot(slot))

    def remove_slot(self, slot_type: str) -> None:
        self._write_keys(lambda keys: keys.without_slot(slot_type))  # type: ignore[arg-type]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Trade the shared lock for the exclusive one for a while.

        Raises `Busy` if others are in, or have rekeyed or restored in the moment between the two locks.
        """
        self._hold.release()
        try:
            self._hold = Hold.exclusive(self.folder)
        except BaseException:
            self._hold = Hold.shared(self.folder)
            raise
        try:
            self._require_same_keys()
            yield
        finally:
            self._hold.release()
            self._hold = Hold.shared(self.folder)
        self._require_same_keys()

    def change_keys(self, keys: KeyFile, vault_key: bytes) -> None:
        """Put another generation in force: the one commit point of a rekey, which runs inside `alone()`."""
        before = self.keys
        try:
            self._write_keys(lambda _: keys)
        finally:
            if self.keys.generation != before.generation:
                self.vault_key = vault_key

    def _require_same_keys(self) -> None:
        now = keyfile.read(self.folder)
        if (now.vault_id, now.generation) != (self.keys.vault_id, self.keys.generation):
            raise Busy("Another peerlog has changed the whole journal meanwhile.", "Unlock it again.")

    def _write_keys(self, change: Callable[[KeyFile], KeyFile]) -> None:
        """Change the key file as it is now. Others may go on writing entries, for the vault key stays the same.

        When it fails half-way, what is on the disk decides, here as after a crash: `keys` is that then.
        """
        with Hold.exclusive(self.folder, KEYS):
            keys = change(keyfile.read(self.folder))
            try:
                keyfile.write(self.folder, keys)
            finally:
                self.keys = keyfile.read(self.folder)

    def _remove_old_generations(self) -> None:
        """What a rekey that was cut short after its commit point left behind.

        A later generation than the current one stays: it is a rekey that was cut short before, or was put there by
        hand, together with an older key file.
        """
        current = generation_dir(self.folder, self.keys.generation)
        with explained(current):
            there = current.is_dir()
        if not there:
            raise Damaged(
                f"The folder {current.name} of your journal is missing.", "Run “peerlog restore” on a backup."
            )
        if self.keys.healed_from_copy or self.keys.copy_outdated:
            return
        for number, path in generations(self.folder):
            if number < self.keys.generation:
                with explained(path):
                    shutil.rmtree(path)

    def _migrate_if_due(self) -> None:
        for name in self.spaces:
            connection = connect(self.path(name), self.key(name))
            try:
                found = format_version(connection)
                if found > VERSION:
                    raise NewerFormat(
                        f"This journal has format {found}; this peerlog knows up to {VERSION}.",
                        "Install a newer peerlog.",
                    )
                if found < VERSION:
                    with self.alone(), translated(self.path(name), "nothing was changed"):
                        migrate(connection)
            finally:
                connection.close()


def _heal(folder: Path) -> bool:
    """Write the key file anew when one of the two is damaged or behind; whether no crash explains that."""
    keys = keyfile.read(folder)
    if not (keys.healed_from_copy or keys.copy_outdated):
        return False
    with Hold.exclusive(folder, KEYS):
        keyfile.write(folder, keyfile.read(folder))
    return keys.one_spoilt


def _folders(folder: Path, generation: int) -> list[Path]:
    """The folders of a generation that there are."""
    base = generation_dir(folder, generation)
    with explained(base):
        return [path for path in (base, base / "circles") if os.path.lexists(path)]


def _require_private(folder: Path, generation: int) -> None:
    """Refuse a generation of which a folder or a space is not where it seems to be, or not its owner's alone."""
    for path in _folders(folder, generation):
        require_private_dir(path)
    for name in space_names(folder, generation):
        path = space_path(folder, generation, name)
        if os.path.lexists(path):
            require_private_file(path)
