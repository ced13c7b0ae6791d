"""`peerlog goal` and `peerlog idea`."""

from __future__ import annotations

import sys

import pytest
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation
from tests.prebuilt import PASSPHRASE

from peerlog.domain.narrowing import STEPS


def test_a_goal_from_its_first_line_to_its_end(cli: Program) -> None:
    goal = cli.json(
        "goal", "add", "Chair", "a", "meeting", "well", "--baseline", "4", "--target", "7", "--with", "Sam, Ada",
        "--due", "2027-03-01", "--milestone", "half a meeting by 2027-01-15",
    )  # fmt: skip
    id_ = goal["id"]
    assert (goal["fields"]["state"], goal["fields"]["people"]) == ("proposed", ["Ada", "Sam"])
    refused = cli.run("goal", "state", id_[:8], "met")
    assert refused.exit_code == 2
    assert "From here: agreed or let go." in refused.stderr
    offered = cli.run("goal", "state", id_[:8]).stdout
    assert "is proposed." in offered
    assert "we both want this" in offered
    for state in ("agreed", "active"):
        assert cli.run("goal", "state", id_[:8], state).exit_code == 0
    for line in ("4 too quiet", "6/10", "7 held the time"):
        assert cli.run("goal", "check-in", id_[:8], *line.split()).exit_code == 0
    cli.run("action", "add", "book", "the", "room", "--for", id_[:8])
    cli.add("Let the silence be.", "--goal", id_[:8])
    (listed,) = cli.json("goal")["goals"]
    assert [each["level"] for each in listed["levels"]] == [4, 6, 7]
    assert (listed["now"], listed["check_ins"], listed["actions_open"], listed["actions_closed"]) == (7, 3, 1, 0)
    assert listed["next_day"] == "2027-01-15"
    assert "Chair a meeting well  4 → 7  ▄▅▆" in cli.run("goal").stdout
    shown = cli.run("goal", "show", id_[:8]).stdout
    for expected in (
        "▆  7",
        "held the time",
        "Half a meeting",
        "Book the room",
        "Let the silence be.",
        "Where I start: 4",
    ):
        assert expected in shown
    page = cli.json("goal", "show", id_)
    assert (len(page["latest_check_ins"]), len(page["actions"]), len(page["serving"])) == (3, 1, 1)
    cli.run("goal", "state", id_[:8], "let go")
    assert cli.json("goal")["goals"] == []
    assert len(cli.json("goal", "list", "--all")["goals"]) == 1


def test_a_milestone_is_ticked_off_like_an_action(cli: Program) -> None:
    goal = cli.json("goal", "add", "Read")["id"]
    milestone = cli.json("goal", "milestone", goal[:8], "ten", "papers", "by", "2027-01-15")
    assert (milestone["fields"]["title"], milestone["fields"]["due"]) == ("Ten papers", "2027-01-15")
    assert cli.run("action", "done", milestone["id"][:8]).exit_code == 0
    assert "✓ Ten papers" in cli.run("goal", "show", goal[:8]).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("goal", "check-in", "GOAL", "11"), 2, "more than 10"),
        (("goal", "check-in", "GOAL", "well"), 2, "does not begin with a whole number"),
        (("goal", "check-in", "NOTE", "7"), 1, "is a note, not a goal"),
        (("goal", "state", "GOAL", "finished"), 2, "not a choice"),
        (("goal", "show", "NOTE"), 1, "not a goal"),
        (("goal", "add", " "), 2, "TITLE is empty"),
        (("goal", "add", "x", "--due", "some day"), 2, "not a date"),
        (("goal", "add", "x", "--due", ""), 2, "--due is empty"),
        (("goal", "narrow"), 2, "no terminal"),
        (("edit", "GOAL", "--set", "parent=GOAL"), 2, "no field called"),
        (("idea", "try", "GOAL"), 1, "is a goal, not an idea"),
        (("idea", "add", "x", "--goal", "NOTE"), 1, "is a note, not a goal"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(cli: Program, arguments: tuple[str, ...], status: int, said: str) -> None:
    ids = {"GOAL": cli.json("goal", "add", "Read")["id"], "NOTE": cli.add("A note")}
    before = cli.json("list")
    given = [ids.get(each, each.replace("GOAL", ids["GOAL"])) for each in arguments]
    refused = cli.run(*given)
    assert refused.exit_code == status, refused.stderr
    assert said in refused.stderr
    assert cli.json("list") == before


def test_a_link_to_itself_is_left_out(cli: Program) -> None:
    goal = cli.json("goal", "add", "Read")["id"]
    assert cli.run("edit", goal[:8], "--goal", goal[:8]).exit_code == 0
    assert "links" not in cli.json("show", goal)["fields"]


def test_ideas_are_offered_tried_and_kept(cli: Program) -> None:
    goal = cli.json("goal", "add", "Chair a meeting well")["id"]
    first = cli.json("idea", "add", "Ask", "before", "advising", "--from", "Sam", "--step", "count to ten")["id"]
    second = cli.json("idea", "add", "Begin", "with", "silence", "--goal", goal[:8])["id"]
    for number in range(3):
        cli.json("idea", "add", f"Another {number}")
    offered = [each["id"] for each in cli.json("idea", "week")["ideas"]]
    assert offered[0] == second
    assert len(offered) == 3
    assert "3  " in cli.run("idea", "week").stdout
    assert cli.run("idea", "try", first[:8]).stdout.startswith("Trying: ")
    assert cli.run("idea", "keep", first[:8], "the", "room", "was", "calmer").stdout.startswith("Kept: ")
    kept = cli.json("show", first)["fields"]
    assert (kept["state"], kept["outcome"]) == ("kept", "the room was calmer")
    refused = cli.run("idea", "tried", first[:8])
    assert refused.exit_code == 2
    assert "An idea that is kept does not become “tried”." in refused.stderr
    cli.run("idea", "drop", second[:8], "no room for it")
    listed = [each["id"] for each in cli.json("idea")["ideas"]]
    assert len(listed) == 3
    assert {first, second} <= {each["id"] for each in cli.json("idea", "list", "--all")["ideas"]}
    assert "Ask before advising: the room was calmer  kept" in cli.run("idea", "list", "--all").stdout


def test_nothing_yet_is_said_so(cli: Program) -> None:
    for arguments, said in (
        (("goal",), "No goal is open."),
        (("idea",), "nothing to try yet"),
        (("idea", "week"), "Nothing waits"),
    ):
        done = cli.run(*arguments)
        assert (done.exit_code, done.stdout) == (0, "")
        assert said in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_narrowing_asks_step_by_step_and_an_idea_is_chosen_by_its_number(cli: Program) -> None:
    talk = Conversation(cli, "goal", "narrow")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    said = {"theme": "chairing", "measure": "people who speak", "baseline": "4", "target": "7", "due": "in 3 months"}
    for step in STEPS:
        talk.expect(step.question)
        if step.name == "due":
            talk.expect(f"{step.label}:")
            talk.answer("some day")
            talk.expect("not a date")
        talk.expect(f"{step.label}")
        talk.answer(said.get(step.name, ""))
    talk.expect("“People who speak”")
    assert talk.end() == 0
    (goal,) = cli.json("goal")["goals"]
    assert {name: goal["fields"][name] for name in ("theme", "baseline", "target")} == {
        "theme": "chairing",
        "baseline": "4",
        "target": "7",
    }
    cli.json("idea", "add", "Begin with silence")
    talk = Conversation(cli, "idea", "week")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect("1  ")
    talk.expect("Which one will you try")
    talk.answer("1")
    talk.expect("Trying: ")
    assert talk.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_leaving_the_questions_keeps_what_was_answered(cli: Program) -> None:
    talk = Conversation(cli, "goal", "narrow")
    talk.expect("Passphrase")
    talk.answer(PASSPHRASE)
    talk.expect(STEPS[0].question)
    talk.expect("Theme:")
    talk.answer("chairing")
    talk.expect(STEPS[1].question)
    talk.expect("With:")
    talk.child.sendintr()
    assert talk.end() == 130
    (draft,) = cli.json("drafts")["drafts"]
    assert draft["fields"]["theme"] == "chairing"
