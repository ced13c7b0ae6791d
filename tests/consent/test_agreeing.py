"""From a draft to what all have signed, between real journals."""

from __future__ import annotations

from pathlib import Path

from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, put_forward, sign_newest
from tests.exchange.meeting import exchange

from peerlog.journal.circle.circle_course import call_it
from peerlog.journal.circle.circles import circle_entry, read_circle


def test_a_text_is_agreed_once_all_have_signed_it(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim))
        assert text.state == "open"
        assert [(each.name, each.said) for each in text.members] == [("Kim", "signed"), ("Sam", "asked")]
        exchange(kim, sam)
        assert as_seen_by(sam, text).waits_for_me
        assert sign_newest(sam).is_agreed
        assert not as_seen_by(kim, text).is_agreed
        exchange(kim, sam)
        assert as_seen_by(kim, text).state == "agreed"
        assert as_seen_by(kim, text).text == as_seen_by(sam, text).text


def test_what_they_are_called_here_alone_is_never_signed(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        call_it(kim.journal, read_circle(kim.space), "The slow ones")
        entry = circle_entry(kim.space)
        assert entry
        assert put_forward(kim, agreement_of(kim)).asked.statement.circle == entry.title
        exchange(kim, sam)
        sam.journal.entries.delete(entry.id)
        exchange(sam, kim)
        assert put_forward(kim, agreement_of(kim)).asked.statement.circle == "Kim and Sam"
