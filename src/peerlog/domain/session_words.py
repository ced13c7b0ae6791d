"""A session in words: who may speak, who does what, and what there is in a line for each part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from .session_plan import Roles, Step


def names(several: Sequence[str]) -> str:
    """`Kim, Sam and Ada`."""
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} and {several[-1]}"


def say_voices(step: Step, people: Sequence[str]) -> str:
    """Who may speak, as the beginning of a sentence."""
    if not step.voices:
        return "Silence"
    return "Everybody" if len(people) > 2 and len(step.voices) == len(people) else names(step.voices)


def say_roles(roles: Roles, words: Mapping[str, str]) -> str:
    """`presenter Kim · chair Sam · note-taker Ada`, in the protocol's words; who has several is named once."""
    held = {
        "presenter": roles.presenter,
        "chair": roles.chair,
        "note-taker": roles.note_taker,
        "timekeeper": roles.timekeeper,
    }
    by_name: dict[str, list[str]] = {}
    for role, name in held.items():
        if name:
            by_name.setdefault(name, []).append(words.get(role, role))
    return " · ".join(f"{names(each)} {name}" for name, each in by_name.items())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a session: one step, a round in which everybody speaks, or a whole turn.

    `first` is the place of its first step, `count` how many it has; `minutes` are those of all of it.
    """

    label: str
    about: str
    minutes: int
    first: int
    count: int


def stretches(steps: Sequence[Step], people: Sequence[str], words: Mapping[str, str]) -> tuple[Stretch, ...]:
    """The parts of a session in their order."""
    found = []
    for _, group in groupby(enumerate(steps), key=lambda item: item[1].turn or item[1].name):
        places, parts = zip(*group, strict=True)
        first: Step = parts[0]
        if first.turn:
            label, about = f"Turn of {first.roles.presenter}", _others(first.roles, words)
        elif len(parts) > 1:
            label, about = first.label, f"{first.minutes} min each, {parts[0].voices[0]} first"
        else:
            label, about = first.label, say_voices(first, people)
        found.append(Stretch(label, about, sum(part.minutes for part in parts), places[0], len(parts)))
    return tuple(found)


def _others(roles: Roles, words: Mapping[str, str]) -> str:
    return say_roles(Roles("", roles.chair, roles.note_taker, roles.timekeeper), words)
