"""What the people of the demo let count: what is missing, what could fill it, and the files that they hand in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from docx import Document as open_docx
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.played import Demo, SaturdayMorning
from tests.prebuilt import honest_but_quick

from peerlog.demo.certificate import certificate
from peerlog.demo.playing import RECORDS
from peerlog.demo.story import PEOPLE
from peerlog.demo.year_source import read_year
from peerlog.domain.dates import MONTHS
from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.selection import Selection
from peerlog.journal import evidence
from peerlog.journal.cpd.counted_entries import activities, looked_at
from peerlog.journal.cpd.memberships import membership_named
from peerlog.journal.cpd.peers import peers_of, verdicts
from peerlog.journal.cpd.record_material import prose_of
from peerlog.journal.cpd.signed_about import signed_about
from peerlog.journal.cpd.standing import where_i_stand
from peerlog.journal.cpd.sweep import candidates
from peerlog.journal.cpd.wanted_now import Need, WantedNow, wanted_now
from peerlog.journal.cpd.writing_record import prepared_named
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

FIRST, TODAY = date(2026, 5, 22), date(2026, 11, 21)
FILES = {
    "answers-cilip-2026.txt",
    "answers-gphc-2026.txt",
    "answers-nmc-2027.txt",
    "cpd-record-ama-2026.docx",
    "cpd-record-ama-2026.pdf",
    "cpd-record-generic-2026.docx",
    "cpd-record-generic-2026.pdf",
    "cpd-record-generic-2026.xlsx",
}


@pytest.fixture(scope="module")
def journals(demo: Demo) -> Iterator[dict[str, Journal]]:
    with honest_but_quick():
        opened = {
            who: unlock(demo.home(who), about.passphrase, clock=SaturdayMorning()) for who, about in PEOPLE.items()
        }
    yield opened
    for journal in opened.values():
        journal.close()


@pytest.fixture(scope="module")
def handed_in(demo: Demo) -> dict[str, str]:
    """The words of each file by its name, with every run of white space one blank."""
    return {path.name: " ".join(words_in(path).split()) for path in (demo.folder / RECORDS).iterdir()}


def words_in(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".docx":
        made = open_docx(str(path))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        return " ".join([*(line.text for line in made.paragraphs), *cells])
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        return " ".join(str(cell.value or "") for sheet in book for row in sheet.iter_rows() for cell in row)
    return path.read_text(encoding="utf-8")


def stands(journal: Journal, body: str) -> WantedNow:
    (found,) = wanted_now(journal, where_i_stand(journal, [membership_named(journal, body)]))
    return found


def needs(journal: Journal, body: str) -> dict[str, Need]:
    return {need.status.requirement.name: need for need in stands(journal, body).needs}


def test_kim_lacks_hours_and_a_talk_with_a_peer_and_has_what_could_fill_them(journals: dict[str, Journal]) -> None:
    kim = journals["kim"]
    missing = needs(kim, "generic")
    assert {name: need.status.missing for name, need in missing.items()} == {"hours": 300, "discussion": 1}
    assert {need.status.last for need in missing.values()} == {date(2026, 12, 31)}
    titles = {name: [filler.entry.title for filler in need.fillers] for name, need in missing.items()}
    assert "First set" in titles["discussion"]
    assert "Public meeting on the library hours" in titles["hours"]
    for need in missing.values():
        assert not any(filler.counts or filler.lacks for filler in need.fillers)
        assert need.more > 10


def test_the_same_entries_are_enough_for_another_body(journals: dict[str, Journal]) -> None:
    assert needs(journals["kim"], "cilip") == {}
    assert {each.line("type") for each in activities(journals["kim"])} >= {"webinar", "visit", "writing_case_study"}


def test_the_sweep_has_what_came_since_september(journals: dict[str, Journal]) -> None:
    kim = journals["kim"]
    found = [each.entry.title for each in islice(candidates(kim, FIRST, TODAY), 60)]
    assert {"Third set: I chair", "Chairing the set", "Second set: I present"} <= set(found)


def test_ada_has_begun_and_somebody_on_the_register_is_needed(journals: dict[str, Journal]) -> None:
    missing = needs(journals["ada"], "nmc")
    assert set(missing) == {"practice", "cpd", "participatory", "feedback", "accounts", "discussion"}
    (rule,) = missing["discussion"].people
    assert rule.registrant
    assert not prepared_named(journals["ada"], "nmc").is_ready


@pytest.mark.parametrize(
    ("person", "body"), [("sam", "ama"), ("mohammed", "gphc"), ("kim", "cilip"), ("kim", "generic")]
)
def test_what_is_handed_in_lacks_nothing(journals: dict[str, Journal], person: str, body: str) -> None:
    assert prepared_named(journals[person], body).unsettled == ()
    if body != "generic":
        assert needs(journals[person], body) == {}


def test_what_others_signed_counts_by_its_meaning(journals: dict[str, Journal]) -> None:
    mohammed = journals["mohammed"]
    (talk,) = next(part for part in prepared_named(mohammed, "gphc").parts if part.holds == "peer").items
    (kim,) = talk.people
    assert (kim.meaning, kim.problem) == ("it took place", "")
    (signed,) = signed_about(mohammed, mohammed.entries.get(talk.id))
    assert (signed.meaning.name, signed.state, signed.who) == ("took-place", "established", PEOPLE["kim"].name)
    (peer,) = peers_of(mohammed, mohammed.entries.get(talk.id))
    assert peer.members("links") == (signed.id,)
    (verdict,) = verdicts(mohammed, peer)
    assert verdict.counts
    (mentor,) = prepared_named(journals["sam"], "ama").signatures
    assert (mentor.meaning, mentor.signed) == ("I support it", "on paper")


def test_certificates_are_kept_with_what_they_are_about(journals: dict[str, Journal]) -> None:
    for person, journal in journals.items():
        wanted = [each for each in read_year(person).counts if each.certificate]
        assert len(evidence.all_files(journal)) == len(wanted) > 0


def test_what_counts_is_all_that_was_written_down(journals: dict[str, Journal]) -> None:
    for person, journal in journals.items():
        assert len(list(activities(journal))) == len(read_year(person).counts)


def test_the_files_are_there_for_their_owner_alone(demo: Demo, handed_in: dict[str, str]) -> None:
    assert set(handed_in) == FILES
    assert all(path.stat().st_mode & 0o077 == 0 for path in (demo.folder / RECORDS).iterdir())


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_documents_say_who_for_which_period_and_what_came_of_it(handed_in: dict[str, str], format_: str) -> None:
    ama, own = (handed_in[f"cpd-record-{body}-2026.{format_}"] for body in ("ama", "generic"))
    for said in ("2 December 2024 to 1 December 2026", "82 h 25", "Elspeth Rowe", "I support it", "Halloran"):
        assert said in ama
    for said in ("1 January 2026 to 31 December 2026", "25 h", "Watching the undertaker", "a room is held by asking"):
        assert said in own
    assert "Video with" in ama


@pytest.mark.parametrize(
    ("body", "year", "said"),
    [
        ("cilip", 2026, ("67 of 67", "Wider professional context", "I can chair a meeting")),
        ("gphc", 2026, ("32 of 32", "Why I chose this peer", "Kim Nguyễn-Ó Briain", "Standard 3")),
        ("nmc", 2027, ("48 of 48", "Broderick Street Surgery", "Still to see to", "Reflective discussion")),
    ],
)
def test_answers_follow_each_other_field_by_field(
    handed_in: dict[str, str], body: str, year: int, said: tuple[str, ...]
) -> None:
    text = handed_in[f"answers-{body}-{year}.txt"]
    numbers = [(int(one), int(all_)) for one, all_ in re.findall(r"(\d+) of (\d+) ·", text)]
    assert numbers == [(number, len(numbers)) for number in range(1, len(numbers) + 1)]
    for each in said:
        assert each in text


def test_nothing_private_that_does_not_count_is_in_any_file(
    journals: dict[str, Journal], handed_in: dict[str, str]
) -> None:
    """No nine words in a row of it, not even of the entries whose activity says something else instead."""
    everything = "\n".join(handed_in.values())
    handed = {run for text in handed_in.values() for run in runs(text, 9)}
    looked_through = 0
    for journal in journals.values():
        counting = looked_at(journal)
        for entry in all_of(journal):
            if entry.kind in ("activity", "answer", "peer", "membership", "record"):
                continue
            told = prose_of(journal, entry) if not entry.fields.get("vent") else entry.text
            assert not runs(told, 9) & handed, entry.headline
            if entry.id not in counting and entry.kind in ("note", "reflection", "meeting") and len(entry.title) > 15:
                assert entry.title not in everything
            looked_through += 1
    assert looked_through > 300


def all_of(journal: Journal) -> Iterator[Entry]:
    page = journal.entries.page(Selection(space=PRIVATE, with_parts=True), limit=5000)
    return iter(page.entries)


def runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
    said = re.findall(r"\w+(?:['’]\w+)?", text.casefold())
    return {tuple(said[start : start + length]) for start in range(len(said) - length + 1)}


def written(person: str) -> list[str]:
    year = read_year(person)
    answers = [answer for each in year.counts for answer in each.answers.items()]
    answers += [answer for each in year.records for answer in each.answers.items()]
    texts = [text for name, text in answers if not name.endswith("organisation")]
    return [*texts, *(str(each.fields.get(name, "")) for each in year.counts for name in ("title", "text"))]


def test_its_words_name_no_day_and_nothing_is_said_twice() -> None:
    dated = re.compile(rf"\b(?:\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)}) \d{{1,2}}|20\d\d)\b", re.I)
    every = [text for person in PEOPLE for text in written(person)]
    assert not [text for text in every if dated.search(text)]
    said = [run for text in every for run in runs(text)]
    assert {run for run in said if said.count(run) > 1} == set()


def test_each_entry_counts_once() -> None:
    for person in PEOPLE:
        keys = [each.entry for each in read_year(person).counts if each.entry]
        assert len(set(keys)) == len(keys)
        assert all(each.fields.get("type") for each in read_year(person).counts)


def test_a_certificate_is_a_page_that_says_what_it_is_about_the_same_every_time() -> None:
    file = certificate("Kim Nguyễn-Ó Briain", "Talks (short)", "Group", "1 May 2026")
    assert file == certificate("Kim Nguyễn-Ó Briain", "Talks (short)", "Group", "1 May 2026")
    (page,) = PdfReader(io.BytesIO(file), strict=True).pages
    for said in ("Kim Nguyen-Ó Briain", "Talks (short)", "on 1 May 2026", "Group"):
        assert said in page.extract_text()
    assert (
        "Sam Okonkwo" in PdfReader(io.BytesIO(certificate("Sam Okonkwo-田中", "A", "B", "C"))).pages[0].extract_text()
    )
