"""`import`, `export` and `demo` on the command line."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.played import Demo, copying

from peerlog.cli.commands.demo import MARK
from peerlog.demo import playing
from peerlog.demo.playing import RECORDS
from peerlog.demo.story import PEOPLE
from peerlog.importing.item import Item
from peerlog.journal import importing


@pytest.fixture
def notes(home: Path) -> Path:
    folder = home / "notes"
    folder.mkdir()
    (folder / "one.md").write_text("---\ndate: 2024-02-03\ntags: [old]\nauthor: me\n---\nOne\n", encoding="utf-8")
    (folder / "two.md").write_text("---\ndate: 2024-03-04\n---\nTwo\n", encoding="utf-8")
    (folder / "bad.md").write_text("---\ndate: 31 February\n---\nBad\n", encoding="utf-8")
    return folder


def test_a_dry_run_only_looks(cli: Program, notes: Path) -> None:
    result = cli.run("import", "markdown", str(notes), "--dry-run")
    assert result.exit_code == 0
    assert result.stdout == (
        "2 entries would come in (2 notes).\nThey are from 2024-02-03 to 2024-03-04.\n1 could not be taken.\n"
    )
    assert "Left out: bad.md: " in result.stderr
    assert "In 1 entry (one.md): Not carried over from the front matter: author." in result.stderr
    assert cli.json("list")["entries"] == []


def test_an_import_saves_and_says_what_it_left(cli: Program, notes: Path) -> None:
    result = cli.run("import", "markdown", str(notes), "--yes")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 entries came in (2 notes).\n")
    assert "31 February" in result.stderr
    again = cli.run("import", "markdown", str(notes), "--yes")
    assert again.exit_code == 0
    assert again.stdout.startswith("0 entries came in.\n2 entries were there already.\n")


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_without_a_terminal_an_import_needs_a_yes(cli: Program, notes: Path, more: list[str]) -> None:
    result = cli.run("import", "markdown", str(notes), *more)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2 entries would come in" in result.stderr
    assert "Add --yes" in result.stderr
    assert cli.json("list")["entries"] == []


def test_what_is_there_already_needs_no_yes(cli: Program, notes: Path) -> None:
    (notes / "two.md").unlink()
    cli.run("import", "markdown", str(notes), "--yes")
    again = cli.run("import", "markdown", str(notes))
    assert again.exit_code == 0
    assert "1 entry was there already." in again.stdout


def test_a_stopped_import_says_what_came_in(cli: Program, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = importing._Arrival.take

    def interrupted(self: importing._Arrival, item: Item) -> None:
        if self.new:
            raise KeyboardInterrupt
        take(self, item)

    monkeypatch.setattr(importing, "AT_ONCE", 1)
    monkeypatch.setattr(importing._Arrival, "take", interrupted)
    result = cli.run("import", "markdown", str(notes), "--yes")
    assert result.exit_code == 130
    assert result.stderr == "Stopped: 1 entry came in. The same import again brings the rest.\n"
    assert len(cli.json("list")["entries"]) == 1


def test_a_journal_comes_in_through_a_pipe(cli: Program) -> None:
    cli.add("One")
    exported = cli.run("export", "json", "-").stdout
    assert "1 entry was there already." in cli.run("import", "json", "-", input=exported).stdout
    jrnl = "[2024-02-03 10:00] Two.\nMore\n"
    assert "1 entry came in (1 note)." in cli.run("import", "jrnl", "-", "--yes", input=jrnl).stdout
    assert "“standard input” is not a jrnl journal" in cli.run("import", "jrnl", "-", input="words").stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("format_", ["jrnl", "json", "dayone", "markdown"])
def test_a_named_pipe_is_refused_and_not_waited_for(cli: Program, format_: str) -> None:
    os.mkfifo(cli.root / "pipe")
    result = cli.run("import", format_, str(cli.root / "pipe"), "--yes")
    assert result.exit_code == 1
    assert "plain file" in result.stdout + result.stderr


def test_an_import_reports_to_scripts(cli: Program, notes: Path) -> None:
    report = json.loads(cli.run("import", "markdown", str(notes), "--yes", "--json").stdout)
    assert report == {
        "dry_run": False,
        "new": 2,
        "kinds": {"note": 2},
        "known": 0,
        "since": "2024-02-03",
        "until": "2024-03-04",
        "skipped": report["skipped"],
        "notes": [{"note": "Not carried over from the front matter: author.", "entries": 1, "where": ["one.md"]}],
    }
    assert [each["where"] for each in report["skipped"]] == ["bad.md"]


def test_1_when_nothing_could_be_taken(cli: Program, notes: Path) -> None:
    for name in ("one.md", "two.md"):
        (notes / name).unlink()
    assert cli.run("import", "markdown", str(notes)).exit_code == 1
    assert cli.run("import", "markdown", str(notes), "--dry-run", "--json").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["paper", "x"], 2), (["markdown"], 2), (["markdown", "missing"], 1), (["json", "notes/one.md"], 1)],
)
def test_what_cannot_be_imported_is_refused(
    cli: Program, notes: Path, arguments: list[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(notes.parent)
    result = cli.run("import", *arguments)
    assert result.exit_code == status
    assert result.stderr.startswith("peerlog: ")


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_an_export_reads_back_to_the_same_entries(cli: Program, format_: str) -> None:
    goal = cli.add("--kind", "goal", "--title", "Chair a meeting well", "--set", "due=2027-03-01")
    cli.add("Text\n\n# with marks\n#sets", "--goal", goal, "--date", "2026-11-17 19:40", "--minutes", "5")
    cli.add("--kind", "page", "--set", "template=swot", "--set", "strengths=Patience\n\nand tea", "--title", "Me")
    before = {entry["headline"]: entry for entry in cli.json("list", "--limit", "0")["entries"]}
    out = cli.root / "out"
    assert cli.run("export", format_, str(out)).exit_code == 0
    cli.run("--home", str(cli.root / "other"), "init", "--name", "Sam", "--timezone", "Australia/Brisbane")
    other = Program(type(cli.home)(cli.root / "other", cli.home.state), cli.root)
    result = other.run("--home", str(cli.root / "other"), "import", format_, str(out), "--yes")
    assert result.exit_code == 0
    assert result.stderr == ""
    listed = other.run("--home", str(cli.root / "other"), "list", "--limit", "0", "--json")
    after = {entry["headline"]: entry for entry in json.loads(listed.stdout)["entries"]}
    links = after["Text"]["fields"].pop("links")
    assert links == [after["Chair a meeting well"]["id"]]
    before["Text"]["fields"].pop("links")
    assert {name: entry["fields"] for name, entry in after.items()} == {
        name: entry["fields"] for name, entry in before.items()
    }


def test_an_export_goes_to_standard_output(cli: Program) -> None:
    cli.add("One", "--tag", "x")
    cli.add("Two")
    whole = cli.run("export", "json", "-").stdout
    assert [entry["fields"]["text"] for entry in json.loads(whole)["entries"]] == ["Two", "One"]
    assert cli.run("export", "csv", "-", "--tag", "x").stdout_bytes.count(b"\r\n") == 2
    assert cli.run("export", "markdown", "-").exit_code == 2


def test_an_export_is_narrowed_down(cli: Program) -> None:
    cli.add("Now", "--kind", "idea")
    cli.add("Then", "--date", "2024-02-03", "--kind", "idea")
    cli.add("Note")
    cli.run("delete", cli.add("Gone", "--kind", "idea"))
    arguments = ["export", "json", "-", "--kind", "idea", "--since", "2025-01-01"]
    texts = [entry["fields"]["text"] for entry in json.loads(cli.run(*arguments).stdout)["entries"]]
    assert texts == ["Now"]
    texts = [entry["fields"]["text"] for entry in json.loads(cli.run(*arguments, "--trash").stdout)["entries"]]
    assert texts == ["Now", "Gone"]


def test_an_export_says_that_it_is_not_encrypted_and_writes_over_nothing(cli: Program) -> None:
    cli.add("One")
    out = str(cli.root / "out.csv")
    assert cli.run("export", "csv", out).stdout == f"1 entry in {out}, not encrypted.\n"
    assert cli.run("export", "csv", out).exit_code == 1
    assert cli.run("export", "csv", out, "--force").exit_code == 0


@pytest.fixture
def played(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> Demo:
    """`peerlog demo` copies the one that has been played already."""
    monkeypatch.setattr(playing, "play", copying(demo))
    return demo


def test_the_demo_makes_journals_that_open(bare: Program, played: Demo) -> None:
    folder = bare.root / "demo"
    result = bare.run("demo", str(folder), "--no-open")
    assert result.exit_code == 0, result.stderr
    for alike in played.played.alike:
        assert f"the same {alike.shown.entries} " in result.stdout
    assert max(map(len, result.stdout.replace(str(folder), "/tmp/demo").splitlines())) <= 80
    assert result.stdout == (folder / MARK).read_text(encoding="utf-8")
    for person, about in PEOPLE.items():
        assert about.name in result.stdout
        assert about.passphrase in result.stdout
        file = bare.root / person
        file.write_text(about.passphrase, encoding="utf-8")
        listed = bare.run("--home", str(folder / person), "list", "--limit", "0", PEERLOG_PASSPHRASE_FILE=str(file))
        assert len(listed.stdout.splitlines()) >= {"kim": 50, "sam": 50}.get(person, 5)
        checked = bare.run("--home", str(folder / person), "check", "--json", PEERLOG_PASSPHRASE_FILE=str(file))
        assert json.loads(checked.stdout)["is_clean"] is True


def test_a_demo_that_is_there_stays_unless_it_is_wanted_anew(bare: Program, played: Demo) -> None:
    folder = bare.root / "demo"
    made = bare.run("demo", str(folder), "--no-open")
    (person, about), (other, _) = list(PEOPLE.items())[:2]
    file = bare.root / "its-passphrase"
    file.write_text(about.passphrase, encoding="utf-8")
    its = {"PEERLOG_PASSPHRASE_FILE": str(file)}
    bare.run("--home", str(folder / person), "add", "Zanzibar", **its)
    records = {path.name: path.read_bytes() for path in (folder / RECORDS).iterdir()}
    (folder / RECORDS / sorted(records)[0]).write_text("Written over", encoding="utf-8")
    found = ["--home", str(folder / person), "search", "Zanzibar"]
    again = bare.run("demo", str(folder), "--no-open")
    assert (again.exit_code, again.stdout) == (0, made.stdout)
    assert str(folder) in again.stderr
    assert "Zanzibar" in bare.run(*found, **its).stdout
    assert bare.run("demo", str(folder), "--no-open", "--again").exit_code == 0
    assert bare.run(*found, **its).stdout == ""
    assert {path.name: path.read_bytes() for path in (folder / RECORDS).iterdir()} == records
    shutil.rmtree(folder / other)
    assert "--again" in bare.run("demo", str(folder), "--no-open").stderr
    assert bare.run("demo", str(folder), "--no-open", "--again").exit_code == 0


@pytest.mark.usefixtures("played")
def test_the_demo_takes_the_place_of_an_earlier_one_only(bare: Program) -> None:
    folder = bare.root / "demo"
    folder.mkdir()
    (folder / "thesis.txt").write_text("precious", encoding="utf-8")
    assert bare.run("demo", str(folder), "--no-open").exit_code == 1
    assert bare.run("demo", str(folder / "thesis.txt"), "--no-open").exit_code == 1
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]
    (folder / "thesis.txt").rename(folder / MARK)
    (folder / "kim").mkdir()
    (folder / "kim" / "left").touch()
    assert bare.run("demo", str(folder), "--no-open").exit_code == 0
    assert not (folder / "kim" / "left").exists()
