"""Questions worth asking in a meeting."""

from __future__ import annotations

from ..domain.question import Question, bank_of, fitting
from .practice_files import question_sets


def question_bank() -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """All questions, those of the person's own sets among them, and a sentence about each file that is no use."""
    sets, problems = question_sets()
    return bank_of(sets.values()), problems


def questions_for(purpose: str = "") -> tuple[Question, ...]:
    """The questions for a purpose, those of any where there are none for it, in the order of a conversation."""
    bank, _ = question_bank()
    return fitting(bank, purpose) or bank
