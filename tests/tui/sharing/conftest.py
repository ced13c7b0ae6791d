"""Two homes for each test; most begin where the two have met."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.sharing.homes import Homes, two_homes


@pytest.fixture
def homes(empty_vault: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have not met."""
    yield from two_homes(empty_vault, tmp_path)


@pytest.fixture
def met(homes: Homes) -> Homes:
    """Two who have met and compared words."""
    homes.meet()
    return homes
