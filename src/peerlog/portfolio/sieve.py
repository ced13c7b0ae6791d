"""Which requirements of a course entries with given traits count for, found out once for each sort of traits."""

from __future__ import annotations

from .counted import Traits
from .course import Course
from .matching import matches

_NOTHING: frozenset[str] = frozenset()


class Sieve:
    """Traits of which no requirement asks are left aside first, so that many sorts become few."""

    def __init__(self, course: Course) -> None:
        self._course = course
        counts = [each.counts for each in course.version.requirements]
        self._types = _NOTHING.union(*(each.types for each in counts))
        self._categories = _NOTHING.union(*(each.categories | each.except_categories for each in counts))
        self._lists = {name for each in counts for name, _ in each.marked}
        self._fields = _NOTHING.union(*(each.with_fields for each in counts))
        self._participatory = any(each.participatory is not None for each in counts)
        self._planned = any(each.planned is not None for each in counts)
        self._evidence = any(each.evidence is not None for each in counts)
        self._cosigns = any(each.cosign for each in counts)
        self._fitting: dict[Traits, frozenset[str]] = {}

    def fitting(self, traits: Traits) -> frozenset[str]:
        """Names of the requirements that they count for, those that are a part of another only with that other."""
        asked = self._asked_for(traits)
        found = self._fitting.get(asked)
        if found is None:
            found = self._fitting[asked] = self._found(asked)
        return found

    def _asked_for(self, traits: Traits) -> Traits:
        return Traits(
            traits.type if traits.type in self._types else "",
            traits.categories & self._categories,
            frozenset(mark for mark in traits.marks if mark.list in self._lists) if self._lists else frozenset(),
            traits.participatory and self._participatory,
            traits.planned and self._planned,
            traits.evidence and self._evidence,
            traits.fields & self._fields if self._fields else _NOTHING,
            traits.cosigns if self._cosigns else frozenset(),
        )

    def _found(self, traits: Traits) -> frozenset[str]:
        course, cosigns = self._course, self._course.item_cosigns
        alone = {
            each.name: matches(each.counts, traits, course.scheme.name, cosigns) for each in course.version.requirements
        }
        return frozenset(
            each.name for each in course.version.requirements if all(alone[whole.name] for whole in course.chain(each))
        )
