"""Which fields an entry has: those of its kind, and those of the template or model that it follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from ..domain.field import Field, Fields, Shape, Value, clean_fields
from ..domain.kinds import ACTIVITY, PAGE, REFLECTION, kind_named
from ..domain.minutes import MOST
from ..domain.problem import Problem
from ..domain.tag import tags_in

if TYPE_CHECKING:
    from ..domain.reflection_model import ReflectionModel
    from ..domain.template import PageTemplate


class FieldSet(Protocol):
    """Further fields that go together: a page template, a reflection model, the clauses of an agreement."""

    @property
    def label(self) -> str: ...
    @property
    def fields(self) -> tuple[Field, ...]: ...


Loaded = tuple[Mapping[str, FieldSet], tuple[str, ...]]
"""Sets by name, and a sentence about each of the person's own files that could not be read."""
Loaders = Mapping[str, Callable[[], Loaded]]
"""By the name of the kind that they are for."""


class Forms:
    """The forms for every kind. What comes from files is read when somebody first needs it."""

    def __init__(self, loaders: Loaders) -> None:
        self._loaders = loaders
        self._loaded: dict[str, Loaded] = {}

    def _load(self, kind: str) -> Loaded:
        if kind not in self._loaded:
            self._loaded[kind] = self._loaders[kind]() if kind in self._loaders else ({}, ())
        return self._loaded[kind]

    def sets(self, kind: str) -> Mapping[str, FieldSet]:
        """The sets of further fields that there are for a kind, by name."""
        return self._load(kind)[0]

    def problems(self, kind: str) -> tuple[str, ...]:
        """Sentences about files of the user's own, for this kind, that could not be read."""
        return self._load(kind)[1]

    @property
    def templates(self) -> Mapping[str, PageTemplate]:
        """Every page template by name."""
        return cast("Mapping[str, PageTemplate]", self.sets(PAGE.name))

    @property
    def models(self) -> Mapping[str, ReflectionModel]:
        """Every reflection model by name."""
        return cast("Mapping[str, ReflectionModel]", self.sets(REFLECTION.name))

    def chosen(self, kind: str, fields: Mapping[str, object]) -> str:
        """The name of the set that `fields` choose; empty for none."""
        further = kind_named(kind).further
        return str(fields.get(further.chosen_by) or "") if further else ""

    def fields_of(self, kind: str, chosen: str = "") -> dict[str, Field]:
        """Fields by stored name in the order of the form. One that chose an unknown set has those of its kind."""
        about = kind_named(kind)
        fields = about.all_fields
        if about.further and chosen and chosen in self.sets(kind):
            own = {field.name: field for field in self.sets(kind)[chosen].fields}
            before = {name: fields.pop(name) for name in ("title", *(field.name for field in about.fields))}
            return {**before, **own, **fields}
        return fields

    def form_of(self, kind: str, fields: Mapping[str, object]) -> dict[str, Field]:
        """The fields of what follows the set that `fields` choose."""
        return self.fields_of(kind, self.chosen(kind, fields))

    def clean(self, kind: str, fields: Mapping[str, object]) -> dict[str, Value]:
        """Fields as they are kept; raises `Problem`. Tags written in the text as #words count as tags.

        What an entry holds for a set that is not known here, or that has changed since, is kept as it is.
        """
        further = kind_named(kind).further
        allowed = self.form_of(kind, fields)
        if further:
            stray = [name for name in fields if name.startswith(further.prefix) and name not in allowed]
            allowed |= {name: _unknown_field(name, further.prefix, fields[name]) for name in stray}
        cleaned = clean_fields(fields, allowed)
        if kind == ACTIVITY.name:
            _check_length(cleaned)
        written = tags_in(str(cleaned.get("text", "")))
        if written:
            cleaned |= clean_fields({"tags": [*_members(cleaned, "tags"), *written]}, allowed)
        return cleaned

    def says_something(self, kind: str, fields: Fields) -> bool:
        """Whether more was written than what a new entry starts with."""
        about = kind_named(kind)
        silent = {"when", "tags", "parent", "position", *((about.further.chosen_by,) if about.further else ())}
        return any(name not in silent and about.starts_with.get(name) != value for name, value in fields.items())


def _check_length(activity: Fields) -> None:
    """Raises `Problem` for more than a day of what does not go over days."""
    minutes = activity.get("minutes")
    if isinstance(minutes, int) and minutes > MOST:
        from .cpd.spans import require_length

        require_length(minutes, activity.get("type"))


def _unknown_field(name: str, prefix: str, value: object) -> Field:
    if isinstance(value, (list, tuple)):
        shape = Shape.NAMES
    elif isinstance(value, int) and not isinstance(value, bool):
        shape = Shape.NUMBER
    else:
        shape = Shape.PROSE
    return Field(name, name.removeprefix(prefix), shape)


def _members(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    if not isinstance(value, tuple):
        raise Problem(f"“{name}” is a list of words.")
    return value
