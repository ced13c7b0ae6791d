"""What comes back from an editor, and what does not."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.own_editor.editors import EDITOR, writes

from peerlog.errors import Refused
from peerlog.own_editor.editing import EditorFailed, edit_text
from peerlog.own_editor.editor import Editor


def test_what_comes_back(tmp_path: Path) -> None:
    assert edit_text("words", EDITOR, tmp_path, writes("words\n")) is None
    assert edit_text("words\n", EDITOR, tmp_path, writes("words")) == "words"
    assert edit_text("words", EDITOR, tmp_path, writes("one\r\ntwo\x1b[31m\n")) == "one\ntwo"
    assert edit_text("words", EDITOR, tmp_path, writes(b"caf\xe9\n")) == "café"
    assert edit_text("words", EDITOR, tmp_path, writes("")) == ""


def test_an_editor_that_fails_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed, match=r"ended with an error \(1\), so nothing was changed") as failed:
        edit_text("words", EDITOR, tmp_path, writes("words\n", status=1))
    assert failed.value.written is None

    def lose(command: Sequence[str]) -> int:
        Path(command[-1]).unlink()
        return 0

    with pytest.raises(Refused, match="left no file"):
        edit_text("words", EDITOR, tmp_path, lose)


def test_what_an_editor_that_fails_had_written_comes_with_the_failure(tmp_path: Path) -> None:
    with pytest.raises(EditorFailed, match=r"ended with an error \(1\)\.$") as failed:
        edit_text("words", EDITOR, tmp_path, writes("other\n", status=1))
    assert failed.value.written == "other"
    with pytest.raises(EditorFailed, match="stopped by signal 9"):
        edit_text("words", EDITOR, tmp_path, writes("other", status=-9))


def test_a_real_program_is_run(tmp_path: Path) -> None:
    script = tmp_path / "shout.py"
    script.write_text("import sys; p = sys.argv[1]; t = open(p).read(); open(p, 'w').write(t.upper())")
    assert edit_text("words", Editor((sys.executable, str(script)), keeps_none=False), tmp_path) == "WORDS"
