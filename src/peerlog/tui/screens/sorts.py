"""Which sort of member somebody is, where a body asks different things of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ..widgets.line import Line
from ..widgets.plain import plain_line
from ..widgets.rows import row
from .row_dialogue import RowDialogue

if TYPE_CHECKING:
    from ...domain.scheme.scheme import Variant


class SortsScreen(RowDialogue):
    """The result is the name of a sort."""

    def __init__(self, variants: Sequence[Variant]) -> None:
        super().__init__()
        self._variants = variants

    def said(self) -> Iterable[Static]:
        yield Static("Which are you?", classes="dialogue-title")

    def rows(self) -> Sequence[Option]:
        return [row(Line(Content(), plain_line(each.label)), each.name) for each in self._variants]
