"""Names of files: kept as they were but for what nobody can see, written so that every system takes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.file_names import LONGEST, kept_name, written_name
from peerlog.domain.file_type import DOCX, JPEG, PDF, TEXT, TYPES
from peerlog.domain.kept_file import KeptFile

NAMES = st.text(max_size=60) | st.text(alphabet='. /\\:*?"<>|conNULaux1é‮\x00\n', max_size=40)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("scan.pdf", "scan.pdf"),
        ("/home/kim/scan.pdf", "scan.pdf"),
        ("C:\\Users\\Kim\\scan.pdf", "scan.pdf"),
        ("a\x1b[31m\nb\u202efdp.exe", "a bfdp.exe"),
        ("caf\udce9.txt", "caf.txt"),
        ("folder/", "folder"),
        ("\n", "file"),
        ("", "file"),
        ("x" * 300 + ".docx", "x" * 195 + ".docx"),
        ("x" * 300, "x" * LONGEST),
        ("x." + "y" * 300, "x." + "y" * (LONGEST - 2)),
    ],
)
def test_a_name_is_kept_as_one_clean_line(raw: str, kept: str) -> None:
    assert kept_name(raw) == kept


@pytest.mark.parametrize(
    ("name", "type_", "written"),
    [
        ("Bescheinigung für Kim.pdf", PDF, "Bescheinigung für Kim.pdf"),
        ("SCAN.PDF", PDF, "SCAN.pdf"),
        ("photo.jpeg", JPEG, "photo.jpeg"),
        ("invoice.exe", PDF, "invoice.exe.pdf"),
        ("run.bat", TEXT, "run.bat.txt"),
        ("notes.md", TEXT, "notes.md"),
        ("con.pdf", PDF, "_con.pdf"),
        ("AUX", TEXT, "_AUX.txt"),
        ("lpt¹.txt", TEXT, "_lpt¹.txt"),
        ("nul .txt", TEXT, "_nul.txt"),
        ("console.pdf", PDF, "console.pdf"),
        ("..", PDF, "file.pdf"),
        (".hidden.docx", DOCX, "hidden.docx"),
        ("../../etc/passwd", TEXT, "-..-etc-passwd.txt"),
        ('a:b*c?"d".pdf', PDF, "a-b-c-d-.pdf"),
        ("pdf", PDF, "pdf.pdf"),
        (".pdf", PDF, "pdf.pdf"),
        ("later.xyz", None, "later.xyz.bin"),
    ],
)
def test_a_name_is_written_so_that_every_system_takes_it(name: str, type_: object, written: str) -> None:
    assert written_name(name, type_) == written  # type: ignore[arg-type]


def test_several_of_one_name_are_numbered() -> None:
    assert [written_name("scan.pdf", PDF, number) for number in (1, 2, 10)] == [
        "scan.pdf",
        "scan (2).pdf",
        "scan (10).pdf",
    ]
    assert written_name("con.pdf", PDF, 2) == "con (2).pdf"


@given(NAMES, st.sampled_from([*TYPES.values(), None]), st.integers(1, 1000))
def test_no_name_leads_elsewhere_or_is_refused(raw: str, type_: object, number: int) -> None:
    kept = kept_name(raw)
    assert kept == kept_name(kept)
    assert 0 < len(kept) <= LONGEST
    name = written_name(kept, type_, number)  # type: ignore[arg-type]
    assert not set(name) & set('<>:"/\\|?*\n\x00\u202e')
    assert name == name.strip(" .")
    assert len(name.encode()) <= 143
    assert name.split(".")[0].strip().lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    assert written_name(written_name(kept, type_), type_) == written_name(kept, type_)  # type: ignore[arg-type]


def test_a_kept_file_says_what_it_is() -> None:
    file = KeptFile("ab" * 16, "cd" * 32, "con.jpg", "image/jpeg", 1_250_000, "ef" * 32, 5, "2026-11-21T21:54:56Z")
    assert (file.words, file.written_name) == ("JPEG picture, 1.2 MB", "_con.jpg")
    later = KeptFile("ab" * 16, "cd" * 32, "a.x", "x/y", 5, "ef" * 32, 1, "2026-11-21T21:54:56Z")
    assert (later.words, later.written_name) == ("x/y, 5 bytes", "a.x.bin")
