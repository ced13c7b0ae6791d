"""Cards in several places: one's own is never a stranger's, and a partner is known by the card that they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exchange.by_three_files import found, join, now
from tests.exchange.meeting import CARD, Peer, exchange, people

from peerlog.domain.common_ground import compare
from peerlog.errors import Refused
from peerlog.journal.cards import card_beside, card_named, cards, keep_own_card, own_card, person, without_card
from peerlog.journal.circle.circle_cards import cards_in, own_card_in
from peerlog.journal.people import known_people, zone_of
from peerlog.journal.prompting import prompt_for_today
from peerlog.journal.reflecting import FREE, beginning

Two = tuple[Peer, Peer]


@pytest.fixture
def two(empty_vault: Path, tmp_path: Path) -> Iterator[Two]:
    """Kim and Sam share twice, and Sam is called Samuel in the second."""
    with people(empty_vault, tmp_path, "Kim", "Sam") as (kim, sam):
        for name in ("", "Samuel"):
            found(kim)
            join(kim, sam, name=name)
            exchange(kim, sam)
        yield kim, sam


def test_one_s_own_cards_are_not_strangers(two: Two) -> None:
    _, sam = two
    assert [card.title for card in cards(sam.journal)] == ["Kim", "Kim"]
    assert known_people(sam.journal) == ("Kim",)
    assert without_card(sam.journal) == ()
    assert own_card(sam.journal) is None
    assert card_named(sam.journal, "me").title == "Samuel"  # shown, where there is no private one
    own = keep_own_card(sam.journal, {"offers": ("maps",)})
    assert card_named(sam.journal, "me").id == own.id
    assert [card.title for card in cards(sam.journal)] == ["Sam", "Kim", "Kim"]
    shown = own_card_in(sam.journal, now(sam))
    assert shown is not None
    assert (shown.title, shown.members("offers")) == ("Samuel", CARD["offers"])
    assert person(sam.journal, shown).meetings == ()


def test_a_partner_is_found_by_the_card_that_they_show(two: Two) -> None:
    kim, sam = two
    kim.journal.entries.add("card", {"title": "Sam", "zone": "Asia/Tokyo", "text": "Met in March"})
    theirs = card_named(kim.journal, "sam")
    assert theirs.with_whom
    assert zone_of(kim.journal, "Sam") == theirs.line("zone") == sam.journal.profile.zone
    assert [(card.title, bool(card.with_whom)) for card in cards(kim.journal)] == [
        ("Sam", True),
        ("Sam", False),
        ("Samuel", True),
    ]
    beside = card_beside(kim.journal, theirs)
    assert beside is not None
    assert beside.space == theirs.space
    assert compare(beside, theirs).first_gives == ()
    assert [card.title for card in cards_in(kim.journal, now(kim))] == ["Kim", "Samuel"]


def test_nobody_else_can_pose_as_one_s_own_card(two: Two) -> None:
    kim, sam = two
    own = own_card_in(sam.journal, now(sam))
    assert own is not None
    sam.change(own.id, own=True)
    exchange(sam, kim)
    assert own_card(kim.journal) is None
    with pytest.raises(Refused, match="no card of “nobody”"):
        card_named(kim.journal, "nobody")
    assert card_named(kim.journal, "me").title == "Kim"


def test_both_have_one_question_until_it_is_written_about(two: Two) -> None:
    kim, sam = two
    mine, theirs = prompt_for_today(kim.journal), prompt_for_today(sam.journal)
    assert mine.prompt == theirs.prompt
    assert (mine.too, theirs.too) == ("Sam has this question too.", "Kim has this question too.")
    kim.journal.entries.add("reflection", {"model": FREE, "text": "An answer", **beginning(asked=mine.prompt)})
    assert prompt_for_today(kim.journal).prompt == mine.prompt  # all day, so that it can be gone on with
    assert prompt_for_today(sam.journal).prompt == theirs.prompt
    kim.journal.clock.at = kim.journal.clock.at.replace(day=22)  # type: ignore[attr-defined]
    assert prompt_for_today(kim.journal).prompt != mine.prompt
