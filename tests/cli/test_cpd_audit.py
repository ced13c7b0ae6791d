"""What somebody finds who uses CPD on the command line without having built it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests import prebuilt
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation

from peerlog.journal.cpd.activities import count_it
from peerlog.journal.opening import unlock


def refused(cli: Program, *arguments: str) -> str:
    result = cli.run(*arguments)
    assert result.exit_code in (1, 2), result.output
    return result.stderr


def test_a_type_that_is_said_brings_along_what_it_is_for(cli: Program) -> None:
    told = cli.json("cpd", "add", "Week on ward 7", "--minutes", "23h", "--type", "practice_hours")
    assert (told["type"], told["categories"]) == ("practice_hours", ["practice"])
    told = cli.json("cpd", "add", "Talk about feedback", "--minutes", "60", "--type", "Discussion with a peer")
    assert (told["categories"], told["participatory"]) == (["discussion", "learning"], True)
    entry = cli.add("A webinar on care", "--minutes", "60")
    assert cli.json("cpd", "count", entry)["categories"] == ["learning"]
    told = cli.json("cpd", "count", entry, "--type", "practice_hours")
    assert (told["categories"], told["planned"]) == (["practice"], False)
    assert cli.json("cpd", "count", entry, "--category", "feedback")["type"] == "practice_hours"
    assert cli.json("cpd", "count", entry, "--type", "webinar")["categories"] == ["feedback"]


def test_requirements_are_those_of_today_with_what_is_to_come_beneath(cli: Program) -> None:
    told = {each["name"]: each for each in cli.json("cpd", "schemes", "show")["requirements"]}
    assert told["nmc"]["confirmed"]
    shown = cli.run("cpd", "schemes", "nmc")
    assert shown.stdout.index("In force until 30 September 2027") < shown.stdout.index("from 1 October 2027: others")
    assert "--all" in shown.stderr


@pytest.mark.parametrize("typed", ["460h", "100.5", "460:30", "1500"])
def test_more_hours_than_a_day_has_are_named_as_that(cli: Program, typed: str) -> None:
    assert "not between one minute and 24 hours" in refused(cli, "cpd", "add", "Ward 7", "--minutes", typed)


def test_only_lists_of_bodies_that_one_keeps_to_are_named(cli: Program) -> None:
    assert cli.run("cpd", "body", "add", "goc").exit_code == 0
    said = refused(cli, "cpd", "add", "A talk", "--minutes", "5", "--mark", "nothing=A")
    assert "There is: goc.domains, goc.provider, goc.specialty." in said


@pytest.fixture
def counted(cli: Program) -> list[str]:
    """Three entries that count for a record of one's own."""
    assert cli.run("cpd", "body", "add", "generic").exit_code == 0
    ids = [cli.add(f"Thing {number}", "--minutes", "60") for number in (1, 2, 3)]
    for id_ in ids:
        assert cli.run("cpd", "count", id_).exit_code == 0
    return ids


def test_a_record_names_entries_as_lists_do_and_says_the_same_once(cli: Program, counted: list[str]) -> None:
    for number in (4, 5, 6):
        counted.append(cli.json("cpd", "add", f"Thing {number}", "--minutes", "60")["id"])
    said = cli.run("cpd", "record").stdout
    assert all(id_[:7] in said for id_ in counted)
    assert "Log, in 3 entries: Type: Not written yet." in said
    (log, _) = cli.json("cpd", "record", "show")["parts"]
    assert {each["entry"] for each in log["items"]} == set(counted)


def test_what_was_handed_in_stays_as_it_was(cli: Program, counted: list[str]) -> None:
    assert cli.run("cpd", "record", "hand-in", "--yes").exit_code == 0
    later = cli.add("Thing 4", "--minutes", "60")
    assert cli.run("cpd", "count", later).exit_code == 0
    said = cli.run("cpd", "record").stdout
    assert "It was handed in on" in said
    assert later[:7] not in said
    told = cli.json("cpd", "record", "show")
    assert told["handed_in"]
    for arguments in (("peer", "add", "generic", "Sam"), ("peer", "add", told["id"], "Sam")):
        assert "was handed in" in refused(cli, "cpd", *arguments)
    again = cli.run("cpd", "record", "hand-in", "--reopen")
    assert "--all" in again.stderr
    assert "was not handed in" in refused(cli, "cpd", "record", "hand-in", "--reopen")
    assert cli.run("cpd", "record", "choose", "--all").exit_code == 0
    assert later[:7] in cli.run("cpd", "record").stdout


def test_whoever_signs_a_whole_record_is_noted_by_its_body(cli: Program, counted: list[str]) -> None:
    given = ("Ada", "--meaning", "read", "--on-paper")
    assert "Somebody who has read it: counts." in cli.run("cpd", "peer", "add", "generic", *given).stdout
    assert [each["name"] for each in cli.json("cpd", "peer", "list", "generic")["peers"]] == ["Ada"]
    assert cli.json("cpd", "peer", "list", "generic", "--period", "2020-01-01") == {"peers": []}
    assert "--period goes with a body" in refused(
        cli, "cpd", "peer", "add", counted[0], "Ada", "--period", "2020-01-01"
    )
    assert "Who was it?" in refused(cli, "cpd", "peer", "add", "generic", " ")


def test_a_day_ahead_is_refused_before_anything_is_asked(cli: Program, counted: list[str]) -> None:
    said = refused(cli, "cpd", "record", "hand-in", "--on", "2099-01-01")
    assert said.startswith("peerlog: That day has not come yet.")


def test_carrying_from_beyond_the_last_field_says_how_many_there_are(cli: Program, counted: list[str]) -> None:
    assert "and no 99." in refused(cli, "cpd", "record", "carry", "--from", "99")


def test_one_can_stop_carrying_across_and_go_on_later(cli: Program, counted: list[str]) -> None:
    talk = Conversation(cli, "cpd", "record", "carry")
    talk.expect("Passphrase")
    talk.answer(prebuilt.PASSPHRASE)
    talk.expect("1 of ")
    talk.expect("q: stop")
    talk.answer("")
    talk.expect("q: stop")
    talk.answer("q")
    assert talk.end() == 0
    assert "Go on with --from 3." in talk.heard


def test_a_record_goes_into_a_file_of_its_own(cli: Program, counted: list[str], tmp_path: Path) -> None:
    def export(path: str) -> str:
        return refused(cli, "cpd", "export", "--format", "md", "--yes", "--force", "-o", path)

    assert "There is no folder" in export(f"{tmp_path}/handing-in/")
    assert "goes into a file" in export("-")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.md")
        assert "is no ordinary file" in export(str(tmp_path / "pipe.md"))
        assert (tmp_path / "pipe.md").is_fifo()


def test_what_counts_without_a_length_is_said_where_hours_are_asked_for(cli: Program, counted: list[str]) -> None:
    assert cli.json("cpd", "status", "generic")["bodies"][0]["without_length"] == 0
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        count_it(journal, cli.add("A long day"), length_later=True)
    assert "1 entry that counts has no length yet" in cli.run("cpd", "status").stdout


def test_another_name_reaches_what_the_journal_does_not_know(cli: Program, counted: list[str], tmp_path: Path) -> None:
    given = ("--yes", "--pseudonyms", "--call", "Thing=A matter", "--call", "Nobody=Somebody")
    result = cli.run("cpd", "export", "-o", str(tmp_path / "record.md"), *given)
    assert result.exit_code == 0, result.stderr
    assert "person: Thing → A matter" in result.stderr
    assert "“Nobody” stands nowhere in it." in result.stderr
    said = (tmp_path / "record.md").read_text("utf-8")
    assert "A matter 1" in said
    assert "Thing" not in said
