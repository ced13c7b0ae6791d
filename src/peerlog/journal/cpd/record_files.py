"""A record as a file that one hands in, looked at first, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...domain.file_names import unwritable_name
from ...domain.prepared_record import PreparedRecord
from ...errors import BadInput, Refused
from ..evidence import note_copy
from ..exported_files import write_chunks
from ..exporting import require_text, warnings_about
from ..home import expanded
from ..journal import Journal
from .record_formats import FORMATS

_ENDINGS = {"htm": "html", "markdown": "md"}


@dataclass(frozen=True, slots=True)
class Written:
    """Where it was written, and sentences about who else may get to see it."""

    path: Path
    warnings: tuple[str, ...]


def format_of(said: str | None, path: Path) -> str:
    """The format that was said, else the one that a file's ending names; raises `BadInput` for none."""
    ending = path.suffix.lstrip(".").casefold()
    found = said or _ENDINGS.get(ending, ending)
    if found not in FORMATS:
        raise BadInput(
            "In which format?", f"Add --format, one of {', '.join(FORMATS)}, or give the file such an ending."
        )
    return found


def path_said(said: str) -> Path:
    """Where somebody says that it is to go; raises `Refused` for a pipe, and for a folder that is not there."""
    path = expanded(Path(said))
    if said in ("", "-"):
        raise Refused("A record goes into a file.", "Name the file, or the folder that it is to lie in.")
    if said.endswith(("/", os.sep)) and not path.is_dir():
        raise Refused(f"There is no folder {path}.", "Make it first, or choose another.")
    return path


def place_for(path: Path, record: PreparedRecord, format_: str, *, force: bool = False) -> Path:
    """The file to write: in a folder one named after the record. Nothing is written.

    Raises `Refused` for a name that climbs, that some system keeps for itself, or whose folder is not there, and
    unless `force` for one that is taken.
    """
    given = expanded(path)
    if ".." in given.parts:
        raise Refused("A path with “..” can lead somewhere else than it seems.", "Write out where the file is to go.")
    target = given.absolute()
    require_text(target)
    if target.is_dir():
        target /= file_name(record, format_)
    if reason := unwritable_name(target.name):
        raise Refused(f"The file cannot be called “{target.name}”: {reason}.", "Choose another name.")
    if not target.parent.is_dir():
        raise Refused(f"There is no folder {target.parent}.", "Make it first, or choose another.")
    if target.exists() and not force:
        raise Refused(f"{target} is there already.", "Choose another name, or add --force.")
    return target


def file_name(record: PreparedRecord, format_: str) -> str:
    """`cpd-record-ama-2026.pdf`."""
    return f"cpd-record-{record.scheme.replace('_', '-')}-{record.last.year}.{format_}"


def cautions_for(target: Path) -> tuple[str, ...]:
    """What to ask about before a record is written to a place: who else gets to see what lies there."""
    return tuple(warnings_about(target if target.exists() else target.parent))


def pages_of(record: PreparedRecord) -> str:
    """Every word of it as it would be read, for looking through before it leaves."""
    from ...export.document.markdown_page import markdown
    from ...export.record.layout import document_of

    return markdown(document_of(record))


def lines_of(record: PreparedRecord, width: int) -> list[tuple[str, str]]:
    """As `pages_of`, as lines to be read on a screen: what each is (title, heading, text …), and its words."""
    from ...export.document.reading_page import reading_lines
    from ...export.record.layout import document_of

    return list(reading_lines(document_of(record), width))


def rendered(journal: Journal, record: PreparedRecord, format_: str) -> bytes:
    """The file's content."""
    return _RENDERERS[format_](record, journal.time.today(), journal.time.stamp())


def write_record(journal: Journal, record: PreparedRecord, path: Path, format_: str, *, force: bool = False) -> Written:
    """Write a record, readable for its owner alone, and remember where; raises as `place_for`.

    The content is complete before anything is written.
    """
    target = place_for(path, record, format_, force=force)
    content = rendered(journal, record, format_)
    write_chunks(target, [content], force=force)
    note_copy(journal, target, "The record was")
    return Written(target, tuple(warnings_about(target)))


def _markdown(record: PreparedRecord, on: date, made: str) -> bytes:
    return pages_of(record).encode()


def _html(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.document import html
    from ...export.record.layout import document_of

    return html(document_of(record)).encode()


def _pdf(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.document import pdf
    from ...export.record.layout import document_of

    return pdf(document_of(record), date=on)


def _docx(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.document.docx_file import docx
    from ...export.record.layout import document_of

    return docx(document_of(record), date=on)


def _csv(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.record.csv_log import csv_log

    return csv_log(record).encode()


def _xlsx(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.record.xlsx_log import xlsx_log

    return xlsx_log(record, on=on)


def _json(record: PreparedRecord, on: date, made: str) -> bytes:
    from ...export.record.json_file import json_record

    return json_record(record, made).encode()


_RENDERERS: dict[str, Callable[[PreparedRecord, date, str], bytes]] = {
    "md": _markdown,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
