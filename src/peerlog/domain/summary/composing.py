"""The first text of a joint summary, from what the people in it share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from .decisions import decisions
from .discussed import discussed
from .focus import focus
from .goals import goals
from .ideas import ideas
from .learned import learned
from .material import Material, Shared
from .meetings import meetings
from .next_steps import next_steps
from .sections import chosen

_COMPOSERS: Mapping[str, Callable[[Shared], str]] = {
    "focus": focus,
    "goals": goals,
    "meetings": meetings,
    "discussed": discussed,
    "learned": learned,
    "ideas": ideas,
    "decisions": decisions,
    "next_steps": next_steps,
    "text": lambda _: "",
}


def compose(material: Material, sections: Iterable[str], since: date, until: date) -> dict[str, str]:
    """The text of each of these sections by its name, in their order; empty where there is nothing to say.

    Markdown of paragraphs and `- ` lists, about the days from `since` to `until`, both included, as the calendar of
    whoever wrote each entry counts them. The same entries give the same text on every machine and on every day.
    Raises `Problem` for a section that there is not.
    """
    shared = Shared(material, since, until)
    return {section.name: _COMPOSERS[section.name](shared) for section in chosen(sections)}
