"""Work over a span of days: practice hours that no day could hold."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cli.conftest import Program
from tests.cli.test_cpd_audit import refused

SURGERY = ("cpd", "add", "Surgery, two days a week", "--type", "practice_hours")


@pytest.fixture
def nurse(cli: Program) -> Program:
    """Somebody whose period is from 1 April 2024 to 31 March 2027."""
    assert cli.run("cpd", "body", "add", "nmc", "--day", "2027-03-31").exit_code == 0
    return cli


def standing(cli: Program, *on: str) -> dict[str, Any]:
    (found,) = cli.json("cpd", "status", "nmc", *on)["bodies"]
    return dict(found)


def practice(cli: Program, *on: str) -> dict[str, Any]:
    return next(dict(each) for each in standing(cli, *on)["requirements"] if each["name"] == "practice")


def test_450_hours_in_three_spans_are_what_the_nmc_asks_for(nurse: Program) -> None:
    for hours, first, last in (
        ("187.5", "2024-09-02", "2025-03-31"),
        ("112h30", "2025-09-01", "2026-01-30"),
        ("150h", "2026-02-02", "2026-06-30"),
    ):
        assert not practice(nurse)["met"]
        told = nurse.json(*SURGERY, "--minutes", hours, "--from", first, "--until", last)
        assert told["fields"]["when"].startswith(last)
    found = practice(nurse)
    assert (found["have"], found["missing"], found["met"]) == (450 * 60, 0, True)
    assert standing(nurse)["too_long"] == []
    part = nurse.json("cpd", "record", "nmc")["parts"][0]
    assert [[field["text"] for field in item["fields"][:2]] for item in part["items"]] == [
        ["2 September 2024 to 31 March 2025", "187 h 30"],
        ["1 September 2025 to 30 January 2026", "112 h 30"],
        ["2 February 2026 to 30 June 2026", "150 h"],
    ]
    log = nurse.root / "log.csv"
    assert nurse.run("cpd", "export", "nmc", "-o", str(log), "--yes").exit_code == 0
    assert [row.split(",")[2] for row in log.read_text().splitlines()[1:]] == ["187.5", "112.5", "150"]


def test_only_what_goes_over_days_is_longer_than_a_day(nurse: Program) -> None:
    said = refused(nurse, "cpd", "add", "Webinar on wound care", "--minutes", "30h")
    assert "“30 h” is not between one minute and 24 hours." in said
    assert "A span of work counts as practice hours, and may be longer: its type is “Practice hours”." in said
    assert nurse.json("cpd", "list")["activities"] == []
    told = nurse.json("cpd", "add", "Library", "--minutes", "60h", "--type", "volunteering")
    assert "not between" in refused(nurse, "cpd", "count", told["id"], "--type", "webinar")
    assert "not between" in refused(nurse, "edit", told["id"], "--set", "type=webinar")
    assert "not between" in refused(nurse, "edit", told["id"], "--minutes", "2001h")
    assert nurse.run("edit", told["id"], "--minutes", "61h").exit_code == 0
    note = nurse.add("A note")
    assert "24 hours" in refused(nurse, "edit", note, "--minutes", "61h")
    assert nurse.json("cpd", "list")["activities"][0]["minutes"] == 61 * 60


def test_a_day_of_more_than_24_hours_is_named_beside_a_span(nurse: Program) -> None:
    for what in (SURGERY, ("cpd", "add", "A course"), ("cpd", "add", "Another course")):
        assert nurse.run(*what, "--minutes", "13h", "--date", "2026-03-02").exit_code == 0
    assert standing(nurse)["too_long"] == ["2026-03-02"]


def test_a_span_across_the_edge_of_a_period_is_named_on_both_sides(nurse: Program) -> None:
    assert nurse.run(*SURGERY, "--minutes", "450h", "--from", "2023-10-02", "--until", "2024-06-30").exit_code == 0
    named = "“Surgery, two days a week”, 450 h, goes from 2 October 2023 to 30 June 2024: "
    assert practice(nurse)["have"] == 27_000
    assert any(note.startswith(f"{named}all of it counts in this period") for note in standing(nurse)["notes"])
    assert named in " ".join(nurse.run("cpd", "status").stdout.split())
    before = ("--on", "2024-01-01")
    assert practice(nurse, *before)["have"] == 0
    assert any(
        note.startswith(f"{named}none of it counts in this period") for note in standing(nurse, *before)["notes"]
    )
    activity = nurse.json("cpd", "list")["activities"][0]["id"]
    assert nurse.run("cpd", "count", activity, "--from", "2024-04-01").exit_code == 0
    assert not any("goes from" in note for note in standing(nurse)["notes"])


def test_an_entry_that_went_over_days_has_a_first_day_until_it_is_taken_away(nurse: Program) -> None:
    entry = nurse.add("Ward 7", "--date", "2026-06-30")
    given = ("cpd", "count", entry, "150h", "--type", "practice_hours", "--from", "2026-01-05")
    assert "5 January 2026 to 30 June 2026" in nurse.run(*given).stdout

    def dates() -> dict[str, Any]:
        return dict(nurse.json("cpd", "record", "nmc")["parts"][0]["items"][0]["fields"][0])

    assert (dates()["text"], dates()["source"]) == ("5 January 2026 to 30 June 2026", "own")
    assert nurse.run("cpd", "count", entry, "--from", "").exit_code == 0
    assert (dates()["text"], dates()["source"]) == ("30 June 2026", "entry")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--from", "2026-06-30", "--until", "2026-01-05"), "It cannot begin on 30 June 2026"),
        (("--from", "2026-06-28", "--until", "2026-06-30"), "100 h do not fit into 3 days."),
        (("--from", "soon"), "soon"),
        (("--from", ""), "--from is empty"),
        (("--until", "2026-06-30", "--date", "2026-06-30"), "--date and --until contradict each other"),
        (("--until", "2030-06-30"), "That day has not come yet."),
    ],
)
def test_spans_that_cannot_be(nurse: Program, given: tuple[str, ...], said: str) -> None:
    assert said in refused(nurse, *SURGERY, "--minutes", "100h", *given)
    assert nurse.json("cpd", "list")["activities"] == []


def test_nobody_asks_from_when_on(cli: Program) -> None:
    assert cli.run("cpd", "body", "add", "generic").exit_code == 0
    given = (*SURGERY, "--minutes", "100h", "--until", "2026-06-30")
    assert "None of your requirements asks from when on it went." in refused(cli, *given, "--from", "2026-05-04")
    assert cli.json("cpd", "list")["activities"] == []
    assert cli.json(*given)["minutes"] == 6000


def test_of_two_days_the_first_is_the_first(cli: Program) -> None:
    assert cli.run("cpd", "body", "add", "alia", "--day", "2026-07-01").exit_code == 0
    given = ("cpd", "add", "Placement at the archive", "--type", "trainee_placement", "--minutes", "70h")
    cli.json(*given, "--from", "2026-09-07", "--until", "2026-09-18")
    fields = cli.json("cpd", "record", "alia")["parts"][0]["items"][0]["fields"]
    days = [field["text"] for field in fields if field["name"] in ("alia.start", "alia.finish")]
    assert days == ["7 September 2026", "18 September 2026"]


def test_the_types_that_go_over_days_are_listed_as_such(cli: Program) -> None:
    assert "Practice hours, may go over days" in cli.run("cpd", "types").stdout
    told = {each["name"]: each["over_days"] for each in cli.json("cpd", "types")["types"]}
    assert told["secondment"]
    assert not told["webinar"]
