from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.keyfile.examples import FIRST

from peerlog.vault import files, keyfile


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A folder with both files holding FIRST, and the folder of its generation."""
    folder = tmp_path / "journal"
    files.make_private_dir(folder)
    files.make_private_dir(keyfile.generation_dir(folder, 1))
    keyfile.write(folder, FIRST)
    return folder
