"""The eight words by which it is known whose signature came back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...journal.countersigning.countersignatures import Countersigned
from ...journal.journal import Journal
from ..commands import bindings, sharing
from ..widgets.plain import plain_line
from .compared_words import ComparedWordsScreen


class SignatureWordsScreen(ComparedWordsScreen[None]):
    """The same words say whose signature it is; one with different words is taken away."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.SameWords, sharing.DifferentWords, sharing.WordsLater)

    why = (
        "Whoever signed saw these words then. Ask for them on the phone, or face to face; not by the way that the file "
        "came. The same words mean that it is their signature."
    )
    stop = "take it away"
    if_different = "Then somebody else may have made it. What you asked waits for an answer again."

    def __init__(self, one: Countersigned, words: tuple[str, ...]) -> None:
        super().__init__(f"You and {one.who}", words)
        self._one = one

    def in_large(self, words: tuple[str, ...]) -> Content:
        half = len(words) // 2
        rows = (Content("   ".join(part)).stylize("bold $accent") for part in (words[:half], words[half:]))
        return Content("\n\n").join(rows)

    def note_same(self, journal: Journal) -> Countersigned:
        from ...journal.countersigning.taking_countersignatures import same_words

        return same_words(journal, self._one)

    @property
    def said_same(self) -> str:
        return f"You know now that it is {plain_line(self._one.who).plain}."

    def note_different(self, journal: Journal) -> None:
        from ...journal.countersigning.taking_countersignatures import different_words

        different_words(journal, self._one)

    def said_different(self, noted: None) -> str:
        return "It is gone. Ask them to sign once more."
