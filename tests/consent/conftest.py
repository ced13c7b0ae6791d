from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def crews(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the journals of people who have met are built, once."""
    return tmp_path_factory.mktemp("crews")
