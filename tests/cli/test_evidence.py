"""`peerlog evidence`: keeping files with entries, saving copies, taking away; and exporting with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

from peerlog.journal.opening import unlock

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 2000


@pytest.fixture
def scan(cli: Program) -> Path:
    path = cli.root / "certificate.pdf"
    path.write_bytes(PDF)
    return path


def kept(cli: Program, scan: Path, *arguments: str) -> tuple[str, str]:
    """An entry with a file: both ids."""
    entry = cli.add("A course on chairing")
    (file,) = cli.json("evidence", "add", entry[:8], str(scan), *arguments)["files"]
    return entry, file["id"]


def test_a_file_is_kept_listed_shown_and_saved(cli: Program, scan: Path) -> None:
    entry, file = kept(cli, scan, "--until", "2031-11-17")
    listed = cli.run("evidence").stdout.splitlines()
    assert listed[0].startswith(file[:7])
    assert listed[0].endswith("PDF, 512.0 kB  certificate.pdf  until 2031-11-17")
    assert f"note  {entry[:7]} “A course on chairing”" in listed[1]
    assert cli.run("evidence", "list", entry[:7]).stdout.splitlines() == listed[:1]
    assert cli.run("show", entry).stdout.splitlines()[-2:] == ["Kept with this", listed[0]]
    (described,) = cli.json("show", entry)["evidence"]
    assert described == cli.json("evidence", "list")["files"][0]
    assert (described["name"], described["type"], described["size"]) == ("certificate.pdf", "application/pdf", len(PDF))
    out = cli.root / "out"
    out.mkdir(0o700)
    assert cli.run("evidence", "save", file[:6], "-o", str(out)).stdout.startswith("A copy is in ")
    assert (out / "certificate.pdf").read_bytes() == PDF
    again = cli.run("evidence", "save", file, "-o", str(out))
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert cli.run("evidence", "save", file, "-o", str(out), "--force").exit_code == 0
    assert cli.run("evidence", "save", file, "-o", "-").exit_code == 2
    assert cli.run("evidence", "until", file, "no").stdout.rstrip().endswith("certificate.pdf")


def test_one_is_removed_brought_back_and_erased(cli: Program, scan: Path) -> None:
    _, file = kept(cli, scan)
    assert cli.run("evidence", "remove", file).stdout == f"Removed: {file[:7]} “certificate.pdf”\n"
    assert cli.run("evidence", "remove", file).exit_code == 1
    assert "No file is kept" in cli.run("evidence").stderr
    assert [each["id"] for each in cli.json("evidence", "list", "--removed")["files"]] == [file]
    assert cli.run("evidence", "bring-back", file).stdout.startswith("Back: ")
    assert cli.run("evidence", "bring-back", file).stdout.startswith("It was not removed: ")
    assert cli.run("evidence", "remove", "--forever", file).exit_code == 2  # there is nobody to ask
    assert cli.run("evidence", "remove", "--forever", "--yes", file).stdout == "Erased: 1 file.\n"
    assert "Nothing was removed" in cli.run("evidence", "list", "--removed").stderr
    assert cli.run("evidence", "save", file).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("nothing.pdf",), 1),
        (("certificate.pdf", "nothing.pdf"), 1),
        (("certificate.pdf", "--until", "someday"), 2),
        (("certificate.pdf", "--until", ""), 2),
        ((), 2),
    ],
)
def test_what_is_wrong_keeps_nothing(
    cli: Program, scan: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(scan.parent)
    entry = cli.add("A course")
    refused = cli.run("evidence", "add", entry, *arguments)
    assert (refused.exit_code, bool(refused.stderr)) == (status, True)
    assert cli.json("evidence", "list")["files"] == []


def test_hostile_names_do_nothing_on_the_terminal(cli: Program, scan: Path) -> None:
    hostile = scan.with_name("a\x1b[31m\u202efdp..pdf")
    hostile.write_bytes(PDF)
    kept(cli, hostile)
    assert "\x1b" not in cli.run("evidence").stdout
    assert cli.json("evidence", "list")["files"][0]["name"] == "afdp..pdf"


def test_an_export_takes_the_files_along(cli: Program, scan: Path) -> None:
    kept(cli, scan)
    cli.add("Without a file")
    target, files = cli.root / "out.json", cli.root / "files"
    said = cli.run("export", "json", str(target))
    assert "1 file is kept with them and not in it. “--with-evidence DIR” writes them, too." in said.stderr
    assert "not in it" not in cli.run("export", "json", "-", "--tag", "none").stderr
    target.unlink()
    files.mkdir()
    (files / "mine").write_text("mine")
    refused = cli.run("export", "json", str(target), "--with-evidence", str(files))
    assert (refused.exit_code, target.exists()) == (1, False)
    said = cli.run("export", "json", str(target), "--with-evidence", str(files), "--force")
    assert said.stdout.splitlines() == [
        f"2 entries in {target}, not encrypted.",
        f"1 file in {files}, not encrypted.",
    ]
    assert {path.name for path in files.iterdir()} == {"mine", "certificate.pdf", "evidence.json", "SHA256SUMS"}
    piped = cli.run("export", "csv", "-", "--with-evidence", str(cli.root / "more"))
    assert piped.stdout.count("\n") >= 3
    assert "1 file in" in piped.stderr


def test_damage_is_told_with_its_status(cli: Program, scan: Path) -> None:
    _, file = kept(cli, scan)
    with unlock(cli.home, PASSPHRASE) as journal, journal.private.write():
        journal.private.run("UPDATE kept_chunk SET data = x'00' WHERE number = 1")
    saved = cli.run("evidence", "save", file, "-o", str(cli.root / "copy.pdf"))
    assert (saved.exit_code, (cli.root / "copy.pdf").exists()) == (4, False)
    assert "“certificate.pdf” is not what was stored" in saved.stderr
    exported = cli.run("export", "json", str(cli.root / "o.json"), "--with-evidence", str(cli.root / "files"))
    assert exported.exit_code == 4
    assert "left out: “certificate.pdf”" in exported.stderr
    assert json.loads((cli.root / "files" / "evidence.json").read_text(encoding="utf-8"))["files"] == []
    checked = cli.run("check")
    assert checked.exit_code == 4
    assert "the kept file “certificate.pdf” is not what was stored" in checked.stdout + checked.stderr
