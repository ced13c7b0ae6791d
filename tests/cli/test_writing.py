"""`add`: where the text comes from, and the fields that options give."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Program

from peerlog.journal.clock import SystemClock


def test_text_given_as_an_argument_is_kept(cli: Program) -> None:
    result = cli.run("add", "Ask before advising.")
    assert result.exit_code == 0
    assert "“Ask before advising.”" in result.stdout
    assert [entry["fields"]["text"] for entry in cli.json("list")["entries"]] == ["Ask before advising."]


def test_words_without_quotes_are_one_text(cli: Program) -> None:
    cli.run("add", "Ask", "before", "advising.")
    assert cli.json("list")["entries"][0]["headline"] == "Ask before advising."


@pytest.mark.parametrize("arguments", [["add"], ["add", "-"]], ids=["a pipe", "a dash"])
def test_text_comes_from_standard_input(cli: Program, arguments: list[str]) -> None:
    assert cli.run(*arguments, input="First line\n\nand more.\n").exit_code == 0
    assert cli.json("list")["entries"][0]["fields"]["text"] == "First line\n\nand more."


def test_everything_that_options_say_is_kept(cli: Program) -> None:
    goal = cli.add("--kind", "goal", "--title", "Chair a meeting well")
    id_ = cli.add(
        *("What we said.", "--kind", "meeting", "--title", "Video with Sam", "--tag", "sets", "--tag", "Chairing"),
        *("--date", "2026-11-17 19:40", "--minutes", "1h30", "--goal", goal[:8]),
        *("--set", "people=Sam, 李梅", "--set", "channel=video", "--set", "place="),
    )
    assert cli.json("show", id_)["fields"] == {
        "title": "Video with Sam",
        "text": "What we said.",
        "when": "2026-11-17T19:40:00+00:00[Europe/Dublin]",
        "tags": ["Chairing", "sets"],
        "minutes": 90,
        "links": [goal],
        "people": ["Sam", "李梅"],
        "channel": "video",
    }


def test_a_page_takes_the_fields_of_its_template_by_their_short_names(cli: Program) -> None:
    id_ = cli.add("--kind", "page", "--set", "template=swot", "--set", "strengths=Patience", input="")
    fields = cli.json("show", id_)["fields"]
    assert fields["template"] == "swot"
    assert fields["page_strengths"] == "Patience"


def test_days_and_yeses_are_read_as_people_write_them(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemClock, "now", lambda self: datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))
    goal = cli.add("--kind", "goal", "--title", "G", "--set", "due=tomorrow", "--set", "state=Let go")
    assert cli.json("show", goal)["fields"]["due"] == "2027-01-01"
    assert cli.json("show", goal)["fields"]["state"] == "let-go"
    note = cli.add("Aargh", "--set", "vent=yes")
    assert cli.json("show", note)["fields"]["vent"] is True


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--date", "31 February"], "There is no 31 February in the calendar."),
        (["x", "--date", "the other day"], "“the other day” is not a date"),
        (["x", "--date", "2026-11-17T25:00:00+01:00"], "“2026-11-17T25:00:00+01:00” is not"),
        (["x", "--minutes", "soon"], "“soon” is not a length of time"),
        (["x", "--kind", "poem"], "'poem' is not one of"),
        (["x", "--set", "state"], "“state” is not a field and its value"),
        (["x", "--set", "state=met"], "There is no field called “state” here."),
        (["x", "--set", "vent=perhaps"], "neither yes nor no"),
        (["x", "--kind", "goal", "--set", "state=abandoned"], "is not a choice for “State”"),
        (["x", "--goal", "nothex"], "is not an entry's id"),
        (["  \n"], "There is nothing to save yet."),
        (["x", "--colour", "red"], "No such option"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_nothing_is_saved(
    cli: Program, arguments: list[str], said: str
) -> None:
    result = cli.run("add", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert cli.json("list")["entries"] == []


def test_a_goal_has_to_be_a_goal(cli: Program) -> None:
    note = cli.add("No goal")
    result = cli.run("add", "x", "--goal", note[:7])
    assert result.exit_code == 1
    assert "is a note, not a goal" in result.stderr


def test_a_date_with_its_own_offset_stays_on_its_own_clock(cli: Program) -> None:
    id_ = cli.add("Far away", "--date", "2026-11-17T19:40:00+10:00")
    assert cli.json("show", id_)["when"] == "2026-11-17T19:40:00+10:00"


def test_the_day_s_backup_follows_the_first_entry(cli: Program) -> None:
    backups = cli.home.vault / "backups"
    assert list(backups.glob("*.tar")) == []
    cli.add("Something")
    made = list(backups.glob("auto-*.tar"))
    assert len(made) == 1
    cli.add("Something else")
    assert list(backups.glob("auto-*.tar")) == made


def test_no_backup_is_made_when_the_settings_say_so(cli: Program) -> None:
    cli.run("settings", "set", "backups", "false")
    cli.add("Something")
    assert list((cli.home.vault / "backups").glob("*.tar")) == []


def test_an_entry_is_saved_even_when_its_backup_cannot_be(cli: Program) -> None:
    (cli.home.vault / "backups").rmdir()
    (cli.home.vault / "backups").write_text("in the way", encoding="utf-8")
    result = cli.run("add", "Something")
    assert result.exit_code == 0
    assert "Everything is saved, but the day's backup could not be made" in result.stderr
    assert len(cli.json("list")["entries"]) == 1


def test_nothing_plain_lies_about(cli: Program, home: Path) -> None:
    cli.add("Quietly sings the yellow canary.", "--tag", "canary")
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert not [path for path in files if b"canary" in path.read_bytes().lower()]


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "x", "--set", "text=zz"],
        ["add", "--title", "One", "--set", "title=Two"],
        ["add", "x", "--date", "yesterday", "--set", "when=today"],
        ["add", "x", "--minutes", "5", "--set", "minutes=6"],
        ["add", "x", "--set", "title=One", "--set", "title=Two"],
        ["edit", "ID", "--text", "x", "--set", "text=zz"],
        ["edit", "ID", "-", "--set", "text=zz"],
        ["edit", "ID", "--restore-version", "1", "--title", "q"],
        ["edit", "ID", "--restore-version", "1", "--untag", "q"],
        ["edit", "ID", "--restore-version", "1", "-"],
    ],
)
def test_of_two_that_contradict_each_other_none_is_dropped_in_silence(cli: Program, arguments: list[str]) -> None:
    id_ = cli.add("Before")
    result = cli.run(*(id_ if each == "ID" else each for each in arguments), input="words")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Leave one of them out." in result.stderr
    assert [(each["headline"], each["version"]) for each in cli.json("list")["entries"]] == [("Before", 1)]


def test_a_text_may_be_set_like_any_other_field(cli: Program) -> None:
    id_ = cli.add("--set", "text=Written so")
    assert cli.json("show", id_)["fields"]["text"] == "Written so"
    cli.run("edit", id_, "--set", "text=And so")
    assert cli.json("show", id_)["fields"]["text"] == "And so"


@pytest.mark.parametrize("arguments", [["--date", ""], ["--tag", ""], ["--tag", "#"]])
def test_a_date_or_tag_that_is_empty_is_refused(cli: Program, arguments: list[str]) -> None:
    assert cli.run("add", "x", *arguments).exit_code == 2
    assert cli.json("list")["entries"] == []


@pytest.mark.parametrize("options", [[], ["--set", "template=nope"], ["--set", "template="]])
def test_a_page_needs_a_template_that_there_is(cli: Program, options: list[str]) -> None:
    result = cli.run("add", "x", "--kind", "page", *options)
    assert result.exit_code == 2
    assert "blank, case" in result.stderr
    id_ = cli.add("x", "--kind", "page", "--set", "template=blank")
    assert cli.run("edit", id_, "--set", "template=nope").exit_code == 2
    assert cli.run("edit", id_, "--set", "template=swot", "--set", "strengths=Tea").exit_code == 0
