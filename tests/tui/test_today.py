"""Tab 1 and its neighbours: what they show, and what Enter and n do there."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage
from tests.tui.snapshot import picture


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_today(stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with stage.opened(size=size) as pilot:
        assert await picture(pilot) == screen_snapshot
