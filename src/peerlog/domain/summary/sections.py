"""The sections of a joint summary, in their order: as they are stored, and as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..problem import Problem
from ..text import brief


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is that of the stored field, `label` its heading, `about` says in a few words what belongs there."""

    name: str
    label: str
    about: str


SECTIONS: tuple[Section, ...] = (
    Section("focus", "Focus", "what you are working on, and what you have agreed"),
    Section("goals", "Goals and how they moved", "from where each one started to where it stands"),
    Section("meetings", "Meetings held", "how many, how often, for how long, and how"),
    Section("discussed", "What we discussed", "what was on the agenda, what was noted, what was asked"),
    Section("learned", "What we learned", "reflections, insights and feedback that you have shared"),
    Section("ideas", "Ideas tried and what came of them", "what you kept, tried, let go, and still want to try"),
    Section("decisions", "Decisions", "what you settled, and what you have done about it"),
    Section("next_steps", "Next steps", "what is open, who sees to it, and when you meet next"),
    Section("text", "Anything else", "in your own words; nothing is written here for you"),
)
"""All that a summary can have."""

NAMES: tuple[str, ...] = tuple(section.name for section in SECTIONS)


def chosen(names: Iterable[str]) -> tuple[Section, ...]:
    """The sections with these names, in their own order; raises `Problem` for a name that none has."""
    wanted = set(names)
    if unknown := sorted(wanted - set(NAMES)):
        raise Problem(f"There is no section called “{brief(unknown[0])}”.", f"Sections: {', '.join(NAMES)}.")
    return tuple(section for section in SECTIONS if section.name in wanted)
