"""A crash before any operation on files, one after the other: the state before or the state after, never between."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reliability.running import figures

pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')", reason="needs fork")


@pytest.mark.parametrize(
    ("task", "least"),
    [("create", 15), ("rekey", 40), ("slot", 15), ("backup", 30), ("restore", 20), ("forget", 5), ("mark", 10)],
)
def test_every_crash_point(tmp_path: Path, task: str, least: int) -> None:
    assert figures("crash_points", tmp_path, task)["points"] >= least
