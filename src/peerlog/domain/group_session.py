"""A group's session by a protocol, from its first step to what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .action_line import ActionLine
from .protocol import Protocol
from .session_clock import MINUTE, SessionClock, lay_out
from .session_plan import Roles, Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn was about, in the presenter's words, and what came of it."""

    question: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class GroupSession:
    """What is going on: `clock` counts through `steps`, and the words are what has been written so far.

    `protocol` is its label and `words` its words for the roles. `outcomes` has one for each turn. `meeting` is the id
    of the meeting that this belongs to, empty for a new one; `began` is a moment as `Moment` writes it.
    """

    protocol: str
    words: Mapping[str, str]
    people: tuple[str, ...]
    steps: tuple[Step, ...]
    clock: SessionClock
    began: str
    meeting: str = ""
    title: str = ""
    notes: str = ""
    outcomes: tuple[Outcome, ...] = ()
    actions: tuple[ActionLine, ...] = field(default=())

    @property
    def step(self) -> Step:
        """The step that is on, the last one when all are through."""
        return self.steps[min(self.clock.at, len(self.steps) - 1)]

    @property
    def following(self) -> Step | None:
        """The step that comes next."""
        return self.steps[self.clock.at + 1] if self.clock.at + 1 < len(self.steps) else None

    @property
    def turns(self) -> tuple[Roles, ...]:
        """Who does what in each turn."""
        return tuple({step.turn: step.roles for step in self.steps if step.turn}.values())

    def was_held(self, turn: int) -> bool:
        """Whether there was time in a turn, counted from 1, or something was written in it."""
        spent = sum(
            self.clock.used[place]
            for place, step in enumerate(self.steps)
            if step.turn == turn and place not in self.clock.skipped
        )
        return spent > 0 or self.outcomes[turn - 1] != Outcome()

    def with_outcome(self, turn: int, outcome: Outcome) -> GroupSession:
        """With the words of one turn, counted from 1."""
        outcomes = list(self.outcomes)
        outcomes[turn - 1] = outcome
        return replace(self, outcomes=tuple(outcomes))

    @property
    def minutes(self) -> int:
        """How long it took, in whole minutes, at least one; the clock has to rest."""
        return max(1, round(sum(self.clock.used) / MINUTE))

    @property
    def says_something(self) -> bool:
        """Whether anything has been written, or any time has passed."""
        return bool(self.notes or self.actions or any(self.clock.used) or set(self.outcomes) - {Outcome()})


def begin_group_session(
    protocol: Protocol, people: tuple[str, ...], steps: tuple[Step, ...], began: str, meeting: str = "", title: str = ""
) -> GroupSession:
    """A session before its first step; `steps` are those of `session_plan.plan`."""
    turns = max(step.turn for step in steps)
    return GroupSession(
        protocol.label,
        dict(protocol.roles),
        people,
        steps,
        lay_out([step.minutes for step in steps]),
        began,
        meeting,
        title,
        outcomes=(Outcome(),) * turns,
    )
