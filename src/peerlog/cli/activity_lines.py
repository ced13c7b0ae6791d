"""Activities in lists and as JSON, and what is asked for when something is to count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

import click

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..domain.kept_file import KeptFile
from ..domain.minutes import say_minutes
from ..journal.cpd.words import say_categories
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import completing, terminal
from .described import described
from .layout import cut, fitted, width

F = TypeVar("F", bound=Callable[..., Any])

_FACET = (
    click.option(
        "--type",
        "type_",
        metavar="TYPE",
        shell_complete=completing.activity_types,
        help="The type of activity; “peerlog cpd types” lists them.",
    ),
    click.option(
        "--category",
        "categories",
        multiple=True,
        metavar="CATEGORY",
        shell_complete=completing.categories,
        help="What it is for; can be repeated.",
    ),
    click.option(
        "--mark",
        "marks",
        multiple=True,
        metavar="LIST=VALUE",
        shell_complete=completing.marks,
        help="A value of a body's list; can be repeated.",
    ),
    click.option("--participatory/--alone", "participatory", default=None, help="With others, or alone."),
    click.option("--planned/--unplanned", "planned", default=None, help="Planned beforehand, or not."),
    click.option("--points", metavar="N", help="The points that the body gave, such as 2 or 1.5."),
)


def facet_options(function: F) -> F:
    """Give a command the options that say as what something counts, which it gets as its `facet`.

    These are fields of an activity. What was not given is left to the guess; an empty text empties.
    """

    @wraps(function)
    def gathered(
        *given: Any,
        type_: str | None,
        categories: Sequence[str],
        marks: Sequence[str],
        participatory: bool | None,
        planned: bool | None,
        points: str | None,
        **named: Any,
    ) -> Any:
        said: dict[str, object] = {"type": type_, "participatory": participatory, "planned": planned, "points": points}
        said |= {"categories": list(categories) or None, "marks": list(marks) or None}
        facet = {name: value for name, value in said.items() if value is not None}
        return function(*given, facet=facet, **named)

    for option in reversed(_FACET):
        gathered = option(gathered)
    return cast("F", gathered)


def described_activity(activity: Entry, files: Iterable[KeptFile] = ()) -> dict[str, object]:
    """An activity as JSON: the entry, what it counts as by names of its own, and the files that show it."""
    from ..journal.evidence_export import described_file

    return {
        **described(activity),
        "entry": activity.parent or None,
        "minutes": activity.minutes,
        "type": activity.line("type") or None,
        "categories": list(activity.members("categories")) or ["learning"],
        "marks": list(activity.members("marks")),
        "participatory": activity.fields.get("participatory") is True,
        "planned": activity.fields.get("planned") is True,
        "points": activity.line("points") or None,
        "evidence": [described_file(file) for file in files],
    }


def say_activity(activity: Entry) -> str:
    """As what something counts: `1 h 30, Webinar, learning, with others, planned, 2 points`."""
    from ..journal.cpd.facet_fields import activity_type_names

    named = activity_type_names().get(activity.line("type"))
    points = activity.line("points")
    said = (
        say_minutes(activity.minutes) if activity.minutes else "no length yet",
        named.label if named else activity.line("type"),
        say_categories(activity.members("categories") or ("learning",)),
        "with others" if activity.fields.get("participatory") else "",
        "planned" if activity.fields.get("planned") else "",
        f"{points} {'point' if points == '1' else 'points'}" if points else "",
        ", ".join(activity.members("marks")),
    )
    return ", ".join(each for each in said if each)


def write_activities(journal: Journal, activities: Sequence[Entry], files: Mapping[str, Sequence[KeptFile]]) -> None:
    """One line each: id of what counts, day, length, what; below it as what, and the files that show it."""
    from ..journal.cpd.activity_files import say_file

    rows = [(short_id(journal, each.parent or each.id), _day(journal, each), _length(each)) for each in activities]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row, each in zip(rows, activities, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        room = max(24, terminal.columns() - sum(widths) - 6)
        as_what = say_activity(each).partition(", ")[2]
        title = each.title or each.headline
        terminal.put(left, "  ", cut(title, room) if terminal.is_shown() else title)
        terminal.put(" " * (sum(widths) + 6), as_what)
        if shows := files.get(each.id):
            terminal.put(" " * (sum(widths) + 6), "Kept with it: ", "; ".join(say_file(file) for file in shows))


def _length(activity: Entry) -> str:
    return say_minutes(activity.minutes) if activity.minutes else "?"


def _day(journal: Journal, activity: Entry) -> str:
    day = activity.when.day
    return say_day(day, journal.time.today()) if terminal.is_shown() else day.isoformat()
