"""What somebody wrote before, to be read while they write something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .plain import plain, plain_line

if TYPE_CHECKING:
    from ...journal.cpd.asked_in_record import Words


class OwnWordsBeside(VerticalScroll):
    """Hidden at first. Tab goes there, and the arrows then go up and down in it."""

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.display = False

    def show(self, words: Sequence[Words]) -> None:
        parts = [Content.assemble(plain_line(each.title).stylize("$quiet"), "\n", plain(each.text)) for each in words]
        self.query_one(Static).update(Content("\n\n").join(parts))
