"""The course of a goal: proposed, agreed, active, met or let go."""

from __future__ import annotations

from collections.abc import Collection

from .course import Course, Move
from .kinds.goal import OPEN_STATES, STATES

COURSE = Course(
    "A goal",
    STATES,
    "active",
    {
        "proposed": (Move("agreed", "we both want this"), Move("let-go", "not this one, after all")),
        "agreed": (Move("active", "I have begun"), Move("let-go", "other things matter more now")),
        "active": (Move("met", "I am there"), Move("let-go", "it has had its time")),
        "met": (Move("active", "there is more to do"),),
        "let-go": (Move("active", "take it up again"),),
    },
)


def is_open(state: str) -> bool:
    """Whether there is still something to do about a goal in this state."""
    return COURSE.standing(state) in OPEN_STATES


def first_state(people: Collection[str]) -> str:
    """What a new goal begins as: proposed when it is shared with somebody, who is still to say yes; else active."""
    return "proposed" if people else "active"
