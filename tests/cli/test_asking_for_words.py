"""Words that are written in an editor, or typed where there is none."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.cli.own_editor import editor
from tests.cli.terminals import Conversation
from tests.prebuilt import PASSPHRASE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")


def test_an_entry_is_written_in_the_editor(cli: Program) -> None:
    talk = Conversation(cli, "add", EDITOR=editor(cli.root, 'echo "Written in it #sets" > "$1"'))
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 0
    assert "private temporary file" in talk.heard
    assert cli.json("list")["entries"][0]["fields"]["tags"] == ["sets"]


def test_an_entry_is_changed_in_the_editor(cli: Program) -> None:
    id_ = cli.add("Before")
    cli.run("settings", "set", "use_editor", "true")
    talk = Conversation(cli, "edit", id_, VISUAL=editor(cli.root, 'grep -q Before "$1" && echo After > "$1"'))
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 0
    assert "private temporary file" not in talk.heard
    assert cli.json("show", id_)["fields"]["text"] == "After"


def test_words_that_cannot_be_saved_become_a_draft(cli: Program) -> None:
    too_long = editor(cli.root, 'head -c 300000 /dev/zero | tr "\\0" a > "$1"')
    options = ["--kind", "meeting", "--tag", "a", "--tag", "b", "--set", "people=Sam, Kim", "--minutes", "1h"]
    talk = Conversation(cli, "add", *options, "--date", "2026-11-17 19:40", EDITOR=too_long)
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 2
    assert "kept as a draft" in " ".join(talk.heard.split())
    (draft,) = cli.json("today")["drafts"]
    assert len(draft["fields"].pop("text")) == 300_000
    assert draft["fields"] == {"tags": "a b", "people": "Kim, Sam", "minutes": "60", "when": "2026-11-17 19:40"}


def test_without_an_editor_the_text_is_typed(cli: Program) -> None:
    talk = Conversation(cli, "add", "--kind", "idea")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("Ctrl-D")
    talk.answer("Typed here,")
    talk.answer("on two lines.")
    talk.child.sendeof()
    assert talk.end() == 0
    assert cli.json("list")["entries"][0]["fields"]["text"] == "Typed here,\non two lines."


def test_an_editor_that_fails_changes_nothing(cli: Program) -> None:
    id_ = cli.add("Before")
    talk = Conversation(cli, "edit", id_, EDITOR=editor(cli.root, "exit 3"))
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 1
    assert cli.json("show", id_)["version"] == 1
    assert cli.json("today")["drafts"] == []


@pytest.mark.parametrize("ending", ["exit 3", "kill -9 $$"])
def test_what_an_editor_wrote_before_it_failed_is_kept(cli: Program, ending: str) -> None:
    id_ = cli.add("Before")
    talk = Conversation(cli, "edit", id_, EDITOR=editor(cli.root, f'echo "Half done" > "$1"; {ending}'))
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 1
    assert "kept as a draft" in " ".join(talk.heard.split())
    (draft,) = cli.json("today")["drafts"]
    assert (draft["entry"], draft["fields"]["text"]) == (id_, "Half done")
    assert cli.json("show", id_)["version"] == 1


def test_where_nothing_was_written_nothing_is_kept(cli: Program) -> None:
    talk = Conversation(cli, "add", "--tag", "sets", EDITOR="true")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 2
    assert "There is nothing to save yet." in talk.heard
    assert "draft" not in talk.heard
    assert cli.json("today")["drafts"] == []


def test_words_that_no_journal_takes_stay_in_their_private_file(cli: Program) -> None:
    away = cli.root / "away"
    script = editor(cli.root, f'echo "The only copy" > "$1"; mv "{cli.home.vault}" "{away}"')
    talk = Conversation(cli, "add", EDITOR=script)
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 1
    found = re.search(r"The text is in\s+(/\S+kept\.md)", talk.heard)
    assert found, talk.heard
    kept = Path(found[1])
    try:
        away.rename(cli.home.vault)
        again = Conversation(cli, "add", EDITOR=editor(cli.root, 'echo "Another" > "$1"'))
        again.expect("Passphrase")
        again.answer(PASSPHRASE)
        assert again.end() == 0
        assert kept.read_text(encoding="utf-8") == "The only copy\n"
        assert kept.stat().st_mode & 0o077 == 0
    finally:
        kept.unlink()
        kept.parent.rmdir()
