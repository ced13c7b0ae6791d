"""What a file is, told from its own first and last bytes and never from its name. Nothing is ever unpacked."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

HEAD = 4096
"""How many of a file's first bytes tell its type."""
TAIL = 64 * 1024
"""How many of its last bytes help: what a document in a ZIP holds is listed at its end."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file that can be kept: its media type, what it is called, and the endings that names of it have.

    The first of `endings` is given to a name that has none of them.
    """

    media: str
    words: str
    endings: tuple[str, ...]


PDF = FileType("application/pdf", "PDF", (".pdf",))
PNG = FileType("image/png", "PNG picture", (".png",))
JPEG = FileType("image/jpeg", "JPEG picture", (".jpg", ".jpeg", ".jpe", ".jfif"))
WEBP = FileType("image/webp", "WebP picture", (".webp",))
HEIC = FileType("image/heic", "HEIC picture", (".heic", ".heif"))
TIFF = FileType("image/tiff", "TIFF picture", (".tif", ".tiff"))
TEXT = FileType("text/plain", "text", (".txt", ".md", ".csv", ".tsv", ".log", ".ics", ".eml", ".tex", ".rst", ".org"))
ODT = FileType("application/vnd.oasis.opendocument.text", "OpenDocument text", (".odt",))
DOCX = FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", (".docx",))

TYPES = {each.media: each for each in (PDF, PNG, JPEG, WEBP, HEIC, TIFF, TEXT, ODT, DOCX)}

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"\x04\x22\x4d\x18",
    b"MSCF",
    b"xar!",
)
_OPEN_DOCUMENT = b"mimetype" + ODT.media.encode()
_WORD_BEGINS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")
_WORD = b"word/document.xml"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOT_IN_TEXT = frozenset(range(32)) - {9, 10, 12, 13, 27} | {127}


def type_of(head: bytes, tail: bytes) -> FileType | None:
    """The type of a file by its first `HEAD` and its last `TAIL` bytes; None for any other than `TYPES`."""
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return PDF
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return HEIC if _HEIC_BRANDS & _brands(head) else None
    if head.startswith(b"PK\x03\x04"):
        return _document(head, tail)
    return TEXT if head and not is_archive(head) and _is_text(head) else None


def is_archive(head: bytes) -> bool:
    """Whether a file is a pack of other files or a compressed one."""
    return head.startswith(_ARCHIVES) or head[257:262] == b"ustar"


def _brands(head: bytes) -> set[bytes]:
    """What a file of the ISO family (ISO/IEC 14496-12) says that it is: the main brand and those it goes with."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return {head[8:12]} | {head[at : at + 4] for at in range(16, end - 3, 4)}


def _document(head: bytes, tail: bytes) -> FileType | None:
    """Which document a ZIP is, by its first entry: its name, and for OpenDocument its bytes, which are not packed."""
    name = head[30 : 30 + int.from_bytes(head[26:28], "little")]
    after = 30 + len(name) + int.from_bytes(head[28:30], "little")
    if name + head[after : after + len(ODT.media)] == _OPEN_DOCUMENT and head[after + len(ODT.media) :][:2] == b"PK":
        return ODT
    return DOCX if name.startswith(_WORD_BEGINS) and _WORD in tail else None


def _is_text(head: bytes) -> bool:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return _decodes(head[len(bom) :], encoding)
    return not _NOT_IN_TEXT & set(head) and _decodes(head, "utf-8")


def _decodes(head: bytes, encoding: str) -> bool:
    """Whether the bytes are text that may go on: a character may be cut off at their end."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return not any(ord(each) in _NOT_IN_TEXT for each in text)
