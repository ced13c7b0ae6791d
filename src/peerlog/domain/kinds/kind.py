"""A kind of entry: its names, its fields and what a new one starts with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..field import Field, Shape, Value
from ..minutes import MOST

WHEN = Field("when", "When", Shape.MOMENT)
TITLE = Field("title", "Title", Shape.LINE, hint="Title, if you like")
TEXT = Field("text", "Text", Shape.PROSE)
TAGS = Field("tags", "Tags", Shape.TAGS, hint="tags")
MINUTES = Field("minutes", "Minutes", Shape.NUMBER, hint="minutes", least=1, most=MOST)
LINKS = Field("links", "Links", Shape.LINKS)
PARENT = Field("parent", "Part of", Shape.LINK)
POSITION = Field("position", "Place", Shape.POSITION)
"""Where something stands among its siblings; see `domain.position`."""


@dataclass(frozen=True, slots=True)
class Further:
    """Fields that an entry has besides those of its kind: a page those of its template.

    The entry's field `chosen_by` names the set (a template, a model); `prefix` begins the stored names of its fields.
    Without a title it is called by the first of `naming` that it has, bare names of such fields.
    """

    chosen_by: str
    prefix: str
    naming: tuple[str, ...] = ()

    def by_name(self, fields: Iterable[str]) -> list[str]:
        """Those of the stored names that are further ones: what names an entry first, then by the alphabet."""
        rank = {self.prefix + name: place for place, name in enumerate(self.naming)}
        found = sorted(name for name in fields if name.startswith(self.prefix))
        return sorted(found, key=lambda name: rank.get(name, len(rank)))


@dataclass(frozen=True, slots=True)
class Kind:
    """What an entry can be.

    `fields` are its own, in the order a form asks for them; every kind also has title, text, when, tags, minutes and
    links. `prompt` stands in the empty text. `starts_with` are the values of a new one. A kind that is a part
    (`is_part`) is not chosen from the list of kinds and does not stand in the journal's list: it shows inside its
    parent, or on a page of its own. Writing a new one begins in the field `begins_in`, or in the next empty one where
    that is filled in; in its text where none is named. `afterwards` are the fields that only come with time: the form
    for a new one leaves them out. Of one that is `planned` a day typed without its year, such as “fri”, lies ahead.
    `minutes` is the field that says how long it took: of most kinds no longer than a day.
    """

    name: str
    label: str
    about: str
    prompt: str
    fields: tuple[Field, ...] = ()
    starts_with: Mapping[str, Value] = field(default_factory=dict)
    is_part: bool = False
    begins_in: str = ""
    afterwards: frozenset[str] = frozenset()
    further: Further | None = None
    plural: str = ""
    planned: bool = False
    minutes: Field = MINUTES

    @property
    def many(self) -> str:
        """What several of them are called within a sentence."""
        return self.plural or f"{self.label.lower()}s"

    @property
    def all_fields(self) -> dict[str, Field]:
        """Every field by its stored name: title first, then its own, then text and what every entry has."""
        ordered = (TITLE, *self.fields, TEXT, WHEN, TAGS, self.minutes, LINKS, *((PARENT,) if self.is_part else ()))
        return {each.name: each for each in ordered}
