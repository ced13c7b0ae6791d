"""The form of a reflection that is written one question at a time: one text, which holds the answer to each in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.kinds.kind import LINKS
from ..widgets.meta_line import FIELDS
from .typed_form import TypedForm
from .writing import is_empty

if TYPE_CHECKING:
    from ...domain.walk import Walk
    from ..screens.guided import GuidedScreen
    from .guided_writing import Guided

_GIVEN = ("about", "asked", "links")
"""What a reflection may begin with before anybody has written a word."""


class GuidedForm(TypedForm):
    """`walk` is where somebody is; what stands in the text belongs to its stage."""

    def __init__(self, screen: GuidedScreen, guided: Guided) -> None:
        super().__init__(screen, guided.writing)
        self.walk = guided.walk
        shown = {*(field.name for field in FIELDS), *(stage.name for stage in self.walk.model.stages), LINKS.name}
        self._kept = {name: value for name, value in self.writing.typed.items() if value and name not in shown}

    async def build(self) -> None:
        writing = self.writing
        self.meta.fill({about.name: writing.said(about.name) for about in FIELDS})
        self.links.show(writing.linked)
        self._load()
        self.saved = {} if writing.is_begun else self.typed()

    def focus_start(self) -> None:
        self.text.focus()

    def taken(self) -> Walk:
        """The way with what stands in the text now."""
        return self.walk.saying(self.text.text)

    def go(self, walk: Walk) -> None:
        """Put the text of another stage on the screen; `walk` comes from `taken()`."""
        self.walk = walk
        self._load()

    def _load(self) -> None:
        self.text.load(self.walk.text)
        self.text.read_only = self.walk.stage is None

    def typed(self) -> dict[str, object]:
        typed: dict[str, object] = {**self._kept, **self.meta.typed, **self.taken().written}
        if self.links.ids:
            typed[LINKS.name] = self.links.ids
        return typed

    def says_nothing(self) -> bool:
        """Whether nobody has written anything yet."""
        typed = {name: value for name, value in self.typed().items() if name not in _GIVEN}
        return is_empty(typed, self.writing.kind)
