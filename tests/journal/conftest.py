from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests import prebuilt

from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock


class SetClock:
    """A clock that shows what a test says: 21 November 2026, 20:00 in Dublin, to begin with."""

    def __init__(self) -> None:
        self.shows = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.shows

    def forward(self, **by: float) -> None:
        self.shows += timedelta(**by)


@pytest.fixture(scope="session")
def built_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prebuilt.build(tmp_path_factory.mktemp("built") / "journal")


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with prebuilt.honest_but_quick():
        yield


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def kept(home: Path, built_vault: Path) -> Home:
    """A home with a journal in it, closed."""
    return prebuilt.place(built_vault, Home(home / "peerlog", home / "state"))


@pytest.fixture
def journal(kept: Home, clock: SetClock) -> Iterator[Journal]:
    """The journal, open."""
    with unlock(kept, prebuilt.PASSPHRASE, clock=clock) as journal:
        yield journal
