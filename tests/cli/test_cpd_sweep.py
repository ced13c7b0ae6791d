"""Going through sixty candidates with few keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests import prebuilt
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation

from peerlog.cli.sweep_walk import fill_in, sweep_through
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_terms import paste_list
from peerlog.journal.cpd.sweep import Candidate, candidates
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

CANDIDATES = 60


class Hands:
    """What somebody presses and types, counted: each key, and the Enter after each text."""

    def __init__(self, pressed: str, *typed: str) -> None:
        self._pressed = iter(pressed)
        self._typed = iter(typed)
        self.keys = 0
        self.asked: list[str] = []

    def key(self) -> str:
        self.keys += 1
        return next(self._pressed)

    def line(self, question: str) -> str:
        self.keys += 1
        self.asked.append(question)
        return next(self._typed)


@pytest.fixture
def journal(cli: Program) -> Iterator[Journal]:
    with unlock(cli.home, prebuilt.PASSPHRASE) as journal:
        yield journal


def offered(journal: Journal) -> list[Candidate]:
    return list(candidates(journal, date(2020, 1, 1), journal.time.today()))


def test_sixty_candidates_take_at_most_a_hundred_and_fifty_keys(journal: Journal) -> None:
    """Forty count, of which half say how long; the body wants one of its four themes of each."""
    kept = keep_to(journal, "gosc", {"own_day": date(2020, 1, 1)})
    paste_list(journal, kept, "themes", ["Talking", "Safety", "Knowing", "Keeping"])
    with journal.writing():
        for number in range(CANDIDATES):
            minutes = {"minutes": 30} if number % 2 else {}
            journal.entries.add("note", {"title": f"Course {number}", "when": "2025-03-01T09:00:00Z", **minutes})
    found = offered(journal)
    assert len(found) == CANDIDATES
    hands = Hands("yy-" * 20 + "2" * 40, *["1:30"] * 20)
    swept = sweep_through(journal, found, hands.key)
    assert (len(swept.counted), swept.not_counted, swept.later) == (40, 20, 0)
    fill_in(journal, swept.counted, hands.key, hands.line)
    assert hands.keys <= 150
    assert hands.asked == ["How long"] * 20
    activities = [journal.entries.get(each.id) for each in swept.counted]
    assert all(each.minutes in (30, 90) for each in activities)
    assert {each.members("marks") for each in activities} == {("gosc.themes=Safety",)}
    assert offered(journal) == []


def test_sixty_that_all_count_and_say_no_length_take_no_more(journal: Journal) -> None:
    """One key each, and one Enter after each length; this body has no list that has to be chosen from."""
    keep_to(journal, "cilip")
    with journal.writing():
        for number in range(CANDIDATES):
            journal.entries.add("note", {"title": f"Course {number}", "when": "2026-03-01T09:00:00Z"})
    hands = Hands("y" * CANDIDATES, *["45"] * CANDIDATES)
    swept = sweep_through(journal, offered(journal), hands.key)
    fill_in(journal, swept.counted, hands.key, hands.line)
    assert [journal.entries.get(each.id).minutes for each in swept.counted] == [45] * CANDIDATES
    assert hands.keys <= 150


def test_later_undo_and_stop(journal: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4):
        journal.entries.add("note", {"title": f"Course {number}", "text": f"What I took from {number}"})
    hands = Hands("u" + "x" + "y" + "u" + "-" + " " + "q")
    swept = sweep_through(journal, offered(journal), hands.key)
    assert (swept.counted, swept.not_counted, swept.later, swept.stopped) == ([], 1, 3, True)
    assert swept.in_words == "0 count, 1 does not, 3 are for later."
    assert len(offered(journal)) == 3
    said = capsys.readouterr().err
    assert "nothing to undo" in said
    assert "What I took from 3" in said


def test_what_cannot_be_is_asked_again_and_nothing_is_forced(journal: Journal) -> None:
    journal.entries.add("note", {"title": "Course"})
    journal.entries.add("note", {"title": "Course"})
    hands = Hands("yy", "-5", "30h", "1.5", "")
    swept = sweep_through(journal, offered(journal), hands.key)
    fill_in(journal, swept.counted, hands.key, hands.line)
    assert [journal.entries.get(each.id).minutes for each in swept.counted] == [90, None]


def test_points_and_long_lists_are_typed(journal: Journal) -> None:
    kept = keep_to(journal, "goc")
    paste_list(journal, kept, "domains", [f"Domain {number}" for number in range(1, 12)])
    journal.entries.add("note", {"title": "Course", "minutes": 30, "when": "2026-03-01T09:00:00Z"})
    swept = sweep_through(journal, offered(journal), Hands("y").key)
    hands = Hands("", "many", "2.5", "12", "11")
    fill_in(journal, swept.counted, hands.key, hands.line)
    activity = journal.entries.get(swept.counted[0].id)
    assert activity.line("points") == "2.5"
    assert activity.members("marks") == ("goc.domains=Domain 11",)


def test_on_a_terminal(cli: Program) -> None:
    for title in ("First course", "Second course"):
        cli.add(title)
    conversation = Conversation(cli, "cpd", "sweep")
    conversation.expect("Passphrase")
    conversation.answer(prebuilt.PASSPHRASE)
    conversation.expect("1 of 2")
    conversation.child.send("y-")
    conversation.expect("How long")
    conversation.answer("1:30")
    assert conversation.end() == 0
    assert "1 counts, 1 does not, 0 are for later." in conversation.heard
    assert [each["minutes"] for each in cli.json("cpd", "list")["activities"]] == [90]
