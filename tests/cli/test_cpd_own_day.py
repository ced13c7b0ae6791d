"""A day of one's own that a period depends on: asked for, proposed, and refused where it cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cli.conftest import Program

from peerlog.cli import terminal
from peerlog.domain.dates import written_out

PERSONAL = ("alia", "ama", "ara", "gosc", "gphc", "hcpc", "lianza", "nmc")


@pytest.mark.parametrize("name", PERSONAL)
def test_without_a_terminal_it_is_to_be_given(cli: Program, name: str) -> None:
    refused = cli.run("cpd", "body", "add", name)
    assert (refused.exit_code, "needs a day of your own" in refused.stderr) == (2, True)
    assert cli.json("cpd", "body")["bodies"] == []


def test_on_a_terminal_it_is_asked_for_until_it_can_be(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    result = cli.run("cpd", "body", "add", "nmc", input="29 feb 2027\n2099-01-01\n31 mar 2027\n")
    assert result.exit_code == 0
    assert "The day by which you have to revalidate, such as 31 March" in result.stderr
    assert "There is no 29 feb 2027 in the calendar." in result.stderr
    assert "further ahead than the 36 months of a period" in result.stderr
    period = cli.json("cpd", "status", "nmc", "--brief")["bodies"][0]["period"]
    first, last = (written_out(date.fromisoformat(period[each])) for each in ("first", "last"))
    assert f"Your period is {first} to {last}." in result.stderr
    proposed = cli.run("cpd", "body", "add", "alia", input="\n")
    assert "on which your three years began [1 July" in proposed.stderr
    assert {each["own_day"][5:] for each in cli.json("cpd", "body")["bodies"]} == {"03-31", "07-01"}


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("nmc", "2027-02-29", "There is no 2027-02-29 in the calendar."),
        ("nmc", "31 April", "There is no 31 April in the calendar."),
        ("alia", "2025-08-01", "it is always 1 July, not 1 August 2025."),
        ("hcpc", "2099-01-01", "further ahead than the 24 months"),
        ("gosc", "1870-01-01", "too long ago"),
        ("goc", "2026-01-01", "asks for no day of your own"),
        ("nmc", "", "--day is empty."),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(cli: Program, name: str, day: str, said: str) -> None:
    refused = cli.run("cpd", "body", "add", name, "--day", day)
    assert (refused.exit_code, said in refused.stderr) == (2, True)
    assert cli.json("cpd", "body")["bodies"] == []


def test_a_leap_day_falls_on_the_last_of_february(cli: Program) -> None:
    assert cli.run("cpd", "body", "add", "gphc", "--day", "2024-02-29").exit_code == 0
    for on, first, last in (
        ("2027-01-15", "2026-03-01", "2027-02-28"),
        ("2028-02-29", "2027-03-01", "2028-02-29"),
        ("2028-03-01", "2028-03-01", "2029-02-28"),
    ):
        period = cli.json("cpd", "status", "--on", on)["bodies"][0]["period"]
        assert (period["first"], period["last"]) == (first, last)
    refused = cli.run("cpd", "body", "change", "gphc", "--day", "2099-02-28")
    assert (refused.exit_code, "further ahead" in refused.stderr) == (2, True)
    assert cli.json("cpd", "body")["bodies"][0]["own_day"] == "2024-02-29"


def test_a_day_and_month_lie_where_a_period_begins_or_ends(cli: Program) -> None:
    own = {name: cli.json("cpd", "body", "add", name, "--day", "15 jan")["own_day"] for name in ("ama", "gphc")}
    today = cli.json("cpd", "status", "--brief")["day"]
    assert own["ama"] <= today < own["gphc"]
