"""`drafts`: what was begun and not saved, reached without the app."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests import prebuilt
from tests.cli.conftest import Program

from peerlog.domain.entry import Draft
from peerlog.journal.opening import unlock
from peerlog.own_editor.memory_folders import memory_folders


def keep(cli: Program, id_: str, kind: str, fields: dict[str, Any], entry: str | None = None, base: int = 0) -> str:
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        journal.entries.keep_draft(Draft(id_ * 8, kind, fields, "2026-11-27T14:30:00Z", entry, base))
    return id_ * 8


def test_what_was_begun_is_listed_shown_and_hinted_at(cli: Program) -> None:
    assert cli.run("drafts").stderr == "Nothing is unfinished.\n"
    id_ = keep(cli, "a1b2", "idea", {"text": "Half a thought", "tags": "sets", "links": ["x", "y"]})
    keep(cli, "a1b3", "note", {"title": "Other"})
    listed = cli.run("drafts").stdout
    assert "a1b2a1b  2026-11-27 14:30  idea  Half a thought\n" in listed
    assert [each["id"] for each in cli.json("drafts")["drafts"]] == [id_, "a1b3" * 8]
    assert cli.run("drafts", "show", "a1b2").stdout.endswith("tags: sets\nlinks: x, y\n\nHalf a thought\n")
    assert cli.json("drafts", "show", "a1b2")["fields"]["tags"] == "sets"
    assert "“peerlog drafts”" in cli.run("today").stdout


def test_a_new_entry_is_saved_from_its_draft(cli: Program) -> None:
    typed = {"text": "What we said", "people": "Sam, Kim", "minutes": "1h", "when": "2026-11-17 19:40", "tags": "a b"}
    keep(cli, "a1b2", "meeting", typed)
    assert cli.run("drafts", "save", "a1b2").exit_code == 0
    assert cli.json("drafts")["drafts"] == []
    (entry,) = cli.json("list")["entries"]
    assert entry["fields"] == {
        "text": "What we said",
        "people": ["Kim", "Sam"],
        "minutes": 60,
        "tags": ["a", "b"],
        "when": "2026-11-17T19:40:00+00:00[Europe/Dublin]",
    }


def test_a_change_is_saved_from_its_draft(cli: Program) -> None:
    id_ = cli.add("Before", "--date", "2026-11-17 19:40:21", "--title", "T")
    cli.run("edit", id_, "--text", "Meanwhile")
    keep(cli, "a1b2", "note", {"text": "After", "when": "2026-11-17 19:40"}, id_, 1)
    result = cli.run("drafts", "save", "a1b2")
    assert "those words are version 2" in result.stderr
    found = cli.json("show", id_)
    assert (found["version"], found["headline"], found["when"]) == (3, "After", "2026-11-17T19:40:21+00:00")


def test_a_change_of_what_has_gone_becomes_a_new_entry(cli: Program) -> None:
    id_ = cli.add("Before")
    cli.run("delete", id_)
    keep(cli, "a1b2", "note", {"text": "After"}, id_, 1)
    cli.run("drafts", "save", "a1b2")
    assert [each["headline"] for each in cli.json("list")["entries"]] == ["After"]


def test_what_does_not_fit_stays_a_draft(cli: Program) -> None:
    keep(cli, "a1b2", "note", {"text": "x", "minutes": "soon"})
    assert cli.run("drafts", "save", "a1b2").exit_code == 2
    assert len(cli.json("drafts")["drafts"]) == 1


def test_a_draft_is_thrown_away_with_a_yes_only(cli: Program) -> None:
    keep(cli, "a1b2", "note", {"text": "x"})
    assert cli.run("drafts", "drop", "a1b2").exit_code == 2
    assert len(cli.json("drafts")["drafts"]) == 1
    assert cli.run("drafts", "drop", "a1b2", "--yes").exit_code == 0
    assert cli.json("drafts")["drafts"] == []


@pytest.mark.parametrize(("id_", "status"), [("a1", 2), ("xyzw", 2), ("a1b2a", 2), ("ffff", 1)])
def test_an_id_names_one_draft(cli: Program, id_: str, status: int) -> None:
    keep(cli, "a1b2", "note", {"text": "x"})
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        journal.entries.keep_draft(Draft("a1b2a" + "0" * 27, "note", {"text": "y"}, "2026-11-27T14:30:00Z"))
    assert cli.run("drafts", "save", id_).exit_code == status
    assert [line.split()[0] for line in cli.run("drafts").stdout.splitlines()] == ["a1b2a1b", "a1b2a00"]


@pytest.fixture
def slow_editor(tmp_path: Path) -> Path:
    """An editor that writes an hour's words at once, and stays open."""
    script = tmp_path / "slow"
    ready = f'echo $$ >"{tmp_path}/pid"\nmv "{tmp_path}/pid" "{tmp_path}/written"\n'
    script.write_text(f'#!/bin/sh\necho "An hour of words" >"$1"\n{ready}exec sleep 60\n')
    script.chmod(0o700)
    return script


def noted(process: int, cli: Program) -> bool:
    """Whether peerlog has noted which process its editor is."""
    places = (*memory_folders(), cli.home.vault)
    return any(any(place.glob(f"peerlog-edit-{process}-*/editor")) for place in places)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_words_in_an_editor_outlive_the_program(cli: Program, slow_editor: Path, name: str) -> None:
    pexpect = pytest.importorskip("pexpect")
    from tests.cli.terminals import Conversation

    asked = Conversation(cli, "add", EDITOR=str(slow_editor))
    asked.expect("Passphrase")
    asked.answer(prebuilt.PASSPHRASE)
    end = time.monotonic() + 30
    while not (slow_editor.parent / "written").exists() or not noted(asked.child.pid, cli):
        assert time.monotonic() < end, asked.heard
        asked.child.expect([pexpect.TIMEOUT, "no such words"], timeout=0.1)
    os.kill(asked.child.pid, getattr(signal, name))
    if name == "SIGKILL":
        asked.child.wait()  # the system ends the editor with its terminal
    else:
        assert asked.end() == 1
    while not (drafts := cli.json("drafts")["drafts"]):
        assert time.monotonic() < end, "the words did not come back"
    (draft,) = drafts
    assert draft["fields"]["text"].strip() == "An hour of words"
