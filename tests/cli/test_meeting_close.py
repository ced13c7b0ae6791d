"""`peerlog meeting close`: what came of a meeting, from the command line."""

from __future__ import annotations

from tests.cli.conftest import Program
from tests.cli.test_drafts import keep


def test_a_meeting_is_closed_with_what_came_of_it(cli: Program) -> None:
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam", "--title", "Video", "--date", "yesterday 9:30")
    closed = cli.json(
        "meeting",
        "close",
        meeting[:7],
        "--summary",
        "Swapped lists",
        "--decision",
        "Every fortnight",
        "--action",
        "sam reading list tomorrow",
        "--apologies",
        "Ada, Noor",
        "--next",
        "in 2 weeks",
        "--thanks",
        "For the list",
        "--may-be-quoted",
        "--minutes",
        "40",
    )
    assert closed["meeting"]["fields"]["state"] == "held"
    assert closed["meeting"]["fields"]["apologies"] == ["Ada", "Noor"]
    assert closed["meeting"]["fields"]["minutes"] == 40
    assert closed["actions"][0]["fields"]["owner"] == "Sam"
    assert closed["thanks"]["fields"]["people"] == ["Sam"]
    assert closed["next"]["when"][11:16] == "09:30"
    assert closed["next"]["fields"]["people"] == ["Ada", "Noor", "Sam"]


def test_it_says_what_was_made(cli: Program) -> None:
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam", "--set", "channel=coffee")
    result = cli.run("meeting", "close", meeting, "--decision", "Every fortnight", "--action", "book a room")
    assert result.exit_code == 0
    held, decided, todo = result.stdout.splitlines()
    assert held == f"Held: {meeting[:7]} Coffee with Sam"
    assert decided.startswith("Decided: ")
    assert todo.endswith("“Book a room”")


def test_what_does_not_fit_is_said_and_changes_nothing(cli: Program) -> None:
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam", "--date", "yesterday")
    for arguments, said in (
        (("--action", "sam"), "What is to be done is missing."),
        (("--action", " "), "--action is empty."),
        (("--next", "yesterday"), "The next time lies in the past."),
        (("--next", "soon"), "not a date"),
        (("--minutes", "0"), "0"),
    ):
        result = cli.run("meeting", "close", meeting, "--summary", "lost?", *arguments)
        assert result.exit_code == 2, arguments
        assert said in result.stderr
    assert "state" not in cli.json("show", meeting)["fields"]
    note = cli.add("a note")
    assert cli.run("meeting", "close", note).exit_code == 1


def test_a_meeting_that_goes_on_in_the_app_is_named_and_closed_with_its_notes(cli: Program) -> None:
    meeting = cli.add("--kind", "meeting", "--set", "people=Sam", "--set", "channel=video", "--date", "yesterday")
    running = {"text": "Sam chairs", "parent": meeting, "when": "2026-11-17T19:40:00+00:00[Europe/Dublin]"}
    keep(cli, "a1b2", "minute", running)
    keep(cli, "a1b3", "meeting", {"summary": "half", "closes": meeting})
    listed = cli.run("drafts").stdout
    assert f"going on: Video with Sam ({meeting[:7]})" in listed
    assert f"closing: Video with Sam ({meeting[:7]})" in listed
    refused = cli.run("drafts", "save", "a1b3")
    assert refused.exit_code == 1
    assert "peerlog meeting close" in refused.stderr
    assert cli.run("meeting", "close", meeting, "--summary", "Done").exit_code == 0
    parts = cli.json("list", "--kind", "minute")["entries"]
    assert [each["fields"]["text"] for each in parts] == ["Sam chairs"]
    assert len(cli.json("drafts")["drafts"]) == 1
