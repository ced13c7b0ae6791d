"""`peerlog action`: what people have said they will do."""

from __future__ import annotations

from tests.cli.conftest import Program


def test_an_action_is_added_in_a_line_and_ticked_off(cli: Program) -> None:
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam Ortega", "--title", "Video")
    added = cli.json("action", "add", "sam", "reading", "list", "by", "2027-02-05", "--for", meeting[:8])
    assert added["fields"] | {"when": ""} == {
        "title": "Reading list",
        "owner": "Sam Ortega",
        "due": "2027-02-05",
        "state": "open",
        "parent": meeting,
        "when": "",
    }
    assert [each["id"] for each in cli.json("action")["actions"]] == [added["id"]]
    assert cli.run("action", "done", added["id"][:7]).stdout.startswith("Done: ")
    assert cli.json("action")["actions"] == []
    (done,) = cli.json("action", "list", "--all")["actions"]
    assert done["fields"]["state"] == "done"
    assert done["fields"]["done_on"]
    cli.run("action", "reopen", added["id"][:7])
    assert "done_on" not in cli.json("show", added["id"])["fields"]


def test_an_action_stands_on_today_and_not_in_the_journal_s_list(cli: Program) -> None:
    added = cli.json("action", "add", "call", "Łukasz")
    assert [each["id"] for each in cli.json("today")["actions"]] == [added["id"]]
    assert cli.json("list")["entries"] == []
    assert [each["id"] for each in cli.json("search", "lukasz")["entries"]] == [added["id"]]


def test_dropped_by_whom_and_what_is_no_action(cli: Program) -> None:
    mine, note = cli.json("action", "add", "me", "write", "it", "up"), cli.add("A note")
    assert mine["fields"].get("owner") is None
    assert len(cli.json("action", "list", "--who", "me")["actions"]) == 1
    assert cli.json("action", "list", "--who", "Sam")["actions"] == []
    assert cli.run("action", "drop", mine["id"]).exit_code == 0
    refused = cli.run("action", "done", note)
    assert refused.exit_code == 1
    assert "nothing to tick off" in refused.stderr


def test_nothing_to_be_done_is_said_so(cli: Program) -> None:
    refused = cli.run("action", "add", "me")
    assert refused.exit_code == 2
    assert refused.stderr == "peerlog: What is to be done is missing.\n  For example: sam reading list fri\n"
    assert cli.run("action", "add").exit_code == 2
    assert "Nothing is open." in cli.run("action").stderr


def test_an_action_belongs_to_what_shows_it(cli: Program) -> None:
    note, goal = cli.add("A note"), cli.add("--kind", "goal", "--title", "Read")
    refused = cli.run("action", "add", "call", "--for", note[:8])
    assert refused.exit_code == 1
    assert "“A note” is a note, and has no actions of its own." in refused.stderr
    cli.run("delete", goal)
    refused = cli.run("action", "add", "call", "--for", goal[:8])
    assert refused.exit_code == 1
    assert "“Read” is in the trash." in refused.stderr
    assert cli.json("action")["actions"] == []
