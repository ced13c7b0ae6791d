"""What to tell a partner whose idea worked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from ...domain.field import Field, Shape
from ...domain.problem import Problem
from ...journal.advice import Giver
from ...journal.journal import Journal
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from .kept_form import KeptForm


class TellingScreen(KeptForm[str]):
    """The result are the words, which nobody has seen yet."""

    heading = "Advice comes home"
    foot = "The idea itself stays yours. F5 shows once more exactly what they will read."

    def __init__(self, giver: Giver, words: str) -> None:
        super().__init__((Field("text", f"To {giver.name}", Shape.PROSE),), {"text": words})
        self._giver = giver

    def say_first(self) -> Iterator[Content]:
        who = plain_line(f"for {self._giver.circle.with_whom} to read").stylize("$quiet")
        yield Content.assemble(say_space(self._giver.circle.label), "  ", who)

    def make(self, journal: Journal, said: Mapping[str, object]) -> str:
        """The words; raises `Problem` for none."""
        words = str(said.get("text", "")).strip()
        if not words:
            raise Problem("There are no words yet.", "Write a few, or go back.")
        return words
