"""`peerlog cpd record`, `export` and `keep`: from what counts to what is handed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program


@pytest.fixture
def two(cli: Program) -> list[str]:
    """Two entries that count for a record of one's own, and one that does not; the ids of the two."""
    assert cli.run("cpd", "body", "add", "generic").exit_code == 0
    ids = [
        cli.add(f"Talk {number} with Dr Byron of Leeds Library", "--title", f"Talk {number}", "--date", f"-{number}d")
        for number in (2, 1)
    ]
    for id_ in ids:
        assert cli.run("cpd", "count", id_[:12], "1:30").exit_code == 0
    cli.add("Nobody else's business")
    return ids


def ok(cli: Program, *arguments: str, input: str | None = None) -> str:
    result = cli.run(*arguments, input=input)
    assert result.exit_code == 0, result.stderr
    return result.stdout + result.stderr


def test_a_record_says_what_is_in_it_and_what_is_missing(cli: Program, two: list[str]) -> None:
    said = ok(cli, "cpd", "record")
    assert "Log: 2 entries, 3 h" in said
    assert "Looking back, What I learnt this year, and what comes next: Not written yet." in said
    shown = cli.json("cpd", "record", "show", "generic")
    assert (shown["id"], shown["ready"], len(shown["parts"][0]["items"])) == (None, False, 2)
    assert "5 of 500 words" in ok(cli, "cpd", "answer", "generic.year", "I ask before I advise.")
    assert ok(cli, "cpd", "answer", "generic.year", input="").strip() == "I ask before I advise."
    shown = cli.json("cpd", "record", "show")
    assert shown["ready"]
    assert ok(cli, "cpd", "record", "list").startswith(shown["id"][:7])
    assert "Nothing is missing." in ok(cli, "cpd", "record", shown["id"][:8], "--full")


def test_one_chooses_and_carries_across(cli: Program, two: list[str]) -> None:
    assert "1 in it, 1 left out" in ok(cli, "cpd", "record", "choose", "--without", two[0][:10])
    told = cli.json("cpd", "record", "carry", "generic")["fields"]
    assert [each["label"] for each in told] == ["Date", "Activity", "Type", "Hours", "What came of it"]
    assert ok(cli, "cpd", "record", "carry", "--from", "4").count("1 h 30") == 1
    assert "2 in it, 0 left out" in ok(cli, "cpd", "record", "choose", "--all")
    assert cli.run("cpd", "record", "choose").exit_code == 2
    assert cli.run("cpd", "record", "choose", "--all", two[0][:10]).exit_code == 2


def test_answers_are_carried_across_with_the_names_that_a_file_has(cli: Program, two: list[str]) -> None:
    assert "These could tell who it is about:\n  person: Dr Byron" in ok(cli, "cpd", "record", "carry")
    names = ("--pseudonyms", "--call", "leeds library=my library", "--call", "Ada=Mx")
    said = ok(cli, "cpd", "record", "carry", *names)
    assert "Talk 1 with Colleague A of my library" in said
    assert "“Ada” stands nowhere in it." in said
    told = [each["text"] for each in cli.json("cpd", "record", "carry", *names)["fields"]]
    assert "Talk 2 with Colleague A of my library" in told
    assert cli.run("cpd", "record", "carry", *names[1:]).exit_code == 2


def test_a_file_leaves_with_other_names_and_only_when_one_says_so(cli: Program, two: list[str], tmp_path: Path) -> None:
    asked = cli.run("cpd", "export", "--format", "md", "-o", str(tmp_path))
    assert asked.exit_code == 2
    assert "person: Dr Byron" in asked.stderr
    assert "Talk 1 with Dr Byron" in asked.stderr
    assert "every word you wrote in them: “Talk 2”, “Talk 1”" in asked.stderr
    assert list(tmp_path.iterdir()) == []
    names = ("--pseudonyms", "--call", "Dr Byron=my mentor")
    said = ok(cli, "cpd", "export", "generic", "-o", str(tmp_path / "record.md"), *names, "--yes")
    assert "organisation: Leeds Library → Library A" in said
    text = (tmp_path / "record.md").read_text("utf-8")
    assert "with my mentor of Library A" in text
    assert "business" not in text
    assert "Byron" not in text
    again = cli.run("cpd", "export", "-o", str(tmp_path / "record.md"), "--yes")
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert cli.run("cpd", "export", "-o", "../record.md", "--yes").exit_code == 1
    assert cli.run("cpd", "export", "-o", str(tmp_path / "r"), "--yes").exit_code == 2
    assert cli.run("cpd", "export", "-o", str(tmp_path / "r.md"), "--call", "a=b", "--yes").exit_code == 2


def test_a_record_is_handed_in_kept_and_forgotten(cli: Program, two: list[str]) -> None:
    assert cli.run("cpd", "record", "hand-in").exit_code == 2
    assert "handed in on" in ok(cli, "cpd", "record", "hand-in", "--yes")
    refused = cli.run("cpd", "answer", "year", "More.")
    assert (refused.exit_code, "was handed in" in refused.stderr) == (1, True)
    assert "being written again" in ok(cli, "cpd", "record", "hand-in", "--reopen")
    (kept,) = cli.json("cpd", "keep")["kept"]
    assert (kept["sort"], kept["due"]) == ("record", False)
    assert "Nothing is due." in ok(cli, "cpd", "keep", "--due")
    assert "0 files" in ok(cli, "cpd", "keep", "until", kept["id"][:8], "2031-01-01")
    assert "It is to be kept until" in ok(cli, "cpd", "keep", "forget", kept["id"][:8], "--yes")
    assert cli.json("cpd", "keep")["kept"] == []
