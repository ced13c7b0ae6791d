"""The bar on standard error: only when it takes long, only for somebody who looks."""

from __future__ import annotations

import time

import pytest

from peerlog.cli import terminal
from peerlog.cli.progress import progress


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock shows."""
    shown = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: shown[0])
    monkeypatch.setattr(terminal, "can_see", lambda: True)
    return shown


def test_nothing_is_shown_for_the_first_second(seconds: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Saving") as show:
        seconds[0] = 0.9
        show(5, 10)
    assert capsys.readouterr().err == ""


def test_a_bar_follows_and_is_wiped_away(seconds: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Saving") as show:
        for seconds[0], done in ((1.5, 5000), (1.51, 6000), (2.0, 20_000)):
            show(done, 10_000)
    said = capsys.readouterr().err
    assert said.count("\r") == 3
    assert "Saving ###############............... 5,000 of 10,000\x1b[K" in said
    assert "6,000" not in said
    assert said.endswith("\r\x1b[K")


def test_without_an_end_in_sight_things_are_counted(seconds: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading") as show:
        seconds[0] = 3
        show(1234, 0)
    assert "Reading 1,234\x1b[K" in capsys.readouterr().err


def test_a_pipe_gets_no_bar(
    seconds: list[float], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "can_see", lambda: False)
    with progress("Saving") as show:
        seconds[0] = 3
        show(1, 2)
    assert capsys.readouterr().err == ""
