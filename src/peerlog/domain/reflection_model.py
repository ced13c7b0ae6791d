"""Reflection models: stages of guided writing, one question each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .field import Field, Shape, Value
from .kinds.reflection import STAGES
from .pack import Table, check_different, check_keys, check_name, heading, label, line, lines, tables

PREFIX = STAGES.prefix
"""Stored names of a model's stages begin with this, so that they never meet the fields every entry has."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a model: `question` is what it asks, `hint` a word of help, `follow_ups` lead further on.

    `name` is how what is written here is stored.
    """

    name: str
    label: str
    question: str
    hint: str = ""
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReflectionModel:
    """A way of writing about something that happened. `name` is its stable id, `source` says whose idea it is."""

    name: str
    label: str
    about: str
    source: str
    stages: tuple[Stage, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """A field of text for each stage, in their order."""
        return tuple(Field(stage.name, stage.label, Shape.PROSE, hint=stage.question) for stage in self.stages)

    def next_stage(self, written: Mapping[str, Value]) -> Stage | None:
        """Where to go on: the first stage with nothing written after the last one that has something.

        Stages before it were skipped on purpose, so they come only when nothing is left after it. None when all have
        been written.
        """
        empty = [number for number, stage in enumerate(self.stages) if not written.get(stage.name)]
        last = max(set(range(len(self.stages))) - set(empty), default=-1)
        following = [number for number in empty if number > last]
        return self.stages[(following or empty)[0]] if empty else None


def read_reflection_model(name: str, data: Table) -> ReflectionModel:
    """The model in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "stages")
    found = tables(name, data, "stages")
    stages = tuple(_stage(f"{name}: stage {number}", each) for number, each in enumerate(found, 1))
    check_different(f"{name}: stages: name", [stage.name.removeprefix(PREFIX) for stage in stages])
    check_different(f"{name}: stages: label", [stage.label for stage in stages])
    return ReflectionModel(name, *head, stages)


def _stage(where: str, data: Table) -> Stage:
    check_keys(where, data, ("name", "label", "question", "hint", "follow_ups"))
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    return Stage(
        PREFIX + name,
        label(where, data),
        line(where, data, "question"),
        line(where, data, "hint", ""),
        lines(where, data, "follow_ups"),
    )
