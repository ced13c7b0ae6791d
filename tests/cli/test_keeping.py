"""`peerlog cpd keep` for single entries and files, and who may ask for what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program


def ok(cli: Program, *arguments: str) -> str:
    result = cli.run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout + result.stderr


def test_an_entry_has_a_day_that_is_shown_moved_and_taken_away(cli: Program) -> None:
    id_ = cli.add("What I would do otherwise", "--kind", "reflection")
    assert "until" in ok(cli, "cpd", "keep", "until", id_[:8], "6 months")
    assert "then you are asked" in ok(cli, "show", id_[:8])
    assert cli.json("show", id_[:8])["keep_until"]
    (kept,) = cli.json("cpd", "keep")["kept"]
    assert (kept["id"], kept["sort"], kept["due"]) == (id_, "entry", False)
    assert "It is to be kept until" in cli.run("cpd", "keep", "forget", id_[:8]).stderr
    assert "without a last day" in ok(cli, "cpd", "keep", "until", id_[:8], "no")
    assert cli.json("cpd", "keep")["kept"] == []
    assert cli.run("cpd", "keep", "forget", id_[:8], "--yes").exit_code == 1


def test_what_a_body_asks_is_taken_or_named(cli: Program) -> None:
    id_ = cli.add("A talk")
    nobody = cli.run("cpd", "keep", "until", id_[:8], "asked")
    assert (nobody.exit_code, "None of the bodies" in nobody.stderr) == (1, True)
    ok(cli, "cpd", "body", "add", "generic")
    ok(cli, "cpd", "count", id_[:8], "60")
    assert "31 December" in ok(cli, "cpd", "keep", "until", id_[:8], "asked")
    assert "A record of my own asks to keep it until" in ok(cli, "cpd", "keep", "until", id_[:8], "tomorrow")
    assert "asks to keep it until" in ok(cli, "cpd", "keep", "forget", id_[:8], "--yes")
    assert cli.run("show", id_[:8]).exit_code == 1


@pytest.mark.parametrize("day", ["2020-01-01", "soon", ""])
def test_a_day_that_does_not_fit_changes_nothing(cli: Program, day: str) -> None:
    id_ = cli.add("A talk")
    assert cli.run("cpd", "keep", "until", id_[:8], day).exit_code == 2
    assert cli.json("cpd", "keep")["kept"] == []


def test_a_single_file_is_kept_and_forgotten(cli: Program, tmp_path: Path) -> None:
    id_ = cli.add("A course")
    paper = tmp_path / "certificate.txt"
    paper.write_text("attended")
    ok(cli, "evidence", "add", id_[:8], str(paper))
    (file,) = cli.json("cpd", "keep")["kept"]
    assert "certificate.txt" in ok(cli, "cpd", "keep", "until", file["id"][:8], "after 2 years")
    assert cli.json("cpd", "keep")["kept"][0]["until"]
    assert cli.json("today")["kept_long_enough"] == 0
    ok(cli, "cpd", "keep", "forget", file["id"][:8], "--yes")
    assert cli.json("cpd", "keep")["kept"] == []


def test_who_may_ask_for_a_reflection_is_said_once_as_it_counts(cli: Program) -> None:
    ok(cli, "cpd", "body", "add", "nmc", "--day", "2028-03-31")
    ids = [cli.add(f"What I would do otherwise {number}", "--kind", "reflection") for number in (1, 2)]
    first, second = (cli.run("cpd", "count", id_[:8], "30") for id_ in ids)
    assert "NMC revalidation: Written reflections are not privileged" in first.stderr
    assert "privileged" not in second.stderr
