"""Questions worth asking in a meeting."""

from __future__ import annotations

from ..domain.question import Question, bank_of, fitting
from .practice_files import question_sets


def questions_for(purpose: str = "") -> tuple[Question, ...]:
    """The questions for a purpose, those of any where there are none for it, in the order of a conversation."""
    bank = bank_of(question_sets()[0].values())
    return fitting(bank, purpose) or bank
