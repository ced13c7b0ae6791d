"""Taking out of a damaged journal what can still be read, without touching it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.moment import utc_stamp
from ...errors import Damaged
from ..clock import Clock, SystemClock
from ..exported_files import require_place_for, write_file
from ..home import Home
from ..opening import keyring_opener, slot_opener

if TYPE_CHECKING:
    from ...vault.keyfile import KeyFile


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many entries were written, of how many that the journal knows of, and to which file.

    `files` of `all_files` that are kept with them were written to the folder `files_path`, None where none is known.
    """

    entries: int
    total: int
    path: Path
    files: int = 0
    all_files: int = 0
    files_path: Path | None = None


def salvage_to(
    home: Home, target: Path, *, passphrase: str | None = None, words: str | None = None, clock: Clock | None = None
) -> Salvaged:
    """Write what can be read, also of the trash, to a new file as peerlog's own JSON, which is not encrypted.

    It opens by the passphrase or recovery words. Raises `Damaged` when nothing can be read, `Refused` when the file is
    there already or cannot be written, and what unlocking raises.
    """
    return _salvaged(home, target, slot_opener(passphrase, words), clock)


def salvage_with_keyring(home: Home, target: Path) -> Salvaged | None:
    """The same by this machine's keyring; None when it does not open the journal."""
    opener = keyring_opener(home)
    return _salvaged(home, target, opener, None) if opener else None


def _salvaged(home: Home, target: Path, opener: Callable[[KeyFile], bytes], clock: Clock | None) -> Salvaged:
    from ...export import own_json
    from ...vault.salvage import salvaged
    from ...vault.salvage_files import content_of, files_known
    from ...vault.vault import Vault
    from ..evidence_export import write_listed

    now = utc_stamp((clock or SystemClock()).now())
    with closing(Vault.inspect(home.vault, opener)) as vault:
        found = [salvaged(vault.path(name), vault.key(name), name) for name in vault.spaces]
        total, entries = sum(many for many, _ in found), [entry for _, some in found for entry in some]
        if not entries:
            raise Damaged("No entry of this journal can be read.", "“peerlog restore” brings back its newest backup.")
        target = target.absolute()
        files = [file for name in vault.spaces for file in files_known(vault, name)]
        beside = target.with_name(f"{target.stem}-files")
        if files:
            require_place_for(beside, force=False)
        write_file(target, own_json.chunks(entries, now), force=False)
        if not files:
            return Salvaged(len(entries), total, target)
        written, _ = write_listed(beside, files, partial(content_of, vault), now, force=False)
    return Salvaged(len(entries), total, target, len(written), len(files), beside)
