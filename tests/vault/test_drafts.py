"""Drafts hold what is being written, whatever it is."""

from __future__ import annotations

import pytest
from tests.vault.vaults import add

from peerlog.domain.entry import Draft
from peerlog.vault.drafts import Drafts
from peerlog.vault.space import Space


@pytest.fixture
def drafts(space: Space) -> Drafts:
    return Drafts(space)


def test_a_draft_is_kept_as_it_is(space: Space, drafts: Drafts) -> None:
    typed = {"text": "half a [/thought] \udc80\0 with [b]", "tags": "a, b", "minutes": "1:", "vent": True}
    entry = add(space, "before").id
    kept = Draft("d1", "note", typed, "2026-11-21T21:54:56Z", entry, 3)
    drafts.keep(kept)
    assert drafts.all() == [kept]


def test_the_latest_state_replaces_the_one_before(drafts: Drafts) -> None:
    drafts.keep(Draft("d1", "note", {"text": "a"}, "2026-11-21T21:00:00Z"))
    drafts.keep(Draft("d2", "goal", {"text": "b"}, "2026-11-21T22:00:00Z"))
    drafts.keep(Draft("d1", "idea", {"text": "c"}, "2026-11-21T23:00:00Z"))
    assert [(each.id, each.kind, each.fields["text"]) for each in drafts.all()] == [
        ("d1", "idea", "c"),
        ("d2", "goal", "b"),
    ]


def test_two_who_go_on_with_one_draft_each_keep_theirs(drafts: Drafts) -> None:
    drafts.keep(Draft("d1", "note", {"text": "a"}, "2026-11-21T21:00:00Z"))
    drafts.take_over("d1", "d2")
    assert [each.id for each in drafts.all()] == ["d2"]
    drafts.keep(Draft("d1", "note", {"text": "a, here"}, "2026-11-21T22:00:00Z"))
    drafts.keep(Draft("d2", "note", {"text": "a, there"}, "2026-11-21T22:00:01Z"))
    assert [each.fields["text"] for each in drafts.all()] == ["a, there", "a, here"]
    drafts.take_over("gone", "d3")
    assert len(drafts.all()) == 2


def test_dropping_twice_is_no_error(drafts: Drafts) -> None:
    drafts.keep(Draft("d1", "note", {"text": "a"}, "2026-11-21T21:00:00Z"))
    drafts.drop("d1")
    drafts.drop("d1")
    assert drafts.all() == []
