"""CPD on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Program

from peerlog.cli.requirements_described import described_shortly
from peerlog.cli.requirements_lines import write_list, write_scheme
from peerlog.journal.cpd.memberships import scheme_named


def body(cli: Program, name: str) -> dict[str, Any]:
    (found,) = cli.json("cpd", "status", name)["bodies"]
    return dict(found)


def requirement(cli: Program, of: str, name: str) -> dict[str, Any]:
    return next(each for each in body(cli, of)["requirements"] if each["name"] == name)


@pytest.mark.parametrize(("typed", "minutes"), [("1:30", 90), ("1.5", 90), ("90m", 90), ("45", 45)])
def test_lengths_as_people_type_them(cli: Program, typed: str, minutes: int) -> None:
    entry = cli.add("Read an article on copyright")
    counted = cli.json("cpd", "count", entry, typed)
    assert (counted["entry"], counted["minutes"], counted["type"]) == (entry, minutes, "reading")


@pytest.mark.parametrize("typed", ["-5", "2001h", "2001:00", "0", "soon"])
def test_lengths_that_cannot_be_are_refused(cli: Program, typed: str) -> None:
    entry = cli.add("Read an article")
    for result in (cli.run("cpd", "count", "--", entry, typed), cli.run("cpd", "add", "A talk", f"--minutes={typed}")):
        assert result.exit_code == 2
        assert f"“{typed}”" in result.stderr
    assert cli.json("cpd", "list") == {"activities": []}


def test_counting_and_changing_as_what(cli: Program) -> None:
    entry = cli.add("Chairing", "--minutes", "60")
    result = cli.run("cpd", "count", entry[:8], "--type", "Webinar", "--alone", "--planned", "--points", "2")
    assert result.exit_code == 0
    assert "1 h, Webinar, learning, planned, 2 points" in result.stdout
    counted = cli.json("cpd", "count", entry, "--participatory", "--category", "account", "--category", "learning")
    assert counted["participatory"] is True
    assert (counted["type"], counted["categories"], counted["points"]) == ("webinar", ["account", "learning"], "2")
    assert "Counts as CPD: 1 h, Webinar" in cli.run("show", entry).stdout
    assert cli.run("cpd", "count", entry, "--type", "dancing").exit_code == 2
    assert cli.run("cpd", "not", entry).exit_code == 0
    assert cli.json("cpd", "list")["activities"] == []
    assert cli.run("cpd", "not", entry, "--ask-again").exit_code == 0
    assert [each["id"] for each in cli.json("cpd", "sweep")["candidates"]] == [entry]


def test_without_any_length_it_asks_for_one(cli: Program) -> None:
    result = cli.run("cpd", "count", cli.add("Something"))
    assert result.exit_code == 2
    assert "How long" in result.stderr


def test_an_activity_of_its_own(cli: Program) -> None:
    counted = cli.json("cpd", "add", "Webinar on open access", "--minutes", "1:30", "--date", "2026-11-03")
    assert (counted["entry"], counted["fields"]["title"]) == (None, "Webinar on open access")
    changed = cli.json("cpd", "count", counted["id"], "2h", "--points", "1,5")
    assert (changed["minutes"], changed["points"]) == (120, "1.5")
    assert cli.run("cpd", "not", counted["id"]).exit_code == 1
    piped = cli.run("cpd", "add", "-", "--minutes", "5", input="A talk\nWhat I learnt")
    assert "A talk" in piped.stdout
    assert cli.run("cpd", "add", "-", "--minutes", "5", input="").exit_code == 2
    ahead = cli.run("cpd", "add", "A talk", "--minutes", "5", "--date", "2999-01-01")
    assert (ahead.exit_code, "not come" in ahead.stderr) == (1, True)


def test_listing_narrows_and_names_an_impossible_time(cli: Program) -> None:
    cli.run("cpd", "add", "Old", "--minutes", "5", "--date", "2020-03-01")
    cli.run("cpd", "add", "New", "--minutes", "5", "--date", "2026-03-01")
    listed = cli.json("cpd", "list", "--since", "2026-01-01")
    assert [each["fields"]["title"] for each in listed["activities"]] == ["New"]
    result = cli.run("cpd", "list", "--since", "2026-02-01", "--until", "2026-01-01")
    assert (result.exit_code, "before it begins" in result.stderr) == (2, True)
    assert "Old" in cli.run("cpd", "list").stdout
    assert cli.run("cpd", "list", "--body", "generic").exit_code == 2


def test_where_i_stand_with_two_bodies_from_the_same_entries(cli: Program) -> None:
    assert "no requirements yet" in cli.run("cpd").stderr
    for name in ("generic", "swe"):
        assert cli.run("cpd", "body", "add", name).exit_code == 0
    talk = cli.add("Talked over my case", "--kind", "meeting", "--set", "people=Sam", "--minutes", "90")
    cli.run("cpd", "add", "Webinar on open access", "--minutes", "1:30")
    assert requirement(cli, "generic", "hours")["have"] == 90
    assert body(cli, "swe")["requirements"][0]["have"] == 1
    fill = requirement(cli, "generic", "discussion")["could_fill"]
    assert [each["id"] for each in fill] == [talk]
    text = cli.run("cpd", "status").stdout
    assert "Hours in the year: 1 h 30 of 30 h  ━" in text
    assert talk[:7] in text
    assert "Talked over my case" not in cli.run("cpd", "status", "--brief").stdout
    assert cli.run("cpd", "status", "nmc").exit_code == 2


def test_who_is_needed_and_who_may_not(cli: Program) -> None:
    cli.run("cpd", "body", "add", "gphc", "--day", "2026-12-31")
    entry = cli.add("Peer discussion with Sam", "--kind", "meeting", "--set", "people=Sam", "--minutes", "60")
    cli.run("cpd", "count", entry, "--category", "discussion")
    found = requirement(cli, "gphc", "discussion")
    assert found["people"][0]["may_not"] == ["friend", "partner", "relative"]
    assert [(each["id"], each["lacks"]) for each in found["could_fill"]] == [(entry, ["person"])]
    assert "May not be: relative, partner in life, close friend" in cli.run("cpd").stdout
    friend = cli.json("cpd", "peer", "add", entry, "Sam", "--relation", "close friend", "--may-be-named")
    assert [each["counts"] for each in friend["counts_for"]] == [False]
    assert "one of those who may not" in cli.run("cpd", "peer").stdout
    changed = cli.run("cpd", "peer", "change", friend["id"], "--relation", "colleague", "--day", "2026-11-02")
    assert "counts." in changed.stdout
    assert requirement(cli, "gphc", "discussion")["met"]
    assert [each["name"] for each in cli.json("cpd", "peer", "list", entry)["peers"]] == ["Sam"]
    assert cli.run("cpd", "peer", "remove", friend["id"]).exit_code == 0
    assert cli.run("cpd", "peer", "change", entry, "--role", "x").exit_code == 1
    assert cli.run("cpd", "peer", "add", cli.add("Not counted"), "Sam").exit_code == 1
    assert cli.run("cpd", "peer", "change", entry).exit_code == 2


def test_what_is_ones_own_of_a_body(cli: Program, tmp_path: Path) -> None:
    refused = cli.run("cpd", "body", "add", "gosc")
    assert (refused.exit_code, "day of your own" in refused.stderr) == (2, True)
    assert cli.run("cpd", "body", "add", "nobody").exit_code == 2
    cli.run("cpd", "body", "add", "gosc", "--day", "2025-06-01", "--number", "1234")
    assert cli.run("cpd", "body", "add", "gosc", "--day", "2025-06-01").exit_code == 1
    themes = tmp_path / "themes.txt"
    themes.write_text("Talking\nSafety\nKnowing\nKeeping\n", encoding="utf-8")
    arguments = ("--list", f"themes={themes}", "--need", "hours=60:30", "--defer-to", "2028-08-01")
    changed = cli.json("cpd", "body", "change", "gosc", *arguments)
    assert changed["lists"] == {"gosc.themes": ["Talking", "Safety", "Knowing", "Keeping"]}
    assert (changed["needs"], changed["period"]["due"]) == ({"hours": 3630}, "2028-08-01")
    shown = cli.run("cpd", "body").stdout
    assert "60 h 30" in shown
    assert "Put off to 1 August 2028" in shown
    for bad in (("--need", "hours=-1"), ("--need", "hours"), ("--defer-to", "2020-01-01"), ("--variant", "king"), ()):
        assert cli.run("cpd", "body", "change", "gosc", *bad).exit_code == 2
    back = cli.json("cpd", "body", "change", "gosc", "--need", "hours=", "--defer-to", "no", "--list", "themes=")
    assert (back["needs"], back["lists"], back["deferred_to"]) == ({}, {}, None)
    assert cli.run("cpd", "body", "remove", "gosc").exit_code == 2
    assert cli.run("cpd", "body", "remove", "gosc", "--yes").exit_code == 0
    assert cli.json("cpd", "body")["bodies"] == []


def test_several_changes_of_a_body_are_made_together_or_not_at_all(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    assert cli.run("cpd", "body", "change", "generic", "--need", "hours=10", "--need", "days=3").exit_code == 2
    assert cli.json("cpd", "body")["bodies"][0]["needs"] == {}


def test_gaps(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    gap = cli.json("cpd", "gap", "add", "generic", "2026-01-05", "2026-06-30", "Parental", "leave")
    (listed,) = cli.json("cpd", "gap")["gaps"]
    assert (listed["id"], listed["since"], listed["until"]) == (gap["id"], "2026-01-05", "2026-06-30")
    assert "Parental leave" in cli.run("cpd", "status").stdout
    turned = cli.run("cpd", "gap", "add", "generic", "2026-06-30", "2026-01-05", "Leave")
    assert (turned.exit_code, "before it begins" in turned.stderr) == (2, True)
    assert cli.run("cpd", "gap", "remove", cli.add("No gap")).exit_code == 2
    assert cli.run("cpd", "gap", "remove", gap["id"]).exit_code == 0
    assert cli.json("cpd", "gap", "list", "generic")["gaps"] == []


def test_answers(cli: Program) -> None:
    cli.run("cpd", "body", "add", "cilip")
    entry = cli.add("A webinar")
    assert cli.run("cpd", "answer", "learnt", "--for", entry, "Much").exit_code == 1
    cli.run("cpd", "count", entry, "30")
    assert "2 words" in cli.run("cpd", "answer", "learnt", "--for", entry, "Very", "much").stdout
    assert cli.run("cpd", "answer", "cilip.learnt", "--for", entry, "-", input="From a pipe").exit_code == 0
    assert cli.run("cpd", "answer", "learnt", "--for", entry, input="").stdout == "From a pipe\n"
    assert cli.run("cpd", "answer", "learnt", "--for", entry, "--remove").exit_code == 0
    assert cli.run("cpd", "answer", "learnt", "--for", entry, input="").stdout == "A webinar\n"
    assert "nothing yet" in cli.run("cpd", "answer", "personal", input="").stderr
    assert cli.run("cpd", "answer", "nonsense", "--for", entry, "x").exit_code == 2


def test_one_command_answers_for_an_entry_and_for_the_record(cli: Program) -> None:
    cli.run("cpd", "body", "add", "cilip")
    old, new = cli.add("A visit", "--date", "2024-03-01"), cli.add("A webinar")
    for entry in (old, new):
        cli.run("cpd", "count", entry, "30")
    assert "5 words" in cli.run("cpd", "answer", "personal", "More than a year ago").stdout
    for wrong, hint in ((("personal", "x", "--for", new), "Leave the entry out"), (("learnt", "x"), "--for ID")):
        refused = cli.run("cpd", "answer", *wrong)
        assert (refused.exit_code, hint in refused.stderr) == (2, True)
    contradictory = cli.run("cpd", "answer", "learnt", "x", "--for", new, "--period", "2024-03-01")
    assert (contradictory.exit_code, "contradict" in contradictory.stderr) == (2, True)
    assert cli.run("cpd", "answer", "swe.impact", "x", "--body", "cilip").exit_code == 2
    assert cli.run("cpd", "record", "hand-in", "--yes").exit_code == 0
    refused = cli.run("cpd", "answer", "learnt", "Too late", "--for", new)
    assert (refused.exit_code, "was handed in" in refused.stderr) == (1, True)
    assert cli.run("cpd", "answer", "learnt", "Still open", "--for", old).exit_code == 0
    assert cli.run("cpd", "record", "answer", "personal", "x").exit_code == 2


def test_what_bodies_ask_for(cli: Program, tmp_path: Path) -> None:
    listed = cli.json("cpd", "schemes")
    assert {"gphc", "nmc", "generic"} <= {each["name"] for each in listed["requirements"]}
    assert all(each["checked"] and each["hand_in"] for each in listed["requirements"])
    for each in listed["requirements"]:
        text = cli.run("cpd", "schemes", each["name"]).stdout
        assert "Checked on" in text
        assert ("not affiliated" in text) == bool(each["body"])
    whole = cli.json("cpd", "schemes", "gphc")
    assert whole["versions"][-1]["sources"]
    older = "In force from 1 October 2022 until 31 December 2025"
    assert f"{older}\n" in cli.run("cpd", "schemes", "gphc", "--all").stdout
    assert f"{older}: others" in cli.run("cpd", "schemes", "gphc").stdout
    own = tmp_path / "choir.toml"
    own.write_text('label = "Choir"\nabout = "Singing."\n\n[[versions]]\nchecked = 2026-11-27\n', encoding="utf-8")
    bad = cli.run("cpd", "schemes", "check", str(own))
    assert (bad.exit_code, f"{own}, line 4" in bad.stderr) == (2, True)
    with own.open("a", encoding="utf-8") as file:
        file.write('[versions.period]\nkind = "fixed"\nbegins = "09-01"\nmonths = 12\n')
        file.write('[[versions.requirements]]\nname = "h"\nlabel = "Hours"\nunit = "hours"\nleast = 40\n')
    good = cli.run("cpd", "schemes", "check", str(own))
    assert (good.exit_code, "Hours (h): at least 40 h" in good.stdout) == (0, True)


def test_what_is_shown_of_a_body_is_what_it_asks_today(capsys: pytest.CaptureFixture[str]) -> None:
    nmc = scheme_named("nmc")
    for today, first, other in (
        (date(2027, 9, 30), "In force until 30 September 2027", "In force from 1 October 2027: others"),
        (date(2027, 10, 1), "In force from 1 October 2027", "In force until 30 September 2027: others"),
    ):
        write_scheme(nmc, today)
        said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("In force")]
        assert (said[0], said[1].startswith(other)) == (first, True)
        assert described_shortly(nmc, today)["confirmed"] == (today < date(2027, 10, 1))
        write_list([nmc], today)
        assert ("not confirmed" in capsys.readouterr().out) == (today >= date(2027, 10, 1))


@pytest.mark.parametrize(
    ("name", "period"), [("goc", "every 36 months from 1 January 2022"), ("swe", "every 12 months from 1 December.")]
)
def test_a_period_of_several_years_begins_in_one_of_them(cli: Program, name: str, period: str) -> None:
    assert f"Period: {period}" in cli.run("cpd", "schemes", name).stdout


def test_that_nothing_was_found_on_keeping_a_record_is_said(cli: Program) -> None:
    assert "How long to keep evidence was not found." in cli.run("cpd", "schemes", "cilip").stdout


def test_a_period_that_cannot_be_told_does_not_hide_the_others(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    cli.run("cpd", "body", "add", "goc")
    found = {each["body"]: each for each in cli.json("cpd", "status", "--on", "1990-05-01")["bodies"]}
    assert (found["generic"]["problem"], found["generic"]["period"]["first"]) == (None, "1990-01-01")
    assert "1990-05-01" in found["goc"]["problem"]
    assert "1990-05-01" in cli.run("cpd", "status", "--on", "1990-05-01").stdout
    assert cli.run("cpd", "status", "--on", "31 February").exit_code == 2


def test_types_are_listed(cli: Program) -> None:
    listed = cli.json("cpd", "types")
    assert "webinar" in [each["name"] for each in listed["types"]]
    assert "discussion with a peer" in cli.run("cpd", "types").stdout


def test_hostile_words_stay_words(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    cli.run("cpd", "add", "\x1b[31mred[/] [bold]", "--minutes", "5")
    for arguments in (("cpd", "list"), ("cpd", "status")):
        assert "\x1b" not in cli.run(*arguments).stdout


def test_json_is_one_document(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    for arguments in (("list",), ("sweep",), ("status",), ("schemes",), ("peer",), ("gap",), ("body",), ("types",)):
        assert isinstance(json.loads(cli.run("cpd", *arguments, "--json").stdout), dict)


def test_a_sweep_needs_a_terminal(cli: Program) -> None:
    result = cli.run("cpd", "sweep")
    assert (result.exit_code, "--json" in result.stderr) == (2, True)
