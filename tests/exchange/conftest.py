"""Journals to copy for the tests of the exchange."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.prebuilt import build


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("empty"))
