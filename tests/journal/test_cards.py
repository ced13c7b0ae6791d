"""Cards in a journal: whose they are, by which names they are found, and what goes on with each person."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from peerlog.domain.problem import Problem
from peerlog.errors import BadInput, Refused
from peerlog.journal.cards import card_named, cards, change_me, keep_own_card, own_card, person, without_card
from peerlog.journal.journal import Journal, Profile

from .conftest import SetClock


def test_one_s_own_card_stands_first_and_is_made_once(journal: Journal) -> None:
    journal.entries.add("card", {"title": "Ada"})
    first = keep_own_card(journal, {"offers": "chairing"})
    again = keep_own_card(journal, {"seeks": "publishing"})
    assert (first.id, again.title, again.line("zone")) == (again.id, "Kim", "Europe/Dublin")
    assert again.members("offers") == ("chairing",)
    assert [card.title for card in cards(journal)] == ["Kim", "Ada"]


def test_name_and_zone_change_in_the_journal_and_on_the_card(journal: Journal) -> None:
    assert change_me(journal, name="Kimberley") == Profile("Kimberley", "Europe/Dublin")
    keep_own_card(journal, {"offers": "chairing"})
    change_me(journal, zone="Asia/Kathmandu")
    card = own_card(journal)
    assert card is not None
    assert (card.title, card.line("zone"), journal.time.zone) == ("Kimberley", "Asia/Kathmandu", "Asia/Kathmandu")
    with pytest.raises(Problem, match="no time zone called"):
        change_me(journal, zone="Mars/Olympus")
    with pytest.raises(BadInput, match="at least one letter"):
        change_me(journal, name=" ")
    assert journal.profile == Profile("Kimberley", "Asia/Kathmandu")


def test_a_card_is_found_by_name_first_word_id_or_me(journal: Journal) -> None:
    sam = journal.entries.add("card", {"title": "Sam Ortega"})
    ada = journal.entries.add("card", {"title": "Ada One"})
    journal.entries.add("card", {"title": "Ada Two"})
    assert card_named(journal, "sam").id == card_named(journal, sam.id[:9]).id == sam.id
    assert card_named(journal, "ADA ONE").id == ada.id
    with pytest.raises(BadInput, match="More than one card"):
        card_named(journal, "Ada")
    for nobody in ("Noor", ""):
        with pytest.raises(Refused, match="There is no card of"):
            card_named(journal, nobody)
    with pytest.raises(Refused, match="no card of your own"):
        card_named(journal, "me")


@pytest.mark.parametrize(
    ("utc", "zone", "clock_there", "awake"),
    [
        ("2026-11-21T20:59:59", "Asia/Kathmandu", "02:44", False),
        ("2026-11-21T20:00:00", "Australia/Sydney", "07:00", True),
        ("2026-11-21T19:59:00", "Australia/Sydney", "06:59", False),
        ("2026-06-21T20:59:00", "Europe/London", "21:59", True),
        ("2026-06-21T21:00:00", "Europe/London", "22:00", False),
        ("2026-11-01T05:30:00", "America/New_York", "01:30", False),
    ],
)
def test_their_own_clock(journal: Journal, clock: SetClock, utc: str, zone: str, clock_there: str, awake: bool) -> None:
    card = journal.entries.add("card", {"title": "Sam", "zone": zone})
    clock.shows = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    found = person(journal, card)
    assert found.now is not None
    assert (f"{found.now.local:%H:%M}", found.is_awake) == (clock_there, awake)


def test_what_goes_on_with_somebody(journal: Journal) -> None:
    card = journal.entries.add("card", {"title": "Sam"})
    add = journal.entries.add
    held = add("meeting", {"people": "sam", "when": "2026-11-20T09:00:00+00:00"})
    ahead = add("meeting", {"people": "Sam, Ada", "when": "2026-12-20T09:00:00+00:00", "state": "planned"})
    add("meeting", {"people": "Sam", "when": "2026-12-01T09:00:00+00:00", "state": "cancelled"})
    add("meeting", {"people": "Ada", "when": "2026-11-19T09:00:00+00:00"})
    theirs, mine = add("action", {"title": "Reading list", "owner": "Sam"}), add("action", {"title": "Write it up"})
    found = person(journal, card)
    assert [each.id for each in found.meetings] == [held.id]
    assert [each.id for each in found.ahead] == [ahead.id]
    assert [each.id for each in found.actions] == [theirs.id]
    assert (found.now, found.is_awake) == (None, None)
    own = person(journal, keep_own_card(journal, {"offers": "chairing"}))
    assert [each.id for each in own.actions] == [mine.id]
    assert (own.meetings, own.ahead) == ((), ())
    assert without_card(journal) == ("Ada",)
