from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests import prebuilt
from tests.privacy.canary import Watched

from peerlog.journal.home import Home, find_home

SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))


@pytest.fixture(scope="module")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prebuilt.build(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def journal(home: Path, empty_vault: Path) -> Home:
    return prebuilt.place(empty_vault, find_home(None, os.environ))


@pytest.fixture
def watched(home: Path, journal: Home, tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """Every folder that the program could write to: this test's home, and what the machine shares."""
    assert journal.data.is_relative_to(home)
    return Watched(home, SHARED, besides=tmp_path_factory.getbasetemp())


@pytest.fixture
def environ(home: Path) -> dict[str, str]:
    import peerlog

    source = str(Path(peerlog.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def passphrase_file(tmp_path: Path) -> str:
    path = tmp_path / "passphrase"
    path.write_text(prebuilt.PASSPHRASE)
    path.chmod(0o600)
    return str(path)
