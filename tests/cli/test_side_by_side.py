"""Several at once, and a machine that runs out of something."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

from peerlog.domain.selection import Selection
from peerlog.journal.opening import unlock


def test_many_add_while_the_journal_is_open_elsewhere(cli: Program) -> None:
    with unlock(cli.home, PASSPHRASE) as journal:
        seen = journal.changes_seen
        children = [
            subprocess.Popen(
                [sys.executable, "-m", "peerlog", "add", f"Entry {number}", "--tag", "many"],
                env=cli.environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for number in range(4)
        ]
        for child in children:
            said, complained = child.communicate(timeout=60)
            assert (child.returncode, complained) == (0, b""), complained
            assert b"Entry " in said
        assert journal.changes_seen != seen
        journal.entries.add("note", {"text": "Mine"})
        texts = [entry.text for entry in journal.entries.page(Selection()).entries]
    assert sorted(texts) == ["Entry 0", "Entry 1", "Entry 2", "Entry 3", "Mine"]
    assert cli.json("tags")["tags"] == [{"tag": "many", "entries": 4}]


def test_new_keys_have_to_wait_until_the_journal_is_closed_elsewhere(cli: Program) -> None:
    with unlock(cli.home, PASSPHRASE):
        result = cli.run("rekey", "--yes")
        assert result.exit_code == 5
        assert "open in another peerlog" in result.stderr
    assert cli.run("rekey", "--yes").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_no_space_is_told_and_leaves_the_journal_as_it_was(cli: Program) -> None:
    cli.run("settings", "set", "backups", "false")
    cli.add("Before")
    size = (cli.home.vault / "gen-1" / "private.db").stat().st_size
    done = subprocess.run(
        [sys.executable, "-m", "peerlog", "add", "-"],
        input=b"words and more words " * 8000,
        env=cli.environment(),
        capture_output=True,
        check=False,
        preexec_fn=_limited(size),
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith("peerlog: ")
    assert "nothing was saved" in said
    assert "words" not in said
    assert [entry["headline"] for entry in cli.json("list")["entries"]] == ["Before"]
    assert cli.run("check").exit_code == 0


def _limited(size: int) -> Callable[[], None]:
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit
