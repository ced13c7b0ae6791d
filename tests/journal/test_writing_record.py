"""Writing a record, letting it leave, and forgetting it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.identifying import find
from peerlog.errors import BadInput, Refused
from peerlog.journal import evidence
from peerlog.journal.cpd import retention
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import set_answer
from peerlog.journal.cpd.forgetting import forget_kept
from peerlog.journal.cpd.identifiable import identifiable, known, with_pseudonyms
from peerlog.journal.cpd.memberships import change_membership, keep_to
from peerlog.journal.cpd.peers import add_peer
from peerlog.journal.cpd.record_files import file_name, format_of, pages_of, place_for, rendered, write_record
from peerlog.journal.cpd.record_formats import FORMATS
from peerlog.journal.cpd.records import record_for
from peerlog.journal.cpd.writing_record import (
    answer,
    choose,
    choose_all,
    fields_in_order,
    hand_in,
    leave_out,
    prepared,
    prepared_unbegun,
    record_meant,
    record_named,
    reopen,
)
from peerlog.journal.journal import Journal

CANARY = "Xq7canary"
BAD_PLACES = (("con.pdf", "Windows"), ("a:b.pdf", "characters"), ("x/y.pdf", "no folder"), ("../y.pdf", "“[.]{2}”"))


@pytest.fixture
def three(journal: Journal) -> list[str]:
    """Three entries that count for a record of one's own; their ids."""
    keep_to(journal, "generic")
    ids = []
    for number, month in enumerate((3, 5, 8), 1):
        fields = {
            "title": f"Talk {number}",
            "text": f"What came of talk {number}.",
            "when": f"2026-{month:02}-12T09:00:00Z",
        }
        ids.append(journal.entries.add("note", fields).id)
        count_it(journal, ids[-1], 60)
    return ids


def titles(journal: Journal) -> list[str]:
    return [item.title for item in prepared_unbegun(journal).parts[0].items]


def test_looking_at_a_record_writes_nothing(journal: Journal, three: list[str]) -> None:
    before = prepared_unbegun(journal)
    assert before.id == ""
    assert titles(journal) == ["Talk 1", "Talk 2", "Talk 3"]
    assert journal.entries.of_kind("record") == []


def test_everything_is_in_it_until_one_chooses(journal: Journal, three: list[str]) -> None:
    record = record_meant(journal)
    record = leave_out(journal, record, [three[0]])
    assert titles(journal) == ["Talk 2", "Talk 3"]
    record = choose(journal, record, [three[0]], only=True)
    assert titles(journal) == ["Talk 1"]
    with pytest.raises(Refused, match="Nothing would be left"):
        leave_out(journal, record, [three[0]])
    record = choose(journal, record, [three[2]])
    assert titles(journal) == ["Talk 1", "Talk 3"]
    choose_all(journal, record)
    assert titles(journal) == ["Talk 1", "Talk 2", "Talk 3"]


def test_what_has_no_place_cannot_be_chosen(journal: Journal, three: list[str]) -> None:
    other = journal.entries.add("note", {"title": "Last year", "when": "2025-03-12T09:00:00Z"})
    count_it(journal, other.id, 60)
    with pytest.raises(Refused, match=r"Last year.*no place"):
        choose(journal, record_meant(journal), [other.id])


def test_an_answer_goes_where_its_field_belongs(journal: Journal, three: list[str]) -> None:
    record = record_meant(journal)
    answer(journal, record, "year", "I ask before I advise.")
    answer(journal, record, "generic.reflection", "In my own words.", three[0])
    with pytest.raises(BadInput, match="for one entry"):
        answer(journal, record, "reflection", "x")
    with pytest.raises(BadInput, match="whole record"):
        answer(journal, record, "year", "x", three[0])
    told = {(place.item, place.field.name): place.field.text for place in fields_in_order(prepared(journal, record))}
    assert told[("", "generic.year")] == "I ask before I advise."
    assert told[("Talk 1", "generic.reflection")] == "In my own words."
    assert told[("Talk 2", "generic.reflection")] == "What came of talk 2."
    assert journal.entries.get(three[0]).text == "What came of talk 1."


def test_fields_come_in_the_order_of_the_form(journal: Journal, three: list[str]) -> None:
    places = fields_in_order(prepared(journal, record_meant(journal)))
    assert [(place.number, place.item, place.field.label) for place in places[:5]] == [
        (1, "Talk 1", "Date"),
        (2, "Talk 1", "Activity"),
        (3, "Talk 1", "Type"),
        (4, "Talk 1", "Hours"),
        (5, "Talk 1", "What came of it"),
    ]
    assert {place.of for place in places} == {15}


def test_a_reflection_says_each_of_its_stages(journal: Journal, three: list[str]) -> None:
    model = next(iter(journal.forms.models))
    stages = [field.name for field in journal.forms.models[model].fields]
    fields = {"title": "A set", "model": model, **{name: f"said {name}" for name in stages[:2]}}
    entry = journal.entries.add("reflection", {**fields, "when": "2026-09-01T09:00:00Z"})
    count_it(journal, entry.id, 30)
    places = fields_in_order(prepared_unbegun(journal))
    text = next(place.field.text for place in places if place.item == "A set" and place.field.is_prose)
    assert all(f"said {name}" in text for name in stages[:2])


def test_nothing_private_that_was_not_chosen_is_in_any_file(journal: Journal, three: list[str]) -> None:
    record = record_meant(journal)
    journal.entries.add("note", {"title": f"{CANARY}a", "text": f"{CANARY}b"})
    fields = {"title": f"{CANARY}c", "text": f"{CANARY}d", "when": "2026-03-14T09:00:00Z"}
    unchosen = journal.entries.add("note", fields)
    count_it(journal, unchosen.id, 60)
    set_answer(journal, unchosen, "generic.reflection", f"{CANARY}e")
    vent = journal.entries.get(three[1])
    journal.entries.change(vent.id, {"vent": True, "text": f"{CANARY}f"})
    journal.entries.change(record.id, {"text": f"{CANARY}g"})
    choose(journal, record, three, only=True)
    shown = prepared(journal, record_meant(journal))
    assert CANARY not in repr(shown)
    for format_ in FORMATS:
        made = rendered(journal, shown, format_)
        assert CANARY.encode() not in made
        assert made


def test_pseudonyms_are_the_same_throughout_and_leave_no_original(journal: Journal, three: list[str]) -> None:
    journal.entries.add("meeting", {"title": "Coffee", "people": ("Sam Okafor",), "place": "Harbour Café"})
    text = "Sam Okafor of Leeds Central Library (sam@example.org, 0161 496 0000) came to the Harbour Café; Sam’s idea."
    journal.entries.change(three[0], {"text": text})
    journal.entries.change(three[1], {"text": "SAM OKAFOR said it again at Leeds Central Library."})
    before = prepared_unbegun(journal)
    found = identifiable(journal, before)
    assert {(each.sort, each.name) for each in found.findings} == {
        ("person", "Sam Okafor"),
        ("organisation", "Leeds Central Library"),
        ("e-mail address", "sam@example.org"),
        ("telephone number", "0161 496 0000"),
        ("place", "Harbour Café"),
    }
    after = with_pseudonyms(before, found.names)
    told = "\n".join(place.field.text for place in fields_in_order(after))
    assert told.count("Colleague A") == 3
    assert told.count("Library A") == 2
    originals = {written.casefold() for each in found.findings for written in each.written}
    left = {each.name.casefold() for each in find({"all": pages_of(after)}, known(journal))}
    assert not originals & left
    assert journal.entries.get(three[0]).text == text
    own = {"Sam Okafor": "", "Leeds Central Library": "my library"}
    kept = with_pseudonyms(before, identifiable(journal, before, own).names)
    assert "Sam Okafor of my library" in pages_of(kept)


def test_whoever_has_not_agreed_to_be_named_is_found_in_the_texts(journal: Journal, three: list[str]) -> None:
    add_peer(
        journal, journal.entries.get(three[0]), "Ada Byron", {"organisation": "Byron & Sons", "address": "Ely, UK"}
    )
    journal.entries.change(three[0], {"text": "Ada Byron came over from Byron & Sons in Ely."})
    found = identifiable(journal, prepared_unbegun(journal)).findings
    assert [(each.sort, each.name) for each in found] == [
        ("person", "Ada Byron"),
        ("organisation", "Byron & Sons"),
        ("place", "Ely"),
    ]


def test_a_file_is_written_whole_where_it_is_safe_and_nowhere_else(
    journal: Journal, three: list[str], tmp_path: Path
) -> None:
    shown = prepared_unbegun(journal)
    folder = tmp_path / "out"
    folder.mkdir(mode=0o700)
    written = write_record(journal, shown, folder, "pdf")
    assert written.path == folder / file_name(shown, "pdf") == folder / "cpd-record-generic-2026.pdf"
    assert written.path.stat().st_mode & 0o077 == 0
    assert not written.warnings
    with pytest.raises(Refused, match="is there already"):
        write_record(journal, shown, written.path, "pdf")
    for name, said in (
        ("con.pdf", "Windows"),
        ("a:b.pdf", "characters"),
        ("x/y.pdf", "no folder"),
        ("../y.pdf", "“..”"),
    ):
        with pytest.raises(Refused, match=said):
            place_for(folder / name, shown, "pdf")
    with pytest.raises(BadInput, match="which format"):
        format_of(None, folder / "record.odt")
    assert [each.name for each in folder.iterdir()] == ["cpd-record-generic-2026.pdf"]
    synced = tmp_path / "Dropbox"
    synced.mkdir(mode=0o755)
    assert any("Dropbox" in each for each in write_record(journal, shown, synced, "md").warnings)


def test_a_record_that_was_handed_in_is_left_alone_until_it_is_reopened(journal: Journal, three: list[str]) -> None:
    with pytest.raises(BadInput, match="not come yet"):
        hand_in(journal, record_meant(journal), date(2026, 12, 1))
    record = hand_in(journal, record_meant(journal))
    assert record.line("handed_on") == "2026-11-21"
    with pytest.raises(Refused, match="was handed in"):
        answer(journal, record, "year", "x")
    record = reopen(journal, record)
    answer(journal, record, "year", "x")
    assert record_named(journal, record.id[:8]).id == record.id


def test_what_was_kept_for_long_enough_is_due_and_forgotten_when_one_says_so(
    journal: Journal, three: list[str], clock: SetClock, tmp_path: Path
) -> None:
    record = record_meant(journal)
    kept_answer = answer(journal, record, "year", "Secret words")
    paper = tmp_path / "certificate.txt"
    paper.write_text("attended")
    file = evidence.keep(journal, three[0], paper)[0]
    assert retention.set_until(journal, record.id, date(2027, 1, 1)) == 1
    assert [(each.sort, each.until, each.is_due) for each in retention.kept(journal)] == [
        ("file", date(2027, 1, 1), False),
        ("record", date(2029, 12, 31), False),
    ]
    clock.forward(days=1200)
    assert {each.id for each in retention.due(journal)} == {record.id, file.id}
    with pytest.raises(Refused, match="Nobody has said how long"):
        forget_kept(journal, [record.id, three[1]])
    forget_kept(journal, [record.id, file.id])
    assert kept_answer is not None
    assert journal.entries.find(kept_answer.id) is None
    assert journal.entries.find(record.id) is None
    assert evidence.of(journal, three[0]) == []
    assert all(journal.entries.find(id_) for id_ in three)


def test_the_entries_that_a_record_draws_on_go_only_when_one_says_so(journal: Journal, three: list[str]) -> None:
    other = journal.entries.add("note", {"title": "Something else"})
    forget_kept(journal, [record_meant(journal).id], with_entries=True)
    assert [journal.entries.find(id_) for id_ in three] == [None, None, None]
    assert journal.entries.find(other.id)


def test_a_record_goes_on_while_its_period_moves_with_the_days(journal: Journal, clock: SetClock) -> None:
    keep_to(journal, "cilip")
    begun = record_meant(journal)
    answer(journal, begun, "personal", "I ask first.")
    clock.forward(days=20)
    assert record_meant(journal).id == begun.id
    shown = prepared_unbegun(journal)
    assert (shown.id, shown.last) == (begun.id, date(2026, 12, 11))
    assert "I ask first." in [field.text for _, _, field in shown.places()]
    handed = hand_in(journal, begun)
    assert (handed.line("since"), handed.line("until")) == ("2025-12-12", "2026-12-11")
    clock.forward(days=20)
    assert record_meant(journal).id != begun.id
    assert prepared(journal, journal.entries.get(begun.id)).last == date(2026, 12, 11)


def test_a_record_stays_when_a_day_of_ones_own_is_put_right(journal: Journal) -> None:
    kept = keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    begun = record_meant(journal)
    kept = change_membership(journal, kept, {"own_day": date(2027, 4, 30)})
    assert record_for(journal, kept, date(2027, 4, 30)) == begun
    assert prepared_unbegun(journal).id == begun.id
    earlier = record_meant(journal, "nmc", date(2024, 1, 1))
    kept = change_membership(journal, kept, {"own_day": date(2027, 2, 28)})
    assert record_for(journal, kept, date(2027, 2, 28)) == begun
    assert record_for(journal, kept, date(2024, 2, 28)) == earlier
    hand_in(journal, begun)
    assert journal.entries.get(begun.id).line("until") == "2027-02-28"
    assert prepared(journal, journal.entries.get(earlier.id)).last == date(2024, 2, 28)


def test_what_is_said_of_people_is_carried_across_after_the_fields_of_their_part(journal: Journal) -> None:
    keep_to(journal, "gphc", {"own_day": "2026-12-31"})
    entry = journal.entries.add("note", {"title": "On the wall", "text": "Kept."})
    count_it(journal, entry.id, 60, {"type": "peer_discussion", "categories": ["discussion"]})
    told = {"role": "Librarian", "organisation": "Library", "email": "s@library.example", "phone": "1"}
    add_peer(journal, entry, "Sam", {**told, "relations": ["colleague"], "may_be_named": True})
    places = [place for place in fields_in_order(prepared_unbegun(journal)) if place.part == "Peer discussion"]
    assert [(place.field.label, place.field.text) for place in places] == [
        ("Name", "Sam"),
        ("Role", "Librarian"),
        ("Organisation", "Library"),
        ("E-mail", "s@library.example"),
        ("Telephone", "1"),
    ]
    assert [place.number for place in places] == [1, 2, 3, 4, 5]


def test_the_first_words_of_an_entry_without_a_title_are_never_its_name_in_a_record(journal: Journal) -> None:
    keep_to(journal, "generic")
    when = "2026-03-12T09:00:00Z"
    note = journal.entries.add("note", {"text": f"{CANARY}, and how I felt.", "when": when})
    met = journal.entries.add("meeting", {"channel": "coffee", "people": ["Sam"], "text": CANARY, "when": when})
    alone = journal.entries.add("meeting", {"text": CANARY, "when": when})
    activities = [count_it(journal, each.id, 30, {"type": "reading"}) for each in (note, met, alone)]
    assert sorted(titles(journal)) == ["Coffee with Sam", "Reading", "Reading"]
    assert activities[0].title.startswith(CANARY), "its writer knows it by them"
