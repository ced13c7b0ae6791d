"""With whom: written, listed, shown and exported from the command line."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Program
from tests.journal.sharing import ADA, SAM, meet, put_away, written_by_them
from tests.prebuilt import PASSPHRASE

from peerlog.journal.opening import unlock


@pytest.fixture
def shared(cli: Program) -> Program:
    """A journal with something shared with Sam, and with Ada Lund."""
    with unlock(cli.home, PASSPHRASE) as journal:
        meet(journal)
        meet(journal, ADA, "Ada Lund")
    return cli


def test_it_is_written_where_it_says(shared: Program) -> None:
    added = shared.json("add", "For both", "--circle", "sa")
    assert added["with"] == "Sam"
    assert shared.json("add", "For me")["with"] is None
    about = shared.run("show", added["id"]).stdout
    assert "WITH SAM" in about
    assert "PRIVATE" not in about
    part = shared.json("action", "add", "read", "--for", shared.json("meeting", "add", "Call", "--circle", "Ada")["id"])
    assert part["with"] == "Ada Lund"
    goal = shared.json("goal", "add", "Chair well", "--circle", "ada")
    assert (goal["with"], goal["fields"]["state"]) == ("Ada Lund", "proposed")


@pytest.mark.parametrize(
    "arguments",
    [
        ["request", "add", "Look at this"],
        ["feedback", "add", "--situation", "Tuesday", "--behaviour", "You waited"],
        ["thanks", "add", "You asked the one question."],
        ["resource", "add", "Time to Think"],
        ["idea", "add", "Begin with silence"],
        ["meeting", "coffee", "Sam", "about chairing"],
        ["agreement", "add", "--with", "Sam"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_all_of_the_practice_is_written_where_it_says(shared: Program, arguments: list[str]) -> None:
    assert shared.json(*arguments, "--circle", "sam")["with"] == "Sam"
    assert shared.run(*arguments, "--circle", "Zoe").exit_code == 1


def test_lists_narrow_it_down(shared: Program) -> None:
    for arguments in (["Agenda mine"], ["Agenda ours", "--circle", "sam"], ["Agenda hers", "--circle", "ada"]):
        shared.add(*arguments)
    everything = shared.run("list").stdout.splitlines()
    assert sorted(line.rpartition("  ")[2] for line in everything) == ["Agenda mine", "WITH ADA LUND", "WITH SAM"]
    for command in (["list"], ["search", "agenda"]):
        for narrowed, expected in ((["--circle", "Sam"], "Agenda ours"), (["--private"], "Agenda mine")):
            found = shared.json(*command, *narrowed)["entries"]
            assert [entry["headline"] for entry in found] == [expected]
    shared.run("delete", shared.json("list", "--circle", "sam")["entries"][0]["id"])
    assert [entry["with"] for entry in shared.json("list", "--trash")["entries"]] == ["Sam"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["list", "--circle", "Zoe"], 1, "There is nobody called “Zoe”"),
        (["list", "--circle", ""], 2, "--circle"),
        (["list", "--circle", "sam", "--private"], 2, "--private"),
        (["add", "x", "--circle", "Zoe"], 1, "There is nobody called “Zoe”"),
    ],
)
def test_what_names_nobody_is_refused(shared: Program, arguments: list[str], status: int, said: str) -> None:
    result = shared.run(*arguments)
    assert result.exit_code == status
    assert said in result.stderr


def test_others_words_and_what_was_put_away_stay_as_they_are(shared: Program) -> None:
    with unlock(shared.home, PASSPHRASE) as journal:
        theirs = written_by_them(journal, journal.entries.add("note", {"text": "Sam's"}, space="5am"))
    refused = shared.run("edit", theirs.id, "--text", "Mine")
    assert (refused.exit_code, "only Sam can change them" in refused.stderr) == (1, True)
    erased = shared.run("delete", theirs.id, "--forever", "--yes")
    assert (erased.exit_code, "What they have quoted" in erased.stderr) == (1, True)
    with unlock(shared.home, PASSPHRASE) as journal:
        put_away(journal)
    assert "put away" in shared.run("add", "More", "--circle", "sam").stderr


def test_an_export_says_with_whom(shared: Program) -> None:
    shared.add("Mine")
    shared.add("Ours", "--circle", "sam")
    written = json.loads(shared.run("export", "json", "-").stdout)["entries"]
    assert {entry["fields"]["text"]: entry.get("with") for entry in written} == {"Mine": None, "Ours": "Sam"}
    only = json.loads(shared.run("export", "json", "-", "--circle", "sam").stdout)["entries"]
    assert [entry["fields"]["text"] for entry in only] == ["Ours"]
    target = shared.root / "out"
    assert shared.run("export", "markdown", str(target)).exit_code == 0
    heads = [path.read_text("utf-8") for path in sorted(target.iterdir())]
    assert ["\nwith: Sam\n" in head for head in heads].count(True) == 1
    for source in ("markdown", "json"):
        path = target if source == "markdown" else shared.root / "all.json"
        if source == "json":
            shared.run("export", "json", str(path))
        assert shared.run("import", source, str(path), "--yes").stdout.startswith("0 entries came in.")


def test_somebody_elses_words_take_a_comment(shared: Program) -> None:
    with unlock(shared.home, PASSPHRASE) as journal:
        note = journal.entries.add("note", {"text": "Theirs"}, space=SAM)
        theirs = written_by_them(journal, note).id
    refused = shared.run("edit", theirs, "--text", "Mine")
    assert "peerlog comment" in refused.stderr
    comment = shared.json("comment", theirs, "I", "see it", "so, too")
    assert (comment["with"], comment["fields"]["parent"]) == ("Sam", theirs)
    shown = shared.run("show", theirs).stdout
    assert "Comment by me" in shown
    assert "I see it so, too" in shown
    assert shared.run("comment", theirs, " ").exit_code == 2
    assert shared.run("comment", theirs, input="").exit_code == 2
    assert shared.run("comment", "abcdef12", "x").exit_code == 1
