"""The question bank: the packaged sets of open questions, and a person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .packs import Loaded, load_packs

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.question import QuestionSet


def question_sets(extra_folder: Path | None = None) -> Loaded[QuestionSet]:
    """Every set by name, and what is wrong with the person's own files; see `load_packs`."""
    from ..domain.question import read_question_set

    return load_packs("questions", read_question_set, extra_folder)
