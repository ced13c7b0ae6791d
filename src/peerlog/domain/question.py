"""Open questions to ask each other, by purpose and by moment of a conversation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from .kinds.meeting import PURPOSES
from .pack import Table, check_different, heading, lines
from .problem import Problem

MOMENT_LABELS = {
    "opening": "To begin with",
    "deepening": "To go further",
    "shifting": "To look from elsewhere",
    "closing": "To end with",
}
MOMENTS = tuple(MOMENT_LABELS)

_PURPOSES = tuple(purpose.value for purpose in PURPOSES)


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    purposes: tuple[str, ...]
    moment: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions for one purpose or several, as one file holds them. `name` is its stable id."""

    name: str
    label: str
    about: str
    source: str
    questions: tuple[Question, ...]


def read_question_set(name: str, data: Table) -> QuestionSet:
    """The questions in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "purposes", *MOMENTS)
    purposes = lines(name, data, "purposes")
    if not purposes or not set(purposes) <= set(_PURPOSES):
        raise Problem(f"{name}: purposes: expected one or more of {', '.join(_PURPOSES)}.")
    questions = tuple(Question(text, purposes, moment) for moment in MOMENTS for text in lines(name, data, moment))
    if not questions:
        raise Problem(f"{name}: expected questions under {', '.join(MOMENTS[:-1])} or {MOMENTS[-1]}.")
    check_different(name, [question.text for question in questions])
    return QuestionSet(name, *head, questions)


def bank_of(sets: Iterable[QuestionSet]) -> tuple[Question, ...]:
    """All questions of `sets` in their order; one that several sets have comes once, with the purposes of all."""
    bank: dict[tuple[str, str], Question] = {}
    for each in sets:
        for question in each.questions:
            key = (question.text.casefold(), question.moment)
            known = bank.get(key, question)
            bank[key] = Question(known.text, tuple(dict.fromkeys(known.purposes + question.purposes)), known.moment)
    return tuple(bank.values())


def fitting(bank: Iterable[Question], purpose: str = "", moment: str = "") -> tuple[Question, ...]:
    """The questions for this purpose and moment; an empty one means any."""
    return tuple(
        question
        for question in bank
        if (not purpose or purpose in question.purposes) and (not moment or moment == question.moment)
    )


def pick(questions: Iterable[Question], count: int, seed: str) -> tuple[Question, ...]:
    """`count` of the questions, or all where there are fewer: other ones for another seed, such as a meeting's id."""

    def draw(question: Question) -> bytes:
        return sha256(f"{seed}\0{question.text}".encode("utf-8", "surrogatepass")).digest()

    return tuple(sorted(questions, key=draw)[: max(0, count)])
