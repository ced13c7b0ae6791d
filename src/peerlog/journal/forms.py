"""Which fields an entry has: those of its kind, and for a page those of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..domain.field import Field, Fields, Shape, Value, clean_fields
from ..domain.kinds import PAGE, kind_named
from ..domain.problem import Problem
from ..domain.tag import tags_in
from ..domain.template import PREFIX, PageTemplate

Loaded = tuple[Mapping[str, PageTemplate], tuple[str, ...]]


class Forms:
    """The forms for every kind and page. Templates are read when a page first needs them."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load

    @cached_property
    def _loaded(self) -> Loaded:
        return self._load()

    @property
    def templates(self) -> Mapping[str, PageTemplate]:
        """Every page template by name."""
        return self._loaded[0]

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences about template files of the user's own that could not be read."""
        return self._loaded[1]

    def fields_of(self, kind: str, template: str = "") -> dict[str, Field]:
        """Fields by stored name in the order of the form. A page whose template is unknown has its common fields."""
        fields = kind_named(kind).all_fields
        if kind == PAGE.name and template and template in self.templates:
            title = fields.pop("title")
            own = {field.name: field for field in self.templates[template].fields}
            return {"title": title, **own, **fields}
        return fields

    def clean(self, kind: str, fields: Mapping[str, object]) -> dict[str, Value]:
        """Fields as they are kept; raises `Problem`. Tags written in the text as #words count as tags.

        What a page holds for a template that is not known here is kept as it is.
        """
        template = str(fields.get("template") or "")
        allowed = self.fields_of(kind, template)
        if kind == PAGE.name and template and template not in self.templates:
            stray = (name for name in fields if name.startswith(PREFIX) and name not in allowed)
            allowed |= {name: _unknown_field(name, fields[name]) for name in stray}
        cleaned = clean_fields(fields, allowed)
        written = tags_in(str(cleaned.get("text", "")))
        if written:
            cleaned |= clean_fields({"tags": [*_members(cleaned, "tags"), *written]}, allowed)
        return cleaned

    def says_something(self, kind: str, fields: Fields) -> bool:
        """Whether more was written than what a new entry starts with."""
        start = kind_named(kind).starts_with
        return any(
            name not in ("when", "template", "tags") and start.get(name) != value for name, value in fields.items()
        )


def _unknown_field(name: str, value: object) -> Field:
    if isinstance(value, (list, tuple)):
        shape = Shape.NAMES
    elif isinstance(value, int) and not isinstance(value, bool):
        shape = Shape.NUMBER
    else:
        shape = Shape.PROSE
    return Field(name, name.removeprefix(PREFIX), shape)


def _members(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    if not isinstance(value, tuple):
        raise Problem(f"“{name}” is a list of words.")
    return value
