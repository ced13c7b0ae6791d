"""Group protocols: a conversation in timed steps, where everybody knows who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from .pack import (
    Table,
    check_different,
    check_keys,
    check_name,
    flowing,
    heading,
    label,
    line,
    lines,
    number_pair,
    one_of,
    tables,
    yes,
)
from .problem import Problem

MOST_PEOPLE = 8
LONGEST_STEP = 240
"""Minutes."""

ROLES = ("presenter", "chair", "note-taker", "timekeeper", "consultants")
"""The presenter brings what is talked about; the consultants are everybody else."""
_ALWAYS = frozenset({"presenter", "consultants"})
_VOICES = ("everyone", "presenter", "chair", "consultants")


class Repeat(Enum):
    """How often a step comes."""

    SESSION = "session"
    """Once."""
    TURN = "turn"
    """Once in the turn of each presenter."""
    PERSON = "person"
    """Once for everybody, one after the other."""


@dataclass(frozen=True, slots=True)
class StepRule:
    """A step as a protocol describes it: for `least` to `most` minutes each time.

    `voices` says who may speak: roles, or “everyone”; nobody where it is empty. In a step for each person it is that
    person. `optional` steps go when time is short. `script` says what to do, in the second person.
    """

    name: str
    label: str
    repeat: Repeat
    least: int
    most: int
    voices: tuple[str, ...]
    script: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Protocol:
    """A protocol for `people` (from, to) with `turns` (from, to) presenters. `name` is its stable id.

    `roles` gives each role that the protocol has the word for it on the screen. With `chair_apart` the chair is not one
    of the consultants.
    """

    name: str
    label: str
    about: str
    source: str
    people: tuple[int, int]
    turns: tuple[int, int]
    roles: Mapping[str, str]
    chair_apart: bool
    steps: tuple[StepRule, ...]


def read_protocol(name: str, data: Table) -> Protocol:
    """The protocol in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "people", "turns", "roles", "chair_apart", "steps")
    people = number_pair(name, data, "people", 2, MOST_PEOPLE)
    turns = number_pair(name, data, "turns", 1, MOST_PEOPLE)
    if turns[0] > people[0]:
        raise Problem(f"{name}: turns: expected no more than {people[0]} to begin with, one for each of the people.")
    roles = _roles(name, data.get("roles"))
    apart = yes(name, data, "chair_apart", False)
    if apart and ("chair" not in roles or people[0] < 3):
        raise Problem(f"{name}: chair_apart: expected a chair among the roles, and at least 3 people.")
    found = tables(name, data, "steps")
    steps = tuple(_step(f"{name}: step {number}", each, roles) for number, each in enumerate(found, 1))
    check_different(f"{name}: steps: name", [step.name for step in steps])
    in_turns = [number for number, step in enumerate(steps) if step.repeat is Repeat.TURN]
    if all(steps[number].optional for number in in_turns) or in_turns[-1] - in_turns[0] >= len(in_turns):
        raise Problem(f"{name}: steps: expected one unbroken run of steps with repeat = “turn”, not all optional.")
    return Protocol(name, *head, people, turns, roles, apart, steps)


def _roles(name: str, found: object) -> dict[str, str]:
    if not isinstance(found, Mapping):
        raise Problem(f"{name}: roles: expected a table, [roles], with a word for each role.")
    where = f"{name}: roles"
    check_keys(where, found, ROLES)
    roles = {role: line(where, found, role) for role in ROLES if role in found or role in _ALWAYS}
    check_different(where, list(roles.values()))
    return roles


def _step(where: str, data: Table, roles: Mapping[str, str]) -> StepRule:
    check_keys(where, data, ("name", "label", "repeat", "minutes", "voices", "script", "optional"))
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    repeat = Repeat(one_of(where, data, "repeat", [each.value for each in Repeat], "session"))
    voices = lines(where, data, "voices")
    if repeat is Repeat.PERSON and "voices" in data:
        raise Problem(f"{where}: voices are left out where everybody has a turn.")
    if repeat is not Repeat.PERSON and "voices" not in data:
        raise Problem(f"{where}: voices: expected who may speak: {', '.join(_VOICES)}, or an empty list for silence.")
    allowed = [voice for voice in _VOICES if voice in roles or voice == "everyone"]
    if repeat is Repeat.SESSION:
        allowed = [voice for voice in allowed if voice not in _ALWAYS]
    if not set(voices) <= set(allowed):
        raise Problem(f"{where}: voices: expected some of {', '.join(allowed)} in this step.")
    least, most = number_pair(where, data, "minutes", 1, LONGEST_STEP)
    script, optional = flowing(where, data, "script"), yes(where, data, "optional", False)
    return StepRule(name, label(where, data), repeat, least, most, voices, script, optional)
