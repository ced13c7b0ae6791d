"""From a wide theme to a goal: one question at a time, each of which may be left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .dated_line import read_dated_line
from .dates import parse_day, say_day
from .field import Field, Shape
from .goal_course import first_state
from .kinds import GOAL
from .problem import Problem
from .text import clean_line, shorten

MILESTONE = "milestone"
"""The step that becomes a part of the goal instead of one of its fields."""
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """A question, what may help to answer it, an example, and the goal's field that takes the answer."""

    name: str
    label: str
    question: str
    help: str
    example: str


STEPS = (
    Step("theme", "Theme", "What is it about, in a word or two?", "A wide field is fine: it gets narrow.", "chairing"),
    Step(
        "people",
        "With",
        "Who shares it with you?",
        "Names, with commas. What is shared begins as proposed, until they say yes. Nobody is fine, too.",
        "Sam",
    ),
    Step(
        "question",
        "Question",
        "What would you like to find out about it?",
        "A question that you could come back to each time you meet.",
        "How does everybody get to speak?",
    ),
    Step(
        "measure",
        "How I will know",
        "What could you count or see, if it were better?",
        "Something that another person could notice as well.",
        "people who speak in the first half hour",
    ),
    Step("baseline", "Now", "Where are you now?", "A number if there is one, else a few words.", "4"),
    Step("target", "Then", "Where would you like to be?", "In the same terms as where you are now.", "7"),
    Step("due", "By", "By when?", "A day such as 1 mar, in 6 weeks, 2027-03-01.", "in 3 months"),
    Step(
        "why", "Why it matters", "What makes it worth the trouble?", "For you, or for others.", "new people stay away"
    ),
    Step(
        MILESTONE,
        "First milestone",
        "What will be there first, on the way?",
        "A line, with a day at its end if you know one.",
        "ask two people how it was by fri",
    ),
    Step("title", "The goal", "So what is the goal, in one line?", "As you would say it to a friend.", ""),
)
"""In the order in which they are asked."""


def check_answer(step: Step, answer: str, today: date) -> str:
    """How an answer is understood where it does not say so itself; raises `Problem` when it cannot be."""
    said = clean_line(answer)
    if not said:
        return ""
    if step.name == "due":
        return say_day(parse_day(said, today, ahead=True), today)
    if step.name == MILESTONE:
        _, due = read_dated_line(said, today)
        return f"due {say_day(due, today)}" if due else ""
    _field(step).clean(said)
    if step.name == "people":
        return "begins as proposed"
    return ""


def goal_from(answers: Mapping[str, str], today: date) -> dict[str, object]:
    """The fields of the goal that the answers give; raises `Problem` when one of them cannot be understood."""
    fields: dict[str, object] = {}
    for step in STEPS:
        answer = clean_line(answers.get(step.name, ""))
        check_answer(step, answer, today)
        if answer and step.name != MILESTONE:
            fields[step.name] = parse_day(answer, today, ahead=True) if step.name == "due" else answer
    if fields:
        people = GOAL.all_fields["people"].clean(fields.get("people", ""))
        fields["state"] = first_state(people if isinstance(people, tuple) else ())
        fields["title"] = fields.get("title") or suggested_title(answers)
    return fields


def suggested_title(answers: Mapping[str, str]) -> str:
    """A line made of what has been said so far, for somebody to take or to change: measure, question or theme."""
    said = {name: clean_line(answer) for name, answer in answers.items()}
    for name in ("measure", "question", "theme", MILESTONE, "target", "why"):
        if said.get(name):
            words = shorten(said[name], _LONGEST_TITLE)
            return words[0].upper() + words[1:]
    if said.get("people"):
        return shorten(f"A goal with {said['people']}", _LONGEST_TITLE)
    return "A goal" if any(said.values()) else ""


def needs_words(answers: Mapping[str, str]) -> None:
    """Raise `Problem` when every question was left open."""
    if not any(clean_line(answers.get(step.name, "")) for step in STEPS):
        raise Problem("Every question is still open.", "An answer to any one of them makes a goal.")


def _field(step: Step) -> Field:
    return GOAL.all_fields.get(step.name) or Field(step.name, step.label, Shape.LINE)
