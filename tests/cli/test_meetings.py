"""`peerlog meeting`: planning, preparing, agendas, times and calendar files."""

from __future__ import annotations

import icalendar
import pytest
from tests.cli.conftest import Program


@pytest.fixture
def planned(cli: Program) -> str:
    """A meeting with Sam a long time from now, and one before it; the id of the later one."""
    cli.run("card", "add", "Sam", "--zone", "Asia/Kathmandu")
    past = cli.json(
        "meeting", "add", "--with", "Sam", "--when", "2026-01-12 09:30", "--until", "10:15", "--how", "video"
    )
    cli.run("meeting", "agenda", past["id"], "--add", "? how do you open a set", "--add", "the room")
    cli.run("action", "add", "sam", "reading", "list", "2026-02-01", "--for", past["id"])
    cli.run("meeting", "close", past["id"], "--summary", "We talked.", "--decision", "Fifteen minutes")
    later = cli.json(
        "meeting", "add", "--with", "sam", "--when", "2096-01-12 09:30", "--minutes", "45", "--to", "decide"
    )
    id_: str = later["id"]
    return id_


def test_a_meeting_is_planned_in_one_line(cli: Program) -> None:
    cli.run("card", "add", "Sam Ortega", "--zone", "Asia/Kathmandu")
    result = cli.run(
        *("meeting", "add", "The", "set", "--with", "sam,Ada", "--how", "video", "--when", "2096-07-02 20:00"),
        *("--until", "21:30", "--where", "Room 3", "--to", "solve", "--about", "Only May"),
    )
    assert result.exit_code == 0
    assert result.stderr == (
        "2096-07-02 20:00 for you, Tue 00:45 for Sam Ortega (Kathmandu).\n"
        "That is outside 7 to 22 for Sam Ortega. “peerlog meeting times” finds others.\n"
    )
    (meeting,) = cli.json("meeting")["ahead"]
    assert meeting["fields"] == {
        "title": "The set",
        "people": ["Ada", "Sam Ortega"],
        "channel": "video",
        "when": "2096-07-02T20:00:00+01:00[Europe/Dublin]",
        "minutes": 90,
        "place": "Room 3",
        "purpose": "solve",
        "scope": "Only May",
        "state": "planned",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--when", "2096-07-02 9:30", "--until", "9:00"), "would end before it starts: it begins at 09:30"),
        (("--when", "half past"), "is not a date"),
        (("--until", "9:00", "--minutes", "30"), "contradict each other"),
        (("--when", ""), "--when is empty"),
        (("--minutes", "2000"), "not between one minute and 24 hours"),
        (("--how", "pigeon"), "pigeon"),
    ],
)
def test_what_cannot_be_planned(cli: Program, arguments: tuple[str, ...], said: str) -> None:
    refused = cli.run("meeting", "add", "--with", "Sam", *arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert cli.json("meeting") == {"ahead": [], "before": []}


FORWARD = "There is no 01:30 in Dublin that day, for clocks go forward: 02:30 is taken."
BACK = "01:30 comes twice in Dublin that day, for clocks go back: the first one is taken."


@pytest.mark.parametrize(
    ("when", "said", "kept"),
    [("2096-03-25 01:30", FORWARD, "T02:30:00+01"), ("2096-10-28 01:30", BACK, "T01:30:00+01")],
)
def test_an_hour_that_is_skipped_or_repeated_is_said(cli: Program, when: str, said: str, kept: str) -> None:
    result = cli.run("meeting", "add", "Early", "--when", when)
    assert result.exit_code == 0
    assert result.stderr == said + "\n"
    assert kept in cli.json("meeting")["ahead"][0]["when"]


def test_the_page_before_it(cli: Program, planned: str) -> None:
    said = cli.run("meeting", "prepare").stdout
    for line in ("Meeting with Sam", "We talked.", "Reading list", "Left open before", "Worth asking"):
        assert line in said
    page = cli.json("meeting", "prepare", planned[:8])
    assert page["meeting"]["id"] == planned
    assert page["clocks"] == [{"name": "Sam", "zone": "Asia/Kathmandu", "at": "2096-01-12T15:15:00+05:45"}]
    assert page["last_meeting"]["fields"]["summary"] == "We talked."
    assert [each["headline"] for each in page["unsettled"]] == ["How do you open a set"]
    assert [group["owner"] for group in page["actions"]] == ["Sam"]
    assert len(page["questions"]) == 3


def test_agenda_and_what_is_carried_forward(cli: Program, planned: str) -> None:
    added = cli.json("meeting", "agenda", "--add", "! sam a round each", "--add", "the rota")["agenda"]
    assert [(each["headline"], each["fields"]["sort"], each["fields"].get("by")) for each in added] == [
        ("A round each", "idea", "Sam"),
        ("The rota", "knowledge", None),
    ]
    assert len(cli.json("meeting", "carry", "--dry-run")["items"]) == 2
    carried = cli.json("meeting", "carry")["items"]
    assert [each["headline"] for each in carried] == ["How do you open a set", "The room"]
    assert "Nothing was left open" in cli.run("meeting", "carry").stderr
    moved = cli.json("meeting", "agenda", "--move", carried[1]["id"][:8], "-9", "--settle", added[0]["id"][:8])
    assert [each["headline"] for each in moved["agenda"]][:2] == ["The room", "A round each"]
    assert "A round each (Sam, settled)" in cli.run("meeting", "agenda", planned[:8]).stdout
    # All of it or nothing.
    refused = cli.run("meeting", "agenda", "--add", "lost", "--settle", planned)
    assert refused.exit_code == 1
    assert "not an agenda item" in refused.stderr
    assert len(cli.json("meeting", "agenda")["agenda"]) == 4


def test_everything_in_it_is_shown(cli: Program, planned: str) -> None:
    past = cli.json("meeting")["before"][0]["id"]
    said = cli.run("meeting", "show", past[:8]).stdout
    for line in ("How: video", "? How do you open a set", "Fifteen minutes", "Reading list", "We talked."):
        assert line in said
    assert {part["kind"] for part in cli.json("meeting", "show", past)["parts"]} == {
        "agenda-item",
        "decision",
        "action",
    }


def test_a_coffee_is_logged_in_one_line(cli: Program) -> None:
    cli.add("--kind", "meeting", "--set", "people=Sam Ortega", "--date", "2026-01-02")
    logged = cli.json("meeting", "coffee", "sam", "talked about chairing", "--minutes", "40", "--when", "2026-01-03")
    assert logged["fields"]["people"] == ["Sam Ortega"]
    assert (logged["fields"]["channel"], logged["fields"]["minutes"], logged["fields"]["state"]) == (
        "coffee",
        40,
        "held",
    )
    assert len(cli.json("meeting", "list", "--with", "Sam Ortega")["before"]) == 2
    assert cli.run("meeting", "coffee", "Sam", "--when", "2096-01-01").exit_code == 2


def test_times_that_suit_everybody(cli: Program, planned: str) -> None:
    plan = cli.json("meeting", "times", "--with", "Sam, Bo", "--days", "3", "--minutes", "30")
    assert plan["people"] == [
        {"name": None, "zone": "Europe/Dublin"},
        {"name": "Sam", "zone": "Asia/Kathmandu"},
    ]
    assert plan["unknown"] == ["Bo"]
    assert plan["hours"]
    for hour in plan["hours"]:
        assert hour["suits_all"]
        assert all("07:00" <= clock[11:16] <= "21:30" for clock in hour["clocks"])
    said = cli.run("meeting", "times", "--with", "Sam,Bo", "--all", "--days", "2")
    assert "Where Bo is, no card says" in said.stderr
    assert "You (Dublin)" in said.stdout
    assert " !" in said.stdout
    assert cli.run("meeting", "times", "--with", "Sam", "--minutes", "16h").exit_code == 2


def test_a_calendar_file(cli: Program, planned: str) -> None:
    target = cli.root / "meetings.ics"
    written = cli.run("meeting", "ics", "-o", str(target))
    assert written.stdout == f"1 entry in {target}, not encrypted.\n"
    (event,) = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Meeting"
    assert event.decoded("dtstart").isoformat() == "2096-01-12T09:30:00+00:00"
    assert b"Sam" not in target.read_bytes()
    refused = cli.run("meeting", "ics", "-o", str(target))
    assert refused.exit_code == 1
    assert "is there already" in refused.stderr
    past = cli.json("meeting")["before"][0]["id"]
    said = cli.run("meeting", "ics", past[:8], "--actions", "--with", "title,people").stdout
    calendar = icalendar.Calendar.from_ical(said)
    assert [str(each["SUMMARY"]) for each in calendar.walk("VEVENT")] == ["Meeting with Sam"]
    assert [str(each["SUMMARY"]) for each in calendar.walk("VTODO")] == ["Sam: Reading list"]


def test_what_is_no_meeting_and_what_no_file_says(cli: Program) -> None:
    note = cli.add("A note")
    for arguments in (("prepare", note), ("ics", note), ("agenda", note), ("show", note), ("carry", note)):
        refused = cli.run("meeting", *arguments)
        assert refused.exit_code == 1
        assert "is a note, not a meeting" in refused.stderr
    for command in ("prepare", "ics", "agenda"):
        refused = cli.run("meeting", command)
        assert refused.exit_code == 1
        assert "No meeting lies ahead." in refused.stderr
    assert cli.run("meeting", "ics", "--with", "notes").exit_code == 2
    assert "There is no meeting yet." in cli.run("meeting").stderr


def test_at_the_end_of_the_calendar(cli: Program) -> None:
    cli.run("card", "add", "Sam", "--zone", "Pacific/Kiritimati")
    for when in ("9999-12-31 23:30", "0001-01-01T00:00:00+00:00"):
        added = cli.run("meeting", "add", "--with", "Sam", "--when", when, "--minutes", "2h")
        assert added.exit_code == 0, added.stderr
    for arguments in (("meeting",), ("meeting", "prepare"), ("today",), ("meeting", "ics"), ("review",)):
        shown = cli.run(*arguments)
        assert shown.exit_code == 0, shown.stderr
    assert "9999-12-31 23:30" in cli.run("meeting").stdout
    assert cli.run("agreement", "add", "--with", "Sam", "--from", "9999-12-01").exit_code == 2


def test_whoever_writes_is_not_named_among_the_people(cli: Program) -> None:
    own = cli.json("card", "me")["name"]
    for arguments in (("add", "--with", f"me, Sam, {own.upper()}"), ("coffee", f"Sam,{own}")):
        assert cli.json("meeting", *arguments)["fields"]["people"] == ["Sam"]
    assert "nothing to save yet" in cli.run("meeting", "coffee", "me").stderr
