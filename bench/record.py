"""A record of a hundred activities, told at length, as a PDF and as the other files."""

from __future__ import annotations

import io
from datetime import date, timedelta
from itertools import count

from bench import timing
from peerlog.domain.prepared_record import PreparedRecord
from peerlog.export.document import pdf
from peerlog.export.document.docx_file import docx
from peerlog.export.record.layout import document_of
from peerlog.export.record.xlsx_log import xlsx_log
from peerlog.library.requirement_sets import requirement_sets
from peerlog.portfolio.counted import Counted, Traits
from peerlog.portfolio.course import course_with
from peerlog.portfolio.enrolment import Enrolment
from peerlog.portfolio.record import prepare
from peerlog.portfolio.record_material import Activity, Material

ACTIVITIES = 100
_RUNS = 5
_TODAY = date(2026, 11, 21)
_PARAGRAPH = "I had thought that it was about the labels, and it was about who reads them. " * 11


def measure() -> tuple[int, dict[str, float]]:
    """How many pages the PDF has, and milliseconds to prepare the record and to make each file of it."""
    material = _material(0)
    course = course_with(requirement_sets()[0]["generic"], Enrolment(), _TODAY)
    record = prepare(course, material)
    # typst remembers what it has set before, so each PDF is of other words.
    others = (prepare(course, _material(seed)) for seed in count(1))
    taken = {
        "prepare it": timing.in_process(lambda: prepare(course, material), _RUNS),
        "prepare other words, and PDF": timing.in_process(lambda: _pdf(next(others)), _RUNS),
        "Word": timing.in_process(lambda: docx(document_of(record), date=_TODAY), _RUNS),
        "XLSX": timing.in_process(lambda: xlsx_log(record, on=_TODAY), _RUNS),
    }
    return _pages(_pdf(record)), taken


def _pdf(record: PreparedRecord) -> bytes:
    return pdf(document_of(record), date=_TODAY)


def _pages(file: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(file)).pages)


def _material(seed: int) -> Material:
    activities = tuple(
        Activity(
            Counted(
                f"{number:064x}", date(2026, 1, 2) + timedelta(days=3 * number), 45 + number, None, Traits("webinar")
            ),
            f"Webinar {number} on plain labels",
            "\n\n".join(f"{seed} {part} {number}. {_PARAGRAPH}" for part in range(3)),
            "Webinar",
        )
        for number in range(ACTIVITIES)
    )
    return Material("0" * 64, "Kim", "", activities, answers={"generic.year": _PARAGRAPH})
