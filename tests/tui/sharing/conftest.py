"""Two homes for each test; most begin where the two have met."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import prebuilt
from tests.tui.sharing.homes import Homes, homes_in, two_homes


@pytest.fixture(scope="session")
def folder_of_those_who_met(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who have met and compared words, to be copied."""
    folder = tmp_path_factory.mktemp("met")
    with prebuilt.honest_but_quick():
        two_homes(empty_vault, folder).meet()
    return folder


@pytest.fixture
def homes(empty_vault: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have not met."""
    with prebuilt.honest_but_quick():
        yield two_homes(empty_vault, tmp_path)


@pytest.fixture
def met(folder_of_those_who_met: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have met and compared words."""
    shutil.copytree(folder_of_those_who_met, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)
