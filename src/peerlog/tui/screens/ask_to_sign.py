"""Whom to ask, and the text as they get it: cut down to what they need, while the entry itself stays whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.content import Content

from ...domain.countersigning import Meaning
from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...journal.countersigning.asking_to_sign import ToAsk
from ...journal.countersigning.signing_by_hand import Page
from ...journal.journal import Journal
from ..widgets.plain import plain_line
from .kept_form import KeptForm

_TO = Field("to", "Who", Shape.LINE, hint="the name of who is to sign")
_ANSWER_BY = Field("answer_by", "Answer by", Shape.DAY, hint="such as +2w; can stay empty")
_TEXT = Field("text", "Text", Shape.PROSE)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """What would be asked or printed, and what was typed for it."""

    made: T
    typed: Mapping[str, object]


class _ItemForm(KeptForm[Cut[T]]):
    foot = (
        "Cut it down to what they need. Your own entry stays whole. F5 shows it once more before anything is written."
    )

    def __init__(self, entry: Entry, meaning: Meaning, typed: Mapping[str, object]) -> None:
        super().__init__(self.fields, typed)
        self.entry, self.meaning = entry, meaning

    fields: tuple[Field, ...]

    def say_first(self) -> Iterator[Content]:
        yield Content.assemble(("They would sign: ", "$quiet"), plain_line(self.meaning.sentence))


class AskForm(_ItemForm[ToAsk]):
    """For a file that is signed with peerlog."""

    heading = "Ask for a signature"
    fields = (_TO, _ANSWER_BY, _TEXT)

    def make(self, journal: Journal, said: Mapping[str, object]) -> Cut[ToAsk]:
        """Exactly what would be asked; raises what cannot be."""
        from datetime import date

        from ...domain.problem import Problem
        from ...journal.countersigning.asking_to_sign import to_ask

        if not said.get("to"):
            raise Problem("Say who is to sign.", "The file names them.")
        by = said.get("answer_by")
        day = date.fromisoformat(str(by)) if by else None
        text = str(said.get("text", ""))
        shown = to_ask(journal, self.entry.id, self.meaning, str(said["to"]), text=text, answer_by=day)
        return Cut(shown, self.form.typed)


class PageForm(_ItemForm[Page]):
    """For a page that is signed by hand."""

    heading = "A page to sign by hand"
    fields = (_TO, _TEXT)

    def make(self, journal: Journal, said: Mapping[str, object]) -> Cut[Page]:
        """Exactly what would be printed; raises what cannot be."""
        from ...journal.countersigning.signing_by_hand import to_print

        text = str(said.get("text", ""))
        page = to_print(journal, self.entry.id, self.meaning, str(said.get("to", "")), text=text)
        return Cut(page, self.form.typed)
