"""How long a text is beside the limits of its field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scheme.record_part import RecordField


@dataclass(frozen=True, slots=True)
class LengthOf:
    """`words` and `characters` of a text, and the limits; None are none."""

    words: int
    characters: int
    least_words: int | None = None
    most_words: int | None = None
    most_characters: int | None = None

    @property
    def is_over(self) -> bool:
        return bool(
            (self.most_words and self.words > self.most_words)
            or (self.most_characters and self.characters > self.most_characters)
        )

    @property
    def is_short(self) -> bool:
        return bool(self.least_words and self.words < self.least_words)

    @property
    def in_words(self) -> str:
        """`34 of 250 words`, `34 words, at least 100`, `34 words · 210 of 1,500 characters`."""
        said = f"{self.words} {'word' if self.words == 1 else 'words'}"
        if self.most_words:
            said = f"{self.words} of {self.most_words:,} words"
        if self.least_words:
            said += f", at least {self.least_words:,}"
        if self.most_characters:
            said += f" · {self.characters:,} of {self.most_characters:,} characters"
        return said

    @property
    def share(self) -> float:
        """How full it is, from 0 to 1; below 0 where it may be of any length."""
        if self.most_words:
            return min(1.0, self.words / self.most_words)
        if self.most_characters:
            return min(1.0, self.characters / self.most_characters)
        return min(1.0, self.words / self.least_words) if self.least_words else -1.0


def length_of(text: str, field: RecordField) -> LengthOf:
    """The length of a text that answers `field`; words are what stands between blanks."""
    stripped = text.strip()
    return LengthOf(len(stripped.split()), len(stripped), field.least_words, field.most_words, field.most_characters)
