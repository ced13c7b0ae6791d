from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import new_vault, open_vault

from peerlog.vault import exclusion
from peerlog.vault.entries import Entries
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever finds a lock taken is told soon."""
    monkeypatch.setattr(exclusion, "SHARED_WAIT", 0.05)
    monkeypatch.setattr(exclusion, "EXCLUSIVE_WAIT", 0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with an empty private space, closed."""
    return new_vault(tmp_path / "journal")


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with closing(open_vault(folder)) as vault:
        yield vault


@pytest.fixture
def space(vault: Vault) -> Iterator[Space]:
    """The private space, open."""
    with closing(vault.space()) as space:
        yield space


@pytest.fixture
def entries(space: Space) -> Entries:
    return Entries(space)
