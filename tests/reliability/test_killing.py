"""Kill -9 at any moment: everything that was acknowledged is there, and the journal is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reliability.running import LONG, figures

pytest.importorskip("select", reason="Windows has no kill -9")
pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')", reason="needs fork")


@pytest.mark.parametrize(
    ("task", "kills", "seed"),
    [("save", 80, 11), ("batches", 30, 1), ("files", 8, 4), ("rekeys", 30, 2), ("upkeep", 25, 3)],
)
def test_nothing_acknowledged_is_lost(tmp_path: Path, task: str, kills: int, seed: int) -> None:
    found = figures("killing", tmp_path / "kill" / "journal", task, kills * (10 if LONG else 1), seed)
    assert found["kills"] >= kills
    assert found["acknowledged"] >= found["kills"], "too little was written for the kills to fall into it"
