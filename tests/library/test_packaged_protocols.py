"""The group protocols that ship: complete, readable in a glance, and possible in the time people have."""

from __future__ import annotations

import pytest

from peerlog.domain.protocol import Protocol, Repeat
from peerlog.domain.session_plan import fitting_turns, plan, shortest_and_longest, total_minutes, whose_turn
from peerlog.library.group_protocols import group_protocols

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")

STEPS = {
    "action_learning": "updates order issue clarify questions summary resources actions review",
    "co_mentoring": "check_in theme give_and_ask talk commit next",
    "consultancy": "dilemma clarify probe talk respond debrief",
    "pair_swap": "arrive speak ask back close",
    "peer_supervision": "casting account key_question method consultation closing review",
    "troika": "think ask clarify consult back",
}


def protocols() -> dict[str, Protocol]:
    return group_protocols()[0]


def test_the_protocols_and_their_steps_are_there() -> None:
    assert {name: " ".join(step.name for step in each.steps) for name, each in protocols().items()} == STEPS


def test_words_fit_eighty_columns() -> None:
    for name, protocol in protocols().items():
        assert all(len(word) <= 24 for word in protocol.roles.values()), name
        for step in protocol.steps:
            assert len(step.label) <= 24, name
            assert 30 <= len(step.script) <= 300, f"{name}: {step.name}"
            assert step.script.endswith((".", "?")), f"{name}: {step.name}"


def test_labels_are_told_apart() -> None:
    for name, protocol in protocols().items():
        labels = [step.label.casefold() for step in protocol.steps]
        assert len(labels) == len(set(labels)), name


@pytest.mark.parametrize("name", STEPS)
def test_every_group_that_it_is_for_can_run_it(name: str) -> None:
    protocol = protocols()[name]
    for count in range(protocol.people[0], protocol.people[1] + 1):
        people = NAMES[:count]
        for turns in range(protocol.turns[0], min(count, protocol.turns[1]) + 1):
            least, most = shortest_and_longest(protocol, count, turns)
            presenters = whose_turn(people, turns)
            assert total_minutes(plan(protocol, people, presenters, most)) == most
            assert total_minutes(plan(protocol, people, presenters, least)) == least
            for step in plan(protocol, people, presenters, most):
                assert step.voices or step.name == "think"


@pytest.mark.parametrize(
    ("name", "people", "minutes", "turns"),
    [
        ("action_learning", 5, 120, 4),
        ("action_learning", 5, 60, 2),
        ("troika", 3, 30, 3),
        ("consultancy", 6, 50, 1),
        ("peer_supervision", 6, 180, 3),
        ("peer_supervision", 6, 45, 1),
        ("pair_swap", 2, 60, 2),
        ("co_mentoring", 6, 60, 1),
    ],
)
def test_it_fits_into_the_time_it_is_known_for(name: str, people: int, minutes: int, turns: int) -> None:
    assert fitting_turns(protocols()[name], people, minutes) == turns


def test_a_turn_in_an_action_learning_set_takes_about_half_an_hour() -> None:
    steps = plan(protocols()["action_learning"], NAMES[:5], ["Bo", "Di"], 120)
    assert [total_minutes([step for step in steps if step.turn == turn]) for turn in (1, 2)] == [39, 39]


def test_whoever_has_the_turn_is_silent_while_the_others_think_aloud() -> None:
    for name, step_name in (("troika", "consult"), ("consultancy", "talk"), ("action_learning", "resources")):
        protocol = protocols()[name]
        people = NAMES[: protocol.people[0]]
        for step in plan(protocol, people, people[:1], 300):
            if step.name == step_name:
                assert step.voices == people[1:]


def test_the_moderator_of_a_peer_group_does_not_consult() -> None:
    protocol = protocols()["peer_supervision"]
    roles = next(step.roles for step in plan(protocol, NAMES[:5], ["Ada"], 60) if step.turn)
    assert roles.chair == "Bo"
    assert roles.consultants == ("Cy", "Di", "Ed")
    assert {roles.note_taker, roles.timekeeper} <= set(roles.consultants)


def test_only_steps_that_can_go_are_optional() -> None:
    optional = {(name, step.name) for name, each in protocols().items() for step in each.steps if step.optional}
    assert optional == {("action_learning", "resources"), ("peer_supervision", "review")}


def test_rounds_are_only_where_a_group_speaks_in_turn() -> None:
    rounds = {
        (name, step.name) for name, each in protocols().items() for step in each.steps if step.repeat is Repeat.PERSON
    }
    assert rounds == {
        ("action_learning", "updates"),
        ("co_mentoring", "check_in"),
        ("co_mentoring", "give_and_ask"),
        ("co_mentoring", "commit"),
    }
