"""What a session that was killed leaves behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerlog.errors import Refused
from peerlog.own_editor.private_folder import PrivateFolder, make_folder
from peerlog.own_editor.rescue import rescue_left_behind


def left(folder: Path, session: str, words: str | None = "left words\n") -> PrivateFolder:
    """What a session of the journal in `folder`, named by its process and a letter, leaves when it is killed."""
    process, letter = session.split("-")
    made = make_folder(folder, folder)
    whose = made.path.name.split("-")[3]
    left = PrivateFolder(made.path.rename(folder / f"peerlog-edit-{process}-{whose}-{letter}"))
    if words is not None:
        left.file.write_text(words)
    return left


@pytest.mark.usefixtures("no_memory")
def test_the_words_of_a_killed_session_are_handed_over(tmp_path: Path) -> None:
    gone, empty, alive = (
        left(tmp_path, "4194999-x"),
        left(tmp_path, "4194998-x", "\n"),
        left(tmp_path, f"{os.getpid()}-y"),
    )
    other = tmp_path / "peerlog-edit-4194999-0123456789ab-z"
    other.mkdir()
    (other / "entry.md").write_text("of another journal")
    still_open, as_given = left(tmp_path, "4194997-x"), left(tmp_path, "4194996-x", None)
    still_open.note_editor(os.getpid())
    as_given.give("unchanged\n")
    kept: list[str] = []
    assert rescue_left_behind(tmp_path, kept.append) == 1
    assert (still_open.path.exists(), as_given.path.exists()) == (True, False)
    assert kept == ["left words"]
    assert [each.exists() for each in (gone.path, empty.path, alive.path, other)] == [False, False, True, True]


@pytest.mark.usefixtures("no_memory")
def test_words_that_cannot_be_handed_over_stay(tmp_path: Path) -> None:
    gone = left(tmp_path, "4194999-x")

    def refuse(_: str) -> None:
        raise Refused("No.")

    with pytest.raises(Refused):
        rescue_left_behind(tmp_path, refuse)
    assert gone.file.read_text() == "left words\n"
