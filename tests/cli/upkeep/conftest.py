"""A new passphrase for what changes it."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program
from tests.cli.upkeep.looked_after import NEW


@pytest.fixture
def new_passphrase(cli: Program, monkeypatch: pytest.MonkeyPatch) -> str:
    """A new passphrase, where scripts put it; the path of its file."""
    path = cli.root / "new"
    path.write_text(NEW + "\n", encoding="utf-8")
    monkeypatch.setenv("PEERLOG_NEW_PASSPHRASE_FILE", str(path))
    return str(path)
