"""Protocols in the plain terminal: listed, shown, laid out, run to the end or left in the middle; and questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation
from tests.prebuilt import PASSPHRASE

FIVE = "Kim,Sam,Ada,Bo,Cy"


@pytest.fixture
def own(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for a person's own files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    from peerlog.journal.home import config_folder

    return config_folder()


def test_protocols_are_listed_and_shown(bare: Program) -> None:
    listed = bare.json("protocol", "list")["protocols"]
    assert listed[0]["name"] == "action_learning"
    assert listed[0]["people"] == [4, 8]
    assert set(listed[0]) == {"name", "label", "about", "source", "people", "turns"}
    assert "3 to 4 people" in bare.run("protocol").stdout
    shown = bare.run("protocol", "show", "troika").stdout
    for expected in ("client turned away: 4 to 5 minutes, in each turn", "who speaks: nobody", "liberating structures"):
        assert expected in shown.casefold()
    whole = bare.json("protocol", "show", "pair")
    assert whole["roles"]["presenter"] == "speaker"
    assert [step["name"] for step in whole["steps"]] == ["arrive", "speak", "ask", "back", "close"]
    assert whole["steps"][1]["repeat"] == "turn"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nonsense"], "There is no way of working called “nonsense”. There are: action_learning"),
        (["plan", "troika"], "Who is there? Name them"),
        (["plan", "troika", "--people", "Kim"], "Troika is for 3 to 4 people; there are 1."),
        (["plan", "troika", "--people", "Kim,Sam,Sam"], "“Sam” is named twice."),
        (["plan", "action", "--people", FIVE, "--minutes", "20"], "takes at least 33 minutes"),
        (["plan", "action", "--people", FIVE, "--minutes", "soon"], "“soon” is not a length of time"),
        (["plan", "action", "--people", FIVE, "--turns", "Zoe"], "“Zoe” has a turn but is not there."),
        (["plan", "troika", "--people", "Kim,Sam,Ada", "--meeting", "fffffff"], "fffffff"),
    ],
)
def test_what_does_not_fit_is_said(cli: Program, arguments: list[str], said: str) -> None:
    result = cli.run("protocol", *arguments)
    assert result.exit_code in (1, 2)
    assert said in " ".join(result.stderr.split())
    assert not result.stdout


def test_a_session_is_laid_out(cli: Program) -> None:
    plan = cli.json("protocol", "plan", "action", "--people", FIVE, "--minutes", "90")
    assert (plan["protocol"], plan["presenters"], plan["minutes"]) == ("action_learning", ["Kim", "Sam"], 90)
    assert plan["people"] == FIVE.split(",")
    issue = next(step for step in plan["steps"] if step["name"] == "issue")
    assert (issue["turn"], issue["voices"], issue["roles"]["chair"]) == (1, ["Kim"], "Sam")
    said = cli.run("protocol", "plan", "action", "--people", FIVE, "--minutes", "90").stdout
    assert "Turn of Sam: 34 min\n  presenter Sam · chair Ada · note-taker Bo · timekeeper Cy\n" in said


def test_a_broken_file_of_ones_own_costs_only_itself(cli: Program, own: Path) -> None:
    for folder, good in (("protocols", "protocol"), ("questions", "questions")):
        (own / folder).mkdir(parents=True)
        (own / folder / "walk.toml").write_text('label = "Walk"\nabout = "x"\npeople = [2, "many"]\n', encoding="utf-8")
        (own / folder / "torn.toml").write_text('label = "Torn\n', encoding="utf-8")
        result = cli.run(good)
        assert result.exit_code == 0
        assert result.stdout
        assert f"Left out: {own / folder / 'torn.toml'}, line 1: not valid TOML" in result.stderr
        assert f"Left out: {own / folder / 'walk.toml'}, line 3: " in result.stderr
    assert "people: expected two whole numbers in order, from 2 to 8" in cli.run("protocol", "list").stderr


def test_a_session_is_run_to_its_end_and_kept(cli: Program) -> None:
    lines = [
        "",  # silence
        "What am I not asking?",  # the question
        "",
        "/skip",
        "Three ideas",
        "and one doubt",
        "/a sam reading list 4 dec",
        "/action sam",
        "/more",
        "/pause",
        "",
        "/back",
        "/time",
        "/nonsense",
        "",
        "",
        "",  # to the end of the turn, of which something was noted
    ]
    result = cli.run(
        "protocol", "run", "troika", "--people", "Sam,Ada,Bo", "--turns", "Ada", input="\n".join(lines) + "\n"
    )
    assert result.exit_code == 0, result.stderr
    for expected in (
        "Silence. Nobody speaks.",
        "Ada speaks.",
        "turn 1 of 1. Step 2 of 5.",
        "Roles: client Ada · timekeeper Bo.",
        "Sam: Reading list, ",
        "What is to be done is missing.",
        "The clock stands still.",
        "The clock goes on.",
        "/close: keep what there is and end.",
    ):
        assert expected in result.stderr, expected
    assert "What came of" not in result.stderr
    id_ = result.stdout.split()[0]
    meeting = cli.json("show", id_)
    assert meeting["fields"]["protocol"] == "Troika"
    assert meeting["fields"]["state"] == "held"
    assert [entry["fields"]["title"] for entry in cli.json("action", "list")["actions"]] == ["Reading list"]
    (turn,) = cli.json("list", "--kind", "turn")["entries"]
    assert turn["fields"]["title"] == "What am I not asking?"
    assert turn["fields"]["text"] == "Three ideas\nand one doubt"
    assert (turn["fields"]["presenter"], turn["fields"]["timekeeper"]) == ("Ada", "Bo")
    assert cli.json("drafts")["drafts"] == []
    after = cli.json("protocol", "plan", "troika", "--people", "Sam,Ada,Bo", "--minutes", "12")
    assert after["presenters"][0] != "Ada"


def test_what_came_of_a_turn_is_asked_at_its_end(cli: Program) -> None:
    typed = "\n\n\n\n\n\nA better question.\n\n/close\n\n"
    result = cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", "--turns", "Ada,Sam", input=typed)
    assert "What came of Ada's turn" in result.stderr
    turns = cli.json("list", "--kind", "turn")["entries"]
    assert [turn["fields"].get("text") for turn in turns if turn["fields"]["presenter"] == "Ada"] == [
        "A better question."
    ]


def test_a_closed_question_gets_a_gentle_word(cli: Program) -> None:
    typed = "\nDo you think I should leave?\n/close\n\n"
    result = cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", input=typed)
    assert "A yes or a no would answer this." in result.stderr


def test_a_session_that_was_left_is_gone_on_with(cli: Program) -> None:
    result = cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", input="Before it began\n\nHow?\n")
    assert result.exit_code == 130
    assert "unfinished, and kept" in result.stderr
    assert cli.json("list", "--kind", "meeting")["entries"] == []
    (draft,) = cli.json("drafts")["drafts"]
    assert "session" not in cli.run("drafts", "show", draft["id"]).stdout
    result = cli.run("protocol", "resume", input="/close\n\n")
    assert "The question, turn 1 of" in result.stderr
    assert "in a sentence" not in result.stderr
    assert cli.json("show", result.stdout.split()[0])["fields"]["text"] == "Before it began"
    assert cli.run("protocol", "resume").stderr.endswith("No session is unfinished.\n")


def test_what_is_unfinished_can_be_saved_as_a_meeting(cli: Program) -> None:
    cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", "--title", "Three of us", input="Words\n")
    (draft,) = cli.json("drafts")["drafts"]
    saved = cli.json("drafts", "save", draft["id"])
    assert (saved["kind"], saved["fields"]["title"], saved["fields"]["text"]) == ("meeting", "Three of us", "Words")
    note = cli.add("a note")
    result = cli.run("protocol", "plan", "troika", "--people", "Sam,Ada,Bo", "--meeting", note[:9])
    assert result.exit_code == 1
    assert "is a note, not a meeting" in result.stderr


def test_ctrl_c_keeps_it(cli: Program) -> None:
    talk = Conversation(cli, "protocol", "run", "troika", "--people", "Sam,Ada,Bo")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("Silence")
    talk.answer("Words")
    talk.expect("Noted.")
    talk.child.sendintr()
    assert talk.end() == 130
    assert "unfinished, and kept" in " ".join(talk.heard.split())
    assert cli.json("drafts")["drafts"][0]["fields"]["text"] == "Words"


def test_questions(bare: Program) -> None:
    found = bare.json("questions", "--for", "solve", "--moment", "opening")["questions"]
    assert found
    assert all("solve" in each["purposes"] and each["moment"] == "opening" for each in found)
    said = bare.run("questions", "--for", "share").stdout
    assert said.startswith("To begin with\n  ")
    assert "\n\nTo end with\n" in said
    assert bare.run("questions", "--for", "quarrel").exit_code == 2


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Do you like it?", "closed"),
        ("Don't you think you should ask her?", "advice"),
        ("What have you tried?", None),
        ("", None),
    ],
)
def test_a_question_is_checked(bare: Program, question: str, sort: str | None) -> None:
    hint = bare.json("questions", "--check", question)["hint"]
    assert (hint["sort"] if hint else None) == sort
    assert bare.run("questions", "--check", question).stdout.strip()


def test_a_session_is_shown_with_all_that_came_of_it(cli: Program) -> None:
    typed = "\nHow?\nFirst line\nSecond line\n/close\n"
    cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", input=typed)
    (meeting,) = cli.json("list", "--kind", "meeting")["entries"]
    shown = cli.run("meeting", "show", meeting["id"][:8]).stdout
    assert "  Sam: How?\n  First line\n  Second line\n" in shown


def test_a_command_is_no_question(cli: Program) -> None:
    result = cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", input="\n/close\n")
    assert result.exit_code == 0, result.stderr
    (meeting,) = cli.json("list", "--kind", "meeting")["entries"]
    assert "/close" not in cli.run("meeting", "show", meeting["id"][:8]).stdout


def test_what_does_not_fit_is_told_at_once(cli: Program) -> None:
    refused = cli.run(
        "protocol", "run", "troika", "--people", "Sam,Ada,Bo", "--title", "x" * 501, input="Words\n/close\n"
    )
    assert (refused.exit_code, "Enter goes on" in refused.stderr) == (2, False)
    result = cli.run("protocol", "run", "troika", "--people", "Sam,Ada,Bo", input="x" * 300_000 + "\nWords\n/close\n")
    assert result.exit_code == 0, result.stderr
    (meeting,) = cli.json("list", "--kind", "meeting")["entries"]
    assert meeting["fields"]["text"] == "Words"
