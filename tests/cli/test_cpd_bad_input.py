"""What cannot be is named, refused or asked about on the command line, and nothing is half written."""

from __future__ import annotations

import os
import stat
import struct
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.cli.conftest import Program

from peerlog.cli import terminal
from peerlog.journal.home import config_folder

OWN = """label = "Choir"
about = "Singing."

[[versions]]
checked = 2026-11-27

[versions.period]
kind = "fixed"
begins = "09-01"
months = 12

[[versions.requirements]]
name = "hours"
label = "Hours"
unit = "hours"
least = 40
most = 50

[[versions.requirements]]
name = "alone"
label = "Alone"
unit = "hours"
least = 5
of = "hours"
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("most = 50", "most = 30", 16, "least: expected no more than most"),
        ("least = 5\n", "least = 60\n", 23, "least: more than the whole of “hours” may be"),
        ('of = "hours"', 'of = "hours"\ncap = 3', 23, "least: expected no more than cap"),
        ('begins = "09-01"', 'begins = "02-30"', 9, "begins: there is no 02-30 in every year"),
        ('begins = "09-01"', 'begins = "02-29"', 9, "begins: there is no 02-29 in every year"),
        ("months = 12", "months = 0", 10, "months: expected a whole number from 1 to 120"),
        ("months = 12", "months = 7", 9, "begins: with 7 months, expected a whole day"),
        ("checked = 2026-11-27", "checked = 2026-02-29", 5, "not valid TOML"),
        ("[[versions]]", "[[versions]]\nfrom = 2026-01-01\nuntil = 2025-01-01", 6, "until: expected a day after from"),
        ("months = 12", 'months = 12\ndue = "02-31"', 11, "due: there is no 02-31 in every year"),
        ("months = 12", "months = 12\ndue_days = -366", 11, "due before the period begins"),
    ],
)
def test_rules_that_nobody_could_keep(cli: Program, old: str, new: str, line: int, said: str) -> None:
    folder = config_folder() / "requirements"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "choir.toml"
    assert OWN.count(old) == 1
    file.write_text(OWN.replace(old, new), encoding="utf-8")
    bad = cli.run("cpd", "schemes", "check", str(file))
    assert bad.exit_code == 2
    assert str(file) in bad.stderr
    assert said in bad.stderr
    assert f", line {line}: " in bad.stderr
    # the others are not affected, and this one is not kept to
    assert cli.run("cpd", "body", "add", "generic").exit_code == 0
    refused = cli.run("cpd", "body", "add", "choir")
    assert (refused.exit_code, "no requirements called" in refused.stderr) == (2, True)


def test_times_that_cannot_be(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    for arguments, status, said in (
        (("cpd", "list", "--since", "2026-02-29"), 2, "There is no 2026-02-29"),
        (("cpd", "add", "A talk", "--minutes", "5", "--date", "29 feb 2025"), 2, "There is no 29 feb 2025"),
        (("cpd", "gap", "add", "generic", "2026-02-30", "2026-06-30", "Leave"), 2, "There is no 2026-02-30"),
        (("cpd", "status", "--on", "2025-02-29"), 2, "There is no 2025-02-29"),
        (("cpd", "record", "--period", "0000-01-01"), 2, "0000-01-01"),
        (("cpd", "record", "hand-in", "--on", "2026-02-29", "--yes"), 2, "There is no 2026-02-29"),
        (("cpd", "body", "change", "generic", "--defer-to", "2025-02-29"), 2, "There is no 2025-02-29"),
    ):
        refused = cli.run(*arguments)
        assert (refused.exit_code, said in refused.stderr) == (status, True), arguments
    assert cli.json("cpd", "list")["activities"] == []
    assert cli.run("cpd", "add", "A talk", "--minutes", "5", "--date", "2024-02-29").exit_code == 0
    assert cli.json("cpd", "list", "--since", "2024-02-29", "--until", "2024-02-29")["activities"]


def test_requirements_that_change_within_a_period_are_named(cli: Program) -> None:
    assert cli.run("cpd", "body", "add", "nmc", "--day", "2028-03-31").exit_code == 0
    said = cli.run("cpd", "status", "nmc", "--on", "2026-12-01").stdout
    assert "1 October 2027" in said
    told = cli.json("cpd", "status", "nmc", "--on", "2026-12-01")["bodies"][0]
    assert (told["period"]["last"], told["changes"]) == ("2028-03-31", ["2027-10-01"])
    before = cli.json("cpd", "status", "nmc", "--on", "2024-12-01")["bodies"][0]
    assert before["changes"] == []


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1:30", 90), ("1.5", 90), ("1,5", 90), ("90m", 90), ("1h30", 90), ("1.5h", 90), ("90", 90), ("24h", 1440)],
)
def test_lengths_however_they_are_typed(cli: Program, typed: str, minutes: int) -> None:
    assert cli.json("cpd", "add", "A talk", "--minutes", typed)["minutes"] == minutes


@pytest.mark.parametrize("typed", ["-1:30", "-90", "30h", "24:01", "1500", "1:75", "1.5.5", "0", "", "an hour or so"])
def test_lengths_that_are_none(cli: Program, typed: str) -> None:
    refused = cli.run("cpd", "add", "A talk", f"--minutes={typed}")
    assert refused.exit_code == 2
    assert len(refused.stderr.strip().splitlines()) <= 2
    assert cli.json("cpd", "list")["activities"] == []


def test_a_day_of_thirty_hours_is_named(cli: Program) -> None:
    cli.run("cpd", "body", "add", "generic")
    for what in ("In the morning", "In the evening"):
        assert cli.run("cpd", "add", what, "--minutes", "15h", "--date", "2026-03-02").exit_code == 0
    assert "2 March 2026" in cli.run("cpd", "status", "--on", "2026-06-01").stdout
    assert cli.json("cpd", "status", "--on", "2026-06-01")["bodies"][0]["too_long"] == ["2026-03-02"]


def test_a_document_or_picture_that_would_burst_is_kept_as_it_is_and_never_opened(cli: Program, tmp_path: Path) -> None:
    """A hundredfold of what is kept comes out of it, for whoever unpacks it."""
    cli.run("cpd", "body", "add", "generic")
    entry = cli.add("A course")
    cli.run("cpd", "count", entry, "1h")
    for name, member in (("letter.docx", "word/document.xml"), ("log.xlsx", "xl/workbook.xml")):
        with ZipFile(tmp_path / name, "w", ZIP_DEFLATED) as bomb:
            bomb.writestr("[Content_Types].xml", "<Types/>")
            bomb.writestr(member, bytes(8_000_000))
    picture = tmp_path / "scan.png"
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    picture.write_bytes(
        b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in ((b"IHDR", head), (b"IDAT", b"x"), (b"IEND", b"")))
    )
    refused = cli.run("evidence", "add", entry, str(tmp_path / "log.xlsx"))
    assert (refused.exit_code, "pack of other files" in refused.stderr) == (1, True)
    assert cli.run("evidence", "add", entry, str(tmp_path / "letter.docx"), str(picture)).exit_code == 0
    for format_ in ("docx", "pdf"):
        file = tmp_path / f"record.{format_}"
        assert cli.run("cpd", "export", "-o", str(file), "--yes").exit_code == 0
        assert file.stat().st_size < 200_000
    (kept, _) = cli.json("evidence", "list", entry)["files"]
    assert cli.run("evidence", "save", kept["id"], "-o", str(tmp_path / "again.bin")).exit_code == 0
    assert (tmp_path / "again.bin").read_bytes() in ((tmp_path / "letter.docx").read_bytes(), picture.read_bytes())


def _chunk(sort: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + sort + data + struct.pack(">I", zlib.crc32(sort + data))


def test_a_file_that_vanished_or_is_damaged_is_told_and_the_record_goes_on(cli: Program, tmp_path: Path) -> None:
    cli.run("cpd", "body", "add", "generic")
    entry = cli.add("A course")
    cli.run("cpd", "count", entry, "1h")
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"%PDF-1.7\n" + bytes(300))
    assert cli.run("evidence", "add", entry, str(file), str(tmp_path / "gone.pdf")).exit_code == 1
    assert cli.json("evidence", "list")["files"] == []
    assert cli.run("evidence", "add", entry, str(file)).exit_code == 0
    file.unlink()  # the copy that is kept needs no file outside
    assert "certificate.pdf" in cli.run("cpd", "list").stdout
    (kept,) = cli.json("evidence", "list")["files"]
    assert cli.run("evidence", "remove", "--forever", "--yes", kept["id"]).exit_code == 0
    assert "certificate.pdf" not in cli.run("cpd", "list").stdout
    assert cli.run("cpd", "export", "-o", str(tmp_path / "record.md"), "--yes").exit_code == 0
    assert "certificate" not in (tmp_path / "record.md").read_text("utf-8")


@pytest.fixture
def counted(cli: Program) -> Program:
    cli.run("cpd", "body", "add", "generic")
    cli.run("cpd", "add", "A talk", "--minutes", "30")
    return cli


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../record.md", "A path with “..”"),
        ("con.md", "Windows"),
        ("LPT1.pdf", "Windows"),
        ("a:b.md", "characters"),
        ("record.md ", ""),
        ("nowhere/record.md", "no folder"),
        ("taken.md", "is there already"),
    ],
)
def test_places_where_nothing_is_written(counted: Program, tmp_path: Path, name: str, said: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir(mode=0o700)
    (inner / "taken.md").write_text("mine", encoding="utf-8")
    refused = counted.run("cpd", "export", "--format", "md", "-o", str(inner / name), "--yes")
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert [each.name for each in inner.iterdir()] == ["taken.md"]
    assert [each.name for each in tmp_path.iterdir()] == ["inner"]
    assert (inner / "taken.md").read_text("utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="rights are other ones there")
def test_a_folder_that_others_see_is_named_before_anything_is_written(
    counted: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    folder.chmod(0o755)
    asked = counted.run("cpd", "export", "-o", str(folder / "record.md"), input="n\n")
    assert (asked.exit_code, list(folder.iterdir())) == (1, [])
    assert "Other people on this machine can look into" in asked.stderr
    assert "by Dropbox" in asked.stderr
    written = counted.run("cpd", "export", "-o", str(folder / "record.md"), "--yes")
    assert written.exit_code == 0
    assert written.stderr.count("by Dropbox") == 1
    assert stat.S_IMODE((folder / "record.md").stat().st_mode) == 0o600
    over = counted.run("cpd", "export", "-o", str(folder / "record.md"), "--force", input="n\n")
    assert (over.exit_code, len(list(folder.iterdir()))) == (1, 1)
