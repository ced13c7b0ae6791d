"""What bodies choose from, such as their themes: listed, marked, answered, and named where it does not fit."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Program

from peerlog.cli import completing


def keep_to_goc(cli: Program, folder: Path) -> None:
    domains = folder / "domains.txt"
    domains.write_text("Professionalism\nCommunication\nClinical practice\nLeadership\n", encoding="utf-8")
    assert cli.run("cpd", "body", "add", "goc").exit_code == 0
    assert cli.run("cpd", "body", "change", "goc", "--list", f"domains={domains}").exit_code == 0


def test_what_a_body_chooses_from_is_listed(cli: Program, tmp_path: Path) -> None:
    assert "peerlog cpd types BODY" in cli.run("cpd", "types").stderr
    assert cli.run("cpd", "types", "goc").exit_code == 2
    cli.run("cpd", "body", "add", "goc")
    none = cli.run("cpd", "types", "goc")
    assert "None yet. They are in the council's CPD guide for registrants." in none.stdout
    assert "peerlog cpd body change goc --list domains=FILE" in none.stdout
    cli.run("cpd", "body", "remove", "goc", "--yes")
    keep_to_goc(cli, tmp_path)
    said = cli.run("cpd", "types", "goc")
    assert "Core domain · goc.domains\n  Professionalism\n" in said.stdout
    assert "Provided by · goc.provider, one at most\n  Approved provider\n" in said.stdout
    assert 'peerlog cpd count ID --mark "goc.domains=Professionalism"' in said.stderr
    lists = {each["name"]: each for each in cli.json("cpd", "types", "goc")["lists"]}
    assert (len(lists["goc.domains"]["values"]), lists["goc.provider"]["many"]) == (4, False)
    assert "peerlog cpd types goc" in cli.run("cpd", "status").stdout


def test_an_entry_is_marked_and_what_does_not_fit_names_what_does(cli: Program, tmp_path: Path) -> None:
    keep_to_goc(cli, tmp_path)
    entry = cli.add("A course on glaucoma")
    typo = cli.run("cpd", "count", entry, "1h", "--mark", "domains=Communicashion")
    assert (typo.exit_code, "Did you mean “communication”?" in typo.stderr) == (2, True)
    assert "Professionalism; Communication; Clinical practice; Leadership" in typo.stderr
    few = cli.run("cpd", "body", "change", "goc", "--list", "domains=-", input="Leadership\n")
    assert "List goc.domains: 1 value; there are 4 of them" in few.stdout
    assert "Leadership\n\nProvided by" in cli.run("cpd", "types", "goc").stdout
    two = cli.run("cpd", "count", entry, "1h", "--mark", "provider=Myself", "--mark", "provider=approved provider")
    assert (two.exit_code, "Only one value of goc.provider fits." in two.stderr) == (2, True)
    assert cli.json("cpd", "list")["activities"] == []
    counted = cli.json("cpd", "count", entry, "1h", "--mark", "provider=myself", "--mark", "domains=leadership")
    assert counted["marks"] == ["goc.domains=Leadership", "goc.provider=Myself"]


def test_a_list_of_the_record_is_answered_with_marks(cli: Program, tmp_path: Path) -> None:
    keep_to_goc(cli, tmp_path)
    entry = cli.add("A course on glaucoma")
    cli.run("cpd", "count", entry, "1h", "--mark", "provider=Myself", "--points", "2")
    assert cli.run("cpd", "answer", "goc.domain", "Fun", "--for", entry).exit_code == 2
    said = cli.run("cpd", "answer", "goc.domain", "leadership; Communication", "--for", entry)
    assert (said.exit_code, said.stdout) == (0, "Core domain: Communication; Leadership\n")
    (counted,) = cli.json("cpd", "list")["activities"]
    assert counted["marks"] == ["goc.domains=Communication", "goc.domains=Leadership", "goc.provider=Myself"]
    standing = cli.json("cpd", "status", "goc")["bodies"][0]["requirements"]
    assert next(each for each in standing if each["name"] == "domains")["have"] == 2
    assert cli.run("cpd", "answer", "goc.domain", "--for", entry, "--remove").exit_code == 0
    assert cli.json("cpd", "list")["activities"][0]["marks"] == ["goc.provider=Myself"]


def test_a_shell_is_offered_lists_and_fields() -> None:
    offered = completing.marks(None, None, "goc.")  # type: ignore[arg-type]
    assert {"goc.domains=", "goc.provider=Myself"} <= set(offered)
    assert "swe.impact" in completing.record_fields(None, None, "swe.i")  # type: ignore[arg-type]
