"""What a file is, by its own bytes: every type that is kept, and what only pretends to be one."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.file_type import (
    DOCX,
    HEAD,
    HEIC,
    JPEG,
    ODT,
    PDF,
    PNG,
    TAIL,
    TEXT,
    TIFF,
    TYPES,
    WEBP,
    FileType,
    is_archive,
    type_of,
)


def told(content: bytes) -> FileType | None:
    return type_of(content[:HEAD], content[-TAIL:])


def zipped(*files: tuple[str, bytes], stored: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            how = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=how)
    return made.getvalue()


def word(*first: str) -> bytes:
    names = (*first, "word/document.xml", "word/styles.xml")
    return zipped(*((name, b"<x/>" * 5000) for name in names))


MIMETYPE = ("mimetype", b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n\xff\xfe", PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", PDF),
        (b"\x89PNG\r\n\x1a\n\x00\x00", PNG),
        (b"\xff\xd8\xff\xe1\x00", JPEG),
        (b"RIFF\x00\x01\x00\x00WEBPVP8 ", WEBP),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", HEIC),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heix", HEIC),
        (b"II*\x00\x08\x00\x00\x00", TIFF),
        (b"MM\x00*\x00\x00\x00\x08", TIFF),
        ("Grüße, 会議.\r\n\tEnd\x0c".encode(), TEXT),
        (b"\xef\xbb\xbfwords", TEXT),
        ("Grüße".encode("utf-16"), TEXT),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), TEXT),
        (b"x", TEXT),
        (("ä" * HEAD).encode()[1:-1][1:], TEXT),
        (zipped(MIMETYPE, ("content.xml", b"<x/>"), stored="mimetype"), ODT),
        (word("[Content_Types].xml", "_rels/.rels"), DOCX),
        (word("_rels/.rels"), DOCX),
        (word(), DOCX),
    ],
)
def test_every_type_is_told(content: bytes, expected: FileType) -> None:
    assert told(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00program",
        b"\x7fELF\x02\x01",
        b"GIF89a\x01",
        b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1miaf",
        b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42",
        b"RIFF\x00\x01\x00\x00WAVEfmt ",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file, or an installer",
        b"{\\rtf1\x00}",
        b"words\x00words",
        "Grüße".encode("latin-1"),
        b"\xff\xfe\x00\xd8x\x00",
        zipped(("bomb.bin", bytes(10**6))),
        zipped(("notes.txt", b"word/document.xml")),
        zipped(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")),
        zipped(MIMETYPE, ("content.xml", b"<x/>")),
        zipped(("mimetype", b"application/vnd.oasis.opendocument.text-template"), stored="mimetype"),
        zipped(("mimetype", b"application/epub+zip"), stored="mimetype"),
    ],
)
def test_what_is_of_no_type_that_is_kept(content: bytes) -> None:
    assert told(content) is None


def test_archives_are_told() -> None:
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("notes.txt"))
    for content in (
        tar.getvalue(),
        gzip.compress(b"words"),
        zipped(("a", b"b")),
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07",
    ):
        assert is_archive(content[:HEAD])
        assert told(content) is None
    assert not is_archive(b"%PDF-1.7")


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_are_told_or_not_and_a_text_never_holds_what_no_text_holds(head: bytes, tail: bytes) -> None:
    found = type_of(head, tail)
    assert found is None or TYPES[found.media] is found
    if found is TEXT and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        assert b"\x00" not in head
        head.decode()
