"""What is copied for other programs, with a file in the place of a desktop's clipboard."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from tests.tui.driving import Stage

from peerlog.tui.life import clipboard
from peerlog.tui.life.clipboard import Clipboard, Programs, programs_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has none of these programs")


def a_desktop(place: Path) -> Programs:
    return Programs(("tee", str(place)), ("cat", str(place)), ("tee", str(place)))


async def test_a_program_is_asked_and_the_terminal_is_not(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, app, told = tmp_path / "clipboard", stage.app(), list[str]()
    monkeypatch.setattr(clipboard, "find_programs", lambda: a_desktop(place))
    monkeypatch.setattr(app, "copy_to_clipboard", told.append)
    ours = Clipboard(app)
    await ours.put("Zoë\nasks")
    assert place.read_text(encoding="utf-8") == "Zoë\nasks"
    await ours.take_away()
    assert place.read_text(encoding="utf-8") == ""
    await ours.put("again")
    place.write_text("of another program", encoding="utf-8")
    await ours.take_away()
    assert place.read_text(encoding="utf-8") == "of another program"
    await ours.take_away()
    assert told == []


async def test_the_terminal_is_asked_where_a_program_fails(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app, told = stage.app(), list[str]()
    monkeypatch.setattr(clipboard, "find_programs", lambda: Programs(("false",), ("false",), ("false",)))
    monkeypatch.setattr(app, "copy_to_clipboard", told.append)
    ours = Clipboard(app)
    await ours.put("one")
    await ours.put("two")
    await ours.take_away()
    assert told == ["one", "two", " "]


@pytest.mark.parametrize("ending", ["SIGHUP", "SIGTERM"])
async def test_nothing_stays_there_when_the_terminal_is_closed(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    place, ended = tmp_path / "clipboard", asyncio.Event()
    monkeypatch.setattr(clipboard, "find_programs", lambda: a_desktop(place))
    monkeypatch.setattr("os.kill", lambda *_: ended.set())
    ours = Clipboard(stage.app())
    await ours.put("Zoë")
    signal.raise_signal(getattr(signal, ending))
    await asyncio.wait_for(ended.wait(), 5)
    assert place.read_text(encoding="utf-8") == ""
    assert not ours.holds_ours
    await ours.put("again")
    await ours.take_away()
    assert signal.getsignal(getattr(signal, ending)) == signal.SIG_DFL


async def test_it_says_when_it_cannot_tell(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, said = tmp_path / "clipboard", list[Programs]()
    monkeypatch.setattr(clipboard, "find_programs", said.pop)
    desktop = a_desktop(place)
    said += [Programs(desktop.put, ("false",), desktop.empty), Programs(desktop.put, desktop.get, ("false",)), desktop]
    whole = Clipboard(stage.app())
    await whole.put("words\n")
    place.write_text("words", encoding="utf-8")  # some take the last line end away
    assert await whole.take_away()
    assert place.read_text(encoding="utf-8") == ""
    for _ in range(2):
        ours = Clipboard(stage.app())
        await ours.put("words")
        assert not await ours.take_away()


def test_programs_are_those_of_the_desktop_one_sits_at(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"wl-copy", "wl-paste", "xsel", "pbcopy", "pbpaste"}
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)

    def first(platform: str, **environment: str) -> str:
        found = programs_of(platform, environment)
        return found.put[0] if found else ""

    assert first("darwin") == "pbcopy"
    assert first("linux", WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == "wl-copy"
    assert first("linux", DISPLAY=":0") == "xsel"
    assert first("linux") == ""
    assert first("linux", DISPLAY=":10", SSH_CONNECTION="a b") == ""
