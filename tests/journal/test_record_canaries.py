"""Nothing leaves in a record but what was chosen for it: looked for in every file, unpacked, in every spelling."""

from __future__ import annotations

import getpass
import io
import re
import socket
import zipfile
from datetime import date
from pathlib import Path

import pypdf
import pytest
from tests.privacy.canary import CANARY, traces

from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS, MEMBERSHIP
from peerlog.journal import evidence
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import set_answer
from peerlog.journal.cpd.gaps import add_gap
from peerlog.journal.cpd.identifiable import identifiable, with_pseudonyms
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.peers import add_peer
from peerlog.journal.cpd.record_files import rendered
from peerlog.journal.cpd.record_formats import FORMATS
from peerlog.journal.cpd.record_leaving import leaving
from peerlog.journal.cpd.writing_record import choose, prepared, record_meant
from peerlog.journal.journal import Journal
from peerlog.vault.entries import Entries

WHEN = "2026-03-12T09:00:00Z"


def unpacked(journal: Journal, record: object, folder: Path) -> Path:
    """A folder with the record in all formats, with what is packed in them beside, and with what a PDF says."""
    for format_ in FORMATS:
        made = rendered(journal, record, format_)  # type: ignore[arg-type]
        assert made
        (folder / f"record.{format_}").write_bytes(made)
        if format_ in ("docx", "xlsx"):
            with zipfile.ZipFile(io.BytesIO(made)) as packed:
                packed.extractall(folder / f"{format_}-unpacked")
        if format_ == "pdf":
            read = pypdf.PdfReader(io.BytesIO(made))
            said = "\n".join(page.extract_text() for page in read.pages)
            about = f"{read.metadata}\n{read.xmp_metadata and read.xmp_metadata.rdf_root.toxml()}"
            outline = re.findall(r"'/Title': '([^']*)'", str(read.outline))
            (folder / "pdf.txt").write_text("\n".join((said, about, *outline)), encoding="utf-8")
    return folder


def everywhere(journal: Journal) -> None:
    """An entry of every kind with the canary in every field that holds words, all of them private."""
    for number, (kind, about) in enumerate(sorted(KINDS.items())):
        if kind == MEMBERSHIP.name:
            continue  # with it the body would be one that there is not
        words = {
            name: CANARY if field.shape in (Shape.PROSE, Shape.LINE) else (CANARY,)
            for name, field in about.all_fields.items()
            if field.shape in (Shape.PROSE, Shape.LINE, Shape.NAMES, Shape.TAGS) and name != "points"
        }
        fields = {"when": f"2026-03-{number % 27 + 1:02}T09:00:00Z", **words}
        Entries(journal.private).add(kind, fields, journal.time.stamp())


@pytest.fixture
def chosen(journal: Journal) -> str:
    """The one entry that is in the record."""
    keep_to(journal, "generic")
    entry = journal.entries.add("note", {"title": "On chairing", "text": "I let a silence last.", "when": WHEN})
    count_it(journal, entry.id, 60)
    choose(journal, record_meant(journal), [entry.id], only=True)
    return entry.id


def test_nothing_that_was_not_chosen_is_in_any_file(journal: Journal, chosen: str, tmp_path: Path) -> None:
    everywhere(journal)
    other = journal.entries.add("note", {"title": CANARY, "text": CANARY, "when": WHEN})
    activity = count_it(journal, other.id, 60)
    set_answer(journal, other, "generic.reflection", CANARY)
    add_peer(journal, other, CANARY, {"organisation": CANARY, "text": CANARY, "may_be_named": True})
    add_gap(journal, memberships(journal)[0], date(2026, 1, 1), date(2026, 2, 1), CANARY)
    (tmp_path / f"{CANARY}.txt").write_text(CANARY)
    evidence.keep(journal, activity.id, tmp_path / f"{CANARY}.txt")
    journal.entries.change(chosen, {"tags": [CANARY], "links": [other.id]})
    (folder := tmp_path / "out").mkdir()
    shown = prepared(journal, record_meant(journal))
    assert [item.title for part in shown.parts for item in part.items if item.day] == ["On chairing"]
    assert not traces([unpacked(journal, shown, folder)])


def test_of_a_summary_nothing_leaves_but_its_fields(journal: Journal, tmp_path: Path) -> None:
    keep_to(journal, "gphc", {"own_day": "2026-12-31"})
    (tmp_path / f"{CANARY}.txt").write_text(CANARY)
    for sort, category in (("peer_discussion", "discussion"), ("reading", "account")):
        fields = {"title": CANARY, "text": CANARY, "when": WHEN, "tags": [CANARY], "people": [CANARY]}
        entry = journal.entries.add("meeting", fields)
        activity = count_it(journal, entry.id, 60, {"type": sort, "categories": [category]})
        evidence.keep(journal, activity.id, tmp_path / f"{CANARY}.txt")
        told = {"text": CANARY, "organisation": CANARY, "relations": ["colleague"], "on_paper": True}
        add_peer(journal, entry, CANARY, told)  # who has not said that they may be named
    shown = prepared(journal, record_meant(journal))
    assert {part.name for part in shown.parts if part.items} >= {"discussion", "account"}
    (folder := tmp_path / "out").mkdir()
    assert not traces([unpacked(journal, shown, folder)])


def test_no_file_tells_of_the_machine_or_the_hour(journal: Journal, chosen: str, tmp_path: Path) -> None:
    folder = unpacked(journal, prepared(journal, record_meant(journal)), tmp_path)
    (folder / "record.json").unlink()  # says when it was made, as its schema has it
    at = journal.time.stamp()
    for word in (socket.gethostname(), getpass.getuser(), at[:16], chosen):
        if len(word) > 6:  # shorter ones may stand anywhere by chance
            assert not traces([folder], word), word
    times = {
        found
        for path in folder.rglob("*.xml")
        for found in re.findall(r"\d\d:\d\d:\d\d", path.read_text("utf-8", errors="replace"))
    }
    assert times <= {"00:00:00"}


PEOPLE = ("Sam Okafor", "Zoë Strauß")
LEFT = re.compile(r"sam(?!e|p)|okafor|zo[eë]|strau(ß|ss)|\bS\. ?O\b", re.IGNORECASE)


def test_names_leave_no_trace_and_the_app_and_the_command_line_give_the_same(
    journal: Journal, chosen: str, tmp_path: Path
) -> None:
    journal.entries.add("meeting", {"title": "Coffee", "people": PEOPLE, "when": WHEN})
    text = "S. Okafor, SAM'S idea; Sam-led. S.O. and ZOE STRAUSS agreed, zoë too. Write to sam.okafor@example.org."
    journal.entries.change(chosen, {"title": "A walk with Sam and Zoë", "text": text})
    (tmp_path / "Sam_Okafor-2026_strauss.txt").write_text("They were there.")
    evidence.keep(journal, chosen, tmp_path / "Sam_Okafor-2026_strauss.txt")
    record = record_meant(journal)
    set_answer(journal, record, "generic.year", "Thanks to Sam\u200b Okafor and Mx Strauss.")
    own = {"sam okafor": "my mentor"}
    whole = prepared(journal, record)
    on_command_line = with_pseudonyms(whole, identifiable(journal, whole, own).names)
    in_the_app = leaving(journal, record.id, own).record
    assert in_the_app == on_command_line
    (folder := tmp_path / "out").mkdir()
    unpacked(journal, on_command_line, folder)
    for path in folder.rglob("*"):
        if path.suffix in (".md", ".html", ".csv", ".json", ".xml", ".rels", ".txt"):
            said = re.sub(r"<style>.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)
            assert not LEFT.search(said), (path, LEFT.search(said))
    told = (folder / "record.md").read_text()
    assert "A walk with my mentor and Colleague B" in told
    assert "Thanks to my mentor and Colleague B." in told
    assert "my mentor-2026\\_Colleague B.txt" in told
