"""Journals to copy for the tests of the exchange, and people who have met."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.exchange.crew import Trio, opened, quick_folder, three
from tests.exchange.meeting import Peer
from tests.prebuilt import build


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def crews() -> Iterator[Path]:
    """Where journals are kept that are built once and copied (`crew`)."""
    with TemporaryDirectory(dir=quick_folder()) as folder:
        yield Path(folder)


@pytest.fixture
def pair(crews: Path) -> Iterator[tuple[Peer, Peer]]:
    with opened(crews, 2) as (kim, sam):
        yield kim, sam


@pytest.fixture
def trio(crews: Path) -> Iterator[Trio]:
    with three(crews) as found:
        yield found


@pytest.fixture(scope="module")
def unchanged(crews: Path) -> Iterator[Trio]:
    """For attempts that change nothing; all use the same."""
    with three(crews) as found:
        yield found
