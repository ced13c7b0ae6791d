"""What something counts as, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...journal.cpd.facet_fields import activity_type_names
from ...journal.cpd.lists_asked import say_marks
from ...journal.cpd.words import say_categories


def say_type(name: object) -> str:
    """`Webinar`; as it is stored where this release does not know it."""
    known = activity_type_names().get(str(name or ""))
    return known.label if known else str(name or "")


def say_facet(facet: Mapping[str, object]) -> str:
    """`Webinar · learning · with others · planned · 2 points · Approved provider`."""
    points = str(facet.get("points") or "")
    said = (
        say_type(facet.get("type")),
        say_categories(texts(facet.get("categories")) or ("learning",)),
        "with others" if facet.get("participatory") else "alone",
        "planned" if facet.get("planned") else "not planned",
        f"{points} {'point' if points == '1' else 'points'}" if points else "",
        say_marks(texts(facet.get("marks"))),
    )
    return " · ".join(each for each in said if each)


def texts(value: object) -> tuple[str, ...]:
    """The members of a set in a form, none where there is no set."""
    return tuple(str(each) for each in value) if isinstance(value, Iterable) and not isinstance(value, str) else ()
