"""The course of an idea: to try, trying, tried, kept or dropped."""

from __future__ import annotations

from .course import Course, Move
from .kinds.idea import STATES

COURSE = Course(
    "An idea",
    STATES,
    "to-try",
    {
        "to-try": (Move("trying", "I am trying it"), Move("dropped", "not for me")),
        "trying": (
            Move("tried", "I have tried it"),
            Move("kept", "it works, I keep it"),
            Move("dropped", "it did not help"),
            Move("to-try", "another time"),
        ),
        "tried": (
            Move("kept", "it works, I keep it"),
            Move("dropped", "it did not help"),
            Move("trying", "once more"),
        ),
        "kept": (Move("trying", "try it anew"), Move("dropped", "it has had its time")),
        "dropped": (Move("to-try", "give it another chance"),),
    },
)
OPEN_STATES = frozenset({"to-try", "trying", "tried"})
"""Those in which something is still to be done, or to be said about it."""
BOARD = ("to-try", "trying", "tried", "kept")
"""The columns of the board, from left to right."""


def asks_what_came(to: str) -> bool:
    """Whether the step to this state is the moment to say what came of the idea."""
    return to in ("tried", "kept", "dropped")
