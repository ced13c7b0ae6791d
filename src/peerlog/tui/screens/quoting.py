"""Cutting down the words of a private entry that are quoted in a summary; the entry itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...journal.joint_summary.summaries import section_named
from ...journal.joint_summary.summary_quotes import Quote, prepare_quote
from ...journal.journal import Journal
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from .kept_form import KeptForm

_WORDS = Field("text", "Words", Shape.PROSE)


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotation that is about to be added, which nobody has seen yet, and what was typed for it."""

    quote: Quote
    typed: Mapping[str, object]


class QuotingScreen(KeptForm[Cut]):
    """The result is what the words come to; None when it was left."""

    heading = "Words to quote"
    foot = "Cut it down to what belongs there. Your own entry stays whole. F5 shows it once more before it is added."

    def __init__(self, summary: Entry, section: str, entry: Entry, typed: Mapping[str, object]) -> None:
        super().__init__((_WORDS,), typed)
        self._summary, self._section, self.entry = summary, section, entry

    def say_first(self) -> Iterator[Content]:
        where = f"for “{section_named(self._section).label}” in {self._summary.title}"
        yield Content.assemble(say_space(self._summary.with_whom), "  ", plain_line(where).stylize("$quiet"))

    def make(self, journal: Journal, said: Mapping[str, object]) -> Cut:
        """Exactly what would be added; raises what cannot be."""
        words = str(said.get(_WORDS.name, "")) or " "  # nothing is not all of it
        return Cut(prepare_quote(journal, self._summary, self._section, self.entry.id, words), self.form.typed)
