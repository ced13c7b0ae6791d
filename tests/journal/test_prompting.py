"""The prompt of the day: from what the journal knows of meetings and agreements, and cheaply."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.deck import Deck, prompt_of_the_fortnight
from peerlog.errors import BadInput
from peerlog.journal import practice_files
from peerlog.journal.home import config_folder
from peerlog.journal.journal import Journal
from peerlog.journal.prompting import prompt_for_circle, prompt_for_today, prompt_from


def meet(journal: Journal, when: str, **fields: object) -> None:
    journal.entries.add("meeting", {"people": "Sam", "when": f"2026-11-{when}:00+00:00[Europe/Dublin]", **fields})


@pytest.mark.parametrize(
    ("when", "fields", "deck"),
    [
        ("21T21:00", {}, "before"),
        ("22T08:00", {}, "before"),
        ("21T19:30", {}, "before"),
        ("21T19:30", {"state": "held"}, "after"),
        ("21T09:00", {}, "after"),
        ("20T09:00", {}, "after"),
    ],
)
def test_a_meeting_that_is_near_is_asked_about(
    journal: Journal, when: str, fields: dict[str, object], deck: str
) -> None:
    meet(journal, when, **fields)
    assert prompt_for_today(journal).deck == deck


@pytest.mark.parametrize(
    ("when", "fields"),
    [
        ("23T08:00", {}),
        ("19T20:00", {}),
        ("21T21:00", {"state": "cancelled"}),
        ("21T21:00", {"channel": "messages"}),
    ],
)
def test_one_that_is_far_or_cancelled_or_written_is_not(journal: Journal, when: str, fields: dict[str, object]) -> None:
    meet(journal, when, **fields)
    assert prompt_for_today(journal).deck not in ("before", "after")


def test_what_lies_ahead_comes_before_what_is_behind(journal: Journal) -> None:
    meet(journal, "21T09:00")
    meet(journal, "22T09:00")
    assert prompt_for_today(journal).deck == "before"


@pytest.mark.parametrize(
    ("ends", "state", "is_asked"),
    [("2026-12-10", "active", True), ("2026-12-10", "ended", False), ("2027-03-01", "active", False)],
)
def test_an_agreement_that_ends_soon_is_asked_about(journal: Journal, ends: str, state: str, is_asked: bool) -> None:
    journal.entries.add("agreement", {"people": "Sam", "ends": ends, "state": state})
    assert (prompt_for_today(journal).deck == "endings") is is_asked


def test_it_stays_all_day_and_changes_overnight(journal: Journal, clock: SetClock) -> None:
    morning = prompt_for_today(journal)
    clock.forward(hours=3.9)
    assert prompt_for_today(journal) == morning
    clock.forward(hours=1)
    assert prompt_for_today(journal) != morning


def test_no_prompt_comes_twice_in_two_months(journal: Journal, clock: SetClock) -> None:
    seen = set()
    for _ in range(60):
        seen.add(prompt_for_today(journal).prompt)
        clock.forward(days=1)
    assert len(seen) == 60


def test_only_the_deck_that_is_needed_is_read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = practice_files.prompt_deck

    def reading(name: str) -> Deck | None:
        read.append(name)
        return real(name)

    monkeypatch.setattr(practice_files, "prompt_deck", reading)
    assert prompt_for_today(journal).deck == read[0]
    assert len(read) == 1


def test_a_deck_is_chosen_by_name(journal: Journal) -> None:
    found = prompt_from(journal, "people")
    assert (found.deck, found.label, found.cpd) == ("people", "Getting to know each other", False)
    assert found == prompt_from(journal, "people")
    with pytest.raises(BadInput, match="no deck called “reeding”") as refused:
        prompt_from(journal, "reeding")
    assert "everyday" in refused.value.hint


def test_a_deck_of_ones_own_takes_the_place_of_a_packaged_one(journal: Journal) -> None:
    own = config_folder() / "decks" / "reading.toml"
    own.parent.mkdir(parents=True)
    own.write_text('label = "Books"\nabout = "Mine."\nprompts = ["Which page?"]\n', encoding="utf-8")
    assert prompt_from(journal, "reading").prompt == "Which page?"
    own.write_text("label = ", encoding="utf-8")
    assert prompt_from(journal, "reading").label == "Reading"


def test_all_members_of_a_circle_have_the_same(journal: Journal, clock: SetClock) -> None:
    first = prompt_for_circle(journal, "c1")
    decks, _ = practice_files.prompt_decks()
    assert first == prompt_of_the_fortnight(decks["partnership"], "c1", date(2026, 11, 21))
    clock.shows = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)
    assert prompt_for_circle(journal, "c1").fortnight == first.fortnight
    clock.forward(days=14)
    assert prompt_for_circle(journal, "c1").prompt != first.prompt


def test_paths_are_no_names_of_decks(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('label = "X"\nabout = "X."\nprompts = ["X?"]\n', encoding="utf-8")
    with pytest.raises(BadInput):
        prompt_from(journal, str(tmp_path / "x"))
    with pytest.raises(BadInput):
        prompt_from(journal, "../decks/reading")
