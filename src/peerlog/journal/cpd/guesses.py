"""As what an entry would count, from what it is and says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, KINDS
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.guess import Facet, Guesser

_WORDS = ("summary", "insights", "outcome", "step", "question", "why")


def guess_for(journal: Journal, entry: Entry, of_type: object = None) -> Facet:
    """What an entry probably counts as; of one without a title the first words say most.

    `of_type` is the name of a type that somebody chose, if any.
    """
    further = KINDS[entry.kind].further if entry.kind in KINDS else None
    form = entry.line(further.chosen_by) if further else entry.line("protocol")
    prose = [entry.text, *(entry.line(name) for name in _WORDS)]
    if further:
        prose += [str(value) for name, value in entry.fields.items() if name.startswith(further.prefix)]
    return _guesser().guess_facet(
        entry.kind,
        entry.headline,
        "\n".join(part for part in prose if part),
        form=form,
        tags=entry.tags,
        with_others=bool(entry.members("people")) or entry.space != "private",
        planned=True if entry.line("state") == "held" else None,
        of_type=str(of_type or ""),
    )


def guess_from(title: str, text: str, of_type: object = None) -> Facet:
    """What something that stands nowhere else probably counts as; `of_type` as in `guess_for`."""
    return _guesser().guess_facet(ACTIVITY.name, title, text, of_type=str(of_type or ""))


def with_its_type(before: Mapping[str, object], said: Mapping[str, object]) -> dict[str, object]:
    """`said`, fields of an activity; another type brings along what it usually is, where what it was is the old one's.

    `before` are its fields until now. What somebody chose apart from the type stays.
    """
    type_, was_type = str(said.get("type") or ""), str(before.get("type") or "")
    if not type_ or type_ == was_type:
        return dict(said)
    was, is_now = (fields_of(guess_from("", "", each)) for each in (was_type, type_))
    categories = before.get("categories")
    now = {"categories": sorted(map(str, categories)) if isinstance(categories, list | tuple) else []} | {
        name: before.get(name) is True for name in ("participatory", "planned")
    }
    return {name: is_now[name] for name, value in now.items() if value == was[name]} | dict(said)


def fields_of(facet: Facet) -> dict[str, object]:
    """The fields of an activity that a guess fills."""
    return {
        "type": facet.type,
        "categories": sorted(facet.categories),
        "participatory": facet.participatory,
        "planned": facet.planned,
    }


@cache
def _guesser() -> Guesser:
    from ...library.activity_types import activity_types
    from ...portfolio.guess import Guesser

    return Guesser(activity_types())
