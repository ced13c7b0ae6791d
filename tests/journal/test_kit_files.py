"""A kit in a file opens the journal, or is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.errors import Refused, WrongPassphrase
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock_with_recovery_words
from peerlog.journal.safekeeping import upkeep
from peerlog.journal.safekeeping.kit_files import keep_kit_in_file
from peerlog.journal.safekeeping.unfinished import Unfinished
from peerlog.vault import files, keyfile


@pytest.fixture
def earlier(journal: Journal) -> str:
    """The words of an earlier kit."""
    key = upkeep.new_recovery_key()
    upkeep.keep_recovery_key(journal, key)
    return " ".join(key.words)


def make(journal: Journal, clock: SetClock, path: Path, *, known: bool = False) -> str:
    key = upkeep.new_recovery_key()
    try:
        keep_kit_in_file(journal, key, path, clock.now().date(), known=known)
    except Unfinished:
        assert known
        assert not path.exists()
    return " ".join(key.words)


def test_the_words_in_the_file_open_the_journal(journal: Journal, kept: Home, clock: SetClock, tmp_path: Path) -> None:
    make(journal, clock, tmp_path / "kit.txt")
    unlock_with_recovery_words(kept, (tmp_path / "kit.txt").read_text(encoding="utf-8")).close()


@pytest.mark.parametrize("which", [keyfile.NAME, keyfile.COPY_NAME])
def test_a_key_file_that_cannot_be_changed_leaves_no_kit(
    journal: Journal,
    kept: Home,
    clock: SetClock,
    tmp_path: Path,
    earlier: str,
    which: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace = files.replace_atomically
    fails = [True]

    def fail_once(path: Path, data: bytes) -> None:
        if path.name == which and fails:
            fails.clear()
            raise Refused("The folder is read-only.", "Make it writable.")
        replace(path, data)

    monkeypatch.setattr(keyfile, "replace_atomically", fail_once)
    with pytest.raises(Refused, match="read-only"):
        make(journal, clock, tmp_path / "kit.txt")
    assert not (tmp_path / "kit.txt").exists()
    unlock_with_recovery_words(kept, earlier).close()


@pytest.mark.parametrize("first", [True, False])
def test_a_file_that_cannot_be_written_leaves_the_earlier_kit(
    journal: Journal, kept: Home, clock: SetClock, tmp_path: Path, request: pytest.FixtureRequest, first: bool
) -> None:
    words = "" if first else str(request.getfixturevalue("earlier"))
    with pytest.raises(Refused, match="is not there"):
        make(journal, clock, tmp_path / "gone" / "kit.txt")
    if words:
        unlock_with_recovery_words(kept, words).close()
    else:
        assert keyfile.read(kept.vault).slot("recovery") is None


def test_words_that_somebody_has_on_paper_stay(
    journal: Journal, kept: Home, clock: SetClock, tmp_path: Path, earlier: str
) -> None:
    words = make(journal, clock, tmp_path / "gone" / "kit.txt", known=True)
    unlock_with_recovery_words(kept, words).close()
    with pytest.raises(WrongPassphrase):
        unlock_with_recovery_words(kept, earlier)


def test_a_file_that_is_there_changes_nothing(
    journal: Journal, kept: Home, clock: SetClock, tmp_path: Path, earlier: str
) -> None:
    path = tmp_path / "kit.txt"
    path.write_text("other", encoding="utf-8")
    with pytest.raises(Refused, match="already there"):
        make(journal, clock, path, known=True)
    assert path.read_text(encoding="utf-8") == "other"
    unlock_with_recovery_words(kept, earlier).close()
