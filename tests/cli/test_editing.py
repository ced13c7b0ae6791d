"""`edit`, `delete` and `undelete`: nothing that was written is lost by any of them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cli.conftest import Program

from peerlog.cli.entry_fields import Given
from peerlog.journal.journal import Journal


def test_options_change_what_they_name_and_leave_the_rest(cli: Program) -> None:
    id_ = cli.add("Text", "--kind", "goal", "--title", "Before", "--tag", "one", "--date", "2026-11-17 10:00")
    result = cli.run("edit", id_[:9], "--title", "After", "--tag", "two", "--set", "state=met", "--minutes", "5")
    assert result.exit_code == 0
    assert cli.json("show", id_)["fields"] == {
        "title": "After",
        "text": "Text",
        "tags": ["one", "two"],
        "state": "met",
        "minutes": 5,
        "when": "2026-11-17T10:00:00+00:00[Europe/Dublin]",
    }


def test_an_empty_value_empties_a_field(cli: Program) -> None:
    id_ = cli.add("Text", "--kind", "goal", "--title", "T", "--set", "why=because", "--minutes", "5")
    cli.run("edit", id_, "--set", "why=", "--minutes", "", "--title", "")
    assert set(cli.json("show", id_)["fields"]) == {"text", "state", "when"}


def test_tags_are_taken_away(cli: Program) -> None:
    id_ = cli.add("Text", "--tag", "one", "--tag", "Two")
    cli.run("edit", id_, "--untag", "#two", "--tag", "three")
    assert cli.json("show", id_)["fields"]["tags"] == ["one", "three"]


def test_a_tag_goes_with_the_words_that_it_stood_in(cli: Program) -> None:
    id_ = cli.add("About #chairing and #sets", "--tag", "own")
    cli.run("edit", id_, "--title", "T")
    assert cli.json("show", id_)["fields"]["tags"] == ["chairing", "own", "sets"]
    cli.run("edit", id_, "--text", "About #sets", "--tag", "new")
    assert cli.json("show", id_)["fields"]["tags"] == ["new", "own", "sets"]


@pytest.mark.parametrize("arguments", [["-"], ["--text", "New words"]])
def test_the_text_is_replaced(cli: Program, arguments: list[str]) -> None:
    id_ = cli.add("Old words", "--title", "T")
    assert cli.run("edit", id_, *arguments, input="New words\n").exit_code == 0
    assert cli.json("show", id_)["fields"]["text"] == "New words"
    assert cli.json("search", "old")["entries"] == []


def test_earlier_versions_stay_and_come_back(cli: Program) -> None:
    id_ = cli.add("First")
    cli.run("edit", id_, "--text", "Second")
    cli.run("edit", id_, "--text", "Third")
    found = cli.json("show", id_, "--versions")
    assert [(each["version"], each["fields"]["text"]) for each in found["versions"]] == [
        (3, "Third"),
        (2, "Second"),
        (1, "First"),
    ]
    assert len(cli.run("show", id_, "--versions").stdout.splitlines()) == len(found["versions"])
    assert cli.run("show", id_, "--versions", "--version", "1").exit_code == 2
    assert cli.run("show", id_, "--version", "1").stdout.endswith("\n\nFirst\n")
    assert cli.run("show", id_, "--versions").stdout.splitlines()[0].startswith("   3  ")
    assert cli.run("edit", id_, "--restore-version", "1").exit_code == 0
    assert cli.json("show", id_)["fields"]["text"] == "First"
    assert cli.json("show", id_)["version"] == 4
    assert cli.run("show", id_, "--version", "9").exit_code == 2


def test_an_edit_that_changes_nothing_makes_no_version(cli: Program) -> None:
    id_ = cli.add("Same")
    result = cli.run("edit", id_, "--text", "Same")
    assert result.exit_code == 0
    assert "(nothing changed)" in result.stdout
    assert cli.json("show", id_)["version"] == 1


def test_without_a_terminal_an_edit_has_to_say_what(cli: Program) -> None:
    id_ = cli.add("Same")
    assert cli.run("edit", id_).exit_code == 2
    assert cli.run("edit", id_, "+").exit_code == 2
    assert cli.run("edit", id_, "-", "--text", "x", input="y").exit_code == 2


def test_somebody_else_s_words_are_named(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = cli.add("First")
    read = Given.fields

    def meanwhile(self: Given, journal: Journal, *arguments: Any) -> dict[str, object]:
        if self.title == "Mine":
            cli.run("edit", id_, "--title", "Theirs")
        return read(self, journal, *arguments)

    monkeypatch.setattr(Given, "fields", meanwhile)
    result = cli.run("edit", id_, "--title", "Mine")
    assert "It was saved elsewhere meanwhile: those words are version 2." in result.stderr
    versions = cli.json("show", id_, "--versions")["versions"]
    assert [each["fields"].get("title") for each in versions] == ["Mine", "Theirs", None]


def test_deleted_entries_are_in_the_trash_and_come_back(cli: Program) -> None:
    ids = [cli.add(word, "--tag", word) for word in ("apple", "pear")]
    result = cli.run("delete", *ids)
    assert result.stdout.count("In the trash: ") == 2
    assert cli.json("list")["entries"] == []
    assert cli.json("search", "apple")["entries"] == []
    assert cli.json("tags")["tags"] == []
    assert {each["id"] for each in cli.json("list", "--trash")["entries"]} == set(ids)
    assert [each["id"] for each in cli.json("list", "--trash", "--tag", "PEAR")["entries"]] == [ids[1]]
    assert cli.run("edit", ids[0], "--text", "x").exit_code == 1
    assert cli.run("undelete", *ids).exit_code == 0
    assert len(cli.json("list")["entries"]) == 2
    assert [each["id"] for each in cli.json("search", "apple")["entries"]] == [ids[0]]


def test_what_is_not_in_the_trash_is_not_called_back(cli: Program) -> None:
    id_ = cli.add("Here all along")
    assert cli.run("undelete", id_).stdout.startswith("It was not in the trash: ")


def test_when_one_of_several_does_not_exist_none_is_deleted(cli: Program) -> None:
    id_ = cli.add("Stays")
    assert cli.run("delete", id_, "00000000").exit_code == 1
    assert len(cli.json("list")["entries"]) == 1


def test_deleting_for_good_needs_a_yes(cli: Program) -> None:
    id_ = cli.add("Stays")
    result = cli.run("delete", "--forever", id_)
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert len(cli.json("list")["entries"]) == 1


def test_deleting_for_good_leaves_nothing_and_names_what_left_the_journal(cli: Program) -> None:
    id_ = cli.add("Gone with the wind")
    cli.run("edit", id_, "--text", "Gone with the breeze")
    cli.run("export", "json", str(cli.root / "out.json"))
    cli.run("backup", str(cli.root / "kept.tar"))
    earlier = {path.read_bytes() for path in (cli.home.vault / "backups").glob("auto-*.tar")}
    result = cli.run("delete", "--forever", "--yes", id_)
    assert result.exit_code == 0
    assert "Erased: 1 entry." in result.stdout
    assert str(cli.root / "out.json") in result.stderr
    assert str(cli.root / "kept.tar") in result.stderr
    assert cli.run("show", id_).exit_code == 1
    assert cli.json("list", "--trash")["entries"] == []
    fresh = {path.read_bytes() for path in (cli.home.vault / "backups").glob("auto-*.tar")}
    assert (len(earlier), len(fresh)) == (1, 1)
    assert fresh != earlier


def test_ids_may_be_shortened_and_have_to_be_unique(cli: Program) -> None:
    id_ = cli.add("Something")
    assert cli.run("show", id_[:4]).exit_code == 0
    assert cli.run("show", id_[:6].upper()).exit_code == 0
    assert cli.run("show", id_[:3]).exit_code == 2
    assert cli.run("show", id_ + "0").exit_code == 2
