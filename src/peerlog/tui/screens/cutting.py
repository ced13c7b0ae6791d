"""Cutting down what is to be copied, field by field; the entry itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from ...domain.entry import Entry
from ...domain.field import Field
from ...domain.kinds import KINDS
from ...journal.circle.circles import Circle
from ...journal.journal import Journal
from ...journal.shared.copy_words import who_reads
from ...journal.shared.sharing import Copy
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from .kept_form import KeptForm

_FOLLOWS = {kind.further.chosen_by for kind in KINDS.values() if kind.further}
"""Fields that say which template or model the others are of; they go along."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A copy that is about to be made, and what was typed for it."""

    copy: Copy
    typed: Mapping[str, object]


class CuttingScreen(KeptForm[Cut]):
    """The result is the copy that is about to be made, which nobody has seen yet."""

    heading = "What they will read"
    foot = "Cut it down to what they need. Your own entry stays whole. F5 shows it once more before anything is copied."

    def __init__(self, entry: Entry, circle: Circle, fields: Sequence[Field], typed: Mapping[str, object]) -> None:
        super().__init__(fields, typed)
        self.entry, self._circle = entry, circle

    def say_first(self) -> Iterator[Content]:
        said = plain_line(f"for {who_reads(self._circle)} to read").stylize("$quiet")
        yield Content.assemble(say_space(self._circle.label), "  ", said)

    def make(self, journal: Journal, said: Mapping[str, object]) -> Cut:
        """Exactly what would be copied; raises what cannot be."""
        from ...journal.shared.sharing import prepare_copy

        follows = {name: self.entry.fields[name] for name in _FOLLOWS & self.entry.fields.keys()}
        return Cut(prepare_copy(journal, self.entry.id, self._circle, {**follows, **said}), self.form.typed)
