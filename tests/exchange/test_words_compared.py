"""Comparing words: kept, so that they can be looked at later, the same for both, and what follows when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.exchange.by_three_files import found, join, now, words
from tests.exchange.meeting import Peer, exchange, people

from peerlog.errors import Refused
from peerlog.exchange.receiving import open_for
from peerlog.journal.circle.circle_course import require_going_on, sign_too, take_up
from peerlog.journal.circle.circles import Circle, Member
from peerlog.journal.first_meeting.comparing import (
    confirm_words,
    not_compared,
    what_differing_words_mean,
    words_differ,
    words_with,
)
from peerlog.journal.updates.exchanging import preview

Three = tuple[Peer, Peer, Peer]


@pytest.fixture
def group(empty_vault: Path, tmp_path: Path) -> Iterator[Three]:
    """Kim, who has met Sam and Ann; they know each other through Kim alone."""
    with people(empty_vault, tmp_path, "Kim", "Sam", "Ann") as (kim, sam, ann):
        found(kim, seats=3, name="Thursday set")
        join(kim, sam)
        join(kim, ann)
        exchange(kim, sam, ann)
        yield kim, sam, ann


def member(peer: Peer, name: str) -> Member:
    return next(each for each in now(peer).members if each.name == name)


def established(circle: Circle) -> dict[str, str]:
    return {each.name: each.established for each in circle.members}


def test_those_who_were_introduced_have_eight_words(group: Three) -> None:
    kim, sam, ann = group
    assert words(sam, "Ann") == words(ann, "Sam")
    assert [len(words(*each)) for each in ((kim, "Sam"), (sam, "Kim"), (sam, "Ann"))] == [4, 4, 8]
    assert words(kim, "Ann") != words(kim, "Sam")
    assert established(now(sam)) == {"Kim": "met", "Sam": "me", "Ann": "introduced"}
    assert member(sam, "Ann").introduced_by == "Kim"
    with pytest.raises(Refused, match="yourself"):
        words_with(kim.journal, now(kim), member(kim, "Kim"))


def test_confirmed_words_are_kept(group: Three) -> None:
    _, sam, _ = group
    assert [each.name for each in not_compared(now(sam))] == ["Kim", "Ann"]
    confirmed = confirm_words(sam.journal, now(sam), member(sam, "Ann"))
    assert established(confirmed)["Ann"] == "words"
    assert [each.name for each in not_compared(now(sam))] == ["Kim"]
    with pytest.raises(Refused, match="yourself"):
        confirm_words(sam.journal, now(sam), member(sam, "Sam"))


def test_in_a_pair_nothing_more_leaves_once_they_differ(group: Three) -> None:
    kim, _, ann = group
    found(kim)
    join(kim, ann)
    ann.write("note", text="Before they compared")
    stopped = words_differ(ann.journal, now(ann), member(ann, "Kim"))
    assert (stopped.stopped, stopped.archived, not_compared(stopped)) == (True, True, ())
    for refused in (
        lambda: preview(ann.journal, stopped),
        lambda: take_up(ann.journal, stopped),
        lambda: confirm_words(ann.journal, stopped, member(ann, "Kim")),
        lambda: ann.send(),
        lambda: ann.write("note", text="More"),
    ):
        with pytest.raises(Refused):
            refused()
    said = " ".join(what_differing_words_mean(stopped, member(ann, "Kim")))
    assert "nothing more leaves" in said
    assert "begin anew" in said.casefold()


def test_in_a_group_the_founder_goes_on_without_the_seat(group: Three) -> None:
    kim, sam, ann = group
    apart = words_differ(kim.journal, now(kim), member(kim, "Ann"))
    assert (apart.stopped, apart.archived, member(kim, "Ann").set_apart) == (False, False, True)
    require_going_on(apart)
    assert preview(kim.journal, apart).readers == ("Sam",)
    assert [each.sentence for each in apart.wishes] == ["Kim and Sam go on without Ann; Sam has not signed that yet."]
    kim.write("note", text="For Sam alone")
    updates = kim.send()
    assert all(open_for(ann.space, each) is None for each in updates)
    sam.receive(*updates)
    wish = now(sam).wishes[0]
    assert (wish.waits_for_me, wish.without) == (True, ("Ann",))
    assert wish.sentence == "Kim and Sam go on without Ann; you have not signed that yet."
    sign_too(sam.journal, now(sam), wish)
    kim.receive(*sam.send())
    for peer in (kim, sam):
        assert [each.name for each in now(peer).others] == [{"Kim": "Sam", "Sam": "Kim"}[peer.name]]
        assert (now(peer).wishes, now(peer).split) == ((), ())
    said = " ".join(what_differing_words_mean(apart, member(kim, "Ann")))
    assert "you and Sam go on without Ann" in said
    with pytest.raises(Refused):
        confirm_words(kim.journal, now(kim), member(kim, "Ann"))


def test_whoever_came_in_by_false_keys_trusts_nothing_of_it(group: Three) -> None:
    _, sam, _ = group
    stopped = words_differ(sam.journal, now(sam), member(sam, "Kim"))
    assert (stopped.stopped, stopped.archived) == (True, True)
