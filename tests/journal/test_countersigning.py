"""What somebody outside is asked to sign: the text of an item, whose words it may be, and that it never leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.journal.conftest import SetClock
from tests.journal.sharing import meet, written_by_them

from peerlog.domain.countersigning import MEANINGS
from peerlog.domain.entry import PRIVATE
from peerlog.domain.problem import Problem
from peerlog.errors import BadInput, Refused
from peerlog.journal.countersigning.asking_to_sign import ask_to_sign, to_ask
from peerlog.journal.countersigning.countersignatures import countersignatures_of
from peerlog.journal.countersigning.item_text import item_text
from peerlog.journal.countersigning.signing_by_hand import keep_scan, to_print, write_page
from peerlog.journal.countersigning.signing_for_others import AskedToSign, SignedForOther, read_request_file, sign_for
from peerlog.journal.countersigning.taking_countersignatures import known_by_file, same_words, take_in
from peerlog.journal.journal import Journal

READ = MEANINGS["read"]
ANN = {
    "name": "Ann Lee",
    "role": "librarian",
    "organisation": "Leeds",
    "email": "ann@example.org",
    "relationship": "colleague",
}


def answer(asked: AskedToSign, **changed: str) -> SignedForOther:
    return sign_for(asked, {**ANN, **changed}, SetClock(), contact=False)


def test_an_item_reads_well_as_it_is(journal: Journal) -> None:
    meeting = journal.entries.add(
        "meeting",
        {
            "title": "Video with Ann",
            "people": "Ann",
            "channel": "video",
            "minutes": 60,
            "summary": "What we said.\n\nAnd more.",
            "text": "Notes.",
            "tags": "sets",
        },
    )
    assert item_text(journal, meeting, ["title", "minutes", "channel", "summary", "text"]) == (
        "# Video with Ann\n\n21 November 2026, 1 h\n\n- How: video\n\nNotes."
        "\n\n## In short\n\nWhat we said.\n\nAnd more."
    )
    assert item_text(journal, meeting, ["text"]) == "21 November 2026\n\nNotes."
    with pytest.raises(Problem, match="There is no “tags” in this entry"):
        item_text(journal, meeting, ["tags"])


def test_an_agreement_that_has_ended_becomes_its_closing_statement(journal: Journal) -> None:
    agreement = journal.entries.add("agreement", {"people": "Sam", "starts": "2026-01-01", "state": "ended"})
    assert item_text(journal, agreement).startswith("# Statement of a partnership among peers\n")


def test_thanks_are_an_item_too(journal: Journal) -> None:
    thanks = journal.entries.add(
        "thanks", {"source": "Sam", "people": "Kim", "text": "You asked first.", "quotable": True}
    )
    assert "You asked first." in item_text(journal, thanks)
    assert to_ask(journal, thanks.id, MEANINGS["supports"], "Sam").text == item_text(journal, thanks)


def test_it_stays_in_the_private_space_also_about_what_is_shared(journal: Journal, home: Path) -> None:
    space = meet(journal)
    shared = journal.entries.add("goal", {"title": "Chair well"}, space=space)
    asked = ask_to_sign(journal, to_ask(journal, shared.id, READ, "Ann"), home)
    assert asked.entry.space == PRIVATE
    assert [each.id for each in countersignatures_of(journal, shared.id)] == [asked.entry.id]
    with pytest.raises(Refused, match="for you alone"):
        journal.entries.add("countersignature", asked.entry.fields, space=space)


def test_nobody_has_somebody_elses_words_signed(journal: Journal) -> None:
    note = written_by_them(journal, journal.entries.add("note", {"text": "Mine."}, space=meet(journal)))
    with pytest.raises(Refused, match="words, so only"):
        to_ask(journal, note.id, READ, "Ann")
    with pytest.raises(Refused, match="words, so only"):
        to_print(journal, note.id, READ)


def test_nothing_that_changed_since_it_was_shown_is_asked(journal: Journal, home: Path) -> None:
    note = journal.entries.add("note", {"text": "One."})
    shown = to_ask(journal, note.id, READ, "Ann")
    journal.entries.change(note.id, {"text": "Another."})
    with pytest.raises(Refused, match="has changed since you looked"):
        ask_to_sign(journal, shown, home)
    journal.entries.delete(note.id)
    with pytest.raises(Refused, match="in the trash"):
        to_ask(journal, note.id, READ, "Ann")
    assert list(home.glob("*.peerlog")) == []


def test_only_what_stands_in_the_text_makes_it_an_earlier_one(journal: Journal, home: Path) -> None:
    note = journal.entries.add("note", {"title": "Chairing", "text": "One."})
    ask_to_sign(journal, to_ask(journal, note.id, READ, "Ann", only=["title"]), home)
    journal.entries.change(note.id, {"text": "Another.", "tags": "sets"})
    assert [each.is_earlier for each in countersignatures_of(journal, note.id)] == [False]
    journal.entries.change(note.id, {"title": "Visit"})
    assert [each.is_earlier for each in countersignatures_of(journal, note.id)] == [True]
    journal.entries.change(note.id, {"title": "Chairing"})
    assert [each.is_earlier for each in countersignatures_of(journal, note.id)] == [False]


def test_what_was_established_is_about_the_signature_that_was_looked_at(journal: Journal, home: Path) -> None:
    note = journal.entries.add("note", {"text": "One."})
    asked = read_request_file(ask_to_sign(journal, to_ask(journal, note.id, READ, "Ann"), home).path)
    one = take_in(journal, answer(asked).file).countersigned
    journal.entries.change(one.id, {"signed": answer(asked).file.decode().rstrip()})
    with pytest.raises(Refused, match="has changed since you looked"):
        same_words(journal, one)
    (now,) = countersignatures_of(journal, note.id)
    assert same_words(journal, now).state == "established"
    keys = home / "keys"
    for said, error, why in (
        ("ann", BadInput, "says nothing about keys"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4", Refused, "does not have"),
    ):
        keys.write_text(said, encoding="utf-8")
        with pytest.raises(error, match=why):
            known_by_file(journal, now, keys)


def test_a_page_is_noted_once_and_a_scan_needs_a_file_that_can_be_kept(journal: Journal, home: Path) -> None:
    note = journal.entries.add("note", {"text": "One."})
    for name in ("one.html", "two.html"):
        write_page(journal, to_print(journal, note.id, READ, "Ann"), home / name)
    (page,) = countersignatures_of(journal, note.id)
    (home / "empty.pdf").touch()
    with pytest.raises(Refused, match="is empty"):
        keep_scan(journal, note.id, READ, home / "empty.pdf")
    assert [each.state for each in countersignatures_of(journal, note.id)] == ["asked"]
    scan = home / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + bytes(200))
    kept = keep_scan(journal, note.id, READ, scan)
    assert (kept.id, kept.state) == (page.id, "on-paper")
