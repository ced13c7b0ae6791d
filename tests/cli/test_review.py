"""`peerlog review`: a month or a year in figures."""

from __future__ import annotations

from tests.cli.conftest import Program


def test_a_month_in_figures(cli: Program) -> None:
    cli.add("Agenda felt too long", "--tag", "chairing", "--date", "2026-03-04 10:00")
    cli.add(
        "--kind", "meeting", "--set", "people=Sam", "--title", "Video", "--date", "2026-03-05 10:00", "--minutes", "40"
    )
    said = cli.run("review", "2026-03").stdout
    assert said.splitlines()[:3] == ["March 2026", "", "Written  2 entries on 2 days, about 4 words"]
    assert "  Sam  ━" in said
    found = cli.json("review", "2026")
    assert found["first"] == "2026-01-01"
    assert found["written"] == [0, 0, 2, *[0] * 9]
    assert found["meetings"]["people"] == {"Sam": {"meetings": 1, "minutes": 40}}


def test_this_month_when_none_is_named(cli: Program) -> None:
    cli.add("A note")
    assert cli.json("review")["kinds"] == {"note": 1}


def test_no_month(cli: Program) -> None:
    refused = cli.run("review", "November")
    assert refused.exit_code == 2
    assert "is not a month or a year" in refused.stderr
