"""Protocols and sessions as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ..domain.protocol import Protocol, Repeat, StepRule
from ..domain.session_plan import Step, shortest_and_longest, total_minutes
from ..domain.session_words import names, say_roles, say_voices, stretches

_HOW_OFTEN = {Repeat.SESSION: "together", Repeat.TURN: "in each turn", Repeat.PERSON: "one by one"}


def described_protocol(protocol: Protocol, *, whole: bool = False) -> dict[str, object]:
    """A protocol; its roles and steps too when it is wanted `whole`."""
    found: dict[str, object] = {
        "name": protocol.name,
        "label": protocol.label,
        "about": protocol.about,
        "source": protocol.source,
        "people": list(protocol.people),
        "turns": list(protocol.turns),
    }
    if whole:
        found["roles"] = dict(protocol.roles)
        found["chair_apart"] = protocol.chair_apart
        found["steps"] = [
            {**asdict(step), "repeat": step.repeat.value, "voices": list(step.voices)} for step in protocol.steps
        ]
    return found


def described_plan(protocol: Protocol, people: Sequence[str], steps: Sequence[Step]) -> dict[str, object]:
    """A session as it is laid out."""
    turns = {step.turn: step.roles.presenter for step in steps if step.turn}
    return {
        "protocol": protocol.name,
        "people": list(people),
        "presenters": list(turns.values()),
        "minutes": total_minutes(steps),
        "steps": [asdict(step) for step in steps],
    }


def say_range(limits: tuple[int, int], one: str = "person", many: str = "people") -> str:
    least, most = limits
    return f"{least} {one if least == 1 else many}" if least == most else f"{least} to {most} {many}"


def protocol_lines(protocol: Protocol) -> Iterator[str]:
    """A protocol in full, as lines of text."""
    least = shortest_and_longest(protocol, protocol.people[0], protocol.turns[0])[0]
    yield protocol.about
    yield f"For {say_range(protocol.people)}, {say_range(protocol.turns, 'turn', 'turns')}, from {least} minutes."
    yield f"Roles: {', '.join(protocol.roles.values())}."
    yield f"Comes from: {protocol.source}."
    for step in protocol.steps:
        yield ""
        optional = ", when there is time" if step.optional else ""
        yield f"{step.label}: {_minutes(step)}, {_HOW_OFTEN[step.repeat]}{optional}"
        yield f"  Who speaks: {_voices(step, protocol)}"
        yield f"  {step.script}"


def plan_lines(protocol: Protocol, people: Sequence[str], steps: Sequence[Step]) -> Iterator[str]:
    """A session as it is laid out, as lines of text: its parts, and in each turn the steps."""
    yield f"{total_minutes(steps)} minutes with {names(people)}."
    for part in stretches(steps, people, protocol.roles):
        first = steps[part.first]
        yield ""
        yield f"{part.label}: {part.minutes} min"
        yield f"  {part.about}" if not first.turn else f"  {say_roles(first.roles, protocol.roles)}"
        if first.turn:
            for step in steps[part.first : part.first + part.count]:
                yield f"  {step.minutes:3} min  {step.label}: {say_voices(step, people)}"


def _minutes(step: StepRule) -> str:
    if step.least == step.most:
        return f"{step.least} minute{'' if step.least == 1 else 's'}"
    return f"{step.least} to {step.most} minutes"


def _voices(step: StepRule, protocol: Protocol) -> str:
    if step.repeat is Repeat.PERSON:
        return "each in turn"
    said = [protocol.roles.get(voice, voice) for voice in step.voices]
    return names(said) if said else "nobody, it is silent"
