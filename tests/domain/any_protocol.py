"""Protocols and sessions as they may be."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from peerlog.domain.protocol import MOST_PEOPLE, ROLES, Protocol, Repeat, StepRule
from peerlog.domain.session_plan import (
    Step,
    shortest_and_longest,
)

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")


def rule(name: str, repeat: Repeat, least: int, most: int, *voices: str, optional: bool = False) -> StepRule:
    return StepRule(name, name.capitalize(), repeat, least, most, voices, f"Script of {name}.", optional)


SET = Protocol(
    "set",
    "Set",
    "",
    "",
    (3, 8),
    (1, 8),
    {role: role for role in ROLES},
    False,
    (
        rule("arrive", Repeat.PERSON, 1, 3),
        rule("order", Repeat.SESSION, 2, 4, "chair"),
        rule("tell", Repeat.TURN, 2, 5, "presenter"),
        rule("ask", Repeat.TURN, 8, 12, "presenter", "consultants"),
        rule("offer", Repeat.TURN, 4, 6, "consultants", optional=True),
        rule("silence", Repeat.SESSION, 1, 1),
        rule("review", Repeat.SESSION, 3, 9, "everyone", optional=True),
    ),
)

steps_in_session = st.sampled_from([Repeat.SESSION, Repeat.PERSON])


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    """Any protocol that could be read: an unbroken run of turns, and other steps around it."""

    def some(repeat: st.SearchStrategy[Repeat], least: int, prefix: str) -> list[StepRule]:
        found = []
        for number in range(draw(st.integers(least, 3))):
            shortest = draw(st.integers(1, 12))
            each = draw(repeat)
            voices = () if each is Repeat.PERSON else ("everyone",)
            longest = shortest + draw(st.integers(0, 10))
            optional = draw(st.booleans()) and number > 0
            found.append(rule(f"{prefix}{number}", each, shortest, longest, *voices, optional=optional))
        return found

    people = sorted((draw(st.integers(2, MOST_PEOPLE)), draw(st.integers(2, MOST_PEOPLE))))
    fewest = draw(st.integers(1, people[0]))
    roles = {role: role for role in ROLES if role in ("presenter", "consultants") or draw(st.booleans())}
    return Protocol(
        "any",
        "Any",
        "",
        "",
        (people[0], people[1]),
        (fewest, draw(st.integers(fewest, MOST_PEOPLE))),
        roles,
        "chair" in roles and people[0] > 2 and draw(st.booleans()),
        (*some(steps_in_session, 0, "a"), *some(st.just(Repeat.TURN), 1, "b"), *some(steps_in_session, 0, "c")),
    )


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Protocol, tuple[str, ...], tuple[str, ...], int]:
    """A protocol with people, presenters and enough time."""
    protocol = draw(protocols())
    people = NAMES[: draw(st.integers(*protocol.people))]
    turns = draw(st.integers(protocol.turns[0], min(len(people), protocol.turns[1])))
    presenters = tuple(draw(st.permutations(people))[:turns])
    least, most = shortest_and_longest(protocol, len(people), turns)
    return protocol, people, presenters, draw(st.integers(least, most + 30))


def times(steps: Sequence[Step], name: str) -> list[int]:
    return [step.minutes for step in steps if step.name == name]
