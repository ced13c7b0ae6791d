"""A protocol laid out for one session: who presents, who does what, and how many minutes each step has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .problem import Problem
from .protocol import Protocol, Repeat, StepRule
from .text import brief


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what; empty where the protocol has no such role.

    Outside turns there is neither presenter nor consultants. In a small group one person may be chair, note-taker and
    timekeeper at once.
    """

    presenter: str = ""
    chair: str = ""
    note_taker: str = ""
    timekeeper: str = ""
    consultants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a session: `voices` are the people who may speak in its `minutes`; nobody where it is empty.

    `turn` counts presenters from 1; it is 0 outside turns.
    """

    name: str
    label: str
    minutes: int
    voices: tuple[str, ...]
    script: str
    roles: Roles
    turn: int = 0


def whose_turn(people: Sequence[str], count: int, earlier: Sequence[str] = ()) -> tuple[str, ...]:
    """The `count` people who should present next: those who did so least often, then those who waited longest.

    `earlier` names who presented before, oldest first. Where nothing else decides, the order of `people` does. Each is
    named once, so there are never more than `people`.
    """

    def waited(number: int) -> tuple[int, int, int]:
        turns = [place for place, presenter in enumerate(earlier) if presenter == people[number]]
        return len(turns), turns[-1] if turns else -1, number

    return tuple(people[number] for number in sorted(range(len(people)), key=waited)[: max(0, count)])


def shortest_and_longest(protocol: Protocol, people: int, turns: int) -> tuple[int, int]:
    """The fewest minutes that a session can have, without optional steps, and the most that it can use."""
    times = [(step, _times(step, people, turns)) for step in protocol.steps]
    least = sum(step.least * count for step, count in times if not step.optional)
    return least, sum(step.most * count for step, count in times)


def fitting_turns(protocol: Protocol, people: int, minutes: int) -> int:
    """How many presenters there can be in `minutes`; 0 where not even the fewest fit."""
    fewest, most = protocol.turns
    for turns in range(min(most, people), fewest - 1, -1):
        if shortest_and_longest(protocol, people, turns)[0] <= minutes:
            return turns
    return 0


def plan(
    protocol: Protocol, people: Sequence[str], presenters: Sequence[str], minutes: int, earlier: Sequence[str] = ()
) -> tuple[Step, ...]:
    """The steps of a session of `people`, in the order in which they sit, with a turn for each of `presenters`.

    The steps take at most `minutes` together; each presenter has the same time. `earlier` names who presented in
    earlier sessions, oldest first: the roles move on by one seat each time somebody presents again. So in each round in
    which everybody presents once, everybody also has each other role once, and nobody has one in their own turn. A
    group too small for that shares the roles out among those who do not present.

    Raises `Problem` for people or turns that do not fit the protocol, and for too little time.
    """
    _check_people(protocol, people, presenters)
    given = _share_out(protocol, len(people), len(presenters), minutes)
    turns = [_roles(protocol, people, presenter, earlier.count(presenter)) for presenter in presenters]
    whole = Roles("", turns[0].chair, turns[0].note_taker, turns[0].timekeeper)
    start = people.index(presenters[0])
    seated = (*people[start:], *people[:start])
    steps: list[Step] = []
    in_turn = [rule for rule in protocol.steps if rule.repeat is Repeat.TURN and rule.name in given]
    for rule in protocol.steps:
        if rule.name not in given:
            continue
        if rule.repeat is Repeat.PERSON:
            steps += [Step(rule.name, rule.label, given[rule.name], (each,), rule.script, whole) for each in seated]
        elif rule.repeat is Repeat.SESSION:
            steps.append(_step(rule, given[rule.name], whole, people))
        elif rule is in_turn[0]:
            steps += [
                _step(each, given[each.name], roles, people, number)
                for number, roles in enumerate(turns, 1)
                for each in in_turn
            ]
    return tuple(steps)


def total_minutes(steps: Sequence[Step]) -> int:
    return sum(step.minutes for step in steps)


def _times(step: StepRule, people: int, turns: int) -> int:
    return {Repeat.SESSION: 1, Repeat.TURN: turns, Repeat.PERSON: people}[step.repeat]


def _check_people(protocol: Protocol, people: Sequence[str], presenters: Sequence[str]) -> None:
    if not protocol.people[0] <= len(people) <= protocol.people[1]:
        raise Problem(f"{protocol.label} is for {_range(protocol.people)} people; there are {len(people)}.")
    if not protocol.turns[0] <= len(presenters) <= protocol.turns[1]:
        raise Problem(f"{protocol.label} has {_range(protocol.turns)} turns in a session, not {len(presenters)}.")
    for names in (people, presenters):
        if twice := next((name for number, name in enumerate(names) if name in names[:number]), ""):
            raise Problem(f"“{brief(twice)}” is named twice.", "Add a letter to tell two people apart.")
    if absent := next((name for name in presenters if name not in people), ""):
        raise Problem(f"“{brief(absent)}” has a turn but is not there.")


def _range(limits: tuple[int, int]) -> str:
    return str(limits[0]) if limits[0] == limits[1] else f"{limits[0]} to {limits[1]}"


def _share_out(protocol: Protocol, people: int, turns: int, minutes: int) -> dict[str, int]:
    """The minutes of each step, by name; optional steps that find no time are left out, the last one first."""
    kept = list(protocol.steps)
    times = {step.name: _times(step, people, turns) for step in kept}
    given = {step.name: step.least for step in kept}

    def left() -> int:
        return minutes - sum(given[step.name] * times[step.name] for step in kept)

    while left() < 0:
        optional = [step for step in kept if step.optional]
        if not optional:
            least = shortest_and_longest(protocol, people, turns)[0]
            raise Problem(
                f"{protocol.label} takes at least {least} minutes with {turns} {'turn' if turns == 1 else 'turns'}; "
                f"there are {minutes}.",
                "Take more time, or have fewer turns." if turns > protocol.turns[0] else "Take more time.",
            )
        kept.remove(optional[-1])
    while growing := [step for step in kept if given[step.name] < step.most and times[step.name] <= left()]:
        neediest = min(growing, key=lambda step: (given[step.name] - step.least) / (step.most - step.least))
        given[neediest.name] += 1
    return {step.name: given[step.name] for step in kept}


def _roles(protocol: Protocol, people: Sequence[str], presenter: str, presented: int) -> Roles:
    """Who does what in the turn of `presenter`, who has presented `presented` times before.

    Each role is a number of seats away from the presenter, the same for all in one round; so it comes to everybody.
    """
    seat = people.index(presenter)
    held = {
        role: people[(seat + 1 + (presented + away) % (len(people) - 1)) % len(people)]
        for away, role in enumerate(("chair", "note-taker", "timekeeper"))
        if role in protocol.roles
    }
    chair = held.get("chair", "")
    consultants = tuple(each for each in people if each != presenter and not (protocol.chair_apart and each == chair))
    return Roles(presenter, chair, held.get("note-taker", ""), held.get("timekeeper", ""), consultants)


def _step(rule: StepRule, minutes: int, roles: Roles, people: Sequence[str], turn: int = 0) -> Step:
    speaking = {
        "everyone": people,
        "presenter": (roles.presenter,),
        "chair": (roles.chair,),
        "consultants": roles.consultants,
    }
    allowed = {name for voice in rule.voices for name in speaking[voice]}
    voices = tuple(name for name in people if name in allowed)
    return Step(rule.name, rule.label, minutes, voices, rule.script, roles, turn)
