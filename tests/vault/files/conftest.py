from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.files.failures import OLD

from peerlog.vault import files, private_places


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "journal"
    private_places.make_private_dir(made)
    return made


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "file"
    files.replace_atomically(path, OLD)
    return path
