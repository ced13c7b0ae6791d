"""`list`, `search`, `show`, `tags` and `today`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests import prebuilt
from tests.cli.conftest import Program

from peerlog.journal.clock import SystemClock
from peerlog.journal.opening import unlock


@pytest.fixture
def three(cli: Program) -> list[str]:
    return [
        cli.add("Oldest #sets", "--date", "2026-01-05 10:00", "--kind", "reflection"),
        cli.add("Middle", "--date", "2026-03-05 10:00", "--kind", "idea", "--tag", "sets", "--tag", "chairing"),
        cli.add("Newest", "--date", "2026-05-05 10:00"),
    ]


def headlines(cli: Program, *arguments: str) -> list[str]:
    return [entry["headline"] for entry in cli.json(*arguments)["entries"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["Newest", "Middle", "Oldest #sets"]),
        (["--limit", "2"], ["Newest", "Middle"]),
        (["--limit", "0"], ["Newest", "Middle", "Oldest #sets"]),
        (["--kind", "idea"], ["Middle"]),
        (["--kind", "idea", "--kind", "Note"], ["Newest", "Middle"]),
        (["--tag", "SETS"], ["Middle", "Oldest #sets"]),
        (["--tag", "#sets", "--tag", "chairing"], ["Middle"]),
        (["--since", "2026-03-05"], ["Newest", "Middle"]),
        (["--until", "5 March 2026"], ["Middle", "Oldest #sets"]),
        (["--since", "2026-02-01", "--until", "2026-04-01"], ["Middle"]),
        (["--trash"], []),
    ],
)
def test_lists_are_narrowed_down(cli: Program, three: list[str], arguments: list[str], expected: list[str]) -> None:
    assert headlines(cli, "list", *arguments) == expected


def test_there_may_be_more(cli: Program, three: list[str]) -> None:
    assert cli.json("list", "--limit", "2")["more"] is True
    assert cli.json("list", "--limit", "3")["more"] is False


def test_an_empty_list_says_so_beside_the_results(cli: Program) -> None:
    result = cli.run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "“peerlog add” writes the first entry" in result.stderr
    assert cli.run("list", "--kind", "goal").stderr == "There are no such entries.\n"


def test_a_kind_or_date_that_does_not_exist_is_refused(cli: Program) -> None:
    assert "There is no kind called “poem”." in cli.run("list", "--kind", "poem").stderr
    assert cli.run("list", "--since", "someday").exit_code == 2
    assert cli.run("list", "--limit", "-1").exit_code == 2


def test_a_search_finds_all_words_and_says_where(cli: Program, three: list[str]) -> None:
    id_ = cli.add("I let the first présenter run twelve minutes over. 李梅 was there.", "--title", "Chairing the set")
    found = cli.json("search", "presenter", "minut")["entries"]
    assert [entry["id"] for entry in found] == [id_]
    (start, end), (other_start, other_end) = found[0]["marks"]
    assert found[0]["snippet"][start:end] == "présenter"
    assert found[0]["snippet"][other_start:other_end] == "minutes"
    assert cli.json("search", "李")["entries"][0]["id"] == id_
    assert cli.json("search", "presenter", "absent")["entries"] == []
    assert cli.json("search", '"first presenter"')["entries"] != []
    assert cli.json("search", '"presenter first"')["entries"] == []
    assert cli.run("search", "nowhere").stderr == "Nothing was found.\n"


def test_a_search_is_narrowed_down_like_a_list(cli: Program, three: list[str]) -> None:
    assert headlines(cli, "search", "sets") == ["Middle", "Oldest #sets"]
    assert headlines(cli, "search", "m", "--kind", "idea") == ["Middle"]
    assert headlines(cli, "search", "m", "--since", "2026-04-01") == []


@pytest.mark.parametrize("query", ['"', "*", "AND", "NEAR(a b)", "text:x", "-", "'; DROP TABLE entry; --", "^a"])
def test_no_search_is_an_error(cli: Program, three: list[str], query: str) -> None:
    assert cli.run("search", "--", query).exit_code == 0


def test_show_writes_all_of_an_entry(cli: Program) -> None:
    goal = cli.add("--kind", "goal", "--title", "Chair a meeting well")
    id_ = cli.add(
        *("What we said.\n\nAnd more.", "--kind", "meeting", "--title", "Video with Sam", "--tag", "sets"),
        *("--date", "2026-11-17 19:40", "--minutes", "95", "--goal", goal, "--set", "people=Sam, 李梅"),
        *("--set", "purpose=decide"),
    )
    assert cli.run("show", id_).stdout == (
        "Meeting · Video with Sam\n"
        f"2026-11-17 19:40 · 1 h 35 · #sets · {id_[:7]} · PRIVATE\n"
        "With: Sam, 李梅\n"
        "To: decide\n"
        "\n"
        "What we said.\n\nAnd more.\n"
        "\n"
        "Linked to\n"
        f"{goal[:7]}  goal  Chair a meeting well\n"
    )
    assert "Linked from\n" + id_[:7] in cli.run("show", goal).stdout


def test_show_writes_a_page_by_its_template(cli: Program) -> None:
    id_ = cli.add("--kind", "page", "--set", "template=swot", "--set", "strengths=Patience\nand tea", "--title", "Me")
    shown = cli.run("show", id_).stdout
    assert shown.startswith("SWOT")
    assert "\nPatience\nand tea\n" in shown


def test_show_says_what_is_in_the_trash(cli: Program) -> None:
    id_ = cli.add("x")
    cli.run("delete", id_)
    assert "PRIVATE · in the trash" in cli.run("show", id_).stdout
    assert cli.json("show", id_)["deleted"].endswith("Z")


def test_tags_are_counted(cli: Program, three: list[str]) -> None:
    assert cli.json("tags")["tags"] == [{"tag": "sets", "entries": 2}, {"tag": "chairing", "entries": 1}]
    assert cli.run("tags").stdout == "     2  sets\n     1  chairing\n"


@pytest.mark.parametrize("clock", ["2026-11-21T20:00:00Z", "2028-02-29T23:59:59Z", "2026-12-31T23:58:00Z"])
def test_today_gathers_what_needs_a_look(cli: Program, monkeypatch: pytest.MonkeyPatch, clock: str) -> None:
    now = datetime.fromisoformat(clock)
    monkeypatch.setattr(SystemClock, "now", lambda self: now)
    soon, ago = now + timedelta(days=3), now - timedelta(days=366 if now.month == 2 else 365)
    cli.add("--kind", "meeting", "--title", "Coffee with Sam", "--date", f"{soon:%Y-%m-%d} 10:00")
    cli.add("--kind", "goal", "--title", "Publish", "--set", f"due={soon:%Y-%m-%d}")
    cli.add("--kind", "idea", "--title", "Ask before advising")
    cli.add("A year ago", "--date", f"{ago:%Y-%m-%d}")
    page = cli.json("today")
    assert [each["headline"] for each in page["meetings"]] == ["Coffee with Sam"]
    assert [each["headline"] for each in page["goals_due"]] == ["Publish"]
    assert [each["headline"] for each in page["ideas"]] == ["Ask before advising"]
    # 29 February has no day a year before; 28 February is another.
    assert [each["headline"] for each in page["years_ago"]] == ([] if now.day == 29 else ["A year ago"])
    assert page["wants_recovery_kit"] is True
    assert len(page["written_each_day"]) == 28
    shown = cli.run("today").stdout
    for heading in ("Ahead\n", "Goals\n", "Ideas to try\n", "Last written\n", "peerlog recover kit"):
        assert heading in shown


def test_long_lists_are_read_in_pages(cli: Program) -> None:
    from peerlog.journal.opening import unlock

    with unlock(cli.home, prebuilt.PASSPHRASE) as journal, journal.private.write():
        for number in range(1203):
            journal.entries.add("note", {"text": f"Note {number}"})
    assert len(cli.json("list", "--limit", "0")["entries"]) == 1203
    assert len(cli.json("search", "note", "--limit", "1100")["entries"]) == 1100
    ids = {entry["id"] for entry in cli.json("list", "--limit", "0")["entries"]}
    assert len(ids) == 1203


@pytest.mark.parametrize("limit", [2**31, 2**63, 10**40])
def test_a_limit_may_be_larger_than_any_number_of_entries(cli: Program, three: list[str], limit: int) -> None:
    assert len(cli.json("list", "--limit", str(limit))["entries"]) == 3
    assert len(cli.json("search", "sets", "--limit", str(limit))["entries"]) == 2
    assert cli.json("list", "--trash", "--limit", str(limit))["entries"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--since", ""],
        ["list", "--until", " "],
        ["list", "--tag", ""],
        ["list", "--tag", "#"],
        ["list", "--kind", ""],
        ["search", ""],
        ["search", "", " "],
        ["search", "sets", "--tag", ""],
        ["export", "json", "-", "--since", ""],
    ],
)
def test_an_empty_variable_of_a_script_is_no_wish_for_everything(
    cli: Program, three: list[str], arguments: list[str]
) -> None:
    result = cli.run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_is_due_stands_with_its_day(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemClock, "now", lambda self: datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))
    tomorrow = "2027-01-01"
    goal = cli.add("--kind", "goal", "--title", "G", "--date", "2026-01-05 10:00", "--set", f"due={tomorrow}")
    due = cli.run("today").stdout.split("Goals\n")[1].splitlines()[0]
    assert due.split() == [goal[:7], tomorrow, "G"]
    assert cli.json("today")["goals_due"][0]["fields"]["due"] == tomorrow


def test_parts_are_listed_when_they_are_asked_for(cli: Program) -> None:
    goal = cli.add("--kind", "goal", "--title", "Chair well")
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        whole = journal.entries.resolve(goal)
        part = journal.entries.add("check-in", {"level": 7, "text": "Better", "parent": whole.id})
    assert [entry["id"] for entry in cli.json("list")["entries"]] == [whole.id]
    assert [entry["id"] for entry in cli.json("list", "--kind", "check-in")["entries"]] == [part.id]
    assert [entry["id"] for entry in cli.json("list", "--kind", "goal", "--kind", "check-in")["entries"]] == [
        part.id,
        whole.id,
    ]
    assert [entry["id"] for entry in cli.json("search", "better")["entries"]] == [part.id]
    assert cli.json("show", part.id)["fields"]["parent"] == whole.id
    cli.run("delete", goal)
    assert [entry["id"] for entry in cli.json("list", "--trash")["entries"]] == [whole.id]
    assert [entry["id"] for entry in cli.json("list", "--trash", "--kind", "check-in")["entries"]] == [part.id]
    cli.run("undelete", goal)
    assert [entry["id"] for entry in cli.json("list", "--kind", "check-in")["entries"]] == [part.id]


def test_only_kinds_that_people_choose_can_be_added_by_name(cli: Program) -> None:
    refused = cli.run("add", "Text", "--kind", "check-in")
    assert refused.exit_code == 2
    assert "'note', 'reflection', 'goal', 'meeting', 'idea', 'page'" in refused.stderr
    assert cli.run("list", "--kind", "checkin").exit_code == 2


def test_a_part_is_moved_by_the_id_of_its_parent(cli: Program) -> None:
    first, second = (cli.add("--kind", "meeting", "--title", title) for title in ("First", "Second"))
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        action = journal.entries.add("action", {"text": "List", "parent": journal.entries.resolve(first).id}).id
    cli.run("edit", action, "--set", f"parent={second}", "--set", "state=done")
    fields = cli.json("show", action)["fields"]
    assert (fields["parent"], fields["state"]) == (cli.json("show", second)["id"], "done")
    itself = cli.run("edit", action, "--set", f"parent={action}")
    assert (itself.exit_code, "Nothing can be a part of itself." in itself.stderr) == (2, True)
    assert cli.run("edit", action, "--set", "parent=ffff").exit_code == 1
