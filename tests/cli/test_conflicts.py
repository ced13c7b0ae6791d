"""Two versions on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.exchange.apart import both_changed_a_goal, put_apart
from tests.prebuilt import place

from peerlog.cli import terminal
from peerlog.cli.wrapping import Stretch, cells_of, wrapped


@pytest.fixture(scope="module")
def apart_vault(built_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_apart(built_vault, tmp_path_factory.mktemp("apart"), both_changed_a_goal)


@pytest.fixture
def both(bare: Program, apart_vault: Path) -> Program:
    """The command line on a journal in which two people have changed the same things."""
    place(apart_vault, bare.home)
    return bare


def ids(cli: Program) -> dict[str, str]:
    return {each["entry"]["kind"]: each["entry"]["id"] for each in cli.json("conflicts")["two_versions"]}


def test_a_listing_says_who_said_what(both: Program) -> None:
    said = both.run("conflicts", "Sam").stdout
    assert "Sam took it out while you changed it." in said
    assert "Title: you and Sam changed this apart from each other." in said
    assert "1. You, not sent yet:\n  Chair sets well" in said
    assert "From both:\n  Chair sets well and briefly" in said
    assert "WITH SAM" in said
    found = both.json("conflicts")["two_versions"]
    assert {each["field"] for each in found} == {"title", "text", "state", "deleted"}
    title = next(each for each in found if each["field"] == "title")
    assert (title["origin"], title["proposal"]) == ("Chair well", "Chair sets well and briefly")
    assert [each["sent"] for each in title["versions"]] == [False, True]


def test_on_a_wide_terminal_they_stand_side_by_side(both: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_shown", lambda: True)
    for columns in (120, 60):
        monkeypatch.setattr(terminal, "columns", lambda columns=columns: columns)
        lines = both.run("conflicts", NO_COLOR="1").stdout.splitlines()
        beside = [line for line in lines if "Chair sets well" in line and "Chair well and briefly" in line]
        assert bool(beside) is (columns == 120)


def test_each_is_settled_and_leaves_with_the_next_update(both: Program) -> None:
    id_ = ids(both)
    done = both.run("conflicts", "settle", id_["goal"], "--field", "title", "--proposal")
    assert done.exit_code == 0, done.stderr
    assert "leaves with your next update" in done.stderr
    for given in (
        ("settle", id_["goal"], "--field", "text", "--both"),
        ("settle", id_["action"], "--take", "2"),
        ("settle", id_["decision"], "--keep"),
    ):
        assert both.run("conflicts", *given).exit_code == 0
    now = both.json("conflicts")
    assert now["two_versions"] == []
    assert {each["field"] for each in now["settled"]} == {"title", "text", "state", "deleted"}
    assert both.json("show", id_["action"])["fields"]["done_on"] == "2026-11-21"
    assert both.run("conflicts", "settle", id_["goal"], "--undo", "--field", "title").exit_code == 0
    assert [each["field"] for each in both.json("conflicts")["two_versions"]] == ["title"]
    both.run("conflicts", "settle", id_["goal"], "--text", "-", input="Chair every set well")
    assert both.json("show", id_["goal"])["fields"]["title"] == "Chair every set well"
    assert "Settled, and leaves" in both.run("conflicts").stdout


def test_what_does_not_fit_is_refused_in_a_sentence(both: Program) -> None:
    id_ = ids(both)
    note = both.add("Only here.")
    for code, said, *given in (
        (2, "How is it settled?", id_["goal"]),
        (2, "more than one way", id_["goal"], "--mine", "--take", "1"),
        (2, "Several of its fields", id_["goal"], "--mine"),
        (2, "does not have two versions", id_["goal"], "--field", "why", "--mine"),
        (2, "no version 3", id_["action"], "--take", "3"),
        (2, "is no text", id_["action"], "--text", "done"),
        (2, "room for one", id_["action"], "--both"),
        (2, "Nobody took it out", id_["action"], "--delete"),
        (2, "nobody took it out", id_["action"], "--keep"),
        (1, "Both changed the same place", id_["action"], "--proposal"),
        (1, "one version only", note, "--mine"),
        (1, "nothing to take back", id_["goal"], "--undo"),
    ):
        result = both.run("conflicts", "settle", *given)
        assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert both.json("conflicts")["settled"] == []


def test_today_and_show_say_so(both: Program) -> None:
    assert "3 things have two versions: “peerlog conflicts”" in both.run("today").stdout
    assert both.json("today")["two_versions"] == 3
    shown = both.run("show", ids(both)["goal"]).stdout
    assert "TWO VERSIONS of Title, Text" in shown
    assert both.json("show", ids(both)["goal"])["two_versions"] == ["title", "text"]
    assert "Chair sets well  2 versions  WITH SAM" in both.run("list").stdout


def test_nothing_has_two_versions_where_nobody_shares(cli: Program) -> None:
    assert "Nothing has two versions." in cli.run("conflicts").stderr
    assert cli.run("conflicts", "Ada").exit_code == 1


def test_words_are_wrapped_by_their_cells() -> None:
    lines = wrapped([Stretch("one two "), Stretch("李梅李梅李梅", True), Stretch(" end\n\nlast")], 7)
    assert ["".join(each.text for each in line.stretches) for line in lines] == [
        "one two", "李梅李", "梅李梅", "end", "", "last",
    ]  # fmt: skip
    assert all(cells_of(line) <= 7 for line in lines)
    assert [each.text for line in wrapped([Stretch("abcdefghij")], 4) for each in line.stretches] == [
        "abcd",
        "efgh",
        "ij",
    ]
