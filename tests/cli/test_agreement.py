"""`peerlog agreement`: making, showing, moving on and closing agreements."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from tests import prebuilt
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation


def made(cli: Program, *options: str) -> str:
    id_: str = cli.json("agreement", "add", "--with", "Sam", *options)["id"]
    return id_


def test_options_make_one_and_every_step_has_a_beginning(cli: Program) -> None:
    found = cli.json("agreement", "add", "--with", "Sam", "--from", "2026-10-31", "--focus", "Chairing")
    fields = found["fields"]
    assert (fields["people"], fields["focus"], fields["state"]) == (["Sam"], "Chairing", "draft")
    assert (fields["starts"], fields["ends"], fields["review"]) == ("2026-10-31", "2027-02-28", "2026-12-31")
    assert (fields["cadence"], fields["hours"], fields["reply_days"]) == ("fortnightly", 2, 7)
    assert sum(name.startswith("clause_") for name in fields) == 10


def test_clauses_are_left_out_reworded_and_chosen(cli: Program) -> None:
    chosen = ("--leave-out", "deciding", "--clause", "time=An hour a week.", "--months", "1", "--text", "Tea.")
    fields = cli.json("agreement", "add", "--with", "Ada, Noor", *chosen)["fields"]
    assert fields["clauses"] == "group"
    assert (fields["clause_time"], fields["text"]) == ("An hour a week.", "Tea.")
    assert "clause_deciding" not in fields
    assert "review" not in fields
    assert fields["clause_ending"].startswith("We begin with 1 month.")
    none = cli.json("agreement", "add", "--with", "Sam", "--clauses", "none")["fields"]
    assert not [name for name in none if name.startswith("clause")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--clauses", "marriage"], "There are no clauses called “marriage”."),
        (["--leave-out", "dancing"], "There is no clause called “dancing” here."),
        (["--clause", "time"], "“time” is not a clause and its words."),
        (["--from", "31 Feb"], "There is no 31 Feb in the calendar."),
        (["--from", ""], "--from is empty."),
        (["--months", "0"], "0"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(cli: Program, options: list[str], said: str) -> None:
    refused = cli.run("agreement", "add", "--with", "Sam", *options)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert cli.json("agreement", "list")["agreements"] == []


def test_without_a_terminal_it_says_what_to_give(cli: Program) -> None:
    refused = cli.run("agreement", "add")
    assert refused.exit_code == 2
    assert "Add --with NAME." in refused.stderr


def test_the_current_one_is_shown_with_where_it_stands(cli: Program) -> None:
    assert "No agreement yet." in cli.run("agreement").stderr
    assert cli.json("agreement") == {"agreement": None, "standing": None, "texts": []}
    id_ = made(cli, "--start", "--text", "And tea.")
    cli.add("--kind", "meeting", "--set", "people=Sam", "--set", "state=held", "--minutes", "30", "--title", "Video")
    found = cli.json("agreement")
    assert found["agreement"]["id"] == id_
    assert found["standing"]["this_month"] == {"minutes": 30, "agreed": 120}
    assert (found["standing"]["meetings"], found["standing"]["days_left"] > 100) == (1, True)
    shown = cli.run("agreement", "show", id_[:8]).stdout
    for words in ("Agreement with Sam", "30 min of 2 h", "every two weeks", "Between us", "And tea.", "●"):
        assert words in shown
    note = cli.add("A note")
    assert cli.run("agreement", "show", note).exit_code == 1


def test_the_whole_course(cli: Program, tmp_path: Path) -> None:
    id_ = made(cli)
    assert cli.run("agreement", "pause").exit_code == 2
    assert "It runs from" in cli.run("agreement", "start").stdout
    assert cli.run("agreement", "pause", "--until", "+3w").stdout.startswith("It rests until")
    assert cli.run("agreement", "pause", id_).exit_code == 2
    assert cli.run("agreement", "resume").stdout.startswith("It goes on, until")
    assert cli.run("agreement", "review", "--next", "+30d").stdout.startswith("Noted. You look at it again on")
    assert cli.run("agreement", "review").stdout == "Noted.\n"
    assert "Name a later day" in cli.run("agreement", "renew", "--until", "tomorrow").stderr
    assert cli.run("agreement", "renew").stdout.startswith("It runs until")
    assert "It ended on" in cli.run("agreement", "end", "--closing", "We learnt to ask.").stdout
    (ended,) = cli.json("agreement", "list")["agreements"]
    assert (ended["fields"]["state"], ended["fields"]["closing"]) == ("ended", "We learnt to ask.")
    assert len(cli.json("show", id_, "--versions")["versions"]) == ended["version"]
    file = tmp_path / "statement.md"
    assert "not encrypted" in cli.run("agreement", "statement", "-o", str(file)).stdout
    assert file.read_text(encoding="utf-8") == cli.run("agreement", "statement", id_).stdout
    assert cli.run("agreement", "statement", "-o", str(file)).exit_code == 1
    assert "ended" in cli.run("agreement", "list").stdout


def test_one_s_own_part_first_and_the_others_when_asked(cli: Program) -> None:
    made(cli, "--start")
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam", "--set", "state=held", "--title", "Video")
    for line in ("one thing", "another", "a third", "Sam a fourth"):
        assert cli.run("meeting", "agenda", meeting, "--add", line).exit_code == 0
    assert "nothing to keep" in cli.run("agreement", "give-and-take").stderr
    assert cli.run("agreement", "give-and-take", "--gave", "6").exit_code == 2
    assert (
        f"for your own eyes, about {meeting[:7]}"
        in cli.run("agreement", "give-and-take", meeting, "--gave", "4").stdout
    )
    assert cli.run("agreement", "give-and-take", "--got", "2", "--text", "More questions.").exit_code == 0
    own = cli.run("agreement", "balance")
    assert "Sam" not in own.stdout
    assert "Bring a question of your own next time?" in own.stdout
    assert "I could give          4 -  (1 to 5)" in own.stdout
    assert "I took with me        - 2  (1 to 5)" in own.stdout
    assert "\nSam\n  came                  1  ▪\n" in cli.run("agreement", "balance", "--all").stdout
    found = cli.json("agreement", "balance")
    assert (found["mine"]["name"], found["mine"]["brought"]["knowledge"]) == ("Kim", 3)
    assert [each["name"] for each in found["others"]] == ["Sam"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_it_asks_step_by_step_and_a_few_enters_are_enough(cli: Program) -> None:
    talk = Conversation(cli, "agreement", "add")
    talk.expect("Passphrase")
    talk.answer(prebuilt.PASSPHRASE)
    for question, answer in (("With whom", "Sam"), ("What for", ""), ("For how many", "none"), ("A whole", "")):
        talk.expect(question)
        talk.answer(answer)
    for question in ("How often", "Hours a month", "Days to answer"):
        talk.expect(question)
        talk.answer("")
    for answer in ("", "-", "As often as it takes.", *[""] * 7):
        talk.expect("Keep it")
        talk.answer(answer)
    talk.expect("Anything else")
    talk.answer("")
    talk.expect("Begin with it today")
    talk.answer("")
    assert talk.end() == 0
    (found,) = cli.json("agreement", "list")["agreements"]
    fields = found["fields"]
    assert (fields["people"], fields["state"]) == (["Sam"], "active")
    assert fields["clause_rhythm"] == "As often as it takes."
    assert "clause_time" not in fields
    assert cli.json("drafts")["drafts"] == []
    assert date.fromisoformat(fields["starts"]) < date.fromisoformat(fields["ends"])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_answers_survive_a_ctrl_c(cli: Program) -> None:
    talk = Conversation(cli, "agreement", "add")
    talk.expect("Passphrase")
    talk.answer(prebuilt.PASSPHRASE)
    talk.expect("With whom")
    talk.answer("Sam, Ada")
    talk.expect("What for")
    talk.answer("Chairing")
    talk.expect("For how many")
    talk.child.sendintr()
    assert talk.end() == 130
    assert "kept as unfinished" in talk.heard
    (draft,) = cli.json("drafts")["drafts"]
    assert (draft["kind"], draft["fields"]["people"], draft["fields"]["focus"]) == ("agreement", "Ada, Sam", "Chairing")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_the_first_answer_survives_a_ctrl_d(cli: Program) -> None:
    talk = Conversation(cli, "agreement", "add")
    talk.expect("Passphrase")
    talk.answer(prebuilt.PASSPHRASE)
    talk.expect("With whom")
    talk.answer("Sam")
    talk.expect("What for")
    talk.child.sendeof()
    assert talk.end() == 130
    assert cli.run("drafts").stdout.endswith("agreement  with Sam\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_a_look_back_survives_a_ctrl_c(cli: Program) -> None:
    id_ = made(cli, "--start")
    talk = Conversation(cli, "agreement", "end")
    talk.expect("Passphrase")
    talk.answer(prebuilt.PASSPHRASE)
    talk.expect("What did we want")
    talk.answer("To chair without fear")
    talk.expect("What came of it")
    talk.child.sendintr()
    assert talk.end() == 130
    (draft,) = cli.json("drafts")["drafts"]
    assert draft["entry"] == id_
    saved = cli.json("drafts", "save", draft["id"])
    assert (saved["fields"]["state"], "To chair without fear" in saved["fields"]["closing"]) == ("active", True)
