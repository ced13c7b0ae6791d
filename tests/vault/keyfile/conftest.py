from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.keyfile.examples import FIRST

from peerlog.vault import keyfile, private_places


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A folder with both files holding FIRST, and the folder of its generation."""
    folder = tmp_path / "journal"
    private_places.make_private_dir(folder)
    private_places.make_private_dir(keyfile.generation_dir(folder, 1))
    keyfile.write(folder, FIRST)
    return folder
