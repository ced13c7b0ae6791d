"""Choosing of which type something is that counts: typing finds by name and by the words that give one away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...journal.cpd.facet_fields import activity_type_names
from ...journal.cpd.words import say_categories
from ...journal.journal import Journal
from .choosing import ChoosingScreen

if TYPE_CHECKING:
    from ...domain.activity_type import ActivityType


@dataclass(frozen=True, slots=True)
class ShownType:
    """A type as it is looked for; `source` are the words that give it away."""

    name: str
    label: str
    about: str
    source: str


class ActivityTypeScreen(ChoosingScreen[ShownType]):
    """The result is a type's name."""

    question: ClassVar[str] = "What was it?"
    label_width: ClassVar[int] = 34

    def fetch(self, journal: Journal) -> tuple[Sequence[ShownType], Sequence[str]]:
        return [_shown(each) for each in activity_type_names().values()], ()

    def say(self, thing: ShownType) -> Sequence[str]:
        return (f"Usually {thing.about}.",)


def _shown(each: ActivityType) -> ShownType:
    about = [say_categories(each.categories), "with others" if each.participatory else "", "planned" * each.planned]
    return ShownType(each.name, each.label, ", ".join(filter(None, about)), " ".join(each.cues).replace("*", ""))
