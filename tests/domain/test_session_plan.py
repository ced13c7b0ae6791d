"""A session laid out: fair turns, the same time for each, never more than there is."""

from __future__ import annotations

from hypothesis import given
from tests.domain.any_protocol import NAMES, SET, sessions, times

from peerlog.domain.protocol import Protocol, Repeat
from peerlog.domain.session_plan import (
    plan,
    total_minutes,
)


@given(sessions())
def test_it_never_takes_longer_than_there_is_time(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    steps = plan(protocol, people, presenters, minutes)
    assert total_minutes(steps) <= minutes
    for each in protocol.steps:
        given_time = times(steps, each.name)
        repeated = {Repeat.SESSION: 1, Repeat.TURN: len(presenters), Repeat.PERSON: len(people)}[each.repeat]
        assert len(set(given_time)) <= 1  # the same for everybody
        assert len(given_time) == repeated or (each.optional and not given_time)
        assert all(each.least <= time <= each.most for time in given_time)


@given(sessions())
def test_no_time_is_left_that_a_step_could_use(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    steps = plan(protocol, people, presenters, minutes)
    left = minutes - total_minutes(steps)
    for each in protocol.steps:
        given_time = times(steps, each.name)
        assert not given_time or given_time[0] == each.most or len(given_time) > left


@given(sessions())
def test_optional_steps_go_last_one_first_and_only_when_they_must(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    steps = plan(protocol, people, presenters, minutes)
    optional = [bool(times(steps, each.name)) for each in protocol.steps if each.optional]
    assert optional == sorted(optional, reverse=True)
    everything = sum(
        each.least * {Repeat.SESSION: 1, Repeat.TURN: len(presenters), Repeat.PERSON: len(people)}[each.repeat]
        for each in protocol.steps
    )
    assert all(optional) == (everything <= minutes)


@given(sessions())
def test_turns_come_one_after_the_other_inside_the_session(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    steps = plan(protocol, people, presenters, minutes)
    turns = [step.turn for step in steps]
    inside = [turn for turn in turns if turn]
    first = turns.index(1)
    assert turns[first : first + len(inside)] == inside == sorted(inside)
    assert {step.turn: step.roles.presenter for step in steps if step.turn} == dict(enumerate(presenters, 1))
    for step in steps:
        assert set(step.voices) <= set(people)
        if not step.turn:
            assert (step.roles.presenter, step.roles.consultants) == ("", ())


@given(sessions())
def test_nobody_has_another_role_in_their_own_turn(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    for step in plan(protocol, people, presenters, minutes):
        roles = step.roles
        held = {"chair": roles.chair, "note-taker": roles.note_taker, "timekeeper": roles.timekeeper}
        assert {role for role, holder in held.items() if holder} == set(protocol.roles) & set(held)
        assert set(filter(None, held.values())) <= set(people)
        if step.turn:
            assert roles.presenter not in held.values()
            apart = {roles.presenter, roles.chair} if protocol.chair_apart else {roles.presenter}
            assert roles.consultants == tuple(name for name in people if name not in apart)
            assert roles.consultants
            if len(people) > 3:
                assert len(set(filter(None, held.values()))) == len(set(protocol.roles) & set(held))


@given(sessions())
def test_in_a_round_everybody_speaks_once(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, minutes = session
    steps = plan(protocol, people, presenters, minutes)
    for each in protocol.steps:
        if each.repeat is Repeat.PERSON:
            spoken = [step.voices for step in steps if step.name == each.name]
            assert not spoken or sorted(spoken) == [(name,) for name in people]
            assert not spoken or spoken[0] == (presenters[0],)


def test_a_session_as_it_is_read_aloud() -> None:
    steps = plan(SET, NAMES[:4], ["Cy", "Ada"], 60)
    assert [(step.turn, step.name, step.minutes, " ".join(step.voices)) for step in steps] == [
        (0, "arrive", 3, "Cy"),
        (0, "arrive", 3, "Di"),
        (0, "arrive", 3, "Ada"),
        (0, "arrive", 3, "Bo"),
        (0, "order", 3, "Di"),
        (1, "tell", 4, "Cy"),
        (1, "ask", 10, "Ada Bo Cy Di"),
        (1, "offer", 5, "Ada Bo Di"),
        (2, "tell", 4, "Ada"),
        (2, "ask", 10, "Ada Bo Cy Di"),
        (2, "offer", 5, "Bo Cy Di"),
        (0, "silence", 1, ""),
        (0, "review", 6, "Ada Bo Cy Di"),
    ]
    assert total_minutes(steps) == 60
