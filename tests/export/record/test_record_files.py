"""Records as files: what they say, that nothing in them acts, and that other programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pypdf
import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from tests.portfolio.records_of import TODAY, activity, course, material, person, year

from peerlog.domain.prepared_record import PreparedField, PreparedRecord
from peerlog.domain.scheme.vocabulary import CATEGORIES
from peerlog.export import record as package
from peerlog.export.document import html, pdf
from peerlog.export.document.docx_file import docx
from peerlog.export.document.markdown_page import markdown
from peerlog.export.document.markdown_text import from_markdown
from peerlog.export.document.model import Document, Text
from peerlog.export.record.csv_log import csv_log
from peerlog.export.record.json_file import json_record
from peerlog.export.record.layout import document_of
from peerlog.export.record.log_rows import cell_of
from peerlog.export.record.xlsx_log import xlsx_log
from peerlog.library.requirement_sets import requirement_sets
from peerlog.portfolio.record import prepare

SAID = (
    "Museums Association: AMA",
    "A-77",
    "CPD log",
    "Looking back on the whole",
    "Sam Okafor",
    "Mentor's recommendation",
    "I support it",
    "1 h 30",
    "Not a heading of the form",
)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'=1", "＝1+1", '=HYPERLINK("http://example.org")')
SCHEMA = json.loads((Path(package.__file__).parents[1] / "record.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def ama() -> PreparedRecord:
    answers = {
        "ama.review": "I write **plain** labels.\n\n# Not a heading of the form",
        "ama.future": "More.",
        "ama.cv": "Attached.",
    }
    them = {"name": "Sam Okafor", "role": "Head", "organisation": "Harbour Museum", "date": "20 November 2026"}
    mentor = person("supports", them)
    items = (
        *year(date(2025, 2, 1), 12, step=40),
        activity(
            99, date(2026, 9, 1), "Labels", "Forty words each.\n\n- one idea", 600, categories=frozenset({"project"})
        ),
    )
    return prepare(
        course("ama", own_day=date(2025, 1, 15)), material(items, answers=answers, others=(mentor,), number="A-77")
    )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_record_that_one_hands_in_says_the_same_in_every_document(ama: PreparedRecord) -> None:
    document = document_of(ama)
    page = html(document)
    told = "\n".join(reader.extract_text() for reader in pypdf.PdfReader(io.BytesIO(pdf(document, date=TODAY))).pages)
    made = read_docx(io.BytesIO(docx(document, date=TODAY)))
    in_word = "\n".join(text.text or "" for text in made.element.body.iter(qn("w:t")))
    in_page = unescape(re.sub("<[^>]+>", " ", page.replace("<wbr>", "")))
    for said in SAID:
        for each in (markdown(document), in_page, told, in_word):
            assert " ".join(words(said)) in " ".join(words(each))
    assert "<script" not in page
    assert "://" not in page


def test_the_word_file_has_real_styles_repeating_heads_a_language_and_a_title(ama: PreparedRecord) -> None:
    made = read_docx(io.BytesIO(docx(document_of(ama), date=TODAY)))
    lines = [(line.style.name, line.text) for line in made.paragraphs if line.style]
    assert [each for each in lines if each[0] in ("Title", "Heading 1")] == [
        ("Title", "CPD record, 2025 to 2027"),
        ("Heading 1", "CPD log"),
        ("Heading 1", "Project"),
        ("Heading 1", "Final review"),
        ("Heading 1", "Mentor's recommendation"),
    ]
    heads = [table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}") for table in made.tables]
    assert [bool(head) for head in heads] == [False, True, False]
    properties = made.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "CPD record, 2025 to 2027",
        "Kim Nguyễn",
        "en-GB",
    )
    assert "List Bullet" in {line.style.name for line in made.paragraphs if line.style}
    footer = made.sections[0].footer._element.xml
    assert "NUMPAGES" in footer
    assert "Kim Nguyễn" in footer


def test_the_word_file_read_back_says_the_same_words_in_the_same_order_as_the_page(ama: PreparedRecord) -> None:
    document = document_of(ama)
    page = html(document)
    body = unescape(re.sub("<[^>]+>", " ", page[page.index("<body") :].replace("<wbr>", "")))
    made = read_docx(io.BytesIO(docx(document, date=TODAY)))
    assert words(" ".join(text.text or "" for text in made.element.body.iter(qn("w:t")))) == words(body)
    levels = {"Title": 1, **{f"Heading {level}": level + 1 for level in range(1, 6)}}
    headings = [(levels.get(line.style.name or "", 0), line.text) for line in made.paragraphs if line.style]
    on_page = re.findall(r"<h([1-6])[^>]*>(.*?)</h", page)
    assert [each for each in headings if each[0]] == [(int(level), unescape(said)) for level, said in on_page]
    rows = [table.partition("</table")[0].count("<tr") for table in page.split("<table")[1:]]
    assert [len(table.rows) for table in made.tables[1:]] == rows  # the first says whose record it is


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_file_and_reads_the_same(ama: PreparedRecord, tmp_path: Path) -> None:
    document = document_of(ama)
    (tmp_path / "record.docx").write_bytes(docx(document, date=TODAY))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "record.docx")], check=True, capture_output=True, timeout=110)
    read = (tmp_path / "record.txt").read_text("utf-8-sig")
    in_word = read_docx(io.BytesIO(docx(document, date=TODAY))).element.body.iter(qn("w:t"))
    assert words(read) == words(" ".join(text.text or "" for text in in_word))


def test_the_pdf_is_tagged_and_names_its_language(ama: PreparedRecord) -> None:
    made = pypdf.PdfReader(io.BytesIO(pdf(document_of(ama), date=TODAY)))
    root: Any = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert b"pdfuaid" in made.xmp_metadata.stream.get_data()  # type: ignore[union-attr]


def test_no_cell_of_a_log_is_a_formula() -> None:
    made = tuple(activity(number, date(2026, 3, 1), said, said, 45) for number, said in enumerate(HOSTILE, 1))
    record = prepare(course("generic"), material(made))
    rows = list(csv.reader(io.StringIO(csv_log(record), newline="")))
    place = rows[0].index("Activity")
    assert all(row[place].startswith("'") for row in rows[1:])
    assert {row[rows[0].index("Hours")] for row in rows[1:]} == {"0.75"}
    book = openpyxl.load_workbook(io.BytesIO(xlsx_log(record, on=TODAY)))
    sheet = book["Log"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.column == 2} == {"s"}
    assert not any(cell.data_type == "f" for cell in cells)
    assert {cell.value for cell in cells if cell.column == 4} == {0.75}
    assert all(cell.is_date for cell in cells if cell.column == 1)
    assert all(cell.quotePrefix for cell in cells if cell.column == 2 and cell.value and cell.value[0] in "=+-@'＝")


def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_columns() -> None:
    text = "So;=1+1 and; @x\n=2\n- a list\n-1 and a = b; then"
    record = prepare(course("generic"), material((activity(1, date(2026, 3, 1), "A talk;+1", text, 45),)))
    said = csv_log(record)
    assert "A talk;'+1" in said
    assert "So;'=1+1 and; '@x\n'=2\n- a list\n'-1 and a = b; then" in said


def test_a_workbook_of_a_long_label_and_no_log_opens(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_log(prepare(course("cilip"), material(())), on=TODAY)))
    assert book.sheetnames == ["Answers"]


def test_the_json_is_what_its_schema_says(ama: PreparedRecord) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    told = json.loads(json_record(ama, "2026-11-21T20:00:00Z"))
    Draft202012Validator(SCHEMA).validate(told)
    assert (told["requirements"], told["parts"][0]["items"][0]["fields"][1]["value"]) == ("ama", 90)


def test_room_to_sign_where_nobody_has_and_a_signature_is_needed() -> None:
    said = markdown(document_of(prepare(course("ama", own_day=date(2025, 1, 15)), material(year(date(2025, 2, 1), 2)))))
    assert said.count("| Signature |") == 1
    assert "Signature" not in markdown(document_of(prepare(course("generic"), material(year(date(2026, 2, 1), 2)))))


def test_a_label_before_a_short_answer_is_strong_in_markdown_too() -> None:
    at = course("nmc", own_day=date(2027, 4, 30))
    said = markdown(document_of(prepare(at, material((), answers={"nmc.meeting": "2027-03-01"}))))
    assert "**Date of the confirmation:** 1 March 2027" in said


@pytest.mark.parametrize("scheme", list(requirement_sets()[0]))
def test_every_body_has_a_record(scheme: str) -> None:
    at = course(
        scheme, own_day=date(2027, 4, 30) if requirement_sets()[0][scheme].versions[0].period.personal else None
    )
    sorts = [frozenset({each}) for each in CATEGORIES]
    items = tuple(
        activity(number, at.period.last.replace(day=1), f"Thing {number}", "What came of it.", 60, categories=sort)
        for number, sort in enumerate(sorts, 1)
    )
    record = prepare(at, material(items))
    assert [part.name for part in record.parts] == [part.name for part in at.version.parts]
    said = markdown(document_of(record))
    assert said.startswith("# CPD record, ")
    assert csv_log(record).startswith("Part")
    Draft202012Validator(SCHEMA).validate(json.loads(json_record(record, "2026-11-21T20:00:00Z")))


def test_what_looks_like_markdown_stays_words() -> None:
    hostile = "# no heading\n\n- no item | no cell\n\n1. none <b>x</b> [y](z) *a* `b`"
    body = from_markdown(markdown(Document("T", tuple(from_markdown(re.sub(r"([#\-|<\[*`.])", r"\\\1", hostile))))))
    told = [run.words for block in body for run in getattr(block, "runs", ()) if isinstance(run, Text)]
    assert " ".join(told) == "T # no heading - no item | no cell 1. none <b>x</b> [y](z) *a* `b`"


def test_word_files_and_workbooks_hold_nothing_but_themselves(ama: PreparedRecord) -> None:
    for made in (docx(document_of(ama), date=TODAY), xlsx_log(ama, on=TODAY)):
        names = ZipFile(io.BytesIO(made)).namelist()
        assert not [name for name in names if "macro" in name.casefold() or name.endswith(".bin")]
        midnights = {(TODAY.year, TODAY.month, TODAY.day, 0, 0, 0), (1980, 1, 1, 0, 0, 0)}
        assert {part.date_time for part in ZipFile(io.BytesIO(made)).infolist()} <= midnights


@pytest.mark.parametrize(
    ("said", "cell"),
    [("1,5", 1.5), ("-3", -3.0), ("1234567", 1234567.0), ("nan", "nan"), ("1_0", "1_0"), ("1e9", "1e9")],
)
def test_only_what_reads_as_a_number_is_one(said: str, cell: object) -> None:
    assert cell_of(PreparedField("x.y", "Y", "number", said, said, "own", True)) == cell


@pytest.mark.parametrize("many", [1, 3])
def test_a_part_in_which_nothing_is_said_yet_names_what_is_in_it(many: int) -> None:
    said = tuple(
        activity(number, date(2026, 3, number), f"Thanked {number}", "", 15, categories=frozenset({"feedback"}))
        for number in range(1, many + 1)
    )
    document = document_of(prepare(course("nmc", own_day=date(2027, 4, 30)), material(said)))
    assert f"Thanked {many}" in markdown(document)
    assert pdf(document, date=TODAY).startswith(b"%PDF")
    assert docx(document, date=TODAY)
    assert f"Thanked {many}" in html(document)


def test_the_line_of_facts_stays_with_the_text_beneath_it() -> None:
    record = prepare(course("ama", own_day=date(2025, 1, 15)), material(year(date(2025, 2, 1), 2, long=True)))
    made = read_docx(io.BytesIO(docx(document_of(record), date=TODAY)))
    (line,) = [line for line in made.paragraphs if line.text == "1 February 2025 · 1 h 30"]
    assert line.paragraph_format.keep_with_next
