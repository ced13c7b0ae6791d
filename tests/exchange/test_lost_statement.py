"""Who is in a space and with which devices is told again to whoever missed it."""

from __future__ import annotations

from tests.exchange.crew import Trio
from tests.exchange.forging import opened
from tests.exchange.meeting import Peer, settle

from peerlog.exchange.enrolling import go_on_with, leave_space
from peerlog.exchange.membership import roster_in
from peerlog.exchange.sending import Sender
from peerlog.journal.circle.roster_news import roster_news


def told(file: bytes, *readers: Peer) -> int:
    return len(opened(file, *readers).manifest.roster)


def test_a_statement_is_told_until_everybody_has_it_and_then_no_more(trio: Trio) -> None:
    kim, sam, ada = trio
    settle(kim, sam, ada)
    assert told(kim.send(again=True)[0], kim) == 0
    leave_space(ada.space, ada.now)
    kim.receive(*ada.send())
    for _ in range(5):
        kim.send(again=True)  # and all of them are lost
    left = roster_in(ada.space).own
    (late,) = kim.send(again=True)
    assert told(late, kim) == len(kim.space.rows("SELECT id FROM statement"))
    sam.receive(late)
    assert not roster_in(sam.space).member(left).here  # type: ignore[union-attr]
    kim.receive(*sam.send(again=True))
    assert told(kim.send(again=True)[0], kim) == 0


def test_an_update_with_nothing_but_a_statement_waits_for_those_who_need_it(trio: Trio) -> None:
    kim, sam, ada = trio
    settle(kim, sam, ada)
    before = roster_in(sam.space)
    go_on_with(kim.space, (roster_in(kim.space).own, roster_in(sam.space).own), kim.now)
    (update,) = kim.send()
    number = opened(update, kim).manifest.number
    assert number not in {each.number for each in Sender(kim.space, kim.now).confirmed()}
    for each in (sam, ada):
        each.receive(update)
        assert "have not signed that yet" in roster_news(before, roster_in(sam.space))[0]
        kim.receive(*each.send(again=True))
    assert number in {each.number for each in Sender(kim.space, kim.now).confirmed()}
