"""As what an entry would count, from what it is and says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, KINDS
from ..journal import Journal

if TYPE_CHECKING:
    from ...portfolio.guess import Facet, Guesser

_WORDS = ("summary", "insights", "outcome", "step", "question", "why")


def guess_for(journal: Journal, entry: Entry) -> Facet:
    """What an entry probably counts as; of one without a title the first words say most."""
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
    )


def guess_from(title: str, text: str) -> Facet:
    """What something that stands nowhere else probably counts as."""
    return _guesser().guess_facet(ACTIVITY.name, title, text)


@cache
def _guesser() -> Guesser:
    from ...library.activity_types import activity_types
    from ...portfolio.guess import Guesser

    return Guesser(activity_types())
