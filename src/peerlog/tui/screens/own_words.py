"""One's own words in a summary: a text and nothing else, for what is said there stands under one's name."""

from __future__ import annotations

from collections.abc import Mapping

from textual import work
from textual.widgets import Static

from ...domain.entry import Draft, Entry
from ...domain.field import Value
from ...domain.kinds import CONTRIBUTION
from ...domain.kinds.kind import PARENT
from ..commands import editor
from ..forms.writing import Writing
from ..widgets.plain import plain_line
from .editor import EditorScreen


class OwnWordsScreen(EditorScreen):
    """The editor of a contribution, new or begun before."""

    def __init__(
        self, *, start: Mapping[str, Value] | None = None, entry: Entry | None = None, draft: Draft | None = None
    ) -> None:
        super().__init__(CONTRIBUTION.name, start=start, entry=entry, draft=draft)
        self.add_class("-own-words")

    async def begin(self, writing: Writing) -> None:
        await super().begin(writing)
        self.query_one("#editor-rows").display = False
        self.query_one("#editor-text").focus()
        self._name_it(writing.said(PARENT.name) or (writing.entry.parent if writing.entry else ""))

    @work
    async def _name_it(self, summary_id: str) -> None:
        """Say over the text which summary it belongs to."""
        summary = await self.app.ask(lambda journal: journal.entries.find(summary_id))
        if summary is not None and self.is_attached:
            said = plain_line(f"{summary.title} · In your own words").stylize("bold")
            self.query_one("#editor-title", Static).update(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in (editor.EntryDetails.name(), editor.LinkEntry.name()):
            return False
        return super().check_action(action, parameters)
