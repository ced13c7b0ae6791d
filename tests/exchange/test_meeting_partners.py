"""Three files and four words, from the first to the shared space."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exchange.meeting import CARD, Peer, exchange, people

from peerlog.errors import Refused
from peerlog.journal.circles import circle_named, create_circle
from peerlog.journal.meeting_partners import accept_answer, answer_invitation, make_invitation, take_acceptance


@pytest.fixture
def two(empty_vault: Path, tmp_path: Path) -> Iterator[tuple[Peer, Peer]]:
    with people(empty_vault, tmp_path, "Kim", "Sam") as (kim, sam):
        yield kim, sam


def test_two_meet_and_share(two: tuple[Peer, Peer]) -> None:
    kim, sam = two
    circle = create_circle(kim.journal, "Chairing", 2, "Chair meetings well", CARD)
    invitation = make_invitation(kim.journal, circle)
    answer = answer_invitation(sam.journal, invitation.file, {"offers": ("maps",), "seeks": ("order",)})
    acceptance, seen_by_kim = accept_answer(kim.journal, answer.file)
    seen_by_sam = take_acceptance(sam.journal, acceptance.file)
    assert seen_by_kim.words == seen_by_sam.words
    assert (seen_by_kim.name, seen_by_sam.name) == ("Sam", "Kim")
    assert seen_by_kim.card["offers"] == ("maps",)
    assert seen_by_sam.card["seeks"] == ("chairing",)
    assert (circle_named(kim.journal).label, circle_named(sam.journal).label) == ("Sam", "Kim")
    for peer in two:
        peer.space = peer.journal.spaces[circle_named(peer.journal).space]
    note = kim.write("note", text="Ask before advising.")
    exchange(kim, sam)
    assert sam.read(note)["text"] == "Ask before advising."
    assert circle_named(sam.journal).focus == "Chair meetings well"


def test_each_file_twice_changes_nothing(two: tuple[Peer, Peer]) -> None:
    kim, sam = two
    invitation = make_invitation(kim.journal, create_circle(kim.journal, "Chairing", 2, "", CARD))
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    with pytest.raises(Refused, match="already"):
        answer_invitation(sam.journal, invitation.file, CARD)
    first = accept_answer(kim.journal, answer.file)[1]
    acceptance, again = accept_answer(kim.journal, answer.file)
    assert first.words == again.words
    assert take_acceptance(sam.journal, acceptance.file) == take_acceptance(sam.journal, acceptance.file)
    assert len(circle_named(sam.journal).members) == 2
