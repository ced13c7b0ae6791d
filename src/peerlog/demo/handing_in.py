"""The files that people of the story hand in: whole records, and answers to be carried to a website one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..domain.dates import written_out
from ..domain.entry import Entry
from ..domain.prepared_record import PreparedRecord
from ..journal.cpd.record_files import write_record
from ..journal.cpd.writing_record import fields_in_order, prepared
from ..journal.journal import Journal

FORMATS: Mapping[str, tuple[str, ...]] = {"ama": ("docx", "pdf"), "generic": ("docx", "pdf", "xlsx")}
"""By the body that a record is for; where none is named its answers are carried across."""


def write_handed_in(journal: Journal, records: Sequence[Entry], folder: Path) -> list[Path]:
    """Write what somebody hands in for each of these records, into a folder that is there."""
    written = []
    for record in records:
        ready = prepared(journal, record)
        for format_ in FORMATS.get(ready.scheme, ()):
            written.append(write_record(journal, ready, folder, format_).path)
        if ready.scheme not in FORMATS:
            path = folder / f"answers-{ready.scheme}-{ready.last.year}.txt"
            path.write_text(carried(ready), encoding="utf-8")
            path.chmod(0o600)
            written.append(path)
    return written


def carried(record: PreparedRecord) -> str:
    """The answers as `peerlog cpd record carry` writes them, one field after the other, in the order of the form."""
    where = f", {record.handing.where}" if record.handing.where else ""
    lines = [
        f"{record.label}: {record.author}",
        f"{written_out(record.first)} to {written_out(record.last)}",
        f"Handed in {record.handing.how}{where}.",
    ]
    for place in fields_in_order(record):
        under = f" · {place.item}" if place.item else ""
        count = f" ({place.field.count})" if place.field.count else ""
        lines += ["", "", f"{place.number} of {place.of} · {place.part}{under}", f"{place.field.label}{count}"]
        lines += ["", place.field.text]
    if record.unsettled:
        lines += ["", "", "Still to see to"]
        lines += [
            f"- {each.part}{f', {each.where}' if each.where else ''}: {each.problem}" for each in record.unsettled
        ]
    return "\n".join(lines) + "\n"
