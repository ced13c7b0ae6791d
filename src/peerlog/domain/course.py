"""A course: the states that something can be in, and the steps that lead from each to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .field import Choice
from .problem import Problem
from .text import brief


@dataclass(frozen=True, slots=True)
class Move:
    """A step: the state it leads to, and what taking it says."""

    to: str
    says: str


@dataclass(frozen=True, slots=True)
class Course:
    """`thing` is what takes the course, `moves` the steps by the state they start from, the likeliest first.

    `first` stands for a state that is missing or unknown.
    """

    thing: str
    states: tuple[Choice, ...]
    first: str
    steps: Mapping[str, tuple[Move, ...]]

    def standing(self, state: str) -> str:
        """The state that a stored value means."""
        return state if state in self.steps else self.first

    def moves(self, state: str) -> tuple[Move, ...]:
        """The steps that are open from a state."""
        return self.steps[self.standing(state)]

    def label(self, state: str) -> str:
        """A state in the words of the screen."""
        return next((choice.label for choice in self.states if choice.value == state), state)

    def check(self, before: str, to: str) -> None:
        """Raise `Problem`, naming the steps that are open, unless one of them leads from one state to the other."""
        offered = [move.to for move in self.moves(before)]
        if to not in offered:
            now, named = self.label(self.standing(before)), " or ".join(self.label(each) for each in offered)
            raise Problem(
                f"{self.thing} that is {now} does not become “{brief(self.label(to))}”.", f"From here: {named}."
            )
