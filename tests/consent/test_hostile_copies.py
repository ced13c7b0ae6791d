"""What somebody may hand in instead of a signed copy: refused soon, and without much memory."""

from __future__ import annotations

import io
import os
import stat
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.consent.golden_copies import kept

import peerlog
from peerlog.consent.checking import check_files, check_signed_copy
from peerlog.consent.copy_faults import NoCopy
from peerlog.consent.copy_zip import LARGEST_ZIP, read_zip, write_zip

COPY = kept("two")
unix = pytest.mark.skipif(os.name == "nt", reason="no named pipes, free links or limits of memory on Windows")
Zip = zipfile.ZipFile


def lay_out(folder: Path, **more: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in {**COPY, **more}.items():
        (folder / name).write_bytes(content)
    return folder


def faults(path: Path) -> dict[str, str]:
    start = time.monotonic()
    found = {fault.file: fault.sentence for fault in check_signed_copy(path).faults}
    assert time.monotonic() - start < 2
    return found


def zipped(path: Path, fill: Callable[[Zip], None]) -> Path:
    with Zip(path, "w", zipfile.ZIP_DEFLATED) as archive:
        fill(archive)
    return path


def put_all(archive: Zip, folder: str = "", skip: str = "") -> None:
    for name, content in COPY.items():
        if name != skip:
            archive.writestr(folder + name, content)


@unix
def test_whole_copies_are_taken_however_they_were_packed(tmp_path: Path) -> None:
    assert faults(lay_out(tmp_path / "copy")) == {}
    (tmp_path / "own.zip").write_bytes(write_zip(COPY, "summary-3"))
    assert faults(tmp_path / "own.zip") == {}
    assert faults(zipped(tmp_path / "flat.zip", put_all)) == {}

    def with_folder(archive: Zip) -> None:
        archive.mkdir("copy") if hasattr(archive, "mkdir") else archive.writestr("copy/", b"")
        put_all(archive, "copy/")

    assert faults(zipped(tmp_path / "folder.zip", with_folder)) == {}
    (tmp_path / "link").symlink_to(tmp_path / "copy")
    assert faults(tmp_path / "link") == {}


def test_a_zip_file_is_the_same_each_time() -> None:
    assert write_zip(COPY, "summary-3") == write_zip(dict(reversed(COPY.items())), "summary-3")
    with Zip(io.BytesIO(write_zip(COPY, "summary-3"))) as archive:
        assert {each.filename for each in archive.infolist()} == {f"summary-3/{name}" for name in COPY}
        assert {stat.S_IMODE(each.external_attr >> 16) for each in archive.infolist()} == {0o600}


def test_what_belongs_to_no_copy(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "copy")
    (folder / ".DS_Store").write_bytes(b"")
    (folder / "more").mkdir()
    (folder / "con.SIG").write_bytes(b"")
    found = faults(folder)
    assert {".DS_Store", "more", "con.SIG"} <= found.keys()
    assert found["more"] == "more is no part of a signed copy."


@unix
def test_links_pipes_and_folders_in_the_place_of_files(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "copy")
    secret = tmp_path / "secret"
    secret.write_bytes(COPY["summary.md"])
    for name, put in (
        ("summary.md", lambda path: path.symlink_to(secret)),
        ("kim.sig", os.mkfifo),
        ("summary.pdf", Path.mkdir),
        ("VERIFY.txt", lambda path: path.symlink_to("/dev/zero")),
    ):
        (folder / name).unlink()
        put(folder / name)
        assert faults(folder)[name] == f"{name} is not a plain file."


def test_files_that_are_far_too_large(tmp_path: Path) -> None:
    for name in ("summary.pdf", "statement.json", "SHA256SUMS", "sam.sig"):
        folder = lay_out(tmp_path / name)
        with (folder / name).open("wb") as file:
            file.truncate(10 << 30)
        assert faults(folder)[name].startswith(f"{name} is larger than it can be")
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(10 << 30)
    assert faults(tmp_path / "large.zip") == {".": f"This file is larger than it can be ({LARGEST_ZIP:,} bytes)."}


def test_a_folder_of_far_too_many(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "copy")
    for number in range(70):
        (folder / f"{number}.sig").write_bytes(b"")
    assert faults(folder) == {".": "There are far more files here than a signed copy has."}


@unix
def test_what_is_neither(tmp_path: Path) -> None:
    for name, content in (("empty", b""), ("text", b"Kim agreed."), ("cut", write_zip(COPY, "x")[:-1])):
        (tmp_path / name).write_bytes(content)
        assert faults(tmp_path / name)["."].startswith("This is neither the folder of a signed copy nor a zip file")
    os.mkfifo(tmp_path / "pipe")
    assert faults(tmp_path / "pipe") == {".": "This is neither a folder nor a plain file."}
    (tmp_path / "nothing").mkdir()
    assert faults(tmp_path / "nothing")["statement.json"] == "statement.json is missing."


def odd(name: str, content: bytes = b"", mode: int = 0, method: int = zipfile.ZIP_DEFLATED) -> Callable[[Zip], None]:
    """A whole copy in which one file is something else, or one more."""

    def fill(archive: Zip) -> None:
        put_all(archive, skip=name)
        about = zipfile.ZipInfo(name)
        about.external_attr, about.compress_type = mode << 16, method
        archive.writestr(about, content)

    return fill


@pytest.mark.parametrize(
    ("fill", "file", "says"),
    [
        (odd("../summary.md"), "../summary.md", "is no part of a signed copy"),
        (odd("/etc/passwd"), "/etc/passwd", "is no part of a signed copy"),
        (odd("a/b/c"), "a/b/c", "is no part of a signed copy"),
        (odd("__MACOSX/._summary.md"), "__MACOSX/._summary.md", "is no part of a signed copy"),
        (odd("summary.md", b"/etc/passwd", stat.S_IFLNK | 0o777), "summary.md", "is not a plain file"),
        (odd("summary.pdf", b"", stat.S_IFIFO), "summary.pdf", "is not a plain file"),
        (odd("summary.pdf", bytes(33 << 20)), "summary.pdf", "is larger than it can be"),
        (odd("kim.sig", bytes(1 << 20)), "kim.sig", "is larger than it can be"),
        (odd("sam.sig", COPY["sam.sig"], method=zipfile.ZIP_LZMA), "sam.sig", "is packed in a way that is not read"),
    ],
)
def test_what_may_be_in_a_zip_file(fill: Callable[[Zip], None], file: str, says: str, tmp_path: Path) -> None:
    found = faults(zipped(tmp_path / "odd.zip", fill))
    assert found[file].startswith(f"{file} {says}")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice(tmp_path: Path) -> None:
    def fill(archive: Zip) -> None:
        put_all(archive)
        archive.writestr("summary.md", b"Something else")

    assert faults(zipped(tmp_path / "twice.zip", fill)) == {"summary.md": "summary.md is in it twice."}


def test_a_zip_file_that_lies_about_a_size(tmp_path: Path) -> None:
    """A bomb says that it is small; a file that says more than there is, is broken."""
    path = zipped(tmp_path / "lies.zip", odd("VERIFY.txt", bytes(9 << 20)))
    packed = path.read_bytes()
    honest = struct.pack("<L", 9 << 20)
    path.write_bytes(packed.replace(honest, struct.pack("<L", 1000)))
    assert faults(path)["VERIFY.txt"] == "VERIFY.txt is broken."


def test_a_zip_file_of_a_million_files(tmp_path: Path) -> None:
    """What it lists is not read: a million names would cost half a gigabyte."""
    listed = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
        for _ in range(100_000)
    )
    for count in (100_000 & 0xFFFF, 1):
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(listed), 0, 0)
        (tmp_path / "many.zip").write_bytes(listed + end)
        assert "far more files" in faults(tmp_path / "many.zip")["."]
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    small = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 46, 0, 0)
    (tmp_path / "many.zip").write_bytes(listed + locator + small)
    assert "far more files" in faults(tmp_path / "many.zip")["."]


def test_bytes_of_a_zip_file() -> None:
    """Whatever is changed in the packing, it is refused or makes no difference; nothing else is raised."""
    packed = write_zip(COPY, "x")
    for place in [*range(0, len(packed), 499), *range(len(packed) - 900, len(packed), 3)]:
        changed = io.BytesIO(packed[:place] + bytes([packed[place] ^ 0x41]) + packed[place + 1 :])
        try:
            files, faults = read_zip(changed)
        except NoCopy:
            continue
        assert faults or files == COPY or check_files(files).faults, place


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say how much memory was used")
def test_memory_stays_small(tmp_path: Path) -> None:
    """The largest that is unpacked at all, in a process of its own."""
    path = zipped(tmp_path / "bomb.zip", odd("summary.pdf", bytes(32 << 20)))
    source = Path(peerlog.__file__).parents[1]
    program = (
        "import sys\nfrom pathlib import Path\nfrom peerlog.consent.checking import check_signed_copy\n"
        "print(*[fault.file for fault in check_signed_copy(Path(sys.argv[1])).faults])\n"
        "peak = [each for each in open('/proc/self/status') if each.startswith('VmHWM')]\n"  # of this program alone
        "print(int(peak[0].split()[1]) >> 10)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=source, capture_output=True, text=True, check=True
    )
    files, mib = done.stdout.splitlines()
    assert files == "summary.pdf"
    assert int(mib) < 200


def test_nothing_else_hides_in_a_zip_file(tmp_path: Path) -> None:
    packed, page = write_zip(COPY, "summary-3"), b"<p>Something else.</p>"
    (tmp_path / "before.zip").write_bytes(page + packed)
    with Zip(tmp_path / "counted.zip", "w") as archive:
        assert archive.fp
        archive.fp.write(page)
        archive.start_dir = archive.fp.tell()
        put_all(archive)
    for name in ("before.zip", "counted.zip"):
        with Zip(tmp_path / name) as archive:
            assert len(archive.namelist()) == len(COPY)
        assert "something else in this file" in faults(tmp_path / name)["."]
