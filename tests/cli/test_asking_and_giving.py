"""`peerlog request`, `feedback`, `resource` and `thanks`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation
from tests.prebuilt import PASSPHRASE

LETTER = "Dear Joan,\nI am very cross about the rota."


def asked(cli: Program, *more: str) -> str:
    id_: str = cli.json("request", "add", LETTER, "--title", "The letter", "--to", "Sam, Ada", *more)["id"]
    return id_


def test_a_request_is_asked_answered_and_settled(cli: Program) -> None:
    id_ = asked(cli, "--help-wanted", "advice", "--due", "2027-02-05")
    (listed,) = cli.json("request")["requests"]
    assert listed["id"] == id_
    assert listed["fields"]["people"] == ["Ada", "Sam"]
    assert (listed["fields"]["help"], listed["fields"]["due"]) == ("advice", "2027-02-05")
    cli.run("request", "comment", id_[:8], "Sleep on it.", "--by", "Sam")
    shown = cli.json("request", "show", id_)
    assert [(each["fields"]["by"], each["fields"]["text"]) for each in shown["comments"]] == [("Sam", "Sleep on it.")]
    said = cli.run("request", "show", id_[:8]).stdout
    assert "You would like advice." in said
    assert "Sleep on it." in said
    assert cli.run("request", "answered", id_).stdout.startswith("Answered: ")
    assert cli.json("request")["requests"] == []
    assert "Nobody is waiting" in cli.run("request").stderr
    assert cli.run("request", "close", id_).exit_code == 0
    assert cli.json("request", "list", "--all")["requests"][0]["fields"]["state"] == "closed"
    assert cli.run("request", "reopen", id_).exit_code == 0
    assert "The letter" in cli.run("request").stdout


def test_a_suggestion_is_taken_over_in_part_and_whole(cli: Program, tmp_path: Path) -> None:
    id_ = asked(cli)
    file = tmp_path / "letter.txt"
    file.write_text("Hello Joan,\nI am a little cross about the rota.", encoding="utf-8")
    comment = cli.json("request", "suggest", id_, "--file", str(file), "--by", "Sam")["id"]
    said = cli.run("request", "show", id_).stdout
    assert "  1  - Dear\n     + Hello\n  2  - very\n     + a little\n" in said
    assert cli.run("request", "take", comment[:8], "--change", "2").stdout.startswith("Taken over: ")
    assert cli.json("show", id_)["fields"]["text"] == "Dear Joan,\nI am a little cross about the rota."
    beyond = cli.run("request", "take", comment, "--change", "2")
    assert (beyond.exit_code, "There is no change 2" in beyond.stderr) == (2, True)
    cli.run("request", "take", comment)
    assert cli.json("show", id_)["fields"]["text"] == file.read_text(encoding="utf-8")
    assert cli.run("request", "take", comment).exit_code == 1
    assert "reads as suggested" in cli.run("request", "show", id_).stdout
    assert cli.json("show", id_, "--versions")["versions"][-1]["fields"]["text"] == LETTER


def test_what_is_no_request_and_what_says_nothing(cli: Program) -> None:
    note, id_ = cli.add("A note"), asked(cli)
    for arguments in (["comment", note, "x"], ["close", note], ["take", note], ["show", note]):
        refused = cli.run("request", *arguments)
        assert refused.exit_code == 1, arguments
        assert "request" in refused.stderr
    same = cli.run("request", "suggest", id_, input=LETTER)
    assert (same.exit_code, "There is no answer yet." in same.stderr) == (2, True)
    assert cli.run("request", "add", "x", "--to", " ").exit_code == 2
    assert cli.run("request", "add", "x", "--due", "someday").exit_code == 2
    assert cli.run("request", "suggest", id_, "--file", "nowhere.txt").exit_code == 1
    assert cli.json("request", "show", id_)["comments"] == []


def test_feedback_a_question_at_a_time(cli: Program) -> None:
    given = cli.json(
        "feedback", "add", "--for", "Sam", "--situation", "Tuesday", "--behaviour", "Waited", "--impact", "Ada spoke"
    )
    assert given["fields"]["people"] == ["Sam"]
    assert cli.run("feedback", "accept", given["id"][:8]).stdout.startswith("In your record: ")
    (listed,) = cli.json("feedback")["feedback"]
    assert listed["fields"]["accepted"] is True
    assert "in my record" in cli.run("feedback").stdout
    assert cli.run("feedback", "accept", given["id"], "--not").exit_code == 0
    assert "accepted" not in cli.json("feedback")["feedback"][0]["fields"]
    assert cli.run("feedback", "accept", cli.add("A note")).exit_code == 1
    assert cli.run("feedback", "add", input="").exit_code == 2


def test_a_shelf_of_resources(cli: Program) -> None:
    cli.run("resource", "add", "Time", "to", "Think", "--why", "On not interrupting", "--for", "Sam")
    hostile = "javascript:alert(1)\x1b]8;;https://evil.example\x07"
    cli.run("resource", "add", "A talk", "--where", hostile, "--from", "Sam", "--pass-on")
    found = cli.json("resource")["resources"]
    assert [each["headline"] for each in found] == ["A talk", "Time to Think"]
    assert found[0]["fields"]["pass_on"] is True
    listed = cli.run("resource").stdout
    assert "may be passed on" in listed
    assert "\x1b" not in listed
    assert [each["headline"] for each in cli.json("resource", "list", "--words", "interrupt")["resources"]] == [
        "Time to Think"
    ]
    assert len(cli.json("resource", "list", "--for", "sam")["resources"]) == 1
    assert "Nothing on the shelf." in cli.run("resource", "list", "--words", "nowhere").stderr


def test_only_its_author_lets_a_thank_you_be_quoted(cli: Program) -> None:
    mine = cli.json("thanks", "add", "You saved my Sunday.", "--to", "Sam", "--quotable")["id"]
    refused = cli.run("thanks", "add", "You asked the one question.", "--from", "Sam", "--quotable")
    assert refused.exit_code == 2
    assert "Only Sam can decide" in refused.stderr
    theirs = cli.json("thanks", "add", "You asked the one question.", "--from", "Sam")["id"]
    assert [each["id"] for each in cli.json("thanks", "list", "--quotable")["thanks"]] == [mine]
    assert cli.run("thanks", "quotable", theirs).exit_code == 2
    assert cli.run("thanks", "quotable", theirs, "--they-said-so").stdout.startswith("May be quoted: ")
    assert len(cli.json("thanks", "list", "--quotable")["thanks"]) == 2
    assert cli.run("thanks", "quotable", theirs, "--not").exit_code == 0
    assert "may be quoted" in cli.run("thanks").stdout


@pytest.mark.parametrize("command", ["request", "feedback", "thanks"])
def test_empty_lists_say_how_to_begin(cli: Program, command: str) -> None:
    assert f"peerlog {command} add" in cli.run(command).stderr


def test_a_vent_erases_itself_after_the_command_that_was_asked_for(cli: Program) -> None:
    doomed = cli.add("Aargh", "--set", "vent=yes", "--set", "erase_on=2020-01-01")
    assert cli.run("show", doomed).exit_code == 1
    later = cli.add("Grr", "--set", "vent=yes", "--set", "erase_on=+7d")
    kept = cli.add("A note", "--set", "erase_on=2020-01-01")
    cli.add("Oh", "--set", "vent=yes", "--date", "yesterday")
    page = cli.json("today")
    assert [each["headline"] for each in page["cooled_off"]] == ["Oh"]
    assert "Cooled off?" in cli.run("today").stdout
    cli.run("edit", page["cooled_off"][0]["id"], "--set", "cooled_on=today")
    assert cli.json("today")["cooled_off"] == []
    assert {each["id"] for each in cli.json("list")["entries"]} >= {later, kept}


def test_feedback_is_asked_at_a_terminal_and_kept_when_somebody_leaves(cli: Program) -> None:
    talk = Conversation(cli, "feedback", "add", "--from", "Sam")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("When and where was it?")
    talk.answer("The set on Tuesday")
    talk.expect("What was done or said")
    talk.child.sendintr()
    assert talk.end() == 130
    assert "kept as unfinished" in talk.heard
    (draft,) = cli.json("drafts")["drafts"]
    assert draft["fields"] == {"source": "Sam", "situation": "The set on Tuesday"}
    cli.run("drafts", "save", draft["id"])
    assert cli.json("feedback")["feedback"][0]["fields"]["situation"] == "The set on Tuesday"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("feedback", "add", "--to", "Sam"), "nothing to save yet"),
        (("feedback", "add", "--to", "", "words"), "--to is empty"),
        (("thanks", "add", "--from", " ", "words"), "--from is empty"),
        (("resource", "add", " "), "TITLE is empty"),
        (("meeting", "add"), "nothing to plan yet"),
        (("meeting", "add", " ", "--with", " , "), "nothing to plan yet"),
        (("agreement", "add", "--with", " "), "--with is empty"),
    ],
)
def test_what_says_nothing_is_not_kept(cli: Program, arguments: tuple[str, ...], said: str) -> None:
    refused = cli.run(*arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr
    kinds = ("feedback", "thanks", "resource", "meeting", "agreement")
    assert cli.json("list", *(each for kind in kinds for each in ("--kind", kind)))["entries"] == []
