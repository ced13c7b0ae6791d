"""A session laid out: fair turns, roles that go round, the same time for each, never more than there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.protocol import MOST_PEOPLE, ROLES, Protocol, Repeat, StepRule
from peerlog.domain.session_plan import (
    Roles,
    Step,
    fitting_turns,
    plan,
    shortest_and_longest,
    total_minutes,
    whose_turn,
)

from .hostile import assert_clear

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")


def rule(name: str, repeat: Repeat, least: int, most: int, *voices: str, optional: bool = False) -> StepRule:
    return StepRule(name, name.capitalize(), repeat, least, most, voices, f"Script of {name}.", optional)


SET = Protocol(
    "set",
    "Set",
    "",
    "",
    (3, 8),
    (1, 8),
    {role: role for role in ROLES},
    False,
    (
        rule("arrive", Repeat.PERSON, 1, 3),
        rule("order", Repeat.SESSION, 2, 4, "chair"),
        rule("tell", Repeat.TURN, 2, 5, "presenter"),
        rule("ask", Repeat.TURN, 8, 12, "presenter", "consultants"),
        rule("offer", Repeat.TURN, 4, 6, "consultants", optional=True),
        rule("silence", Repeat.SESSION, 1, 1),
        rule("review", Repeat.SESSION, 3, 9, "everyone", optional=True),
    ),
)


# -----
steps_in_session = st.sampled_from([Repeat.SESSION, Repeat.PERSON])


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    """Any protocol that could be read: an unbroken run of turns, and other steps around it."""

    def some(repeat: st.SearchStrategy[Repeat], least: int, prefix: str) -> list[StepRule]:
        found = []
        for number in range(draw(st.integers(least, 3))):
            shortest = draw(st.integers(1, 12))
            each = draw(repeat)
            voices = () if each is Repeat.PERSON else ("everyone",)
            longest = shortest + draw(st.integers(0, 10))
            optional = draw(st.booleans()) and number > 0
            found.append(rule(f"{prefix}{number}", each, shortest, longest, *voices, optional=optional))
        return found

    people = sorted((draw(st.integers(2, MOST_PEOPLE)), draw(st.integers(2, MOST_PEOPLE))))
    fewest = draw(st.integers(1, people[0]))
    roles = {role: role for role in ROLES if role in ("presenter", "consultants") or draw(st.booleans())}
    return Protocol(
        "any",
        "Any",
        "",
        "",
        (people[0], people[1]),
        (fewest, draw(st.integers(fewest, MOST_PEOPLE))),
        roles,
        "chair" in roles and people[0] > 2 and draw(st.booleans()),
        (*some(steps_in_session, 0, "a"), *some(st.just(Repeat.TURN), 1, "b"), *some(steps_in_session, 0, "c")),
    )


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Protocol, tuple[str, ...], tuple[str, ...], int]:
    """A protocol with people, presenters and enough time."""
    protocol = draw(protocols())
    people = NAMES[: draw(st.integers(*protocol.people))]
    turns = draw(st.integers(protocol.turns[0], min(len(people), protocol.turns[1])))
    presenters = tuple(draw(st.permutations(people))[:turns])
    least, most = shortest_and_longest(protocol, len(people), turns)
    return protocol, people, presenters, draw(st.integers(least, most + 30))


def times(steps: Sequence[Step], name: str) -> list[int]:
    return [step.minutes for step in steps if step.name == name]


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


# -----
@given(st.integers(2, 8), st.data())
def test_over_the_sessions_everybody_presents_and_has_each_role_equally_often(count: int, data: st.DataObject) -> None:
    """However many turns each session has: after every full round, all counts are the same."""
    protocol = replace(SET, people=(2, 8))
    people = NAMES[:count]
    earlier: list[str] = []
    had: dict[str, Counter[str]] = {role: Counter() for role in ("presenter", "chair", "note-taker", "timekeeper")}
    for _ in range(data.draw(st.integers(1, 8))):
        presenters = whose_turn(people, data.draw(st.integers(1, count)), earlier)
        steps = plan(protocol, people, presenters, 400, earlier)
        for roles in dict.fromkeys(step.roles for step in steps if step.turn):
            for role, holder in zip(
                had, (roles.presenter, roles.chair, roles.note_taker, roles.timekeeper), strict=True
            ):
                had[role][holder] += 1
            earlier.append(roles.presenter)
            if len(earlier) % count == 0:
                rounds = len(earlier) // count
                assert had == {role: dict.fromkeys(people, rounds) for role in had}


@given(st.lists(st.sets(st.sampled_from(NAMES), min_size=2), max_size=12), st.data())
def test_who_had_fewer_turns_comes_first_whoever_is_away(present: list[set[str]], data: st.DataObject) -> None:
    earlier: list[str] = []
    for there in present:
        people = sorted(there)
        chosen = whose_turn(people, data.draw(st.integers(1, len(people))), earlier)
        waiting = [name for name in people if name not in chosen]
        assert len(set(chosen)) == len(chosen)
        for one in chosen:
            assert all(earlier.count(one) <= earlier.count(other) for other in waiting)
        earlier += chosen


@pytest.mark.parametrize(
    ("count", "earlier", "expected"),
    [
        (2, [], ["Ada", "Bo"]),
        (2, ["Ada", "Bo"], ["Cy", "Di"]),
        (2, ["Ada", "Bo", "Cy"], ["Di", "Ada"]),
        (1, ["Bo", "Ada", "Di", "Cy"], ["Bo"]),  # who waited longest
        (1, ["Ada", "Ada", "Bo", "Cy", "Di", "Bo"], ["Cy"]),
        (9, [], ["Ada", "Bo", "Cy", "Di"]),
        (0, [], []),
        (-1, [], []),
        (1, ["Zoe", "Zoe"], ["Ada"]),  # somebody who has left
    ],
)
def test_whose_turn(count: int, earlier: list[str], expected: list[str]) -> None:
    assert list(whose_turn(NAMES[:4], count, earlier)) == expected


def test_roles_move_on_by_one_seat_when_somebody_presents_again() -> None:
    def chairs(*earlier: str) -> list[str]:
        (step, *_) = [step for step in plan(SET, NAMES[:5], ["Bo"], 100, earlier) if step.turn]
        return [step.roles.chair, step.roles.note_taker, step.roles.timekeeper]

    assert chairs() == ["Cy", "Di", "Ed"]
    assert chairs("Bo") == ["Di", "Ed", "Ada"]
    assert chairs("Bo", "Bo") == ["Ed", "Ada", "Cy"]
    assert chairs("Ada", "Cy") == ["Cy", "Di", "Ed"]


def test_in_a_pair_the_other_does_everything() -> None:
    pair = replace(SET, label="Pair", people=(2, 2), turns=(2, 2))
    first = next(step for step in plan(pair, ["Ada", "Bo"], ["Bo", "Ada"], 120) if step.turn)
    assert first.roles == Roles("Bo", "Ada", "Ada", "Ada", ("Ada",))


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


# -----
@given(protocols(), st.integers(2, 8), st.integers(0, 300))
def test_as_many_turns_are_offered_as_fit(protocol: Protocol, people: int, minutes: int) -> None:
    assume(protocol.people[0] <= people <= protocol.people[1])
    turns = fitting_turns(protocol, people, minutes)
    names = NAMES[:people]
    if turns:
        assert plan(protocol, names, names[:turns], minutes)
    else:
        assert shortest_and_longest(protocol, people, protocol.turns[0])[0] > minutes
    if turns and turns < min(people, protocol.turns[1]):
        assert shortest_and_longest(protocol, people, turns + 1)[0] > minutes


@given(sessions())
def test_the_longest_is_what_a_session_takes_with_all_the_time_there_is(
    session: tuple[Protocol, tuple[str, ...], tuple[str, ...], int],
) -> None:
    protocol, people, presenters, _ = session
    least, most = shortest_and_longest(protocol, len(people), len(presenters))
    assert total_minutes(plan(protocol, people, presenters, 10_000)) == most
    assert total_minutes(plan(protocol, people, presenters, least)) <= least


@pytest.mark.parametrize(
    ("people", "presenters", "minutes", "message", "hint"),
    [
        (["Ada", "Bo"], ["Ada"], 60, "Set is for 3 to 8 people; there are 2.", ""),
        ([], [], 60, "Set is for 3 to 8 people; there are 0.", ""),
        (list(NAMES[:4]), [], 60, "Set has 1 to 8 turns in a session, not 0.", ""),
        (["Ada", "Bo", "Ada"], ["Ada"], 60, "“Ada” is named twice.", "Add a letter to tell two people apart."),
        (list(NAMES[:4]), ["Bo", "Bo"], 60, "“Bo” is named twice.", "Add a letter to tell two people apart."),
        (list(NAMES[:4]), ["Hal"], 60, "“Hal” has a turn but is not there.", ""),
        (list(NAMES[:4]), ["Bo"], 16, "Set takes at least 17 minutes with 1 turn; there are 16.", "Take more time."),
        (
            list(NAMES[:4]),
            ["Bo", "Cy"],
            -5,
            "Set takes at least 27 minutes with 2 turns; there are -5.",
            "Take more time, or have fewer turns.",
        ),
    ],
)
def test_what_does_not_fit_is_said(
    people: list[str], presenters: list[str], minutes: int, message: str, hint: str
) -> None:
    with pytest.raises(Problem) as refused:
        plan(SET, people, presenters, minutes)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert_clear(refused.value)


def test_a_protocol_for_one_number_of_people_says_so() -> None:
    pair = replace(SET, label="Pair", people=(2, 2), turns=(2, 2))
    with pytest.raises(Problem, match="Pair is for 2 people; there are 3"):
        plan(pair, NAMES[:3], NAMES[:2], 60)
    with pytest.raises(Problem, match="Pair has 2 turns in a session, not 1"):
        plan(pair, NAMES[:2], NAMES[:1], 60)
