"""The vault of a module, which names in `GOLDEN` its folder and the file of what was put there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.golden.frozen import private_copy, with_passphrase

from peerlog.vault.keyfile import KeyFile
from peerlog.vault.vault import Vault


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.module.GOLDEN[0]
    return found


@pytest.fixture(scope="module")
def vault_key(folder: Path) -> bytes:
    """Its key, derived once."""
    return with_passphrase(KeyFile.parse((folder / "vault.json").read_bytes()))


@pytest.fixture
def golden(folder: Path, tmp_path: Path, vault_key: bytes) -> Iterator[Vault]:
    with closing(Vault.open(private_copy(folder, tmp_path / "journal"), lambda _: vault_key)) as vault:
        yield vault


@pytest.fixture(scope="module")
def expected(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(request.module.GOLDEN[1].read_text(encoding="utf-8"))
    return found
