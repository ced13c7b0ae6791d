"""Files kept with entries: taken in within limits, or refused with a sentence; written out whole and verified."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from peerlog.domain.kept_file import LARGEST
from peerlog.domain.selection import Selection
from peerlog.errors import BadInput, Damaged, Refused
from peerlog.journal import outside_files
from peerlog.journal.evidence import all_files, bring_back, erase, get, keep, keep_until, of, remove, resolve, write_to
from peerlog.journal.evidence_export import evidence_of, write_evidence
from peerlog.journal.exporting import export_to
from peerlog.journal.journal import Journal
from peerlog.journal.safekeeping.erasing import erase as erase_entries
from peerlog.vault.kept_files import CHUNK

PDF = b"%PDF-1.7\n" + os.urandom(700_000)


@pytest.fixture
def entry(journal: Journal) -> str:
    return journal.entries.add("note", {"title": "A course", "tags": ["cpd"]}).id


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(PDF)
    return path


def test_what_is_kept_comes_out_as_it_was(journal: Journal, entry: str, scan: Path, tmp_path: Path) -> None:
    (file,) = keep(journal, entry, scan, until=date(2031, 11, 17))
    assert (file.name, file.words, file.until) == ("scan.pdf", "PDF, 700.0 kB", "2031-11-17")
    scan.unlink()
    out = tmp_path / "out"
    out.mkdir(0o700)
    saved = write_to(journal, file.id, out)
    assert saved.path == out / "scan.pdf"
    assert saved.path.read_bytes() == PDF
    assert saved.warnings == ()
    if os.name != "nt":
        assert saved.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in out.iterdir()] == ["scan.pdf"]


def test_it_is_written_over_nothing_that_is_there(journal: Journal, entry: str, scan: Path) -> None:
    (file,) = keep(journal, entry, scan)
    scan.write_bytes(b"something else")
    with pytest.raises(Refused, match="is there already"):
        write_to(journal, file.id, scan.parent)
    assert scan.read_bytes() == b"something else"
    write_to(journal, file.id, scan, force=True)
    assert scan.read_bytes() == PDF


def test_the_journal_remembers_where_a_copy_is(journal: Journal, entry: str, scan: Path, tmp_path: Path) -> None:
    (file,) = keep(journal, entry, scan)
    write_to(journal, file.id, tmp_path / "copy.pdf")
    assert any(str(tmp_path / "copy.pdf") in place for place in erase(journal, file.id))
    assert of(journal, entry) == []


def test_damage_is_told_and_writes_nothing(journal: Journal, entry: str, scan: Path, tmp_path: Path) -> None:
    (file,) = keep(journal, entry, scan)
    with journal.private.write():
        journal.private.run("UPDATE kept_chunk SET data = zeroblob(5) WHERE number = 2")
    with pytest.raises(Damaged):
        write_to(journal, file.id, tmp_path / "copy.pdf")
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.pdf", b"", "is empty"),
        ("program.pdf", b"MZ\x90\x00", "of a type that is not kept"),
        ("photos.zip", b"PK\x03\x04" + bytes(90), "is a pack of other files"),
        ("bomb.docx.gz", b"\x1f\x8b\x08" + bytes(90), "is a pack of other files"),
        ("large.pdf", b"%PDF-" + bytes(LARGEST), "can have up to 20 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    journal: Journal, entry: str, scan: Path, name: str, content: bytes, said: str
) -> None:
    path = scan.with_name(name)
    path.write_bytes(content)
    with pytest.raises(Refused, match=said) as refused:
        keep(journal, entry, scan, path)
    assert refused.value.hint
    assert of(journal, entry) == []


def test_what_is_no_plain_file_is_refused(journal: Journal, entry: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        keep(journal, entry, tmp_path)
    with pytest.raises(Refused, match="There is no"):
        keep(journal, entry, tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")
        with pytest.raises(Refused, match="not a plain file"):
            keep(journal, entry, tmp_path / "pipe.pdf")
        (tmp_path / "dangling.pdf").symlink_to(tmp_path / "nowhere")
        with pytest.raises(Refused, match="There is no"):
            keep(journal, entry, tmp_path / "dangling.pdf")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_was_named_is_followed_and_the_file_is_kept_under_the_name_of_the_link(
    journal: Journal, entry: str, scan: Path
) -> None:
    link = scan.with_name("certificate.pdf")
    link.symlink_to(scan)
    assert [(file.name, file.size) for file in keep(journal, entry, link)] == [("certificate.pdf", len(PDF))]


@pytest.mark.parametrize("how", ["grows", "changes", "vanishes"])
def test_one_that_does_not_stay_as_it_is_is_not_kept(
    journal: Journal, entry: str, scan: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    look = outside_files.look_at

    def meanwhile(path: Path, at_once: int) -> outside_files.OutsideFile:
        found = look(path, at_once)
        if how == "vanishes":
            path.unlink()
        else:
            path.write_bytes(PDF + b"more" if how == "grows" else b"x" + PDF[1:])
        return found

    monkeypatch.setattr("peerlog.journal.evidence.look_at", meanwhile)
    with pytest.raises(Refused, match="There is no" if how == "vanishes" else "changed while it was read"):
        keep(journal, entry, scan)
    assert all_files(journal) == []
    assert journal.private.rows("SELECT count(*) FROM kept_chunk") == [(0,)]


def test_one_that_grows_while_it_is_looked_at_is_refused(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from peerlog.domain import file_type

    monkeypatch.setattr(outside_files, "sha256", lambda: _Growing(scan))
    with pytest.raises(Refused, match="changed while it was read"):
        outside_files.look_at(scan, CHUNK)
    assert file_type.TAIL <= CHUNK


class _Growing:
    """A digest that lets the file grow when it has seen all of it."""

    def __init__(self, path: Path) -> None:
        self._path, self._seen = path, 0

    def update(self, data: bytes) -> None:
        self._seen += len(data)
        if self._seen == len(PDF):
            # Cut short and written anew: what is read further is at the same place, and less.
            self._path.write_bytes(PDF[:-1])


def test_an_entry_in_the_trash_takes_none(journal: Journal, entry: str, scan: Path) -> None:
    journal.entries.delete(entry)
    with pytest.raises(Refused, match="in the trash"):
        keep(journal, entry, scan)


def test_it_goes_with_its_entry(journal: Journal, entry: str, scan: Path) -> None:
    keep(journal, entry, scan)
    journal.entries.delete(entry)
    assert all_files(journal) == []
    assert len(all_files(journal, in_trash=True)) == 1
    journal.entries.undelete(entry)
    assert len(all_files(journal)) == 1
    erase_entries(journal, [entry])
    assert all_files(journal, in_trash=True) == []


def test_removed_ones_come_back_until_they_are_erased(journal: Journal, entry: str, scan: Path) -> None:
    first, second = keep(journal, entry, scan, scan)
    assert remove(journal, first.id).removed
    assert [file.id for file in of(journal, entry)] == [second.id]
    assert [file.id for file in of(journal, entry, removed=True)] == [first.id]
    assert not bring_back(journal, first.id).removed
    assert keep_until(journal, first.id, date(2030, 1, 1)).until == "2030-01-01"
    assert keep_until(journal, first.id, None).until == ""
    remove(journal, first.id)
    erase(journal, first.id, second.id)
    assert (of(journal, entry), of(journal, entry, removed=True)) == ([], [])
    with pytest.raises(Refused):
        get(journal, first.id)
    with pytest.raises(Refused, match="There is no file"):
        resolve(journal, first.id[:8])
    with pytest.raises(BadInput):
        resolve(journal, "x")


def test_everything_goes_out_with_a_list_and_checksums(
    journal: Journal, entry: str, scan: Path, tmp_path: Path
) -> None:
    reserved = scan.with_name("con.pdf")
    reserved.write_bytes(PDF)
    keep(journal, entry, scan, scan, reserved)
    other = journal.entries.add("goal", {"title": "Chair well"}).id
    keep(journal, other, scan)
    gone = journal.entries.add("note", {"title": "Gone"}).id
    keep(journal, gone, scan)
    journal.entries.delete(gone)
    remove(journal, keep(journal, entry, scan)[0].id)

    everything = evidence_of(journal, Selection())
    assert len(everything) == 4
    assert len(evidence_of(journal, Selection(), with_trash=True)) == 5
    assert [file.entry for file in evidence_of(journal, Selection(kinds=frozenset({"goal"})))] == [other]
    assert len(evidence_of(journal, Selection(tags=frozenset({"CPD"})))) == 3

    written = write_evidence(journal, everything, tmp_path / "kept")
    assert (written.files, written.damaged) == (4, ())
    names = {path.name for path in (tmp_path / "kept").iterdir()}
    assert names == {"scan.pdf", "scan (2).pdf", "scan (3).pdf", "_con.pdf", "evidence.json", "SHA256SUMS"}
    listed = json.loads((tmp_path / "kept" / "evidence.json").read_text(encoding="utf-8"))
    assert (listed["format"], listed["version"], len(listed["files"])) == ("peerlog evidence", 1, 4)
    for each in listed["files"]:
        assert sha256((tmp_path / "kept" / each["file"]).read_bytes()).hexdigest() == each["sha256"]
        assert each["entry"] in (entry, other)
    if sys.platform == "linux":
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "kept", check=True)


def test_a_damaged_one_is_left_out_and_the_rest_is_written(
    journal: Journal, entry: str, scan: Path, tmp_path: Path
) -> None:
    bad, _ = keep(journal, entry, scan, scan)
    with journal.private.write():
        journal.private.run("UPDATE kept_chunk SET data = x'00' WHERE file = ?", (bytes.fromhex(bad.id),))
    written = write_evidence(journal, evidence_of(journal, Selection()), tmp_path / "kept")
    assert (written.files, written.damaged) == (1, ("scan.pdf",))
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == ["SHA256SUMS", "evidence.json", "scan.pdf"]


def test_a_plain_export_is_as_it_was(journal: Journal, entry: str, scan: Path, tmp_path: Path) -> None:
    keep(journal, entry, scan)
    export_to(journal, "json", tmp_path / "out", Selection())
    assert "scan.pdf" not in (tmp_path / "out").read_text(encoding="utf-8")


def test_what_somebody_else_erased_leaves_the_file_here(journal: Journal, entry: str, scan: Path) -> None:
    from peerlog.vault.received import erase_received

    keep(journal, entry, scan)
    with journal.private.write():
        erase_received(journal.private, entry, journal.time.stamp(), with_files=False)
    assert [file.name for file in all_files(journal)] == ["scan.pdf"]
    assert len(evidence_of(journal, Selection())) == 1
    assert evidence_of(journal, Selection(kinds=frozenset({"note"}))) == []


def test_it_is_never_whole_in_memory(journal: Journal, entry: str, scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    honest = outside_files.OutsideFile.chunks

    def watched(self: outside_files.OutsideFile, most: int) -> Iterator[bytes]:
        for chunk in honest(self, most):
            sizes.append(len(chunk))
            yield chunk

    monkeypatch.setattr(outside_files.OutsideFile, "chunks", watched)
    keep(journal, entry, scan)
    assert sizes == [CHUNK, CHUNK, len(PDF) - 2 * CHUNK]
