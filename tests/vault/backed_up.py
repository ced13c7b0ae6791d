"""Writing into a vault, and what its backups are called."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

from tests.vault.vaults import add

from peerlog.vault.vault import Vault

DAY = timedelta(days=1)


def write(vault: Vault, text: str, name: str = "private") -> None:
    with closing(vault.space(name)) as space:
        add(space, text)


def names(vault: Vault) -> list[str]:
    return sorted(path.name for path in (vault.folder / "backups").iterdir())
