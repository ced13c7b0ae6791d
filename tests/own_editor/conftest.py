"""Editors to choose among, and a machine without a memory file system."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.own_editor.editors import install_programs

from peerlog.own_editor import private_file, private_folder


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return install_programs(tmp_path / "bin", monkeypatch)


@pytest.fixture
def no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (private_file, private_folder):
        monkeypatch.setattr(module, "memory_folders", lambda: [])
