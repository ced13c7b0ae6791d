"""A kind of entry: its names, its fields and what a new one starts with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..field import Field, Shape, Value

WHEN = Field("when", "When", Shape.MOMENT)
TITLE = Field("title", "Title", Shape.LINE, hint="Title, if you like")
TEXT = Field("text", "Text", Shape.PROSE)
TAGS = Field("tags", "Tags", Shape.TAGS, hint="tags")
MINUTES = Field("minutes", "Minutes", Shape.NUMBER, hint="minutes", least=1, most=24 * 60)
LINKS = Field("links", "Links", Shape.LINKS)


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the kinds people choose among.

    `fields` are its own, in the order a form asks for them; every kind also has title, text, when, tags, minutes and
    links. `prompt` stands in the empty text. `starts_with` are the values of a new one.
    """

    name: str
    label: str
    about: str
    prompt: str
    fields: tuple[Field, ...] = ()
    starts_with: Mapping[str, Value] = field(default_factory=dict)

    @property
    def all_fields(self) -> dict[str, Field]:
        """Every field by its stored name: title first, then its own, then text and what every entry has."""
        ordered = (TITLE, *self.fields, TEXT, WHEN, TAGS, MINUTES, LINKS)
        return {each.name: each for each in ordered}
