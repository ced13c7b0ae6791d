"""What is asked on a terminal, and what is said where there is none."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation
from tests.played import Demo
from tests.prebuilt import PASSPHRASE

from peerlog.cli.commands.demo import MARK

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

NEW = "copper violin meadow drizzle"


def test_the_passphrase_is_asked_for_three_times_and_never_shown(cli: Program) -> None:
    talk = Conversation(cli, "list")
    for number in range(3):
        talk.expect("Passphrase")
        talk.answer(f"wrong number {number}")
        talk.expect("That passphrase does not open this journal.")
    assert talk.end() == 3
    assert "wrong number" not in talk.heard


def test_the_second_try_may_be_right(cli: Program) -> None:
    cli.add("Ask before advising.")
    talk = Conversation(cli, "list")
    talk.expect("Passphrase")
    talk.answer("wrong")
    talk.expect("That passphrase does not open this journal.")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    assert talk.end() == 0
    assert "Ask before advising." in talk.heard
    assert PASSPHRASE not in talk.heard


def test_the_passphrase_is_asked_for_on_the_terminal_while_text_comes_through_a_pipe(cli: Program) -> None:
    script = f'echo "From a pipe" | "{sys.executable}" -m peerlog add -'
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", script],
        env=cli.environment(drop=("PEERLOG_PASSPHRASE_FILE",)),
        encoding="utf-8",
        timeout=30,
    )
    child.expect_exact("Passphrase")
    child.sendline(PASSPHRASE)
    child.expect_exact("“From a pipe”")
    child.expect(pexpect.EOF)


def test_leaving_a_question_with_ctrl_c_is_130(cli: Program) -> None:
    talk = Conversation(cli, "list")
    talk.expect("Passphrase")
    talk.child.sendintr()
    assert talk.end() == 130
    assert "Traceback" not in talk.heard


@pytest.mark.parametrize("command", [["list"], ["add", "x"], ["rekey", "--yes"], ["init", "--name", "Kim"]])
def test_without_a_terminal_the_variables_are_named(cli: Program, bare: Program, command: list[str]) -> None:
    if command[0] == "init":
        cli.home.vault.rename(cli.root / "away")
    done = cli.start(*command, drop=("PEERLOG_PASSPHRASE_FILE",))
    assert done.returncode == 2
    assert "There is no terminal to ask for the passphrase." in done.stderr.decode()
    assert "PEERLOG_PASSPHRASE_FILE" in done.stderr.decode()
    assert "PEERLOG_PASSPHRASE_COMMAND" in done.stderr.decode()


def test_a_command_gives_the_passphrase(cli: Program) -> None:
    done = cli.start("list", drop=("PEERLOG_PASSPHRASE_FILE",), PEERLOG_PASSPHRASE_COMMAND=f"echo {PASSPHRASE}")
    assert done.returncode == 0


def test_a_passphrase_in_the_environment_is_refused(cli: Program) -> None:
    done = cli.start("list", PEERLOG_PASSPHRASE=PASSPHRASE)
    assert done.returncode == 1
    assert PASSPHRASE not in done.stderr.decode()


def test_init_offers_six_words_and_asks_for_them_again(bare: Program) -> None:
    talk = Conversation(bare, "init")
    talk.expect("Your name")
    talk.answer("Zoë")
    talk.expect("Time zone")
    talk.answer("Mars/Olympus")
    talk.expect("There is no time zone called “Mars/Olympus”.")
    talk.expect("Time zone")
    talk.answer("Europe/Dublin")
    talk.expect("Passphrase (Enter takes the six words)")
    words = re.search(r"\n {4}([a-z]+(?: [a-z]+){5})\s", talk.heard.replace("\r", ""))
    assert words
    talk.answer("12345678")
    talk.expect("too easy to guess")
    talk.expect("Passphrase")
    talk.answer("")
    talk.expect("The same again")
    talk.answer("something else")
    talk.expect("The two differ.")
    talk.expect("Passphrase")
    talk.answer("")
    talk.expect("somebody with a copy of your journal would need")
    talk.expect("The same again")
    talk.answer(words[1])
    assert talk.end() == 0
    assert f"Your journal is in {bare.home.data}" in talk.heard
    assert "peerlog recover kit" in talk.heard
    assert bare.run("list", PEERLOG_PASSPHRASE_FILE=_file(bare.root, words[1])).exit_code == 0


def test_the_recovery_kit_is_shown_and_two_words_are_asked_back(cli: Program) -> None:
    talk = Conversation(cli, "recover", "kit")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("To be sure: word ")
    words = dict(re.findall(r"(\d{1,2})\. ([a-z]+)", talk.heard))
    assert len(words) == 24
    for _ in range(2):
        talk.child.expect(r"(\d+): ")
        talk.answer("wrong")
        talk.expect("That is another word.")
        talk.child.expect(r"word (\d+): ")
        talk.answer(words[talk.child.match[1]])
    assert talk.end() == 0
    assert "These words open your journal from now on" in talk.heard
    _recovers(cli, [words[str(number)] for number in range(1, 25)])


def _recovers(cli: Program, words: list[str]) -> None:
    talk = Conversation(cli, "recover")
    talk.expect("Type the 24 recovery words")
    for start in (0, 12):
        talk.expect(": ")
        talk.answer(" ".join(words[start : start + 12]))
    talk.expect(": ")
    talk.answer("")
    talk.expect("The words fit.")
    talk.expect("Passphrase (Enter takes the six words)")
    talk.answer(NEW)
    talk.expect("The same again")
    talk.answer(NEW)
    assert talk.end() == 0
    assert cli.run("list").exit_code == 3
    assert cli.run("list", PEERLOG_PASSPHRASE_FILE=_file(cli.root, NEW)).exit_code == 0


def test_the_passphrase_is_changed(cli: Program) -> None:
    talk = Conversation(cli, "passphrase")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("Choose a passphrase.")
    talk.expect("Passphrase (Enter takes the six words)")
    talk.answer(NEW)
    talk.expect("The same again")
    talk.answer(NEW)
    assert talk.end() == 0
    assert cli.run("list").exit_code == 3
    assert cli.run("list", PEERLOG_PASSPHRASE_FILE=_file(cli.root, NEW)).exit_code == 0


def test_a_no_leaves_everything_as_it_was(cli: Program) -> None:
    id_ = cli.add("Stays")
    talk = Conversation(cli, "delete", "--forever", id_)
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("Erase this for good, with all its versions and parts?")
    talk.answer("n")
    assert talk.end() == 1
    assert "Nothing was changed." in talk.heard
    assert cli.json("show", id_)["version"] == 1


def test_an_import_is_shown_before_it_is_saved(cli: Program) -> None:
    notes = cli.root / "notes"
    notes.mkdir()
    (notes / "one.md").write_text("---\ndate: 2024-02-03\n---\nOne", encoding="utf-8")
    talk = Conversation(cli, "import", "markdown", str(notes))
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("1 entry would come in (1 note).")
    talk.expect("Save 1 entry?")
    talk.answer("y")
    assert talk.end() == 0
    assert "1 entry came in (1 note)." in talk.heard
    assert len(cli.json("list")["entries"]) == 1


def test_the_demo_opens_in_the_app(bare: Program, demo: Demo) -> None:
    shutil.copytree(demo.folder, bare.root / "demo")
    (bare.root / "demo" / MARK).write_text("Made beforehand\n", encoding="utf-8")
    talk = Conversation(bare, "demo", str(bare.root / "demo"))
    talk.expect("Any key opens the first. It will ask for: apricot ")
    talk.child.send(" ")
    talk.expect("Your journal is closed.")
    talk.child.send("\x11")
    assert talk.end() == 0


def _file(folder: Path, passphrase: str) -> str:
    path = folder / f"passphrase-{os.urandom(4).hex()}"
    path.write_text(passphrase, encoding="utf-8")
    return str(path)
