"""A look at how deep a reflection went: four questions to oneself, after writing, for nobody else.

There is no score and there never will be one: depth depends on what the writing is for, and a short plain note may be
all that is wanted. Nothing here reads what was written, and no answer is kept.

The four looks follow Hatton and Smith 1995 (descriptive writing, descriptive reflection, dialogic reflection, critical
reflection) and what Moon 2004 says of writing that goes deeper; the wording is our own.
"""

from __future__ import annotations

from dataclasses import dataclass

SOURCE = "Hatton and Smith 1995; Moon 2004 (A Handbook of Reflective and Experiential Learning)"
ABOUT = "A look for yourself at what you wrote. Nothing is counted or kept. Stop anywhere."


@dataclass(frozen=True, slots=True)
class Look:
    """One look: `question` to ask oneself about the writing, and one that leads `further` if one would like to."""

    name: str
    label: str
    question: str
    further: str


LOOKS = (
    Look(
        "telling",
        "Telling",
        "What would somebody who was not there see in it?",
        "What is missing from the picture?",
    ),
    Look(
        "reasons",
        "Giving reasons",
        "Which reasons do you give for what happened?",
        "What else might explain it?",
    ),
    Look(
        "stepping_back",
        "Stepping back",
        "Where do you talk it over with yourself?",
        "What would somebody write who saw it the other way?",
    ),
    Look(
        "around",
        "Looking around",
        "What around it made it so: habit, rules, money, power, the times?",
        "Whose view counts here, and whose does not?",
    ),
)
"""From the event outwards. None is better than another; each is there to be wanted or not."""
