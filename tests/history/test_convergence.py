"""The laws of merging, on whole histories with forks, restored copies and liars (security.md 3)."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.history.peers import Known, Values, views
from tests.history.worlds import ROSTER, World, many, worlds

from peerlog.history.change import Change, read_change
from peerlog.history.encoding import b64
from peerlog.history.view import View

randoms = st.integers(0, 2**32).map(Random)


@many
@given(worlds, randoms)
def test_neither_order_nor_repetition_matters(world: World, random: Random) -> None:
    changes = list(world.all.changes.values())
    expected = views(changes, world.all.values, ROSTER)
    again = [*changes, *random.sample(changes, len(changes) // 2)]
    random.shuffle(again)
    values = list(world.all.values.items())
    random.shuffle(values)
    assert views(again, dict(values), ROSTER) == expected


@many
@given(worlds, randoms)
def test_whoever_has_met_everybody_sees_the_same(world: World, random: Random) -> None:
    """Through any relays, in any order, each pair any number of times."""
    peers = world.peers
    while any(peer.known.changes.keys() != world.all.changes.keys() for peer in peers):
        one, other = random.sample(peers, 2)
        one.known.learn(other.known)
    expected = views(world.all.changes.values(), world.all.values, ROSTER)
    for peer in peers:
        assert views(peer.known.changes.values(), peer.known.values, ROSTER) == expected


@many
@given(worlds, randoms)
def test_values_may_come_later_or_twice_and_wrong_ones_are_none(world: World, random: Random) -> None:
    changes = world.all.changes.values()
    expected = views(changes, world.all.values, ROSTER)
    some = {at: kept for at, kept in world.all.values.items() if random.random() < 0.5}
    before = views(changes, some, ROSTER)
    assert before.keys() == expected.keys()
    wrong: Values = {at: (salt, f"{text} ") for at, (salt, text) in world.all.values.items() if at not in some}
    assert views(changes, {**some, **wrong}, ROSTER) == before
    for entry, view in before.items():
        full = expected[entry]
        assert (view is None) == (full is None)
        if view and full:
            assert view.refused == full.refused
            assert view.heads.keys() == full.heads.keys()
            for register, heads in view.heads.items():
                assert [head.change for head in heads] == [head.change for head in full.heads[register]]
    assert views(changes, {**some, **world.all.values}, ROSTER) == expected


@many
@given(worlds)
def test_what_is_refused_has_no_effect(world: World) -> None:
    expected = views(world.all.changes.values(), world.all.values, ROSTER)
    refused = {id_ for view in expected.values() if view for id_, _ in view.refused}
    kept = [change for id_, change in world.all.changes.items() if id_ not in refused]
    honest = views(kept, world.all.values, ROSTER)
    for entry, view in expected.items():
        assert honest[entry] == (view._replace(refused=()) if view else None)
    own = {change.device for change in kept if (view := honest[change.entry]) and not change.forget}
    assert all(ROSTER.member_of(device) for device in own)


@many
@given(worlds)
def test_what_is_forgotten_stays_so(world: World) -> None:
    """Those who have not heard of it write on, and every value is here again: nothing of it comes back."""
    before = views(world.all.changes.values(), world.all.values, ROSTER)
    gone = {entry for entry, view in before.items() if view and view.forgotten}
    for peer in world.peers:
        for entry in gone:
            peer.change(entry, title="Back again", tags=("back",))
        world.all.learn(peer.known)
    for entry, view in views(world.all.changes.values(), world.all.values, ROSTER).items():
        if entry in gone:
            assert view is not None
            assert (view.forgotten, view.fields, view.heads, view.element_key) == (True, {}, {}, b"")
            assert not view.deleted
            assert not view.two_versions


@many
@given(worlds, randoms)
def test_no_clock_decides_anything(world: World, random: Random) -> None:
    """The same history signed by other clocks: other ids, so another of two versions may be shown, nothing else."""
    other, new_ids = _reclocked(world.all, random)
    before = views(world.all.changes.values(), world.all.values, ROSTER)
    after = views(other.changes.values(), other.values, ROSTER)
    assert before.keys() == after.keys()
    for entry, view in before.items():
        if view is None:
            assert after[entry] is None
        else:
            assert _without_clocks(view, new_ids) == _without_clocks(after[entry], {})


def _without_clocks(view: View | None, new_ids: dict[bytes, bytes]) -> object:
    assert view is not None
    heads = {
        register: {(new_ids.get(head.change or b"", head.change), str(head.value), head.missing) for head in each}
        for register, each in view.heads.items()
    }
    # Of two creations of one entry (a fork) the lower id counts, and with it its salt.
    return (view.kind, view.author, view.deleted, view.forgotten, view.two_versions, heads)


def _reclocked(known: Known, random: Random) -> tuple[Known, dict[bytes, bytes]]:
    new_ids: dict[bytes, bytes] = {}
    other = Known()
    for change in _in_order(known):
        text = change.text.decode().replace(change.at, f"{random.randint(1990, 2090)}-01-01T00:00:00Z")
        for id_ in {change.prev, *(each for sets in change.sets.values() for each in sets.supersedes)} - {None}:
            assert id_ is not None
            text = text.replace(b64(id_), b64(new_ids.get(id_, id_)))
        again = read_change(text.encode())
        new_ids[change.id] = again.id
        other.changes[again.id] = again
        other.values |= {
            (again.id, register): kept for (id_, register), kept in known.values.items() if id_ == change.id
        }
    return other, new_ids


def _in_order(known: Known) -> list[Change]:
    """Each change after those that it names."""
    found: dict[bytes, Change] = {}

    def add(change: Change) -> None:
        if change.id not in found:
            for sets in change.sets.values():
                for id_ in sets.supersedes:
                    if id_ in known.changes:
                        add(known.changes[id_])
            if change.prev in known.changes and change.prev is not None:
                add(known.changes[change.prev])
            found[change.id] = change

    for each in known.changes.values():
        add(each)
    return list(found.values())
