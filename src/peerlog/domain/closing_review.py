"""The questions with which people look back when they part, and their answers as one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuidedQuestion:
    """One question of a guided page. `name` is its stable id, `label` its heading, `hint` a word of help."""

    name: str
    label: str
    question: str
    hint: str = ""


CLOSING = (
    GuidedQuestion("wanted", "What we wanted", "What did we want when we began?", "the focus, and what was behind it"),
    GuidedQuestion("came", "What came of it", "What came of it?", "also what nobody had planned"),
    GuidedQuestion("along", "What each takes along", "What does each of us take along?", "one thing each is enough"),
    GuidedQuestion("thanks", "Thanks", "What are you grateful for?", "say it to them, too"),
)
"""Four questions, each of which may be left out."""


def closing_text(answers: Mapping[str, str], questions: tuple[GuidedQuestion, ...] = CLOSING) -> str:
    """The answers under their headings, as Markdown; empty when nothing was answered."""
    written = [(each.label, answers.get(each.name, "").strip()) for each in questions]
    return "\n\n".join(f"## {label}\n\n{words}" for label, words in written if words)
